import './office-rules.js';
import { businessDay } from './calendar.js';
import { checkAuditedReason } from './disclosure.js';
import { refuse, type Refusal } from './refusal.js';
import { stageConflict } from './review.js';
import { allows } from './stages.js';
import { REVIEW_ITEM_NAMES } from './names.js';
import { REVIEW_ITEM_KINDS, type EventKind, type ReviewItemKind, type Stage } from './vocabulary.js';
import type { Words } from './words.js';

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

interface Happened {
  readonly kind: EventKind;
  readonly at: Date;
  /** The review item, where it is about one. */
  readonly note?: string | null;
}

const REGISTRATION: Words = { 'zh-CN': '注册信息', en: 'what was registered' };
const DETAILS: Words = { 'zh-CN': '详细信息', en: 'the details' };

/** What of a printed form has changed since then, by the record's history: its parts by name, never a value, and when last. */
export function changedSince(
  history: readonly Happened[],
  printedAt: Date,
): { readonly parts: readonly Words[]; readonly at: Date | null } {
  const since = history.filter(({ at }) => at >= printedAt);
  const corrected = since.filter(({ kind }) => kind === 'REGISTRATION_CORRECTED');
  const submitted = since.filter(({ kind }) => kind === 'DETAILS_SUBMITTED');
  // After a return a family fills in what was returned, and nothing else.
  const returned = REVIEW_ITEM_KINDS.filter((item) =>
    since.some(({ kind, note }) => (kind === 'RETURNED' || kind === 'ITEM_RETURNED') && note === item),
  ).map((item) => REVIEW_ITEM_NAMES[item]);
  const details = submitted.length === 0 ? [] : returned.length > 0 ? returned : [DETAILS];
  const times = [...corrected, ...submitted].map(({ at }) => at.getTime());
  return {
    parts: [...(corrected.length > 0 ? [REGISTRATION] : []), ...details],
    at: times.length > 0 ? new Date(Math.max(...times)) : null,
  };
}
