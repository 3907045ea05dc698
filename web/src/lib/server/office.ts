import { error, type RequestEvent } from '@sveltejs/kit';
import { reachIn, type Action, type OfficeGrant } from '@enrolment/rulebook/access.ts';
import { newsOf } from '#lib/office/people/words.ts';
import { frameRead, officesIn } from './offices.ts';
import { officeAt, type Office, type Place } from './place.ts';
import { requireSession } from './session.ts';

function officesHeld({ locals }: RequestEvent): OfficeGrant[] {
  const { viewer, myRoles } = frameRead(locals);
  const offices = officesIn(viewer?.roles ?? []);
  if (offices.length > 0) return offices;
  const account = viewer?.account ?? '';
  const ended = myRoles.filter(({ state }) => state !== 'HOLDS').map(newsOf);
  error(403, 'No office', { code: 'NO_OFFICE', account, ended });
}

/** For the office's pages: whoever is signed out is sent to sign in, and whoever has no office is told so. */
export function requireOffice(event: RequestEvent): Office {
  requireSession(event);
  const offices = officesHeld(event);
  const office = officeAt(offices, event.url.searchParams.get('place'));
  if (!office) error(404, 'Not found');
  return office;
}

/** The same for the pages of one action: whoever may not take it in this place finds no page. */
export function requireAction(event: RequestEvent, action: Action): Office {
  const office = requireOffice(event);
  if (!office.may(action)) error(404, 'Not found');
  return office;
}

type SchoolPlace = Extract<Place, { kind: 'SCHOOL' }>;

/** For the school's desk: the school that the address names, or else the first in which the viewer preregisters. */
export function requireSchool(event: RequestEvent): Office & { place: SchoolPlace } {
  requireOffice(event);
  const offices = officesHeld(event);
  const first = offices.find((office) => reachIn('PREREGISTER', office) !== null)?.school ?? null;
  const office = officeAt(offices, event.url.searchParams.get('place') ?? first);
  if (office?.place.kind !== 'SCHOOL' || !office.may('PREREGISTER')) error(404, 'Not found');
  return { ...office, place: office.place };
}
