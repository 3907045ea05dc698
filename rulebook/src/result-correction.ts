import './office-rules.js';
import { checkAuditedReason } from './disclosure.js';
import { refuse, type Refusal } from './refusal.js';
import { checkReason } from './review.js';
import type { AdmissionOutcome } from './vocabulary.js';

/** What a family reads as its result. */
export interface GivenResult {
  readonly outcome: AdmissionOutcome;
  readonly note: string | null;
  /** Code of the school. */
  readonly school: string;
}

/** What it is to be. */
export interface CorrectedResult extends Omit<GivenResult, 'school'> {
  /** Null where it stays as it is. */
  readonly school: string | null;
}

/** Whether a published result can be corrected now; `before` is null the publication. */
export function resultCorrectionStanding({
  before,
  open,
}: {
  readonly before: GivenResult | null;
  readonly open: boolean;
}): Refusal[] {
  if (before === null) return [refuse('resultNotPublished')];
  return open ? [refuse('resultCorrectionOpen')] : [];
}

/** The same, with what it is to be and why: the family reads the reason, and it outlives the record. */
export function checkResultCorrection(
  { outcome, note, school, reason }: CorrectedResult & { readonly reason: string },
  names: readonly string[],
  facts: { readonly before: GivenResult | null; readonly open: boolean },
): Refusal[] {
  const standing = resultCorrectionStanding(facts);
  if (standing.length > 0) return standing;
  const { before } = facts;
  const moves = school !== null && school !== before!.school;
  return [
    ...(outcome === 'PENDING' ? [refuse('required', { field: 'outcome' })] : []),
    ...(moves && outcome === 'NOT_ADMITTED' ? [refuse('schoolWithoutAdmission', { field: 'school' })] : []),
    ...(outcome === before!.outcome && note === before!.note && !moves
      ? [refuse('resultUnchanged', { field: 'outcome' })]
      : []),
    ...checkReason(note, 'note', { required: outcome === 'NOT_ADMITTED' }),
    ...checkAuditedReason(reason, names, 'reason'),
  ];
}
