import type { OfficeRecordQuery } from '@enrolment/schema/client';

type OfficeRecord = NonNullable<OfficeRecordQuery['collectionRecord']>;
type Seen = Pick<OfficeRecord, 'history'>;

/** What a record's state is called once it is no longer there to decide on. */
export const GONE = 'GONE';

/** Something that was done to a record since it was seen. */
export interface Change {
  readonly kind: string;
  readonly note: string | null;
  readonly at: string;
  /** Who it was, as the history has it, or the colleague who has it in hand. */
  readonly by: { readonly me: true } | { readonly me: false; readonly name: string };
}

/**
 * What was done since. The history names nobody; but what the district has decided while somebody has a record in hand was
 * decided by her, since nobody else could.
 */
export function changesSince(
  before: Seen,
  { history, assignee }: Pick<OfficeRecord, 'history' | 'assignee'>,
  district: string,
): Change[] {
  return history.slice(before.history.length).map(({ kind, note, at, by }) => {
    const inHand = assignee && by === district && Date.parse(assignee.since) <= Date.parse(at);
    if (inHand && assignee.me) return { kind, note, at, by: { me: true } };
    return { kind, note, at, by: { me: false, name: inHand ? assignee.name : by } };
  });
}
