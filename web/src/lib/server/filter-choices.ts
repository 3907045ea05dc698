import type { RequestEvent } from '@sveltejs/kit';
import { FilterChoicesDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import type { OfficeHere } from './office.ts';

/** By which schools and subdistricts a page can be filtered: those of the district that it is of. */
export async function filterChoices(event: RequestEvent, { place }: OfficeHere) {
  if (place.kind !== 'DISTRICT') return { schools: [], subdistricts: [] };
  const { schools, district } = await request(event, FilterChoicesDocument, { district: place.district });
  return { schools, subdistricts: district?.subdistricts ?? [] };
}
