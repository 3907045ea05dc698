import type { StageAction } from '@enrolment/rulebook/stages.js';
import type { AdmissionOutcome, Stage } from '@enrolment/rulebook/vocabulary.js';

/** The record's stage says that the child is admitted, until the decision is taken back. */
export function stepTo(outcome: AdmissionOutcome, stage: Stage): StageAction | null {
  if (outcome === 'ADMITTED') return stage === 'PREREGISTERED' ? 'ADMIT' : null;
  return stage === 'ADMITTED' ? 'TAKE_BACK_ADMISSION' : null;
}
