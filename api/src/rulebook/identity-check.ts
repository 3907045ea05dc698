import type { CheckStatus, Stage } from '../vocabulary.js';
import type { Language, Refusal } from './refusal.js';
import { checkReason, stageConflict } from './review.js';

const MINUTE_MS = 60_000;

/** How long the automatic match usually takes at most; who has waited longer is told so, and the office is alerted. */
export const EXPECTED_WAIT_MINUTES = 30;
/** An answer that has not come is asked for again, since it may have been lost on its way. */
export const ASK_AGAIN_MINUTES = 10;

export const minutesBefore = (now: Date, minutes: number): Date =>
  new Date(now.getTime() - minutes * MINUTE_MS);

export const expectedBy = (requestedAt: Date): Date =>
  new Date(requestedAt.getTime() + EXPECTED_WAIT_MINUTES * MINUTE_MS);

export interface Waiting {
  readonly status: CheckStatus;
  readonly requestedAt: Date;
}

export const isOverdue = ({ status, requestedAt }: Waiting, now: Date): boolean =>
  status === 'PENDING' && expectedBy(requestedAt) <= now;

/** What the status means and what the family can do, where the officer has not said it in words of his own. */
export function explainCheck(
  check: Waiting | null,
  hotline: string,
  language: Language,
  now: Date,
): string | null {
  if (check?.status === 'FAILED') {
    return language === 'en'
      ? `The automatic match found a difference. This is no decision: an officer of the district looks at it, and you need not do anything now. Please see whether names and document numbers are as on the documents; if something is wrong, or after a few working days, call the district on ${hotline}.`
      : `自动比对没有对上，这不是最终结论，由区教委人工核对，您现在不需要做什么。请看看姓名和证件号码是否和证件上一致；如果有误，或过了几个工作日还没有结果，请打区教委电话 ${hotline}。`;
  }
  if (check && isOverdue(check, now)) {
    return language === 'en'
      ? `The check usually takes up to ${EXPECTED_WAIT_MINUTES} minutes and has taken longer. We keep asking, and the district has been told; your details are safe and you need not do anything. Questions: ${hotline}.`
      : `核验一般 ${EXPECTED_WAIT_MINUTES} 分钟内有结果，这次比平时久。系统会继续查询，也已经提醒区教委；您提交的信息不受影响，现在不需要做什么。有疑问请打 ${hotline}。`;
  }
  return null;
}

export interface IdentityDecision {
  readonly status: Exclude<CheckStatus, 'PENDING'>;
  readonly reason: string | null;
}

/** From where an officer decides what: a failed match ends nothing, and what was returned by mistake is taken back. */
function mayDecide(status: IdentityDecision['status'], stage: Stage, check: CheckStatus): boolean {
  if (stage === 'SUBMITTED') return true;
  // A second look that was granted can go on without the identity: it is decided there.
  if (stage === 'IDENTITY_VERIFIED') return status === 'RETURNED' || check !== 'PASSED';
  return stage === 'RETURNED' && status === 'PASSED' && check === 'RETURNED';
}

/** 身份证及户籍信息核验 by an officer: needs a reason unless it passes. */
export function checkIdentityDecision(
  { status, reason }: IdentityDecision,
  { stage, check }: { stage: Stage; check: CheckStatus | null },
): Refusal[] {
  if (check === null || !mayDecide(status, stage, check)) return [stageConflict(stage)];
  return checkReason(reason, 'reason', { required: status !== 'PASSED' });
}
