import { REVIEW_ITEM_NAMES } from './names.js';
import type { Language } from './refusal.js';
import type { HiddenUntil } from './stage-plan.js';
import { REVIEW_ITEM_KINDS, type EventKind } from './vocabulary.js';

interface EventMeaning {
  readonly 'zh-CN': string;
  readonly en: string;
  /** Until when it is hidden from the family; null if the family learns of it at once. */
  readonly hiddenUntil: HiddenUntil | null;
}

const event = (zh: string, en: string, hiddenUntil: HiddenUntil | null = null): EventMeaning => ({
  'zh-CN': zh,
  en,
  hiddenUntil,
});

/**
 * What each event is called, and when a family learns of it. {what} is the review item that it was about. A step of the
 * review that changes the stage is hidden with that stage (stage-plan.ts).
 */
export const EVENTS: Readonly<Record<EventKind, EventMeaning>> = {
  REGISTERED: event('注册', 'Registered'),
  DETAILS_DRAFTED: event('暂存详细信息', 'Details saved as a draft'),
  DETAILS_SUBMITTED: event('提交详细信息', 'Details submitted'),
  IDENTITY_VERIFIED: event('身份证及户籍信息已验证', 'Identity and household registration verified'),
  IDENTITY_RECHECKED: event('更正后重新核验', 'Verified again after a correction'),
  IDENTITY_CHECK_PASSED: event('身份证及户籍信息已验证', 'Identity and household registration verified'),
  IDENTITY_CHECK_FAILED: event(
    '身份证及户籍信息待人工核对',
    'Identity and household registration to be checked by an officer',
  ),
  ITEM_PENDING: event('重新审核：{what}', 'To be reviewed again: {what}', 'REVIEW_OPENS'),
  ITEM_PASSED: event('审核通过：{what}', 'Passed: {what}', 'REVIEW_OPENS'),
  ITEM_RETURNED: event('退回补充更正：{what}', 'Returned for correction: {what}', 'REVIEW_OPENS'),
  ITEM_FAILED: event('审核未通过：{what}', 'Not passed: {what}', 'REVIEW_OPENS'),
  RETURNED: event('退回补充更正：{what}', 'Returned for correction: {what}'),
  RETURN_LIFTED: event('退回的内容已处理', 'What was returned is settled'),
  APPROVED: event('审核全部通过', 'Everything passed'),
  REJECTED: event('审核未通过', 'Not approved'),
  APPEALED: event('申请复核', 'Second look asked for'),
  APPEAL_ACCEPTED: event('复核：重新审核', 'Second look: reviewed again'),
  APPEAL_DISMISSED: event('复核：维持原结果', 'Second look: the verdict stands'),
  PREREGISTERED: event('学校预登记完成', 'Preregistered by the school'),
  PREREGISTRATION_UNDONE: event('学校撤回预登记', 'Preregistration undone by the school'),
  ADMITTED: event('区教委审核通过', 'Admitted by the district', 'RESULT_PUBLISHED'),
  ADMISSION_TAKEN_BACK: event(
    '收回入学审核意见',
    'Decision about the admission taken back',
    'RESULT_PUBLISHED',
  ),
  RESULT_PUBLISHED: event('公布入学结果', 'Result published'),
  RESULT_CORRECTED: event('更正入学结果', 'Result corrected'),
  AUTHORIZATION_GRANTED: event('授权监护人（二）', 'The second guardian is authorised'),
  AUTHORIZATION_REVOKED: event('取消授权', 'Authorisation revoked'),
  AUTHORIZATION_ENDED: event(
    '监护人（二）有变更，授权自动取消',
    'The second guardian changed: authorisation ended',
  ),
  REGISTRATION_CORRECTED: event('区教委更正注册信息', 'Registration corrected by the district'),
  WITHDRAWN: event('撤销', 'Withdrawn'),
  ERASED: event('到期删除', 'Erased when its period was over'),
};

/** An event in words; its note names the review item, where it is about one. */
export function eventInWords(kind: EventKind, note: string | null, language: Language): string {
  const item = REVIEW_ITEM_KINDS.find((one) => one === note) ?? 'OTHER';
  return EVENTS[kind][language].replace('{what}', REVIEW_ITEM_NAMES[item][language]);
}
