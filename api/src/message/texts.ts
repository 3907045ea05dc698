import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import { CODE_MINUTES } from '@enrolment/rulebook/sms-code.js';

/**
 * What goes out by SMS besides the messages about a record (`family-messages.ts` of the rulebook): what it is for, which child
 * (masked), what to do if you did not ask.
 */
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
};
