import { error, redirect } from '@sveltejs/kit';
import { CreateSchoolDocument, PlannedSchoolsDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { textIn } from '#lib/form-text.ts';
import { inputOf, valuesIn } from '#lib/office/schools/values.ts';
import { act } from '#lib/server/act.ts';
import { backHere } from '#lib/server/back.ts';
import { requireAction } from '#lib/server/office.ts';
import { districtOf, worksIn } from '#lib/server/place.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const office = requireAction(event, 'EDIT_OWN_DATA');
  const district = districtOf(office.place);
  // The city chooses a district first: there it is told so.
  if (district === null) redirect(303, `/office/own-data${event.url.search}`);
  const { season } = office;
  const { plannedSchools } = await request(event, PlannedSchoolsDocument, { district, season });
  if (!plannedSchools || season === null) error(404, 'Not found');
  return {
    schools: plannedSchools,
    district,
    season,
    mayEdit: worksIn(office),
    saved: event.url.searchParams.has('done'),
  };
};

export const actions: Actions = {
  create: async (event) => {
    const { place, season } = requireAction(event, 'EDIT_OWN_DATA');
    const form = await event.request.formData();
    const values = valuesIn(form);
    const code = textIn(form, 'code').trim();
    const given = { district: districtOf(place) ?? '', code, season, input: inputOf(values) };
    const created = await act(event, CreateSchoolDocument, given, { values, code });
    return created.ok ? backHere(event, 'saved') : created.failure;
  },
};
