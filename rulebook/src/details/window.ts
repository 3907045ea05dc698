import { inWords } from '../calendar.js';
import { refuse, type Refusal } from '../refusal.js';
import { STAGE_PLAN } from '../stage-plan.js';
import { checkWindow, type Window } from '../window.js';
import { isCorrectable, type ReturnedItem } from './returned.js';
import type { Stage } from '../vocabulary.js';

export interface EditingFacts {
  /** As far as the family may know: a return that the calendar does not show yet opens nothing. */
  readonly stage: Stage;
  /** The DETAILS phase of the district's calendar. */
  readonly window: Window | null;
  readonly returned: readonly ReturnedItem[];
  readonly hotline: string;
}

/** 二(二): details are filled in while their window is open; afterwards only what was returned, until it is due. */
export function checkEditing({ stage, window, returned, hotline }: EditingFacts, now: Date): Refusal[] {
  const { editing } = STAGE_PLAN[stage];
  if (editing === 'FREELY') return checkWindow(window, now, hotline, null);
  if (editing === 'CLOSED') return [refuse('detailsLocked', { params: { hotline } })];
  if (returned.some((item) => isCorrectable(item, now))) return [];
  const last = new Date(Math.max(0, ...returned.map(({ dueAt }) => dueAt!.getTime())));
  return [refuse('windowOver', { params: { closesAt: inWords(last, true), hotline } })];
}
