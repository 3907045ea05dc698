import type { OfficeRecordQuery } from '@enrolment/schema/client';

type OfficeRecord = NonNullable<OfficeRecordQuery['collectionRecord']>;
type Item = Pick<OfficeRecord['reviewItems'][number], 'kind' | 'decider' | 'waitsForStreet' | 'status'>;
interface Decided {
  readonly officeActions: readonly Pick<OfficeRecord['officeActions'][number], 'kind' | 'allowed'>[];
  readonly reviewItems: readonly Item[];
}

/** What the district has given to others is theirs, and what waits for the subdistrict is nobody's yet; its administrators may. */
export const isMine = (
  { decider, waitsForStreet }: Pick<Item, 'decider' | 'waitsForStreet'>,
  everyItem: boolean,
): boolean => (decider === 'DISTRICT' && !waitsForStreet) || everyItem;

/** Whether an officer has anything left to decide in the review of a record. */
export function isLeft({ officeActions, reviewItems }: Decided, everyItem: boolean): boolean {
  const may = (...kinds: string[]) =>
    officeActions.some(({ kind, allowed }) => allowed && kinds.includes(kind));
  if (may('PASS_IDENTITY', 'DECIDE_APPEAL')) return true;
  const undecided = reviewItems.filter(({ status }) => status === 'PENDING' || status === 'FAILED');
  return may('DECIDE_ITEMS') && undecided.some((item) => isMine(item, everyItem));
}

/** Whether, once this item is decided, others are left for certain. What follows the identity check is not known beforehand. */
export const isMoreLeft = (record: Decided, { kind }: Item, everyItem: boolean): boolean =>
  kind !== 'IDENTITY_AND_HUKOU' &&
  isLeft({ ...record, reviewItems: record.reviewItems.filter((one) => one.kind !== kind) }, everyItem);
