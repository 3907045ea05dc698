import { returnedItems, type ReturnedItem } from '@enrolment/rulebook/details/returned.js';
import { calendarOf } from '../calendar/windows.js';
import type { DistrictLoaders } from '../district/district.loaders.js';
import type { RecordLoaders } from './record.loaders.js';
import type { KnownRecord } from './visibility.js';

/** Of the operation that asks. */
export interface Loaders {
  readonly districts: DistrictLoaders;
  readonly records: RecordLoaders;
}

/** What is returned of a record, and until when, as far as its reader may know; through loaders. */
export async function returnedOf(
  { row, reviewShown }: KnownRecord,
  { districts, records }: Loaders,
): Promise<ReturnedItem[]> {
  const [phases, items, check] = await Promise.all([
    districts.schedule.load(calendarOf(row)),
    records.reviewItems.load(row.id),
    records.identityCheck.load(row.id),
  ]);
  return returnedItems({
    items: items.map(({ kind, status, dueAt }) => ({ kind, status, dueAt })),
    identity: check && { status: check.status, checkedAt: check.checkedAt },
    reviewShown,
    correction: phases.find(({ kind }) => kind === 'CORRECTION'),
  });
}
