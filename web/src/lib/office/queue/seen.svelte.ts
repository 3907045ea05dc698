import type { RecordListQuery } from '@enrolment/schema/client';

type Edge = RecordListQuery['collectionRecords']['edges'][number];

/** A page of the queue as it was looked at. */
export interface SeenPage {
  readonly edges: readonly Edge[];
  readonly now: string;
  readonly total: number;
  /** The queue’s own address, with its filters and its page. */
  readonly query: Readonly<Record<string, string | null>>;
  /** How many come before this page; null where nobody has counted them. */
  readonly before: number | null;
}

const AROUND = 20;

/** Which rows of a list stand beside one of them: it and those around it. */
export function around<Row>(rows: readonly Row[], at: number): readonly Row[] {
  const first = Math.max(0, Math.min(at - AROUND / 2, rows.length - AROUND));
  return rows.slice(first, first + AROUND);
}

/**
 * The page of the queue that was looked at last. It stands beside the records that are opened from it, so that nobody’s record
 * is looked at again for that. This page of the browser alone remembers it: a reload forgets it.
 */
class SeenQueue {
  page = $state.raw<SeenPage | null>(null);
  /** What has been decided since. */
  decided = $state.raw<ReadonlySet<string>>(new Set());

  look(page: Omit<SeenPage, 'before'>, place: { first: boolean; after: string | null }): void {
    const { page: last } = this;
    const follows = last?.before != null && place.after !== null && last.edges.at(-1)?.cursor === place.after;
    const before = place.first ? 0 : follows ? last.before + last.edges.length : null;
    this.page = { ...page, before };
    this.decided = new Set();
  }

  decide(number: string): void {
    if (!this.decided.has(number)) this.decided = new Set([...this.decided, number]);
  }

  /** Where a record stands: its page, and its place in it. */
  placeOf(number: string): { page: SeenPage; at: number } | null {
    const at = this.page?.edges.findIndex(({ node }) => node.number === number) ?? -1;
    return this.page && at >= 0 ? { page: this.page, at } : null;
  }
}

export const seenQueue = new SeenQueue();
