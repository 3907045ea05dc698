import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import { CODE_MINUTES } from '@enrolment/rulebook/sms-code.js';

/** What goes out by SMS: what it is for, which child (masked), what to do if you did not ask. */
export const TEXTS = {
  registrationCode: (language: Language, code: string, child: string | null) =>
    language === 'en'
      ? `[School enrolment] ${code} is your code to register ${child ?? 'a child'}, valid for ${CODE_MINUTES} minutes. If you did not ask for it, do nothing and tell nobody.`
      : `【小学入学服务】验证码 ${code}，用于注册${child ? `儿童 ${child} ` : '儿童'}的入学信息，${CODE_MINUTES} 分钟内有效。如非您本人操作，请不要理会，也不要告诉他人。`,
  withdrawalCode: (language: Language, code: string, child: string) =>
    language === 'en'
      ? `[School enrolment] ${code} is your code to WITHDRAW the record of ${child}, valid for ${CODE_MINUTES} minutes. Withdrawing erases it for good. If you did not ask for it, do nothing and tell nobody.`
      : `【小学入学服务】验证码 ${code}，用于撤销儿童 ${child} 的信息，撤销后不可恢复，${CODE_MINUTES} 分钟内有效。如非您本人操作，请不要理会，也不要告诉他人。`,
  exportCode: (language: Language, code: string, child: string) =>
    language === 'en'
      ? `[School enrolment] ${code} is your code to see everything held about ${child} with whole document and phone numbers, valid for ${CODE_MINUTES} minutes. If you did not ask for it, do nothing and tell nobody.`
      : `【小学入学服务】验证码 ${code}，用于查看和下载儿童 ${child} 的全部信息（含完整证件号码和手机号），${CODE_MINUTES} 分钟内有效。如非您本人操作，请不要理会，也不要告诉他人。`,
  registered: (language: Language, number: string, child: string) =>
    language === 'en'
      ? `[School enrolment] ${child} is registered. Collection number ${groupCollectionNumber(number)}. Next: fill in the details before the district’s closing date; earlier is not better.`
      : `【小学入学服务】儿童 ${child} 信息注册成功，信息采集编号 ${groupCollectionNumber(number)}。请在所在区截止日期前录入详细信息，先后不影响入学安排。`,
  authorized: (language: Language, child: string, hotline: string) =>
    language === 'en'
      ? `[School enrolment] You have been authorised to see and handle the record of ${child}. Sign in to the site with your own identity and look under My children. If you do not know this child, ignore this and tell the district on ${hotline}.`
      : `【小学入学服务】您已被授权查看和办理儿童 ${child} 的入学信息。请用您本人的身份登录网站，在个人中心查看。如果您不认识这个孩子，请不要理会，并拨打区教委电话 ${hotline} 告知。`,
  authorizationGranted: (language: Language, child: string, guardian: string, hotline: string) =>
    language === 'en'
      ? `[School enrolment] You have authorised ${guardian} to see and handle the record of ${child}. You can revoke it on the site at any time. If it was not you, revoke it now and call the district on ${hotline}.`
      : `【小学入学服务】您已授权监护人 ${guardian} 查看和办理儿童 ${child} 的入学信息，可以随时在网站取消。如非您本人操作，请立即取消授权，并拨打区教委电话 ${hotline}。`,
  authorizationOver: (language: Language, child: string) =>
    language === 'en'
      ? `[School enrolment] Your authorisation for the record of ${child} has been revoked; you can no longer see or handle it.`
      : `【小学入学服务】您对儿童 ${child} 入学信息的授权已取消，不能再查看和办理。`,
  authorizationRevoked: (language: Language, child: string, guardian: string) =>
    language === 'en'
      ? `[School enrolment] You have revoked the authorisation of ${guardian} for the record of ${child}.`
      : `【小学入学服务】您已取消监护人 ${guardian} 对儿童 ${child} 入学信息的授权。`,
  authorizationEnded: (language: Language, child: string) =>
    language === 'en'
      ? `[School enrolment] The second guardian in the details of ${child} has changed, so the authorisation has ended. Authorise again on the site if you wish.`
      : `【小学入学服务】儿童 ${child} 详细信息里的监护人（二）已变更，原来的授权随之取消。需要时请在网站重新授权。`,
  /** `open`: whether the district's calendar still registers children. */
  withdrawn: (language: Language, number: string, open: boolean) =>
    language === 'en'
      ? `[School enrolment] Collection number ${groupCollectionNumber(number)} has been withdrawn and its data erased. ${open ? 'The child can be registered again.' : 'This district does not register at present; the site shows which districts do.'}`
      : `【小学入学服务】信息采集编号 ${groupCollectionNumber(number)} 已撤销，信息已删除${open ? '，可以重新注册' : '。本区现在不在注册时间内，其他区的注册时间见网站首页'}。`,
  /** `what`: what is to be done, and by when. */
  reminder: (language: Language, number: string, child: string, what: string) =>
    language === 'en'
      ? `[School enrolment] Reminder for ${child} (collection number ${groupCollectionNumber(number)}): ${what} See My children on the site. If you have already done it, please ignore this message.`
      : `【小学入学服务】提醒：儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）${what}请登录“个人中心”办理；已经办好的，无需理会。`,
  returned: (language: Language, number: string, child: string) =>
    language === 'en'
      ? `[School enrolment] An item of the review of ${child} (collection number ${groupCollectionNumber(number)}) needs to be corrected or completed. The reason, what to do and until when are under My children on the site.`
      : `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）有审核项需要补充更正。原因、办法和期限请登录“个人中心”查看。`,
  identityReturned: (language: Language, number: string, child: string) =>
    language === 'en'
      ? `[School enrolment] The identity and household registration of ${child} (collection number ${groupCollectionNumber(number)}) need to be corrected. The reason and until when are under My children on the site.`
      : `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）的身份证及户籍信息需要更正。原因和期限请登录“个人中心”查看。`,
  approved: (language: Language, number: string, child: string) =>
    language === 'en'
      ? `[School enrolment] Every item of the review of ${child} (collection number ${groupCollectionNumber(number)}) has passed. Print the collection form under My children on the site and take it to the preregistration when the school tells you.`
      : `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）的审核项已全部通过。请登录“个人中心”打印信息采集表，按学校通知带到学校预登记。`,
  rejected: (language: Language, number: string, child: string) =>
    language === 'en'
      ? `[School enrolment] The record of ${child} (collection number ${groupCollectionNumber(number)}) was not approved. The reason, and how to ask for a second look, are under My children on the site.`
      : `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）审核未通过。原因和申请复核的办法请登录“个人中心”查看。`,
  appealDecided: (language: Language, number: string, child: string) =>
    language === 'en'
      ? `[School enrolment] Your request for a second look at the record of ${child} (collection number ${groupCollectionNumber(number)}) has been answered: see My children on the site.`
      : `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）的复核申请已有答复，请登录“个人中心”查看。`,
  preregistered: (language: Language, number: string, child: string) =>
    language === 'en'
      ? `[School enrolment] ${child} (collection number ${groupCollectionNumber(number)}) is preregistered at the school. The district publishes all results together; watch for our message.`
      : `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）已完成学校预登记。入学结果由区教委统一公布，请留意短信。`,
  preregistrationUndone: (language: Language, number: string, child: string) =>
    language === 'en'
      ? `[School enrolment] The school has undone the preregistration of ${child} (collection number ${groupCollectionNumber(number)}). The reason is under My children on the site. If you did not expect it, ask the school or call the district.`
      : `【小学入学服务】学校撤回了儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）的预登记，原因请登录“个人中心”查看。如有疑问，请问学校或拨打区教委电话。`,
  resultPublished: (language: Language, number: string, child: string) =>
    language === 'en'
      ? `[School enrolment] The enrolment result of ${child} (collection number ${groupCollectionNumber(number)}) has been published: see My children on the site.`
      : `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）的入学结果已经公布，请登录“个人中心”查看。`,
  resultCorrected: (language: Language, number: string, child: string) =>
    language === 'en'
      ? `[School enrolment] The district has corrected the published enrolment result of ${child} (collection number ${groupCollectionNumber(number)}). What holds now, and why, is under My children on the site.`
      : `【小学入学服务】区教委更正了儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）已公布的入学结果。现在的结果和更正原因请登录“个人中心”查看。`,
  correctionDeclined: (language: Language, number: string, child: string) =>
    language === 'en'
      ? `[School enrolment] Your request for a correction of the record of ${child} (collection number ${groupCollectionNumber(number)}) has been answered; it was not corrected. The reason is under My children on the site.`
      : `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）的更正申请已有答复，未予更正，原因请登录“个人中心”查看。`,
  /** Nothing of the message: it is read on the site. */
  written: (language: Language, number: string, child: string) =>
    language === 'en'
      ? `[School enrolment] The district has written to you about ${child} (collection number ${groupCollectionNumber(number)}). Read and answer it under My children on the site; an answer to this SMS reaches nobody.`
      : `【小学入学服务】区教委就儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）给您留言，请登录“个人中心”查看和回复，直接回复短信无人接收。`,
  corrected: (language: Language, number: string, child: string) =>
    language === 'en'
      ? `[School enrolment] The district has corrected what was registered about ${child} (collection number ${groupCollectionNumber(number)}). Please check it under My children on the site. If you did not ask for it, call the district.`
      : `【小学入学服务】区教委更正了儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）的注册信息，请登录“个人中心”核对。如果您没有申请更正，请拨打区教委电话。`,
};

/** What a family is told about its record, in the language in which it registered. */
export type FamilyText = (language: Language, number: string, child: string) => string;
