import { error } from '@sveltejs/kit';
import { JobsDocument, OfficeBulkDocument, SetSecondPersonDocument } from '@enrolment/schema/client';
import { request, submit } from '#lib/api/client.ts';
import { textIn } from '#lib/form-text.ts';
import { cursorIn } from '#lib/office/records/filters.ts';
import { notSent } from '#lib/server/act.ts';
import { redirectWithin, requireAction } from '#lib/server/office.ts';
import { districtOf } from '#lib/server/place.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const office = requireAction(event, 'DECIDE_IN_BULK');
  const after = cursorIn(event.url.searchParams.get('after'));
  const [{ jobs }, laidDown] = await Promise.all([
    request(event, JobsDocument, { first: 50, ...(after ? { after } : {}) }),
    office.may('ADMINISTER_DISTRICT')
      ? request(event, OfficeBulkDocument, { district: districtOf(office.place)! })
      : null,
  ]);
  return { jobs, needsSecond: laidDown?.district?.rejectionsNeedSecond ?? null };
};

export const actions: Actions = {
  second: async (event) => {
    const { place } = requireAction(event, 'ADMINISTER_DISTRICT');
    const wanted = textIn(await event.request.formData(), 'needed');
    if (wanted !== 'yes' && wanted !== 'no') error(400, 'Bad Request');
    const change = { district: districtOf(place)!, rejections: wanted === 'yes' };
    const sent = await submit(event, SetSecondPersonDocument, change);
    if (!sent.ok) return notSent(sent, {});
    redirectWithin(event, '/office/bulk');
  },
};
