import type { OfficeFrameQuery, OfficeSurroundQuery } from '@enrolment/schema/client';
import { m } from '#lib/i18n/messages/messages.js';
import type { Place } from '#lib/server/place.ts';

export interface NamedPlace {
  key: string;
  name: string;
}

/** Who is signed in, and what districts are called. */
type Known = Pick<OfficeFrameQuery, 'viewer'> & Pick<OfficeSurroundQuery, 'districts'>;

/** The name of a place; null if it does not exist. */
export function placeName(place: Place, known: Known): string | null {
  if (place.kind === 'CITY') return m.office_city();
  if (place.kind === 'DISTRICT')
    return known.districts.find(({ code }) => code === place.district)?.name ?? null;
  return schoolsOf(known).find(({ code }) => code === place.school)?.name ?? null;
}

/** The name of the office in the header. */
export function officeName(place: Place, name: string): string {
  if (place.kind === 'CITY') return m.office_of_city();
  return place.kind === 'DISTRICT' ? m.office_of_district({ district: name }) : name;
}

/** The places that somebody can switch between; whoever works for the city can look at each district. */
export function placesToChoose(places: readonly Place[], known: Known): NamedPlace[] {
  const own = places.flatMap((place) => {
    const name = placeName(place, known);
    return name === null ? [] : [{ key: place.key, name }];
  });
  if (!places.some(({ kind }) => kind === 'CITY')) return own;
  const others = known.districts
    .filter(({ code }) => !own.some(({ key }) => key === code))
    .map(({ code, name }) => ({ key: code, name }));
  return [...own, ...others];
}

/** What a district, or the whole city for null, is called among these places. */
export const placeOf = (district: string | null, places: readonly NamedPlace[] | null): string =>
  places?.find(({ key }) => key === (district ?? 'city'))?.name ?? district ?? '';

const schoolsOf = ({ viewer }: Known) => viewer?.roles.flatMap(({ school }) => school ?? []) ?? [];
