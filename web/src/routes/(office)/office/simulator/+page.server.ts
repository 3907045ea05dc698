import { OfficeSimulatorDocument, SimulatePolicyDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { NotOpenYet } from '#lib/api/faults.ts';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { checkWriting, inputOf, readValues } from '#lib/office/simulator/input.ts';
import { act, notTaken } from '#lib/server/act.ts';
import { redirectWithin, requireAction } from '#lib/server/office.ts';
import type { Actions, PageServerLoad } from './$types.js';

const RECENT = 10;

export const load: PageServerLoad = async (event) => {
  const office = requireAction(event, 'SIMULATE');
  const { seasons, simulations } = await request(event, OfficeSimulatorDocument, { first: RECENT });
  const season = seasons.find(({ year }) => year === office.season);
  if (!season) throw new NotOpenYet();
  return { season, recent: simulations.nodes };
};

export const actions: Actions = {
  default: async (event) => {
    const office = requireAction(event, 'SIMULATE');
    const values = readValues(await event.request.formData());
    const unwritten = checkWriting(values, getLocale());
    if (unwritten.length > 0) return notTaken(unwritten, { values });
    const input = inputOf(values, office);
    const asked = await act(event, SimulatePolicyDocument, { input }, { values });
    if (!asked.ok) return asked.failure;
    redirectWithin(event, `/office/simulator/${asked.result.id}`);
  },
};
