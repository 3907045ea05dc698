import { isCalendarDate } from '../calendar.js';
import type { Text } from './choices.js';
import { pathsOf, type Details } from './details.js';
import { fieldAt } from './fields.js';

/** Something that breaks no rule but deserves attention. */
export interface Advice {
  readonly field: string;
  readonly text: Text;
}

/** What runs out between today and the end of the review. It is accepted now, and asked about later if not renewed. */
export const adviseDetails = (details: Details, reviewEndsOn: string | null): Advice[] =>
  pathsOf(details).flatMap(([path, day]) => {
    const ends = fieldAt(path, null)?.ends;
    const early = reviewEndsOn !== null && isCalendarDate(day) && day < reviewEndsOn;
    return ends && early ? [{ field: path, text: ends(day) }] : [];
  });
