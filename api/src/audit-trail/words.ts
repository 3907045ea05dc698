import type { AuditAction } from '../platform/audit/actions.js';
import type { Language } from '../rulebook/refusal.js';

type Words = Readonly<Record<Language, string>>;

/** What was done, for the family that reads it. */
export const ACTION_WORDS: Readonly<Record<AuditAction, Words>> = {
  RECORD_REGISTERED: { 'zh-CN': '注册了儿童信息', en: 'registered the child' },
  RECORD_READ: { 'zh-CN': '查看了信息（证件号码遮盖）', en: 'looked at the record (numbers masked)' },
  DOCUMENTS_REVEALED: {
    'zh-CN': '查看了完整的证件号码和手机号',
    en: 'looked at the whole document numbers and phones',
  },
  RECORD_EXPORTED: {
    'zh-CN': '查看或下载了登记的全部信息（号码遮盖）',
    en: 'looked at or downloaded everything that is held (numbers masked)',
  },
  RECORD_EXPORTED_WHOLE: {
    'zh-CN': '查看或下载了登记的全部信息（完整号码）',
    en: 'looked at or downloaded everything that is held, with whole numbers',
  },
  FORM_PRINTED: {
    'zh-CN': '打印或下载了信息采集表',
    en: 'printed or downloaded the collection form',
  },
  RECORD_WITHDRAWN: { 'zh-CN': '撤销了信息', en: 'withdrew the record' },
  REGISTRATION_CORRECTED: { 'zh-CN': '更正了注册信息', en: 'corrected what was registered' },
  DETAILS_SAVED: { 'zh-CN': '暂存了详细信息', en: 'saved the details as a draft' },
  DETAILS_SUBMITTED: { 'zh-CN': '提交了详细信息', en: 'submitted the details' },
  AUTHORIZATION_GRANTED: { 'zh-CN': '授权了监护人(二)', en: 'authorised guardian (2)' },
  AUTHORIZATION_REVOKED: {
    'zh-CN': '取消了监护人(二)的授权',
    en: 'revoked the authorisation of guardian (2)',
  },
  AUTHORIZATION_ENDED: {
    'zh-CN': '改了监护人(二)，授权随之取消',
    en: 'changed guardian (2), which ended the authorisation',
  },
  IDENTITY_CHECK_PASSED: {
    'zh-CN': '身份证及户籍信息核验通过',
    en: 'verified the identity and household registration',
  },
  IDENTITY_CHECK_RETURNED: {
    'zh-CN': '退回了身份证及户籍信息',
    en: 'returned the identity and household registration',
  },
  IDENTITY_CHECK_FAILED: {
    'zh-CN': '身份证及户籍信息没有比对上',
    en: 'found no match for the identity and household registration',
  },
  ITEM_PENDING: { 'zh-CN': '把一个审核项改回待审核', en: 'put a review item back to be decided' },
  ITEM_PASSED: { 'zh-CN': '通过了一个审核项', en: 'passed a review item' },
  ITEM_RETURNED: { 'zh-CN': '退回了一个审核项', en: 'returned a review item' },
  ITEM_FAILED: { 'zh-CN': '判定一个审核项不通过', en: 'failed a review item' },
  RECORD_REJECTED: { 'zh-CN': '作出审核未通过的决定', en: 'decided not to approve the record' },
  APPEAL_MADE: { 'zh-CN': '申请了复核', en: 'asked for a second look' },
  APPEAL_ACCEPTED: { 'zh-CN': '同意了复核申请', en: 'accepted the request for a second look' },
  APPEAL_DISMISSED: {
    'zh-CN': '答复了复核申请，维持原决定',
    en: 'answered the second look: the decision stands',
  },
  PREREGISTERED: { 'zh-CN': '办理了学校预登记', en: 'preregistered the child' },
  ADMISSION_PENDING: { 'zh-CN': '收回了入学审核意见', en: 'took a decision about the admission back' },
  ADMISSION_ADMITTED: { 'zh-CN': '入学审核通过', en: 'approved the admission' },
  ADMISSION_NOT_ADMITTED: { 'zh-CN': '入学审核未通过', en: 'did not approve the admission' },
  RESULTS_PUBLISHED: { 'zh-CN': '公布了入学结果', en: 'published the results' },
  PHASE_SET: { 'zh-CN': '设定了日程', en: 'set a window of the calendar' },
};

export interface Office {
  readonly role: string;
  /** GUARDIAN or SECOND_GUARDIAN where a guardian acted. */
  readonly actor: string;
  readonly district: Words | null;
  readonly school: Words | null;
}

/** Who it was: role and office, never a person. */
export function officeInWords({ role, actor, district, school }: Office, language: Language): string {
  const place = district?.[language] ?? { 'zh-CN': '区', en: 'The district' }[language];
  switch (role) {
    case 'DISTRICT_OFFICER':
      return { 'zh-CN': `${place}教委 审核人员`, en: `${place} education commission, officer` }[language];
    case 'DISTRICT_ADMIN':
      return { 'zh-CN': `${place}教委 管理人员`, en: `${place} education commission, administrator` }[
        language
      ];
    case 'MUNICIPAL_ADMIN':
      return { 'zh-CN': '市教委 管理人员', en: 'City education commission, administrator' }[language];
    case 'SCHOOL_REGISTRAR':
      return {
        'zh-CN': `${school?.['zh-CN'] ?? '学校'} 登记人员`,
        en: `${school?.en ?? 'A school'}, registrar`,
      }[language];
    case 'GUARDIAN':
      return actor === 'SECOND_GUARDIAN'
        ? { 'zh-CN': '监护人(二)', en: 'Guardian (2)' }[language]
        : { 'zh-CN': '监护人(一)', en: 'Guardian (1)' }[language];
    default:
      return { 'zh-CN': '系统', en: 'The system' }[language];
  }
}
