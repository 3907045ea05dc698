import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { PlannedSchoolDocument, UpdateSchoolDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { beforeIn, revisionIn } from '#lib/form-text.ts';
import { merged } from '#lib/office/merged.ts';
import { inputOf, valuesIn, valuesOf, type Values } from '#lib/office/schools/values.ts';
import { act } from '#lib/server/act.ts';
import { backHere } from '#lib/server/back.ts';
import { requireAction } from '#lib/server/office.ts';
import { districtOf, worksIn } from '#lib/server/place.ts';
import type { Actions, PageServerLoad } from './$types.js';

async function schoolOf(event: RequestEvent & { params: { code: string } }) {
  const office = requireAction(event, 'EDIT_OWN_DATA');
  const { season } = office;
  const { code } = event.params;
  const { plannedSchool } = await request(event, PlannedSchoolDocument, { school: code, season });
  if (!plannedSchool || !code.startsWith(districtOf(office.place) ?? '—')) error(404, 'Not found');
  return { office, season, school: plannedSchool };
}

export const load: PageServerLoad = async (event) => {
  const { office, school } = await schoolOf(event);
  return { school, mayEdit: worksIn(office), saved: event.url.searchParams.has('done') };
};

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData();
    const revision = revisionIn(form);
    if (revision === null) return fail(400, {});
    // Read beforehand: where the change is refused, what a colleague has set meanwhile stands in the other fields.
    const { season, school } = await schoolOf(event);
    const values = merged(valuesIn(form), beforeIn<Partial<Values>>(form) ?? {}, valuesOf(school));
    const change = { school: event.params.code, season, revision, input: inputOf(values) };
    const set = await act(event, UpdateSchoolDocument, change, { values });
    return set.ok ? backHere(event, 'saved') : set.failure;
  },
};
