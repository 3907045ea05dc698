import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { DistrictDeskDocument, SetDistrictDeskDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { beforeIn, revisionIn } from '#lib/form-text.ts';
import { merged } from '#lib/office/merged.ts';
import { inputOf, valuesIn, valuesOf, type Values } from '#lib/office/desk/values.ts';
import { act } from '#lib/server/act.ts';
import { backHere } from '#lib/server/back.ts';
import { requireAction } from '#lib/server/office.ts';
import { districtOf, worksIn } from '#lib/server/place.ts';
import type { Actions, PageServerLoad } from './$types.js';

async function deskOf(event: RequestEvent) {
  const office = requireAction(event, 'EDIT_OWN_DATA');
  const district = districtOf(office.place);
  const { districtDesk } = await request(event, DistrictDeskDocument, { district: district ?? '' });
  if (!districtDesk || district === null) error(404, 'Not found');
  return { office, district, desk: districtDesk };
}

export const load: PageServerLoad = async (event) => {
  const { office, district, desk } = await deskOf(event);
  return { desk, district, mayEdit: worksIn(office), saved: event.url.searchParams.has('done') };
};

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData();
    const revision = revisionIn(form);
    if (revision === null) return fail(400, {});
    // Read beforehand: where the change is refused, what a colleague has set meanwhile stands in the other fields.
    const { district, desk } = await deskOf(event);
    const values = merged(valuesIn(form), beforeIn<Partial<Values>>(form) ?? {}, valuesOf(desk));
    const input = inputOf(values);
    const set = await act(event, SetDistrictDeskDocument, { district, input, revision }, { values });
    return set.ok ? backHere(event, 'saved') : set.failure;
  },
};
