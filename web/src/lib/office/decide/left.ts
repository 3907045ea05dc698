import type { OfficeRecordQuery } from '@enrolment/schema/client';

type OfficeRecord = NonNullable<OfficeRecordQuery['collectionRecord']>;
type Item = Pick<OfficeRecord['reviewItems'][number], 'decider' | 'waitsForStreet'>;

/** What the district has given to others is theirs, and what waits for the subdistrict is nobody's yet; its administrators may. */
export const isMine = ({ decider, waitsForStreet }: Item, everyItem: boolean): boolean =>
  (decider === 'DISTRICT' && !waitsForStreet) || everyItem;

/** Whether an officer has anything left to decide in the review of a record. */
export function isLeft(
  { officeActions, reviewItems }: Pick<OfficeRecord, 'officeActions' | 'reviewItems'>,
  everyItem: boolean,
): boolean {
  const may = (...kinds: string[]) =>
    officeActions.some(({ kind, allowed }) => allowed && kinds.includes(kind));
  if (may('PASS_IDENTITY', 'DECIDE_APPEAL')) return true;
  const undecided = reviewItems.filter(({ status }) => status === 'PENDING' || status === 'FAILED');
  return may('DECIDE_ITEMS') && undecided.some((item) => isMine(item, everyItem));
}
