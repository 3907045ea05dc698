import type { RequestEvent } from '@sveltejs/kit';
import { LeaveRecordDocument } from '@enrolment/schema/client';
import { submit } from '#lib/api/client.ts';
import { ApiFault } from '#lib/api/faults.ts';

/** The officer goes on: the family is told now what was decided. Where that fails, it is told some minutes later. */
export async function leaveRecord(event: RequestEvent, number: string): Promise<void> {
  if (!/^\d{14}$/.test(number)) return;
  await submit(event, LeaveRecordDocument, { number }).catch((fault: unknown) => {
    if (!(fault instanceof ApiFault)) throw fault;
  });
}
