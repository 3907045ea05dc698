import type { Viewer } from '../platform/identity.js';

const DISTRICT_STAFF = new Set(['DISTRICT_OFFICER', 'DISTRICT_ADMIN']);

export interface Reach {
  readonly subject: string;
  readonly wholeCity: boolean;
  readonly districts: readonly string[];
}

/** How far a viewer sees: what she registered, the districts she works for, or the whole city. */
export function reachOf(viewer: Viewer): Reach {
  return {
    subject: viewer.subject,
    wholeCity: viewer.roles.some(({ role }) => role === 'MUNICIPAL_ADMIN'),
    districts: viewer.roles.flatMap(({ role, district }) =>
      DISTRICT_STAFF.has(role) && district !== null ? [district] : [],
    ),
  };
}

/** The same as a condition on collection_record r: $1 subject, $2 whole city, $3 districts. */
export const VISIBLE =
  '(r.registered_by = $1 or (r.withdrawn_at is null and ($2::boolean or r.district_code = any($3::text[]))))';
export const visibleTo = ({ subject, wholeCity, districts }: Reach): [string, boolean, readonly string[]] => [
  subject,
  wholeCity,
  districts,
];

/** The role in which a viewer reads a record that is not her own; null when it is her own. */
export function staffRole(
  viewer: Viewer,
  record: { registered_by: string | null; district_code: string },
): string | null {
  if (record.registered_by === viewer.subject) return null;
  const grant = viewer.roles.find(
    ({ role, district }) =>
      role === 'MUNICIPAL_ADMIN' || (DISTRICT_STAFF.has(role) && district === record.district_code),
  );
  return grant?.role ?? null;
}

/** Decides on a record: the officers and administrators of its own district, and nobody else. */
export const decidesOn = (viewer: Viewer, record: { district_code: string }): boolean =>
  viewer.roles.some(({ role, district }) => DISTRICT_STAFF.has(role) && district === record.district_code);

/** Sets the calendar of a district and publishes its results. */
export const administers = (viewer: Viewer, districtCode: string): boolean =>
  viewer.roles.some(({ role, district }) => role === 'DISTRICT_ADMIN' && district === districtCode);

/** Preregisters children at a school. */
export const registersAt = (viewer: Viewer, schoolCode: string): boolean =>
  viewer.roles.some(({ role, school }) => role === 'SCHOOL_REGISTRAR' && school === schoolCode);
