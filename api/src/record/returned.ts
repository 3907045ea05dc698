import type { Context } from '../context.js';
import { instant } from '../platform/sql.js';
import { returnedItems, type ReturnedItem } from '../rulebook/details/returned.js';
import type { CollectionRecordView } from './record.type.js';

/** What of a record is returned, and until when, as its reader may know it; through loaders. */
export async function returnedOf(
  { row, reviewShown }: CollectionRecordView,
  { districts, records }: Pick<Context, 'districts' | 'records'>,
): Promise<ReturnedItem[]> {
  const [phases, items, check] = await Promise.all([
    districts.schedule.load(`${row.district_code}/${row.service}`),
    records.reviewItems.load(row.id),
    records.identityCheck.load(row.id),
  ]);
  return returnedItems({
    items: items.map(({ kind, status, due_at: dueAt }) => ({ kind, status, dueAt: instant(dueAt) })),
    identity: check && { status: check.status, checkedAt: instant(check.checked_at) },
    reviewShown,
    correction: phases.find(({ kind }) => kind === 'CORRECTION'),
  });
}
