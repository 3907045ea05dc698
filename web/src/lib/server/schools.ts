import type { RequestEvent } from '@sveltejs/kit';
import { SchoolsDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import type { OfficeHere } from './office.ts';

/** The schools by which a page can be filtered: those of the district that it is of. */
export async function schoolsOf(
  event: RequestEvent,
  { place }: OfficeHere,
): Promise<{ code: string; name: string }[]> {
  if (place.kind !== 'DISTRICT') return [];
  const { schools } = await request(event, SchoolsDocument, { district: place.district });
  return schools.map(({ code, name }) => ({ code, name }));
}
