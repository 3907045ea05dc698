import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { reachIn, type Action, type OfficeGrant } from '@enrolment/rulebook/access.ts';
import { officeAddress, type Here } from '#lib/office/address.ts';
import { newsOf } from '#lib/office/people/words.ts';
import { frameRead, officesIn } from './offices.ts';
import { officeAt, type Office, type Place } from './place.ts';
import { seasonAt, seasonKey } from './season.ts';
import { requireSession } from './session.ts';

/** An office where an address says that it is. */
export interface OfficeHere extends Office {
  /** The year of the season that the page is about; null until one is opened. */
  season: number | null;
  here: Here;
}

function officesHeld({ locals }: RequestEvent): OfficeGrant[] {
  const { viewer, ended } = frameRead(locals);
  const offices = officesIn(viewer?.roles ?? []);
  if (offices.length > 0) return offices;
  error(403, 'No office', {
    code: 'NO_OFFICE',
    account: viewer?.account ?? '',
    ended: ended.filter(({ state }) => state !== 'HOLDS').map(newsOf),
  });
}

/** In the place of the address, or else in the one that is given. */
function officeHere(event: RequestEvent, offices: readonly OfficeGrant[], first: string | null): OfficeHere {
  const { searchParams } = event.url;
  const key = searchParams.get('place');
  const office = officeAt(offices, key ?? first);
  if (!office) error(404, 'Not found');
  const { seasons } = frameRead(event.locals);
  const number = event.params['number'] ?? null;
  const season = seasonAt(seasons, { number, named: searchParams.get('season') });
  return { ...office, season, here: { place: key, season: seasonKey(seasons, season) } };
}

/** For the office's pages: whoever is signed out is sent to sign in, and whoever has no office is told so. */
export function requireOffice(event: RequestEvent): OfficeHere {
  requireSession(event);
  return officeHere(event, officesHeld(event), null);
}

/** The same for the pages of one action: whoever may not take it in this place finds no page. */
export function requireAction(event: RequestEvent, action: Action): OfficeHere {
  const office = requireOffice(event);
  if (!office.may(action)) error(404, 'Not found');
  return office;
}

type SchoolPlace = Extract<Place, { kind: 'SCHOOL' }>;

/** For the school's desk: the school that the address names, or else the first in which the viewer preregisters. */
export function requireSchool(event: RequestEvent): OfficeHere & { place: SchoolPlace } {
  requireOffice(event);
  const offices = officesHeld(event);
  const first = offices.find((office) => reachIn('PREREGISTER', office) !== null)?.school ?? null;
  const office = officeHere(event, offices, first);
  const { place } = office;
  if (place.kind !== 'SCHOOL' || !office.may('PREREGISTER')) error(404, 'Not found');
  return { ...office, place };
}

/** To a page of the same place and season after something was done, with a word of it in the address. */
export function redirectWithin(
  event: RequestEvent,
  path: string,
  more: Record<string, string | null> = {},
): never {
  redirect(303, officeAddress(path, { ...requireOffice(event).here, ...more }));
}
