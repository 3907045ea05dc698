import type { AdmissionOutcome, CheckStatus, Stage } from './vocabulary.js';
import { refuse, type Language, type Refusal } from './refusal.js';
import { RULES } from './rules.js';
import { STAGE_PLAN } from './stage-plan.js';
import { isLongerThan, normaliseText } from './text.js';
import { checkWindow, type Window } from './window.js';

const DAY_MS = 86_400_000;
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
  if (stage !== 'IDENTITY_VERIFIED' && stage !== 'RETURNED') return [stageConflict(stage)];
  return exists ? [] : [refuse('reviewItemNone', { field: 'kind' })];
}

/** 三(二)3: where an item can be undecided. Before there are none, and a record is approved only when all have passed. */
export const UNDECIDED_STAGES = [
  'SUBMITTED',
  'IDENTITY_VERIFIED',
  'RETURNED',
  'REJECTED',
  'APPEALED',
] as const satisfies Stage[];

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

/** The rule that a rejection rests on, and what the family can still do. */
export const REJECTION: Readonly<Record<Language, { rule: string; remedy: string }>> = {
  'zh-CN': {
    rule: '入学资格审核项全部通过后才能打印信息采集表、办理学校预登记（操作手册三（二）3）。',
    remedy: `您可以在期限前申请复核一次，写明哪一项、为什么，并准备好材料；也可以拨打区教委电话。孩子在户籍所在地入学不受影响。`,
  },
  en: {
    rule: 'Only when every review item has passed can the form be printed and the child be preregistered (manual 三(二)3).',
    remedy:
      'You can ask once for a second look before the due date: say which item and why, and have the papers at hand; or call the district. Enrolling where the household is registered is not affected.',
  },
};

export const appealDue = (rejectedAt: Date): Date =>
  new Date(rejectedAt.getTime() + RULES.appealOver.limit * DAY_MS);

interface AppealFacts {
  readonly stage: Stage;
  readonly dueAt: Date | null;
  readonly made: boolean;
}

/** 申请复核 is possible once, and within its time. */
export function appealStanding({ stage, dueAt, made }: AppealFacts, hotline: string, now: Date): Refusal[] {
  if (made) return [refuse('appealOnce', { params: { hotline } })];
  if (stage !== 'REJECTED') return [stageConflict(stage)];
  if (!dueAt || now >= dueAt) return [refuse('appealOver', { params: { hotline } })];
  return [];
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
  if (stage !== 'APPROVED') return [stageConflict(stage)];
  return checkWindow(window, now, hotline, null);
}

/** Whether an admission can be decided now, whatever is decided. */
export function admissionStanding({ stage, published }: { stage: Stage; published: boolean }): Refusal[] {
  if (stage !== 'PREREGISTERED' && stage !== 'ADMITTED') return [stageConflict(stage)];
  return published ? [refuse('resultPublished')] : [];
}

/** 区教委审核 of a preregistered child, until the result is published. */
export function checkAdmission(
  { outcome, note }: { outcome: AdmissionOutcome; note: string | null },
  facts: { stage: Stage; published: boolean },
): Refusal[] {
  const standing = admissionStanding(facts);
  if (standing.length > 0) return standing;
  return checkReason(note, 'note', { required: outcome === 'NOT_ADMITTED' });
}

/** 五(二)1 */
export const checkResult = (published: boolean): Refusal[] => (published ? [] : [refuse('resultNotYet')]);
