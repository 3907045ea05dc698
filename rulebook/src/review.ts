import './office-rules.js';
import { businessDay } from './calendar.js';
import type { AdmissionOutcome, CheckStatus, Stage } from './vocabulary.js';
import { refuse, type Refusal } from './refusal.js';
import { RULES } from './rules.js';
import { STAGE_PLAN } from './stage-plan.js';
import { allows } from './stages.js';
import { isLongerThan, normaliseText } from './text.js';
import { SECOND_LOOK_UNDER_WAY } from './turns.js';
import { endOfDay } from './wall-clock.js';
import { checkWindow, type Window } from './window.js';
import { workingDayAfter, type IsWorkingDay } from './working-days.js';
import type { Words } from './words.js';

export const STATEMENT_LENGTH = 2_000;
/** Characters that nobody can see in a text, apart from line breaks, and the sign for a lost character. */
const INVISIBLE = /(?![\n\r\t])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\ufffd]/u;

export const stageConflict = (stage: Stage): Refusal =>
  refuse('stageConflict', { params: { stage: STAGE_PLAN[stage].name } });

/** A decision about what an officer has seen: whoever names no revision decides on the record as it is. */
export const checkRevision = (
  seen: number | null,
  present: number,
  rule: 'changedMeanwhile' | 'changedSinceDryRun' = 'changedMeanwhile',
): Refusal[] => (seen === null || seen === present ? [] : [refuse(rule)]);

/** A reason or statement that a person will read must be there, not too long, and without hidden characters. */
export function checkReason(
  text: string | null,
  field: string,
  { required, longest = RULES.reasonTooLong.limit }: { required: boolean; longest?: number },
): Refusal[] {
  const written = normaliseText(text ?? '');
  if (written === '') return required ? [refuse('required', { field })] : [];
  return [
    ...(isLongerThan(written, longest)
      ? [refuse('reasonTooLong', { field, params: { limit: longest } })]
      : []),
    ...(INVISIBLE.test(text ?? '') ? [refuse('reasonFormat', { field })] : []),
  ];
}

export interface ItemDecision {
  readonly status: CheckStatus;
  readonly reason: string | null;
  readonly remedy: string | null;
  readonly dueAt: Date | null;
}

/** Whether an item can be decided at this stage, whatever is decided. */
export function itemStanding({ stage, exists }: { stage: Stage; exists: boolean }): Refusal[] {
  if (STAGE_PLAN[stage].items !== 'OPEN') return [stageConflict(stage)];
  return exists ? [] : [refuse('reviewItemNone', { field: 'kind' })];
}

/** 三(二): an officer decides one item of a record whose identity is verified, or that has been returned. */
export function checkItemDecision(
  { status, reason, remedy, dueAt }: ItemDecision,
  facts: { stage: Stage; exists: boolean },
  now: Date,
): Refusal[] {
  const standing = itemStanding(facts);
  if (standing.length > 0) return standing;
  const explained = status === 'RETURNED' || status === 'FAILED';
  return [
    ...checkReason(reason, 'reason', { required: explained }),
    ...checkReason(remedy, 'remedy', { required: false }),
    ...(dueAt && dueAt <= now ? [refuse('dueDatePast', { field: 'dueAt' })] : []),
  ];
}

/** The rule that a rejection rests on. */
export const REJECTION_RULE: Words = {
  'zh-CN': '入学资格审核项全部通过后才能打印信息采集表、办理学校预登记（操作手册三（二）3）。',
  en: 'Only when every review item has passed can the form be printed and the child be preregistered (manual 三(二)3).',
};

/** What a family can do about a rejection, as it stands. */
const REMEDIES = {
  ASK: {
    'zh-CN':
      '您可以在期限前申请复核一次，写明哪一项、为什么，并准备好材料；也可以拨打区教委电话。孩子在户籍所在地入学不受影响。',
    en: 'You can ask once for a second look before the due date: say which item and why, and have the papers at hand; or call the district. Enrolling where the household is registered is not affected.',
  },
  WAIT: SECOND_LOOK_UNDER_WAY,
  FOLLOW: {
    'zh-CN': '区教委正在重新审核，进度和结果请登录“个人中心”查看。',
    en: 'The district is reviewing the record again. How far it is, and the result, are under My children on the site.',
  },
  LAST: {
    'zh-CN':
      '请拨打区教委电话了解其他途径。对结果不服的，可以依法申请行政复议或提起行政诉讼。孩子在户籍所在地入学不受影响。',
    en: 'Call the district about other ways. The law also allows an administrative review or a court action. Enrolling where the household is registered is not affected.',
  },
} as const satisfies Record<string, Words>;

/** The end of the last working day for a second look; the day on which the verdict is shown is not counted. */
export const appealDue = (shownAt: Date, isWorkingDay: IsWorkingDay): Date =>
  endOfDay(workingDayAfter(businessDay(shownAt), RULES.appealOver.limit, isWorkingDay));

interface AppealFacts {
  readonly stage: Stage;
  readonly dueAt: Date | null;
  readonly made: boolean;
}

/** 申请复核 is possible once, and within its time. */
export function appealStanding({ stage, dueAt, made }: AppealFacts, hotline: string, now: Date): Refusal[] {
  if (made) return [refuse('appealOnce', { params: { hotline } })];
  if (!allows('APPEAL', stage)) return [stageConflict(stage)];
  if (!dueAt || now >= dueAt) return [refuse('appealOver', { params: { hotline } })];
  return [];
}

/** What the family can still do: ask for a second look, wait for it, follow what came of it, or take another way. */
export function remedyFor(facts: AppealFacts, now: Date): Words {
  if (facts.stage === 'APPEALED') return REMEDIES.WAIT;
  if (facts.stage !== 'REJECTED') return REMEDIES.FOLLOW;
  return appealStanding(facts, '', now).length === 0 ? REMEDIES.ASK : REMEDIES.LAST;
}

export type Verdict = 'REJECTED' | 'UPHELD' | 'REOPENED';

/** The newest decision about a record that was rejected: a record whose second look was accepted can be rejected again. */
export function newestVerdict({ stage, accepted }: { stage: Stage; accepted: boolean | null }): Verdict {
  if (accepted === null) return 'REJECTED';
  if (!accepted) return 'UPHELD';
  return stage === 'REJECTED' ? 'REJECTED' : 'REOPENED';
}

/** The same, with the statement of what is to be looked at again. */
export function checkAppeal(statement: string, facts: AppealFacts, hotline: string, now: Date): Refusal[] {
  const standing = appealStanding(facts, hotline, now);
  if (standing.length > 0) return standing;
  return checkReason(statement, 'statement', { required: true, longest: STATEMENT_LENGTH });
}

/** 学校预登记 by a school of the record's district, in its window, once everything has passed. */
export function checkPreregistration(
  { stage, sameDistrict, window }: { stage: Stage; sameDistrict: boolean; window: Window | null },
  hotline: string,
  now: Date,
): Refusal[] {
  if (!sameDistrict) return [refuse('schoolOfOtherDistrict', { field: 'school' })];
  if (!allows('PREREGISTER', stage)) return [stageConflict(stage)];
  return checkWindow(window, now, hotline, null);
}

/** Whether an admission can be decided now, whatever is decided. */
export function admissionStanding({ stage, published }: { stage: Stage; published: boolean }): Refusal[] {
  if (STAGE_PLAN[stage].school !== 'REACHED') return [stageConflict(stage)];
  return published ? [refuse('resultPublished')] : [];
}

/** 区教委审核 of a preregistered child, until the result is published. */
export function checkAdmission(
  {
    outcome,
    note,
    school = null,
  }: { outcome: AdmissionOutcome; note: string | null; school?: string | null },
  facts: { stage: Stage; published: boolean },
): Refusal[] {
  const standing = admissionStanding(facts);
  if (standing.length > 0) return standing;
  return [
    ...(school !== null && outcome !== 'ADMITTED'
      ? [refuse('schoolWithoutAdmission', { field: 'school' })]
      : []),
    ...checkReason(note, 'note', { required: outcome === 'NOT_ADMITTED' }),
  ];
}

/** 五(二)1 */
export const checkResult = (published: boolean): Refusal[] => (published ? [] : [refuse('resultNotYet')]);
