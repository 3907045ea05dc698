import { redirect } from '@sveltejs/kit';
import { RecordListDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { ApiFault } from '#lib/api/faults.ts';
import { officeAddress } from '#lib/office/address.ts';
import { queueFilter, queueQuery, readQueue } from '#lib/office/queue/asked.ts';
import { cursorIn } from '#lib/office/records/filters.ts';
import { leaveRecord } from '#lib/server/leave.ts';
import { requireAction } from '#lib/server/office.ts';
import type { RequestHandler } from './$types.js';

/** The next record of the queue that nobody else has in hand: after the present one, or else from the beginning. */
export const GET: RequestHandler = async (event) => {
  const office = requireAction(event, 'DECIDE_ON_RECORD');
  const { searchParams } = event.url;
  const asked = readQueue(searchParams);
  // Whoever looks at everybody's goes on with what is to be had.
  const wanted = asked.whose === 'all' ? { ...asked, whose: 'open' as const } : asked;
  const present = searchParams.get('not');
  if (present) await leaveRecord(event, present);
  const from = cursorIn(searchParams.get('at'));
  const query = { ...office.here, ...queueQuery(asked) };
  for (const after of from ? [from, null] : [null]) {
    const { collectionRecords } = await request(event, RecordListDocument, {
      filter: queueFilter(wanted, office),
      orderBy: 'STAGE_SINCE_ASC',
      first: 2,
      ...(after ? { after } : {}),
    }).catch((fault: unknown) => {
      // A cursor of another list is no place in this one.
      if (after && fault instanceof ApiFault && fault.code === 'BAD_USER_INPUT')
        return { collectionRecords: { edges: [] } };
      throw fault;
    });
    const next = collectionRecords.edges.find(({ node }) => node.number !== present);
    if (next)
      redirect(303, officeAddress(`/office/records/${next.node.number}`, { ...query, at: next.cursor }));
  }
  redirect(303, officeAddress('/office/queue', { ...query, empty: '1' }));
};
