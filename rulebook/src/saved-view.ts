import { normaliseText } from './text.js';
import { refuse, type Refusal } from './refusal.js';
import { OFFICE_RULES } from './office-rules.js';

/** Where an officer keeps views: of the queue, or of the list. */
export const VIEW_PLACES = ['QUEUE', 'LIST'] as const;
export type ViewPlace = (typeof VIEW_PLACES)[number];

/** How many days the views of somebody without a role are kept: a role that is given again finds them. */
export const VIEWS_KEPT_DAYS = 30;

/** So many records of a view are counted; of more it is said that there are more. */
export const COUNTED_UP_TO = 1_000;

export const normaliseViewName = (name: string): string => normaliseText(name).trim().replaceAll(/\s+/g, ' ');

/** A name of an officer’s own, as it is written down. */
export const checkViewName = (name: string): Refusal[] =>
  name === '' || [...name].length > OFFICE_RULES.viewName.limit
    ? [refuse('viewName', { field: 'name' })]
    : [];

/** Whether one more has room beside so many. */
export const checkViewRoom = (kept: number): Refusal[] =>
  kept >= OFFICE_RULES.viewsTooMany.limit ? [refuse('viewsTooMany')] : [];

/** An order names each view once. */
export const checkViewOrder = (ids: readonly string[], kept: readonly string[]): Refusal[] =>
  ids.length === kept.length && kept.every((id) => ids.includes(id)) ? [] : [refuse('viewsChanged')];
