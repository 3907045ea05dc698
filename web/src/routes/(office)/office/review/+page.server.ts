import { GIVEABLE_ITEMS } from '@enrolment/rulebook/joint-review.ts';
import { MyReviewItemsDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { DECIDED } from '#lib/office/review/words.ts';
import { doneIn } from '#lib/server/back.ts';
import { requireAction } from '#lib/server/office.ts';
import type { PageServerLoad } from './$types.js';

/** What waits for the viewer's subdistrict or department, the longest waiting first. */
export const load: PageServerLoad = async (event) => {
  requireAction(event, 'DECIDE_GIVEN_ITEMS');
  const { searchParams } = event.url;
  const after = searchParams.get('after');
  const kind = GIVEABLE_ITEMS.find((one) => one === searchParams.get('kind')) ?? null;
  const { myReviewItems } = await request(event, MyReviewItemsDocument, { kind, after });
  return { list: myReviewItems, kind, later: after !== null, done: doneIn(event.url, DECIDED) };
};
