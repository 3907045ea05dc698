import { inWords } from './calendar.js';
import { refuse, type Refusal } from './refusal.js';

/** 四(一)1: the form can be printed from the day on which the district's calendar opens it; it stays open. */
export function checkPrinting(opensAt: Date | null, now: Date, hotline: string): Refusal[] {
  if (opensAt === null) return [refuse('windowNone', { params: { hotline } })];
  return now < opensAt ? [refuse('windowNotYet', { params: { opensAt: inWords(opensAt) } })] : [];
}
