import type { SavedViewShownFragment, SavedViewsQuery, ViewPlace } from '@enrolment/schema/client';
import { askedBy, keptQueueFilter, queueQuery } from '../queue/asked.ts';
import { toFilters, toKeptFilter, type SavedFilter } from '../records/filters.ts';

/** A view as the pages show it. */
export interface ShownView {
  id: string;
  name: string;
  builtIn: boolean;
  /** What its address says; null for one that cannot be opened. */
  query: Record<string, string | null> | null;
  count: { n: number; more: boolean } | null;
}

/** What is not restricted is null in an answer, and left out of a filter. */
const written = (filter: object): string =>
  JSON.stringify(
    Object.entries(filter)
      .filter(([name, value]) => value != null && name !== '__typename')
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => [
        name,
        value !== null && typeof value === 'object'
          ? Object.entries(value as object).filter(([, part]) => part != null)
          : value,
      ]),
  );

/** The address that a view stands for; null where the page has no field for what it asks. */
export function queryOf(place: ViewPlace, saved: SavedFilter | null): Record<string, string | null> | null {
  if (saved === null) return null;
  const asked = askedBy(saved);
  const [filter, query] =
    place === 'QUEUE'
      ? [keptQueueFilter(asked), queueQuery(asked)]
      : [toKeptFilter(toFilters(saved)), { ...toFilters(saved) }];
  return written(filter) === written(saved) ? query : null;
}

export const shownViews = (
  place: ViewPlace,
  {
    views,
    counts,
  }: { views: readonly SavedViewShownFragment[]; counts?: SavedViewsQuery['savedViews']['counts'] },
): ShownView[] =>
  views.map(({ id, name, builtIn, filter }) => {
    const counted = counts?.find((one) => one.id === id);
    return {
      id,
      name,
      builtIn,
      query: queryOf(place, filter),
      count: counted ? { n: counted.count, more: counted.more } : null,
    };
  });
