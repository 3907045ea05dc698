import { redirect } from '@sveltejs/kit';
import { leaveRecord } from '#lib/server/leave.ts';
import { requireAction } from '#lib/server/office.ts';
import { besideInQueue, queueAddress } from '#lib/server/queue.ts';
import type { PageServerLoad } from './$types.js';

/** The record before the present one, or the queue if it was the first. */
export const load: PageServerLoad = async (event) => {
  const office = requireAction(event, 'DECIDE_ON_RECORD');
  const present = event.url.searchParams.get('not');
  if (present) await leaveRecord(event, present);
  const beside = await besideInQueue(event, office, 'previous', { present });
  redirect(303, beside ?? queueAddress(event, office));
};
