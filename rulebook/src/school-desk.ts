import './office-rules.js';
import { businessDay } from './calendar.js';
import { checkAuditedReason } from './disclosure.js';
import { refuse, type Refusal } from './refusal.js';
import { stageConflict } from './review.js';
import { allows } from './stages.js';
import type { ReviewItemKind, Stage } from './vocabulary.js';

/** 材料不齐: what a family did not bring, of the signed form and the papers that the school has to see. */
export interface Missing {
  readonly form: boolean;
  readonly kinds: readonly ReviewItemKind[];
}

interface UndoFacts {
  readonly stage: Stage;
  /** The stage as the school may know it. */
  readonly shownStage: Stage;
  readonly preregisteredAt: Date;
  /** Whether the district has decided about the admission, whatever the decision. */
  readonly decided: boolean;
}

/** 撤回预登记 by the school, on the day of the preregistration, before the district goes on with it. */
export function undoStanding(
  { stage, shownStage, preregisteredAt, decided }: UndoFacts,
  hotline: string,
  now: Date,
): Refusal[] {
  const gone = decided || stage === 'ADMITTED';
  if (!gone && !allows('UNDO_PREREGISTRATION', stage)) return [stageConflict(shownStage)];
  if (businessDay(now) !== businessDay(preregisteredAt)) return [refuse('undoOver', { params: { hotline } })];
  // The same words whatever was decided: a school does not know the result before it is published (五(二)1).
  return gone ? [refuse('undoDistrictDecided', { params: { hotline } })] : [];
}

/** Whether a button for it is worth showing; what it says is asked when it is pressed. */
export function mayUndo(facts: Omit<UndoFacts, 'shownStage'>, now: Date): boolean {
  return undoStanding({ ...facts, shownStage: facts.stage }, '', now).length === 0;
}

/** The same, with the reason, which the family reads. */
export function checkUndo(
  reason: string,
  names: readonly string[],
  facts: UndoFacts,
  hotline: string,
  now: Date,
): Refusal[] {
  const standing = undoStanding(facts, hotline, now);
  return standing.length > 0 ? standing : checkAuditedReason(reason, names, 'reason');
}

/** Something is missing, and nothing that is not asked for. */
export function checkMissing({ form, kinds }: Missing, asked: readonly ReviewItemKind[]): Refusal[] {
  if (!form && kinds.length === 0) return [refuse('originalsAllSeen', { field: 'kinds' })];
  return kinds.every((kind) => asked.includes(kind)) ? [] : [refuse('reviewItemNone', { field: 'kinds' })];
}

/** In the order in which they are asked for, each once. */
export const missingInOrder = ({ form, kinds }: Missing, asked: readonly ReviewItemKind[]): Missing => ({
  form,
  kinds: asked.filter((kind) => kinds.includes(kind)),
});
