import { officeFor, reachIn, type Action, type OfficeGrant } from '@enrolment/rulebook/access.ts';

/** What an office page is about: the whole city, one district, or one school. Its key stands in the address. */
export type Place =
  | { kind: 'CITY'; key: 'city' }
  | { kind: 'DISTRICT'; key: string; district: string }
  | { kind: 'SCHOOL'; key: string; district: string | null; school: string };

export interface Office {
  /** Where somebody works; whoever works for the city can also look at each district. */
  places: Place[];
  place: Place;
  /** Whether this person may take an action here. */
  may(action: Action): boolean;
}

/** The place of a key; without a key the first place that somebody works for. Null for anybody else's place. */
export function officeAt(offices: readonly OfficeGrant[], key: string | null): Office | null {
  const places = offices.map(placeOf).filter(isFirst);
  const place = key === null ? places[0] : (places.find((one) => one.key === key) ?? ofCity(key, places));
  return place
    ? {
        places,
        place,
        may: (action) =>
          officeFor(action, offices, codesOf(place)) !== null || isGivenItems(action, offices, place),
      }
    : null;
}

/** Which items of which records an office was given is for the API to say; its pages are there for all of them. */
const isGivenItems = (action: Action, offices: readonly OfficeGrant[], place: Place): boolean =>
  place.kind === 'DISTRICT' &&
  offices.some((office) => reachIn(action, office) === 'GIVEN_ITEMS' && office.district === place.district);

function placeOf({ role, district, school }: OfficeGrant): Place {
  if (role === 'MUNICIPAL_ADMIN') return { kind: 'CITY', key: 'city' };
  return role === 'SCHOOL_REGISTRAR'
    ? { kind: 'SCHOOL', key: school!, district, school: school! }
    : { kind: 'DISTRICT', key: district!, district: district! };
}

function ofCity(key: string, places: readonly Place[]): Place | undefined {
  const city = places.some(({ kind }) => kind === 'CITY');
  return city && /^\d{2}$/.test(key) ? { kind: 'DISTRICT', key, district: key } : undefined;
}

const isFirst = (place: Place, index: number, places: readonly Place[]) =>
  places.findIndex(({ key }) => key === place.key) === index;

/** The district of a place; null for the whole city. */
export const districtOf = (place: Place): string | null => (place.kind === 'CITY' ? null : place.district);

/** Whether somebody works in this place, and does not look at it from the city. */
export const worksIn = ({ places, place }: Office): boolean => places.some(({ key }) => key === place.key);

/** What the access table asks of a place. */
function codesOf(place: Place): { district?: string; school?: string } {
  if (place.kind === 'CITY') return {};
  const { district } = place;
  return {
    ...(district === null ? {} : { district }),
    ...(place.kind === 'SCHOOL' ? { school: place.school } : {}),
  };
}
