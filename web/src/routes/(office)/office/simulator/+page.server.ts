import { redirect } from '@sveltejs/kit';
import { OfficeSimulatorDocument, SimulatePolicyDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { officeAddress } from '#lib/office/address.ts';
import { checkWriting, inputOf, readValues } from '#lib/office/simulator/input.ts';
import { act, notTaken } from '#lib/server/act.ts';
import { requireAction } from '#lib/server/office.ts';
import type { Actions, PageServerLoad } from './$types.js';

const RECENT = 10;

export const load: PageServerLoad = async (event) => {
  requireAction(event, 'SIMULATE');
  const { season, simulations } = await request(event, OfficeSimulatorDocument, { first: RECENT });
  return { season, recent: simulations.nodes };
};

export const actions: Actions = {
  default: async (event) => {
    const { place } = requireAction(event, 'SIMULATE');
    const values = readValues(await event.request.formData());
    const unwritten = checkWriting(values, getLocale());
    if (unwritten.length > 0) return notTaken(unwritten, { values });
    const input = inputOf(values, place);
    const asked = await act(event, SimulatePolicyDocument, { input }, { values });
    if (!asked.ok) return asked.failure;
    const at = { place: event.url.searchParams.get('place') };
    redirect(303, officeAddress(`/office/simulator/${asked.result.id}`, at));
  },
};
