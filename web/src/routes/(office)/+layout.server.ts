import type { RequestEvent } from '@sveltejs/kit';
import { FamiliesWaitingDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { frameOf } from '#lib/server/frame.ts';
import { requireOffice } from '#lib/server/office.ts';
import type { Office } from '#lib/server/place.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async (event) => {
  const office = requireOffice(event);
  const waiting = await familiesWaiting(event, office);
  return { office: frameOf(event, office, { '/office/messages': waiting }) };
};

/** How many families wait for an answer. */
async function familiesWaiting(event: RequestEvent, { place, may }: Office): Promise<number | null> {
  if (place.kind !== 'DISTRICT' || !may('CORRESPOND')) return null;
  const { district } = await request(event, FamiliesWaitingDocument, { district: place.district });
  return district?.familiesWaiting ?? null;
}
