import { redirect } from '@sveltejs/kit';
import { SubmissionReceiptDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { loadRecord } from '#lib/record/load.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { number } = event.params;
  const { record, ...rest } = await loadRecord(event, number, m.receipt_title());
  const { collectionRecord } = await request(event, SubmissionReceiptDocument, { number });
  const receipt = collectionRecord?.submissionReceipt;
  if (!receipt) redirect(303, `/my/${number}/collection/details`);
  return {
    ...rest,
    number,
    receipt,
    district: record.district.name,
    just: event.url.searchParams.has('submitted'),
  };
};
