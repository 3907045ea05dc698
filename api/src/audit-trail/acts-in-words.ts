import '@enrolment/rulebook/office-rules.js';
import { REVIEW_ITEM_NAMES } from '@enrolment/rulebook/names.js';
import { describe, type Language } from '@enrolment/rulebook/refusal.js';
import type { RuleName } from '@enrolment/rulebook/rules.js';
import type { ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
import { names } from '@enrolment/rulebook/words.js';
import type { EditedKind } from '../edition/edition.entity.js';
import { fieldInWords, valueInWords } from '../edition/words.js';
import { NOTICE_NAMES, type NoticeKind } from '../notice/notice.entity.js';
import type { JobKind } from '../job/job.entity.js';
import type { AuditAction } from '../platform/audit/actions.js';
import type { AuditDetail } from '../platform/audit/audit.entity.js';
import { BETWEEN, purposeInWords } from './list-in-words.js';

const JOB_NAMES = names<JobKind>({
  DECIDE_REVIEW_ITEM: ['审核项', 'review items'],
  DECIDE_IDENTITY_CHECK: ['身份证及户籍信息', 'identity checks'],
  REJECT_RECORDS: ['审核未通过', 'rejections'],
  PREREGISTER: ['学校预登记', 'preregistrations'],
  APPROVE_ADMISSIONS: ['入学审核', 'admissions'],
  CLAIM_RECORDS: ['认领', 'taking in hand'],
  RELEASE_RECORDS: ['放回', 'giving back'],
  TAKE_OVER_RECORDS: ['接手', 'taking over'],
  EXPORT_LIST: ['完整导出名单', 'export of a list in full'],
});

const EDITED: Partial<Record<AuditAction, EditedKind>> = {
  CALENDAR_SET: 'CALENDAR',
  PHASE_SET: 'CALENDAR',
  DESK_SET: 'DESK',
  SCHOOL_SET: 'SCHOOL',
  SEASON_PLANNED: 'SEASON',
  HOLIDAYS_SET: 'HOLIDAYS',
  JOINT_REVIEW_SET: 'JOINT_REVIEW',
  RETURN_TEXT_CREATED: 'RETURN_TEXT',
  RETURN_TEXT_CHANGED: 'RETURN_TEXT',
  ROLE_GIVEN: 'STAFF_GRANT',
  ROLE_END_CHANGED: 'STAFF_GRANT',
  ROLE_TAKEN: 'STAFF_GRANT',
};

/** What an act about many records, or about what a district sets for itself, was about; null for the others. */
export function actInWords(
  action: AuditAction,
  detail: AuditDetail | null,
  language: Language,
): string | null {
  if (detail === null) return null;
  if (action === 'SECOND_PERSON_SET') return NEEDED[detail.needed as 'true' | 'false'][language];
  if (action === 'ORIGINALS_MISSING')
    return (detail.missing as readonly (ReviewItemKind | 'FORM')[])
      .map((kind) => (kind === 'FORM' ? SIGNED_FORM : REVIEW_ITEM_NAMES[kind])[language])
      .join(BETWEEN[language]);
  if (action === 'REFUSED_AT_DESK')
    return (detail.rules as readonly RuleName[]).map((rule) => describe(rule, language).text).join(' ');
  if (action.startsWith('BULK_') || action === 'EXPORT_DOWNLOADED') {
    const kind = JOB_NAMES[detail.kind as JobKind][language];
    const total = Number(detail.total);
    const what = {
      'zh-CN': `${kind}，${total} 条`,
      en: `${kind}, ${total === 1 ? '1 record' : `${total} records`}`,
    }[language];
    return detail.purpose === undefined
      ? what
      : [what, purposeInWords(detail.purpose, language)].join(BETWEEN[language]);
  }
  if (action === 'NOTICE_PUBLISHED')
    return `${NOTICE_NAMES[detail.kind as NoticeKind][language]} ${String(detail.version)}`;
  const edited = action === 'OWN_DATA_SET' ? (detail.kind as EditedKind) : EDITED[action];
  if (detail.paper !== undefined)
    return { 'zh-CN': `签字的纸：${String(detail.paper)}`, en: `signed paper: ${String(detail.paper)}` }[
      language
    ];
  if (edited === undefined || !Array.isArray(detail.changes)) return null;
  const changes = (detail.changes as readonly string[])
    .map((change) => changeInWords(edited, change, language))
    .join({ 'zh-CN': '；', en: '; ' }[language]);
  // A role that is changed or taken says whose it is beside what changes, and a season its year.
  const of = action === 'ROLE_GIVEN' ? undefined : (detail.account ?? detail.year);
  return of === undefined ? changes : `${String(of)}: ${changes}`;
}

const SIGNED_FORM = { 'zh-CN': '签好字的采集表', en: 'the signed collection form' };
const NEEDED = names<'true' | 'false'>({ true: ['需要', 'it does'], false: ['不需要', 'it does not'] });

/** `field: before → after`, as the trail keeps it. */
function changeInWords(kind: EditedKind, change: string, language: Language): string {
  const [, field, before, after] = /^([^]+?): ([^]*) → ([^]*)$/.exec(change) ?? [];
  if (field === undefined) return change;
  const value = (text: string) => (text === '—' ? text : valueInWords(kind, field, text, language));
  return `${fieldInWords(kind, field, language)}: ${value(before!)} → ${value(after!)}`;
}
