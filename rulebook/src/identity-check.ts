import {
  CHECKED_LINES,
  DOCUMENT_HOLDERS,
  type CheckedLine,
  type CheckStatus,
  type DocumentHolder,
  type Stage,
} from './vocabulary.js';
import type { Language, Refusal } from './refusal.js';
import { checkReason, stageConflict } from './review.js';

const MINUTE_MS = 60_000;

/** The longest that the automatic match usually takes. Whoever has waited longer is told so, and the office is alerted. */
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

/** What the status means and what the family can do, unless the officer has said it in her own words. */
export function explainCheck(
  check: Waiting | null,
  hotline: string,
  language: Language,
  now: Date,
): string | null {
  if (check?.status === 'FAILED') {
    return language === 'en'
      ? `The automatic match found a difference. This is not a decision: an officer of the district checks it by hand, and there is nothing for you to do now. Please check that names and document numbers are as on the documents. If something is wrong, or if there is no answer after a few working days, call the district on ${hotline}.`
      : `自动比对没有通过，这不是最终结论，由区教委人工核对，您现在不需要做什么。请核对姓名和证件号码是否与证件一致；如果有误，或者过了几个工作日还没有结果，请拨打区教委电话 ${hotline}。`;
  }
  if (check && isOverdue(check, now)) {
    return language === 'en'
      ? `The check usually takes up to ${EXPECTED_WAIT_MINUTES} minutes and has taken longer. We keep asking, and the district has been told; your details are safe, and there is nothing for you to do. Questions: ${hotline}.`
      : `核验一般 ${EXPECTED_WAIT_MINUTES} 分钟内有结果，这次比平时久。系统会继续查询，也已经提醒区教委；您提交的信息不受影响，现在不需要做什么。如有疑问，请拨打 ${hotline}。`;
  }
  return null;
}

export interface IdentityDecision {
  readonly status: Exclude<CheckStatus, 'PENDING'>;
  readonly reason: string | null;
}

/** What an officer may decide from each status. A failed match is not the end, and a return by mistake can be taken back. */
function mayDecide(status: IdentityDecision['status'], stage: Stage, check: CheckStatus): boolean {
  if (stage === 'SUBMITTED') return true;
  // After a granted second look the record can be at this stage without a verified identity: it is decided here.
  if (stage === 'IDENTITY_VERIFIED') return status === 'RETURNED' || check !== 'PASSED';
  return stage === 'RETURNED' && status === 'PASSED' && check === 'RETURNED';
}

interface IdentityStanding {
  readonly stage: Stage;
  readonly check: CheckStatus | null;
}

/** Whether the check can get this decision now, whatever the reason is. */
export const identityStanding = (
  status: IdentityDecision['status'],
  { stage, check }: IdentityStanding,
): Refusal[] => (check !== null && mayDecide(status, stage, check) ? [] : [stageConflict(stage)]);

/** 身份证及户籍信息核验 by an officer, who must give a reason unless it passes. */
export function checkIdentityDecision(
  { status, reason }: IdentityDecision,
  facts: IdentityStanding,
): Refusal[] {
  const standing = identityStanding(status, facts);
  return standing.length > 0 ? standing : checkReason(reason, 'reason', { required: status !== 'PASSED' });
}

/** A line that is otherwise in the registers, as the gateway names it: of whom, and what. */
export interface CheckDifference {
  readonly holder: DocumentHolder;
  readonly line: CheckedLine;
}

const HOLDERS: Readonly<Record<string, DocumentHolder>> = {
  CHILD: 'CHILD',
  FIRST: 'FIRST_GUARDIAN',
  SECOND: 'SECOND_GUARDIAN',
};
const LINES: Readonly<Record<string, CheckedLine>> = {
  name: 'NAME',
  number: 'NUMBER',
  birthDate: 'BIRTH_DATE',
  hukou: 'HUKOU',
};

/**
 * The differences that an answer names, each once, in the order of the record. A gateway need not name any, and what it says
 * besides is passed over, so that one that learns to tell more is not refused.
 */
export function readDifferences(told: unknown): CheckDifference[] {
  const named = (Array.isArray(told) ? told : []).flatMap((one: unknown): string[] => {
    if (typeof one !== 'object' || one === null) return [];
    const { holder, field } = one as Record<string, unknown>;
    const line = typeof field === 'string' && LINES[field];
    const whose = typeof holder === 'string' && HOLDERS[holder];
    if (!line || !whose) return [];
    // Of the guardians neither birth date nor hukou was asked about.
    return whose !== 'CHILD' && (line === 'BIRTH_DATE' || line === 'HUKOU') ? [] : [`${whose}.${line}`];
  });
  return DOCUMENT_HOLDERS.flatMap((holder) => CHECKED_LINES.map((line) => ({ holder, line }))).filter(
    ({ holder, line }) => named.includes(`${holder}.${line}`),
  );
}
