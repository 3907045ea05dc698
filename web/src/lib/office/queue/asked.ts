import type { AssigneeFilter, RecordFilter } from '@enrolment/schema/client';
import { readFilters, toRecordFilter, type Filters, type Listed } from '../records/filters.ts';

/** Whose records a queue is about: what somebody can decide on, unless it says otherwise. */
export const WHOSE = ['open', 'mine', 'free', 'all'] as const;
export type Whose = (typeof WHOSE)[number];

const ASSIGNEES: Record<Whose, AssigneeFilter | null> = {
  open: 'ME_OR_NOBODY',
  mine: 'ME',
  free: 'NOBODY',
  all: null,
};

export interface QueueAsked {
  filters: Filters;
  whose: Whose;
}

export const readQueue = (search: URLSearchParams): QueueAsked => ({
  filters: readFilters(search),
  whose: WHOSE.find((one) => one === search.get('whose')) ?? 'open',
});

/** What waits for a decision, as the API filters by it. */
export function queueFilter({ filters, whose }: QueueAsked, of: Listed): RecordFilter {
  const assignee = ASSIGNEES[whose];
  return { ...toRecordFilter(filters, of), needsDecision: true, ...(assignee ? { assignee } : {}) };
}

/** The same in an address; nothing in it is about one person. */
export const queueQuery = ({ filters, whose }: QueueAsked): Record<string, string | null> => ({
  ...filters,
  whose: whose === 'open' ? null : whose,
});
