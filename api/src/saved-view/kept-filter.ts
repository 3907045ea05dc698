import { normaliseText } from '@enrolment/rulebook/text.js';
import { coerceInputValue, type GraphQLInputType, type GraphQLSchema } from 'graphql';
import { ApiError } from '../platform/errors.js';
import type { RecordFilter } from '../record-list/record-list.inputs.js';
import type { KeptFilter } from './saved-view.entity.js';

/** What a page has of its own, what is about one person, and what is soon over. */
const NOT_KEPT = ['district', 'season', 'search', 'updatedSince'] as const;
const LONGEST = 2_000;

/** A filter to be kept, without what is empty. */
export function keptFilter(filter: RecordFilter): KeptFilter {
  const kept = JSON.parse(
    JSON.stringify(filter, (_name, value: unknown) => {
      const kept = typeof value === 'string' ? normaliseText(value).trim() : value;
      return kept === null || kept === '' ? undefined : kept;
    }),
  ) as KeptFilter;
  const wrong = NOT_KEPT.find((name) => name in kept);
  if (wrong) throw new ApiError('BAD_USER_INPUT', { message: `A view does not keep ${wrong}.` });
  if (JSON.stringify(kept).length > LONGEST)
    throw new ApiError('BAD_USER_INPUT', { message: 'The filter is too long to be kept.' });
  return kept;
}

/** The filter as the API takes it today; null if it has a field or a word that there is no more. */
export function readFilter(schema: GraphQLSchema, kept: KeptFilter): RecordFilter | null {
  let holds = true;
  const filter = coerceInputValue(kept, schema.getType('RecordFilter') as GraphQLInputType, () => {
    holds = false;
  }) as RecordFilter;
  return holds ? filter : null;
}
