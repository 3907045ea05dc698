import type { Language } from '@enrolment/rulebook/refusal.js';
import type { Words } from '@enrolment/rulebook/words.js';
import { ACTOR_NAMES } from '@enrolment/rulebook/names.js';
import type { AuditAction } from '../platform/audit/actions.js';

/** What was done, for the family that reads it. */
export const ACTION_WORDS: Readonly<Record<AuditAction, Words>> = {
  RECORD_REGISTERED: { 'zh-CN': '注册了儿童信息', en: 'registered the child' },
  REGISTERED_AT_DESK: {
    'zh-CN': '在窗口代家长注册了儿童信息',
    en: 'registered the child at the desk, for the family',
  },
  REFUSED_AT_DESK: {
    'zh-CN': '在窗口代家长注册，没有注册成',
    en: 'tried to register a child at the desk, and was refused',
  },
  FAMILY_ASSISTED: {
    'zh-CN': '在窗口开始和家长一起办理',
    en: 'began to fill in at the desk, with the family',
  },
  WITHDRAWN_AT_DESK: {
    'zh-CN': '在窗口代家长撤销了信息',
    en: 'withdrew the record at the desk, for the family',
  },
  RECORD_TAKEN_OVER: {
    'zh-CN': '用自己的账号接管了窗口代办的信息',
    en: 'took the record over from the desk',
  },
  RECORD_READ: { 'zh-CN': '查看了信息（证件号码遮盖）', en: 'looked at the record (numbers masked)' },
  RECORDS_LISTED: {
    'zh-CN': '查看了名单（证件号码遮盖）',
    en: 'looked at a list of records (numbers masked)',
  },
  ITEM_READ: {
    'zh-CN': '查看了一个审核项的材料信息（姓名、号码遮盖）',
    en: 'looked at what a review item is about (names and numbers masked)',
  },
  ITEM_REVEALED: {
    'zh-CN': '查看了一个审核项的完整姓名和号码',
    en: 'looked at the whole names and numbers of a review item',
  },
  DOCUMENTS_REVEALED: {
    'zh-CN': '查看了完整的证件号码和手机号',
    en: 'looked at the whole document numbers and phones',
  },
  DOCUMENT_REVEALED: {
    'zh-CN': '查看了一个人的完整证件号码和手机号',
    en: 'looked at the whole document number and phone of one person',
  },
  LIST_EXPORTED: {
    'zh-CN': '导出了名单（完整的姓名、证件号码和手机号）',
    en: 'exported a list (whole names, document numbers and phones)',
  },
  EXPORT_DOWNLOADED: { 'zh-CN': '下载了导出的名单', en: 'downloaded an exported list' },
  RECORD_CLAIMED: { 'zh-CN': '开始办理', en: 'took the record in hand' },
  RECORD_RELEASED: { 'zh-CN': '放回，交由同事办理', en: 'gave the record back to the colleagues' },
  CLAIM_TAKEN_OVER: { 'zh-CN': '接手办理', en: 'took the record over from a colleague' },
  RECORD_HANDED_OVER: { 'zh-CN': '转给同事办理', en: 'gave the record to a colleague' },
  RECORD_EXPORTED: {
    'zh-CN': '查看或下载了注册的全部信息（号码遮盖）',
    en: 'looked at or downloaded everything that is held (numbers masked)',
  },
  RECORD_EXPORTED_WHOLE: {
    'zh-CN': '查看或下载了注册的全部信息（完整号码）',
    en: 'looked at or downloaded everything that is held, with whole numbers',
  },
  FORM_PRINTED: {
    'zh-CN': '打印或下载了信息采集表',
    en: 'printed or downloaded the collection form',
  },
  DECISION_NOTICE_PRINTED: {
    'zh-CN': '打印或下载了审核决定告知书',
    en: 'printed or downloaded the decision notice',
  },
  RECORD_WITHDRAWN: { 'zh-CN': '撤销了信息', en: 'withdrew the record' },
  REGISTRATION_CORRECTED: { 'zh-CN': '更正了注册信息', en: 'corrected what was registered' },
  CORRECTION_REQUESTED: { 'zh-CN': '申请更正注册信息', en: 'asked for a correction' },
  CORRECTION_TAKEN_BACK: { 'zh-CN': '撤回了更正申请', en: 'took the request for a correction back' },
  CORRECTION_PROPOSED: { 'zh-CN': '同意更正，等待复核', en: 'agreed to the correction, to be confirmed' },
  CORRECTION_DECLINED: { 'zh-CN': '没有同意更正申请', en: 'declined the request for a correction' },
  MESSAGE_TO_OFFICE: { 'zh-CN': '给区教委留了言', en: 'wrote to the district' },
  MESSAGE_TO_FAMILY: { 'zh-CN': '给家长留了言', en: 'wrote to the family' },
  MESSAGES_SETTLED: { 'zh-CN': '把留言标为无需回复', en: 'marked messages as needing no answer' },
  NOT_A_DUPLICATE: {
    'zh-CN': '确认与另一份信息不是同一个孩子',
    en: 'recorded that another record is of another child',
  },
  RECORD_FROZEN: { 'zh-CN': '因证件有争议暂停办理', en: 'froze the record, since its document is disputed' },
  RECORD_UNFROZEN: { 'zh-CN': '核实清楚，恢复办理', en: 'lifted the freeze of the record' },
  DETAILS_SAVED: { 'zh-CN': '暂存了详细信息', en: 'saved the details as a draft' },
  DETAILS_SUBMITTED: { 'zh-CN': '提交了详细信息', en: 'submitted the details' },
  AUTHORIZATION_GRANTED: { 'zh-CN': '授权了监护人（二）', en: 'authorised guardian (2)' },
  AUTHORIZATION_REVOKED: {
    'zh-CN': '取消了监护人（二）的授权',
    en: 'revoked the authorisation of guardian (2)',
  },
  AUTHORIZATION_ENDED: {
    'zh-CN': '改了监护人（二），授权随之取消',
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
  ITEM_PENDING: { 'zh-CN': '把一个审核项改回待审核', en: 'set a review item back to pending' },
  ITEM_PASSED: { 'zh-CN': '通过了一个审核项', en: 'passed a review item' },
  ITEM_RETURNED: { 'zh-CN': '退回了一个审核项', en: 'returned a review item' },
  ITEM_FAILED: { 'zh-CN': '判定一个审核项不通过', en: 'failed a review item' },
  RECORD_REJECTED: { 'zh-CN': '作出审核未通过的决定', en: 'decided not to approve the record' },
  APPEAL_MADE: { 'zh-CN': '申请了复核', en: 'asked for a second look' },
  APPEAL_ACCEPTED: { 'zh-CN': '同意了复核申请', en: 'accepted the request for a second look' },
  APPEAL_DISMISSED: {
    'zh-CN': '答复了复核申请，维持原决定',
    en: 'answered the request for a second look: the decision stands',
  },
  PREREGISTERED: { 'zh-CN': '办理了学校预登记', en: 'preregistered the child' },
  PREREGISTRATION_UNDONE: { 'zh-CN': '撤回了学校预登记', en: 'undid the preregistration' },
  ORIGINALS_MISSING: {
    'zh-CN': '记下了学校核对原件时缺的材料',
    en: 'noted which originals were missing at the school',
  },
  ORIGINALS_MISSING_TAKEN_BACK: {
    'zh-CN': '撤回了缺材料的记录',
    en: 'took back what was noted as missing at the school',
  },
  ADMISSION_PENDING: { 'zh-CN': '收回了入学审核意见', en: 'took back a decision about the admission' },
  ADMISSION_ADMITTED: { 'zh-CN': '入学审核通过', en: 'approved the admission' },
  ADMISSION_NOT_ADMITTED: { 'zh-CN': '入学审核未通过', en: 'did not approve the admission' },
  RESULTS_PUBLISHED: { 'zh-CN': '公布了入学结果', en: 'published the results' },
  RESULT_CORRECTION_PROPOSED: {
    'zh-CN': '提出更正已公布的入学结果',
    en: 'proposed a correction of the published result',
  },
  RESULT_CORRECTION_DECLINED: {
    'zh-CN': '没有更正已公布的入学结果',
    en: 'did not correct the published result',
  },
  RESULT_CORRECTED: { 'zh-CN': '更正了已公布的入学结果', en: 'corrected the published result' },
  PUBLICATION_PROPOSED: { 'zh-CN': '提出公布入学结果', en: 'proposed a publication of the results' },
  PUBLICATION_CONFIRMED: {
    'zh-CN': '确认了同事提出的公布',
    en: 'confirmed the publication that a colleague had proposed',
  },
  PUBLICATION_CANCELLED: { 'zh-CN': '取消了公布', en: 'cancelled a publication of the results' },
  PUBLICATION_FAILED: { 'zh-CN': '到了时间没有公布', en: 'did not publish the results at their time' },
  SECOND_PERSON_SET: {
    'zh-CN': '设定了要不要第二人确认',
    en: 'set whether something takes a second person',
  },
  BULK_TRIED: { 'zh-CN': '试算了一批', en: 'tried a decision about many records' },
  BULK_STARTED: { 'zh-CN': '开始办理一批', en: 'started a decision about many records' },
  BULK_PROPOSED: { 'zh-CN': '提出一批，等第二人确认', en: 'proposed a decision about many records' },
  BULK_CONFIRMED: { 'zh-CN': '确认了同事提出的一批', en: 'confirmed what a colleague had proposed' },
  BULK_DECLINED: { 'zh-CN': '没有同意同事提出的一批', en: 'declined what a colleague had proposed' },
  BULK_CANCELLED: { 'zh-CN': '停止了一批', en: 'cancelled a decision about many records' },
  CALENDAR_SET: { 'zh-CN': '修改了日程', en: 'changed the calendar' },
  SCHOOL_SET: { 'zh-CN': '修改了学校或招生计划', en: 'changed a school or its plan' },
  DESK_SET: { 'zh-CN': '修改了招生电话和窗口', en: 'changed the phones and desk of the district' },
  HOLIDAYS_SET: { 'zh-CN': '修改了节假日', en: 'changed the holidays of a year' },
  JOINT_REVIEW_SET: { 'zh-CN': '修改了联审分工', en: 'set who decides which review item' },
  OWN_DATA_SET: {
    'zh-CN': '修改了问题、审核项、材料、政策、短信附言或常用回复',
    en: 'changed questions, review items, papers, policies, sentences in messages or answers',
  },
  NOTICE_PUBLISHED: { 'zh-CN': '发布了须知的新版本', en: 'published a new version of a notice' },
  RETURN_TEXT_CREATED: { 'zh-CN': '新建了退回理由模板', en: 'wrote a text for returning an item' },
  RETURN_TEXT_CHANGED: { 'zh-CN': '修改了退回理由模板', en: 'changed a text for returning an item' },
  PHASE_SET: { 'zh-CN': '设定了日程', en: 'set a window of the calendar' },
  RETENTION_ERASED: { 'zh-CN': '到期删除了个人信息', en: 'erased personal data whose period had passed' },
  SET_UP: { 'zh-CN': '按文件设置了基础数据', en: 'set up the city from files' },
  SEASON_PLANNED: { 'zh-CN': '设置了入学年度', en: 'planned a season' },
  SEASON_OPENED: { 'zh-CN': '启用了入学年度', en: 'opened a season' },
  SEASON_CLOSED: { 'zh-CN': '结束了入学年度', en: 'closed a season' },
  ROLE_GIVEN: { 'zh-CN': '授予了权限', en: 'gave somebody a role' },
  ROLE_END_CHANGED: { 'zh-CN': '修改了权限的截止日期', en: 'changed when a role ends' },
  ROLE_TAKEN: { 'zh-CN': '收回了权限', en: 'took a role away' },
  API_TOKEN_CREATED: { 'zh-CN': '创建了接口令牌', en: 'created an API token' },
  API_TOKEN_REVOKED: { 'zh-CN': '撤销了接口令牌', en: 'revoked an API token' },
  SEASON_ARCHIVED: { 'zh-CN': '归档了入学年度', en: 'archived a season' },
  POLICY_SIMULATED: { 'zh-CN': '测算了政策变化的影响', en: 'simulated a change of the rules' },
  WEBHOOK_CREATED: { 'zh-CN': '创建了 webhook', en: 'created a webhook' },
  WEBHOOK_CHANGED: { 'zh-CN': '更改了 webhook', en: 'changed a webhook' },
  WEBHOOK_SECRET_ROTATED: { 'zh-CN': '更换了 webhook 的密钥', en: 'changed the secret of a webhook' },
  WEBHOOK_REPLAYED: { 'zh-CN': '重新发送了 webhook 的通知', en: 'had a webhook send again' },
  WEBHOOK_DELETED: { 'zh-CN': '删除了 webhook', en: 'deleted a webhook' },
  WEBHOOK_DISABLED: {
    'zh-CN': '停用了长期无法送达的 webhook',
    en: 'switched off a webhook that had long failed',
  },
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
    case 'DISTRICT_SYSTEM':
      return { 'zh-CN': `${place}教委 业务系统`, en: `${place} education commission, its system` }[language];
    case 'MUNICIPAL_SYSTEM':
      return { 'zh-CN': '市教委 业务系统', en: 'City education commission, its system' }[language];
    case 'SCHOOL_REGISTRAR':
      return {
        'zh-CN': `${school?.['zh-CN'] ?? '学校'} 登记人员`,
        en: `${school?.en ?? 'A school'}, registrar`,
      }[language];
    case 'SUBDISTRICT_OFFICER':
      return { 'zh-CN': `${place} 街道审核人员`, en: `${place}, officer of a subdistrict` }[language];
    case 'DEPARTMENT_REVIEWER':
      return { 'zh-CN': `${place} 联审部门审核人员`, en: `${place}, reviewer of a department` }[language];
    case 'GUARDIAN':
      return ACTOR_NAMES[actor === 'SECOND_GUARDIAN' ? actor : 'GUARDIAN'][language];
    default:
      return ACTOR_NAMES.SYSTEM[language];
  }
}
