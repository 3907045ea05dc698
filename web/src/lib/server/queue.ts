import type { RequestEvent } from '@sveltejs/kit';
import { RecordListDocument, type RecordListQueryVariables } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { ApiFault } from '#lib/api/faults.ts';
import { officeAddress } from '#lib/office/address.ts';
import { queueFilter, queueQuery, readQueue } from '#lib/office/queue/asked.ts';
import { cursorIn } from '#lib/office/records/filters.ts';
import type { OfficeHere } from './office.ts';

type Way = 'next' | 'previous';

const NONE = { collectionRecords: { edges: [] } };

/**
 * The address of the record of the queue that comes after the present one, or before it; null if there is none. After the last
 * it goes on from the beginning. What others have in hand is passed over.
 */
export async function besideInQueue(
  event: RequestEvent,
  office: OfficeHere,
  way: Way,
  { present, more = {} }: { present: string | null; more?: Record<string, string> },
): Promise<string | null> {
  const { searchParams } = event.url;
  const asked = readQueue(searchParams);
  const open = asked.whose === 'all' && !asked.filters.colleague;
  // Whoever looks at everybody's goes on with what is to be had.
  const filter = queueFilter(open ? { ...asked, whose: 'open' } : asked, office);
  for (const place of placesFrom(cursorIn(searchParams.get('at')), way)) {
    const { collectionRecords } = await listAt(event, { filter, ...place });
    const { edges } = collectionRecords;
    const found = (way === 'next' ? edges : [...edges].reverse()).find(({ node }) => node.number !== present);
    if (!found) continue;
    const query = { ...office.here, ...queueQuery(asked), ...more, at: found.cursor };
    return officeAddress(`/office/records/${found.node.number}`, query);
  }
  return null;
}

function placesFrom(cursor: string | undefined, way: Way): Partial<RecordListQueryVariables>[] {
  if (way === 'previous') return cursor ? [{ last: 2, before: cursor }] : [];
  return [...(cursor ? [{ first: 2, after: cursor }] : []), { first: 2 }];
}

async function listAt(event: RequestEvent, asked: RecordListQueryVariables) {
  return request(event, RecordListDocument, { ...asked, orderBy: 'STAGE_SINCE_ASC' }).catch(
    (fault: unknown) => {
      // A cursor of another list is no place in this one.
      const foreign = asked.after ?? asked.before;
      if (foreign && fault instanceof ApiFault && fault.code === 'BAD_USER_INPUT') return NONE;
      throw fault;
    },
  );
}

/** The queue itself, as it was asked for. */
export const queueAddress = (event: RequestEvent, office: OfficeHere, more: Record<string, string> = {}) =>
  officeAddress('/office/queue', {
    ...office.here,
    ...queueQuery(readQueue(event.url.searchParams)),
    ...more,
  });
