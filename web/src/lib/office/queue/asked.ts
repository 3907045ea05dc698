import type { AssigneeFilter, RecordFilter } from '@enrolment/schema/client';
import {
  filterOf,
  readFilters,
  toFilters,
  toKeptFilter,
  type Filters,
  type Listed,
  type SavedFilter,
} from '../records/filters.ts';

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

export function readQueue(search: URLSearchParams): QueueAsked {
  const filters = readFilters(search);
  // What one colleague has is neither mine nor free.
  const whose = filters.colleague ? 'all' : WHOSE.find((one) => one === search.get('whose'));
  return { filters, whose: whose ?? 'open' };
}

/** What waits for a decision, as the API filters by it. */
export const queueFilter = (asked: QueueAsked, of: Listed): RecordFilter => ({
  ...filterOf(of),
  ...keptQueueFilter(asked),
});

/** The same wherever the page is, as a view keeps it. */
export function keptQueueFilter({ filters, whose }: QueueAsked): RecordFilter {
  const assignee = ASSIGNEES[whose];
  return { ...toKeptFilter(filters), needsDecision: true, ...(assignee ? { assignee } : {}) };
}

/** What a view of the queue asks for. */
export const askedBy = (saved: SavedFilter): QueueAsked => ({
  filters: toFilters(saved),
  whose: WHOSE.find((one) => ASSIGNEES[one] === (saved.assignee ?? null)) ?? 'all',
});

/** The same in an address; nothing in it is about one person. */
export const queueQuery = ({ filters, whose }: QueueAsked): Record<string, string | null> => ({
  ...filters,
  whose: whose === 'open' ? null : whose,
});
