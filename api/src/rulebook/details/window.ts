import { inWords } from '../calendar.js';
import { refuse, type Refusal } from '../refusal.js';
import { checkWindow, type Window } from '../window.js';
import type { Stage } from '../../vocabulary.js';

export interface EditingFacts {
  /** As the family may know it: a return that the calendar does not show yet opens nothing. */
  readonly stage: Stage;
  /** The DETAILS phase of the district's calendar. */
  readonly window: Window | null;
  /** Of what was returned: until when each can be corrected; null without a date. */
  readonly returnedDueAt: readonly (Date | null)[];
  readonly hotline: string;
}

/** 二(二): details are filled in while their window is open; afterwards only what was returned, until it is due. */
export function checkEditing({ stage, window, returnedDueAt, hotline }: EditingFacts, now: Date): Refusal[] {
  if (stage === 'REGISTERED' || stage === 'DETAILS_DRAFTED') return checkWindow(window, now, hotline, null);
  if (stage !== 'RETURNED') return [refuse('detailsLocked', { params: { hotline } })];
  if (returnedDueAt.some((dueAt) => isCorrectable(dueAt, now))) return [];
  const last = returnedDueAt.reduce((latest, dueAt) => (dueAt! > latest! ? dueAt : latest), new Date(0))!;
  return [refuse('windowOver', { params: { closesAt: inWords(last, true), hotline } })];
}

/** Up to, and not including, the instant at which it is due. */
export const isCorrectable = (dueAt: Date | null, now: Date): boolean => dueAt === null || now < dueAt;
