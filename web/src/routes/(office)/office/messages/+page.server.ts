import { WaitingFamiliesDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { filterOf, readPage } from '#lib/office/records/filters.ts';
import { requireAction } from '#lib/server/office.ts';
import type { PageServerLoad } from './$types.js';

/** The families that wait for an answer, the longest waiting first. */
export const load: PageServerLoad = async (event) => {
  const office = requireAction(event, 'CORRESPOND');
  const { searchParams } = event.url;
  const { now, collectionRecords: list } = await request(event, WaitingFamiliesDocument, {
    filter: { ...filterOf(office), awaitsAnswer: true },
    ...readPage({ after: searchParams.get('after'), before: searchParams.get('before') }),
  });
  return { now, list };
};
