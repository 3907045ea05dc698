import { leaveRecord } from '#lib/server/leave.ts';
import { requireAction } from '#lib/server/office.ts';
import type { RequestHandler } from './$types.js';

/** Sent by the page of a record when its officer goes elsewhere. */
export const POST: RequestHandler = async (event) => {
  requireAction(event, 'CLAIM_RECORD');
  await leaveRecord(event, event.params.number);
  return new Response(null, { status: 204 });
};
