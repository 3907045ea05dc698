import type { RecordFilter } from '@enrolment/schema/client';
import { queueFilter, queueQuery, readQueue } from '../queue/asked.ts';
import { readFilters, toRecordFilter, type Filters, type Listed } from '../records/filters.ts';

/** Of which list all that match are meant. */
export type WholeList = 'queue' | 'records';

/** Which records a batch is about: those that were chosen, or all that a list has. */
export type Selection =
  | { kind: 'CHOSEN'; numbers: string[] }
  | { kind: 'ALL'; of: WholeList; filters: Filters; filter: RecordFilter };

/** As the address has it. */
export function readSelection(search: URLSearchParams, from: Listed): Selection {
  const of = search.get('all');
  if (of === 'queue')
    return {
      kind: 'ALL',
      of,
      filters: readFilters(search),
      filter: queueFilter(readQueue(search), from),
    };
  if (of === 'records') {
    const filters = readFilters(search);
    return { kind: 'ALL', of, filters, filter: toRecordFilter(filters, from) };
  }
  const numbers = search
    .getAll('chosen')
    .flatMap((text) => text.split(','))
    .filter((number) => /^\d{14}$/.test(number));
  return { kind: 'CHOSEN', numbers: [...new Set(numbers)] };
}

/** The same in an address. */
export function selectionQuery(search: URLSearchParams, selection: Selection): Record<string, string | null> {
  if (selection.kind === 'CHOSEN') return { chosen: selection.numbers.join(',') };
  const { of, filters } = selection;
  return { all: of, ...(of === 'queue' ? queueQuery(readQueue(search)) : filters) };
}
