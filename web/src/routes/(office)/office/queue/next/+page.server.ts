import { redirect } from '@sveltejs/kit';
import { leaveRecord } from '#lib/server/leave.ts';
import { requireAction } from '#lib/server/office.ts';
import { besideInQueue, queueAddress } from '#lib/server/queue.ts';
import type { PageServerLoad } from './$types.js';

/** The next record of the queue that nobody else has in hand: after the present one, or else from the beginning. */
export const load: PageServerLoad = async (event) => {
  const office = requireAction(event, 'DECIDE_ON_RECORD');
  const present = event.url.searchParams.get('not');
  if (present) await leaveRecord(event, present);
  const beside = await besideInQueue(event, office, 'next', { present });
  redirect(303, beside ?? queueAddress(event, office, { empty: '1' }));
};
