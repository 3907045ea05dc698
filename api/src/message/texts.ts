import type { Language } from '../rulebook/refusal.js';
import { CODE_MINUTES } from '../rulebook/sms-code.js';
import { groupCollectionNumber } from '../rulebook/collection-number.js';

/** What goes out by SMS: what it is for, which child (masked), what to do if you did not ask. */
export const TEXTS = {
  registrationCode: (language: Language, code: string, child: string | null) =>
    language === 'en'
      ? `[School enrolment] ${code} is your code to register ${child ?? 'a child'}, valid for ${CODE_MINUTES} minutes. If you did not ask for it, do nothing and tell nobody.`
      : `【小学入学服务】验证码 ${code}，用于注册${child ? `儿童 ${child} ` : '儿童'}的入学信息，${CODE_MINUTES} 分钟内有效。如果不是您本人操作，请不要理会，也不要告诉别人。`,
  withdrawalCode: (language: Language, code: string, child: string) =>
    language === 'en'
      ? `[School enrolment] ${code} is your code to WITHDRAW the record of ${child}, valid for ${CODE_MINUTES} minutes. Withdrawing erases it for good. If you did not ask for it, do nothing and tell nobody.`
      : `【小学入学服务】验证码 ${code}，用于撤销儿童 ${child} 的信息，撤销后不可恢复，${CODE_MINUTES} 分钟内有效。如果不是您本人操作，请不要理会，也不要告诉别人。`,
  registered: (language: Language, number: string, child: string) =>
    language === 'en'
      ? `[School enrolment] ${child} is registered. Collection number ${groupCollectionNumber(number)}. Next: fill in the details before the district’s closing date; earlier is not better.`
      : `【小学入学服务】儿童 ${child} 信息注册成功，信息采集编号 ${groupCollectionNumber(number)}。请在所在区截止日期前录入详细信息，先后不影响入学安排。`,
  withdrawn: (language: Language, number: string) =>
    language === 'en'
      ? `[School enrolment] Collection number ${groupCollectionNumber(number)} has been withdrawn and its data erased. The child can be registered again.`
      : `【小学入学服务】信息采集编号 ${groupCollectionNumber(number)} 已撤销，信息已删除，可以重新注册。`,
  returned: (number: string, child: string) =>
    `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）有审核项需要补充更正。原因、办法和期限请登录“个人中心”查看。`,
  approved: (number: string, child: string) =>
    `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）的审核项已全部通过。请登录“个人中心”打印信息采集表，按学校通知带到学校预登记。`,
  rejected: (number: string, child: string) =>
    `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）审核未通过。原因和申请复核的办法请登录“个人中心”查看。`,
  appealDecided: (number: string, child: string) =>
    `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）的复核申请已有答复，请登录“个人中心”查看。`,
  preregistered: (number: string, child: string) =>
    `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）已完成学校预登记。入学结果由区教委统一公布，请留意短信。`,
  resultPublished: (number: string, child: string) =>
    `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）的入学结果已经公布，请登录“个人中心”查看。`,
};
