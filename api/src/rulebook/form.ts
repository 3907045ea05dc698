import { inWords } from './calendar.js';
import { refuse, type Refusal } from './refusal.js';
import type { Stage } from '../vocabulary.js';

/** 三(二)3: stages at which every review item has passed, and the form says what was approved. */
export const PRINTABLE: ReadonlySet<Stage> = new Set(['APPROVED', 'PREREGISTERED', 'ADMITTED']);

/** 四(一)1: from the day on which the district's calendar opens the printing; it stays open. */
export function checkPrinting(opensAt: Date | null, now: Date, hotline: string): Refusal[] {
  if (opensAt === null) return [refuse('windowNone', { params: { hotline } })];
  return now < opensAt ? [refuse('windowNotYet', { params: { opensAt: inWords(opensAt) } })] : [];
}
