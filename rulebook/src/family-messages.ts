import { groupCollectionNumber } from './collection-number.js';
import type { Language } from './refusal.js';
import { partsOf, PART_LENGTH } from './sms.js';
import { names, type Words } from './words.js';

/** What a family is told of about its record, by SMS and on the site. A district may add a sentence of its own to each. */
export const FAMILY_MESSAGES = [
  'REGISTERED',
  'REMINDER',
  'RETURNED',
  'IDENTITY_RETURNED',
  'APPROVED',
  'REJECTED',
  'APPEAL_DECIDED',
  'PREREGISTERED',
  'PREREGISTRATION_UNDONE',
  'ORIGINALS_MISSING',
  'RESULT_PUBLISHED',
  'RESULT_CORRECTED',
  'CORRECTION_DECLINED',
  'CORRECTED',
  'WRITTEN',
] as const;
export type FamilyMessage = (typeof FAMILY_MESSAGES)[number];

export const FAMILY_MESSAGE_NAMES = names<FamilyMessage>({
  REGISTERED: ['注册成功', 'Registered'],
  REMINDER: ['到期提醒', 'Reminder of a closing date'],
  RETURNED: ['审核项退回', 'Review item returned'],
  IDENTITY_RETURNED: ['身份证及户籍信息退回', 'Identity and hukou returned'],
  APPROVED: ['审核通过', 'Approved'],
  REJECTED: ['审核未通过', 'Not approved'],
  APPEAL_DECIDED: ['复核申请的答复', 'Answer to a request for a second look'],
  PREREGISTERED: ['学校预登记完成', 'Preregistered at the school'],
  PREREGISTRATION_UNDONE: ['学校撤回预登记', 'Preregistration undone'],
  ORIGINALS_MISSING: ['学校核对原件时材料不齐', 'Originals missing at the school'],
  RESULT_PUBLISHED: ['入学结果公布', 'Result published'],
  RESULT_CORRECTED: ['入学结果更正', 'Result corrected'],
  CORRECTION_DECLINED: ['更正申请未予更正', 'Correction declined'],
  CORRECTED: ['注册信息更正', 'Registered data corrected'],
  WRITTEN: ['区教委有留言', 'The district has written'],
});

/** What a family is told, in the language in which it registered, of its child’s masked name. */
export type FamilyText = (language: Language, number: string, child: string) => string;

/** Each message, as it goes out without a district’s sentence; a reminder says besides what is to be done. */
export const FAMILY_TEXTS: Readonly<Record<Exclude<FamilyMessage, 'REMINDER'>, FamilyText>> = {
  REGISTERED: (language, number, child) =>
    language === 'en'
      ? `[School enrolment] ${child} is registered. Collection number ${groupCollectionNumber(number)}. Next: fill in the details before the district’s closing date; earlier is not better.`
      : `【小学入学服务】儿童 ${child} 信息注册成功，信息采集编号 ${groupCollectionNumber(number)}。请在所在区截止日期前录入详细信息，先后不影响入学安排。`,
  RETURNED: (language, number, child) =>
    language === 'en'
      ? `[School enrolment] An item of the review of ${child} (collection number ${groupCollectionNumber(number)}) needs to be corrected or completed. The reason, what to do and until when are under My children on the site.`
      : `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）有审核项需要补充更正。原因、办法和期限请登录“个人中心”查看。`,
  IDENTITY_RETURNED: (language, number, child) =>
    language === 'en'
      ? `[School enrolment] The identity and household registration of ${child} (collection number ${groupCollectionNumber(number)}) need to be corrected. The reason and until when are under My children on the site.`
      : `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）的身份证及户籍信息需要更正。原因和期限请登录“个人中心”查看。`,
  APPROVED: (language, number, child) =>
    language === 'en'
      ? `[School enrolment] Every item of the review of ${child} (collection number ${groupCollectionNumber(number)}) has passed. Print the collection form under My children on the site and take it to the preregistration when the school tells you.`
      : `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）的审核项已全部通过。请登录“个人中心”打印信息采集表，按学校通知带到学校预登记。`,
  REJECTED: (language, number, child) =>
    language === 'en'
      ? `[School enrolment] The record of ${child} (collection number ${groupCollectionNumber(number)}) was not approved. The reason, and how to ask for a second look, are under My children on the site.`
      : `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）审核未通过。原因和申请复核的办法请登录“个人中心”查看。`,
  APPEAL_DECIDED: (language, number, child) =>
    language === 'en'
      ? `[School enrolment] Your request for a second look at the record of ${child} (collection number ${groupCollectionNumber(number)}) has been answered: see My children on the site.`
      : `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）的复核申请已有答复，请登录“个人中心”查看。`,
  PREREGISTERED: (language, number, child) =>
    language === 'en'
      ? `[School enrolment] ${child} (collection number ${groupCollectionNumber(number)}) is preregistered at the school. The district publishes all results together; watch for our message.`
      : `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）已完成学校预登记。入学结果由区教委统一公布，请留意短信。`,
  PREREGISTRATION_UNDONE: (language, number, child) =>
    language === 'en'
      ? `[School enrolment] The school has undone the preregistration of ${child} (collection number ${groupCollectionNumber(number)}). The reason is under My children on the site. If you did not expect it, ask the school or call the district.`
      : `【小学入学服务】学校撤回了儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）的预登记，原因请登录“个人中心”查看。如有疑问，请问学校或拨打区教委电话。`,
  /** Not what is missing: it is read on the site. */
  ORIGINALS_MISSING: (language, number, child) =>
    language === 'en'
      ? `[School enrolment] Some originals for ${child} (collection number ${groupCollectionNumber(number)}) were missing at the school, so the child is not preregistered yet. What to bring is under My children on the site.`
      : `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）到学校核对原件时材料不齐，还没有预登记。要补带什么，请登录“个人中心”查看。`,
  RESULT_PUBLISHED: (language, number, child) =>
    language === 'en'
      ? `[School enrolment] The enrolment result of ${child} (collection number ${groupCollectionNumber(number)}) has been published: see My children on the site.`
      : `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）的入学结果已经公布，请登录“个人中心”查看。`,
  RESULT_CORRECTED: (language, number, child) =>
    language === 'en'
      ? `[School enrolment] The district has corrected the published enrolment result of ${child} (collection number ${groupCollectionNumber(number)}). What holds now, and why, is under My children on the site.`
      : `【小学入学服务】区教委更正了儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）已公布的入学结果。现在的结果和更正原因请登录“个人中心”查看。`,
  CORRECTION_DECLINED: (language, number, child) =>
    language === 'en'
      ? `[School enrolment] Your request for a correction of the record of ${child} (collection number ${groupCollectionNumber(number)}) has been answered; it was not corrected. The reason is under My children on the site.`
      : `【小学入学服务】儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）的更正申请已有答复，未予更正，原因请登录“个人中心”查看。`,
  CORRECTED: (language, number, child) =>
    language === 'en'
      ? `[School enrolment] The district has corrected what was registered about ${child} (collection number ${groupCollectionNumber(number)}). Please check it under My children on the site. If you did not ask for it, call the district.`
      : `【小学入学服务】区教委更正了儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）的注册信息，请登录“个人中心”核对。如果您没有申请更正，请拨打区教委电话。`,
  /** Nothing of the message: it is read on the site. */
  WRITTEN: (language, number, child) =>
    language === 'en'
      ? `[School enrolment] The district has written to you about ${child} (collection number ${groupCollectionNumber(number)}). Read and answer it under My children on the site; an answer to this SMS reaches nobody.`
      : `【小学入学服务】区教委就儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）给您留言，请登录“个人中心”查看和回复，直接回复短信无人接收。`,
};

/** `what`: what is to be done, and by when. */
export const reminderText = (language: Language, number: string, child: string, what: string): string =>
  language === 'en'
    ? `[School enrolment] Reminder for ${child} (collection number ${groupCollectionNumber(number)}): ${what} See My children on the site. If you have already done it, please ignore this message.`
    : `【小学入学服务】提醒：儿童 ${child}（信息采集编号 ${groupCollectionNumber(number)}）${what}请登录“个人中心”办理；已经办好的，无需理会。`;

/** The message with what the district adds to it. */
export const withSentence = (language: Language, text: string, sentence: string | null): string =>
  sentence === null ? text : `${text}${language === 'en' ? ' ' : ''}${sentence}`;

/** A message made up, for whoever writes a sentence. */
const EXAMPLE = { number: '20260100000017', child: '测***甲' } as const;
/** What takes most of all reminders; the test holds it to the turns that families are reminded of. */
export const LONGEST_TURN: Words = {
  'zh-CN': '全部审核通过。请打印信息采集表，按学校通知带到学校预登记，到 12 月 31 日 23:59 为止。',
  en: 'Everything has passed. Please print the collection form and take it to the school at the time it gives you until 23:59 on 30 September.',
};

/** A message as families will get it, and never longer: with the longest masked name, and of reminders the longest. */
export function exampleOf(kind: FamilyMessage, language: Language, sentence: string | null): string {
  const { number, child } = EXAMPLE;
  const text =
    kind === 'REMINDER'
      ? reminderText(language, number, child, LONGEST_TURN[language])
      : FAMILY_TEXTS[kind](language, number, child);
  return withSentence(language, text, sentence);
}

/** How many SMS a message may take with the district’s sentence, each of 67 characters. */
export const MOST_PARTS: Readonly<Record<Language, number>> = { 'zh-CN': 3, en: 6 };

/** A character of a name outside Unicode’s first plane takes the place of two; a masked name has two that are seen. */
const RARE_CHARACTERS = 2;
const lengthOf = (kind: FamilyMessage, language: Language, sentence: string | null) =>
  exampleOf(kind, language, sentence).length + RARE_CHARACTERS;

/** How many SMS the longest message of the kind takes. */
export const partsOfMessage = (kind: FamilyMessage, language: Language, sentence: string | null): number =>
  partsOf(lengthOf(kind, language, sentence));

/** How many characters a district’s sentence can have. */
export const roomIn = (kind: FamilyMessage, language: Language): number =>
  MOST_PARTS[language] * PART_LENGTH - lengthOf(kind, language, '');
