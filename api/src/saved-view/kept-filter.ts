import { dayAfter } from '@enrolment/rulebook/calendar.js';
import { normaliseText } from '@enrolment/rulebook/text.js';
import { coerceInputValue, type GraphQLInputType, type GraphQLSchema } from 'graphql';
import { daysBetween } from '../dashboard/days.js';
import { ApiError } from '../platform/errors.js';
import type { RecordFilter } from '../record-list/record-list.inputs.js';
import type { KeptFilter } from './saved-view.entity.js';

/** What a page has of its own, what is about one person, and what is soon over. */
const NOT_KEPT = ['district', 'season', 'search', 'updatedSince'] as const;
const LONGEST = 2_000;
/** A day further off than a year is meant as that day. */
const MOST_DAYS = 366;

/** A filter to be kept on a day in Beijing, without what is empty. By when it is due is kept as so many days from that day. */
export function keptFilter({ dueUntil, ...filter }: RecordFilter, today: string): KeptFilter {
  const kept = JSON.parse(
    JSON.stringify(filter, (_name, value: unknown) => {
      const kept = typeof value === 'string' ? normaliseText(value).trim() : value;
      return kept === null || kept === '' ? undefined : kept;
    }),
  ) as KeptFilter;
  if (dueUntil != null) {
    const days = daysBetween(today, dueUntil);
    Object.assign(kept, Math.abs(days) > MOST_DAYS ? { dueUntil } : { dueInDays: days });
  }
  const wrong = NOT_KEPT.find((name) => name in kept);
  if (wrong) throw new ApiError('BAD_USER_INPUT', { message: `A view does not keep ${wrong}.` });
  if (JSON.stringify(kept).length > LONGEST)
    throw new ApiError('BAD_USER_INPUT', { message: 'The filter is too long to be kept.' });
  return kept;
}

/** The filter as the API takes it on a day in Beijing; null if it has a field or a word that there is no more. */
export function readFilter(
  schema: GraphQLSchema,
  { dueInDays, ...kept }: KeptFilter,
  today: string,
): RecordFilter | null {
  const asked = typeof dueInDays === 'number' ? { ...kept, dueUntil: dayAfter(today, dueInDays) } : kept;
  let holds = true;
  const filter = coerceInputValue(asked, schema.getType('RecordFilter') as GraphQLInputType, () => {
    holds = false;
  }) as RecordFilter;
  return holds ? filter : null;
}
