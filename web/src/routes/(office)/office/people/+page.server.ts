import {
  GiveRoleDocument,
  SchoolsDocument,
  StaffGrantsDocument,
  SubdistrictsDocument,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { choicesFor, inputOf, readRoleValues } from '#lib/office/people/input.ts';
import { act, notTaken } from '#lib/server/act.ts';
import { backHere } from '#lib/server/back.ts';
import { requireAction } from '#lib/server/office.ts';
import { frameRead, officesIn } from '#lib/server/offices.ts';
import { districtOf } from '#lib/server/place.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { place } = requireAction(event, 'GIVE_ROLES');
  const district = districtOf(place);
  const { searchParams } = event.url;
  const [after, past] = [searchParams.get('after'), searchParams.has('past')];
  const { now, staffGrants } = await request(event, StaffGrantsDocument, { district, past, after });
  const choices = choicesFor(officesIn(frameRead(event.locals).viewer?.roles ?? []), district, now);
  const atSchools = district !== null && choices?.roles.includes('SCHOOL_REGISTRAR');
  const { nodes: grants, pageInfo } = staffGrants;
  return {
    grants,
    past,
    after: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    later: after !== null,
    choices,
    homes:
      district !== null && choices?.roles.includes('SUBDISTRICT_OFFICER')
        ? (await request(event, SubdistrictsDocument, { district })).district
        : null,
    schools: atSchools ? (await request(event, SchoolsDocument, { district })).schools : [],
    saved: searchParams.has('done'),
  };
};

export const actions: Actions = {
  give: async (event) => {
    const { place } = requireAction(event, 'GIVE_ROLES');
    const values = readRoleValues(await event.request.formData());
    const read = inputOf(values, districtOf(place), getLocale());
    if ('refusals' in read) return notTaken(read.refusals, { values });
    const given = await act(event, GiveRoleDocument, read, { values });
    return given.ok ? backHere(event, 'saved') : given.failure;
  },
};
