import type { KeyRing } from '../platform/keys.js';
import type { RoleGrant, Viewer } from '../platform/identity.js';
import { normalisePhone } from '../rulebook/phone.js';
import type { GuardianRole, ViewerRelation } from '../vocabulary.js';
import type { EventActor } from './move-stage.js';

const DISTRICT_STAFF = new Set(['DISTRICT_OFFICER', 'DISTRICT_ADMIN']);

/** How far a viewer sees: her own, what she is authorised for, her districts or school, or the whole city. */
export interface Reach {
  readonly subject: string;
  readonly wholeCity: boolean;
  readonly districts: readonly string[];
  /** As whom a grant may name her: document and phone both, as the identity provider knows them. */
  readonly named: Named;
  readonly schools: { readonly districts: readonly string[]; readonly codes: readonly string[] };
}

type Named = [documentType: string | null, document: Buffer | null, phone: Buffer | null];

/** The blind indexes by which guardians are looked up. */
export const documentIndex = (keys: KeyRing, number: string): Buffer => keys.blindIndex('document', number);
export const phoneIndex = (keys: KeyRing, phone: string): Buffer => keys.blindIndex('phone', phone);

function namedAs({ document, phone }: Viewer, keys: KeyRing): Named {
  if (!document || phone === null) return [null, null, null];
  return [document.type, documentIndex(keys, document.number), phoneIndex(keys, normalisePhone(phone))];
}

export function reachOf(viewer: Viewer, keys: KeyRing): Reach {
  const at = viewer.roles.filter(
    ({ role, district, school }) => role === 'SCHOOL_REGISTRAR' && district !== null && school !== null,
  );
  return {
    subject: viewer.subject,
    wholeCity: viewer.roles.some(({ role }) => role === 'MUNICIPAL_ADMIN'),
    districts: viewer.roles.flatMap(({ role, district }) =>
      DISTRICT_STAFF.has(role) && district !== null ? [district] : [],
    ),
    named: namedAs(viewer, keys),
    schools: { districts: at.map(({ district }) => district!), codes: at.map(({ school }) => school!) },
  };
}

/** A live grant on collection_record r for who is named so. Asked anew each time: what is revoked has no echo. */
const granted = (type: string, document: string, phone: string) =>
  `exists (select from record_authorization g where g.record_id = r.id and g.revoked_at is null
     and g.document_type = ${type} and g.document_index = ${document} and g.phone_index = ${phone})`;

const relation = (subject: string, grant: string) =>
  `case when r.registered_by = ${subject} then 'REGISTRANT' when ${grant} then 'AUTHORIZED' else 'STAFF' end as viewer_relation`;

/**
 * Whose record r it is to see, as a condition: $1 subject, $2 whole city, $3 districts, $4 … $6 as whom a grant names
 * her, $7 and $8 districts and codes of schools. A school sees the approved children of its district, and from its own
 * preregistration on those of its own.
 */
export const VISIBLE = `(r.registered_by = $1 or ${granted('$4', '$5', '$6')}
  or (r.withdrawn_at is null and ($2::boolean or r.district_code = any($3::text[])
    or (r.district_code = any($7::text[]) and (r.stage = 'APPROVED'
      or exists (select from admission s where s.record_id = r.id and s.school_code = any($8::text[])))))))`;
/** How the viewer came to it, with the same parameters. */
export const VISIBLE_AS = relation('$1', granted('$4', '$5', '$6'));

export const visibleTo = ({ subject, wholeCity, districts, named, schools }: Reach): unknown[] => [
  subject,
  wholeCity,
  districts,
  ...named,
  schools.districts,
  schools.codes,
];

/** Whose record r it is to handle: who registered it and who is authorised. $1 subject, $2 … $4 as whom a grant names her. */
export const HANDLED = `(r.registered_by = $1 or ${granted('$2', '$3', '$4')})`;
export const HANDLED_AS = relation('$1', granted('$2', '$3', '$4'));
/** The same for lists: each half finds its rows by an index of its own. */
export const HANDLED_IDS = `
  select id from collection_record where registered_by = $1
  union
  select record_id from record_authorization
  where revoked_at is null and document_type = $2 and document_index = $3 and phone_index = $4`;

export const handledBy = ({ subject, named }: Reach): unknown[] => [subject, ...named];

/** May read, fill in, submit, print and see the result; only the registrant may withdraw, authorise and appeal. */
export const mayHandle = ({ viewer_relation: as }: { viewer_relation: ViewerRelation }): boolean =>
  as === 'REGISTRANT' || as === 'AUTHORIZED';

/** Which of the two guardians handles it. */
export const guardianOf = ({ viewer_relation: as }: { viewer_relation: ViewerRelation }): GuardianRole =>
  as === 'AUTHORIZED' ? 'SECOND' : 'FIRST';

/** The same as the history has it. */
export const guardianActor = (record: { viewer_relation: ViewerRelation }): EventActor =>
  guardianOf(record) === 'SECOND' ? 'SECOND_GUARDIAN' : 'GUARDIAN';

/** The office in which a viewer reads a record that is not hers to handle; null when it is. */
export function staffGrant(
  viewer: Viewer,
  record: { viewer_relation: ViewerRelation; district_code: string },
): RoleGrant | null {
  if (mayHandle(record)) return null;
  return (
    viewer.roles.find(
      ({ role, district }) =>
        role === 'MUNICIPAL_ADMIN' || (DISTRICT_STAFF.has(role) && district === record.district_code),
    ) ??
    viewer.roles.find(
      ({ role, district }) => role === 'SCHOOL_REGISTRAR' && district === record.district_code,
    ) ??
    null
  );
}

/** Decides on a record: the officers and administrators of its own district, and nobody else. */
export const decidesOn = (viewer: Viewer, record: { district_code: string }): boolean =>
  viewer.roles.some(({ role, district }) => DISTRICT_STAFF.has(role) && district === record.district_code);

/** The office in which an officer decides, as the audit trail has it. */
export const officeOf = (viewer: Viewer, record: { district_code: string }): string =>
  viewer.roles.find(({ role, district }) => DISTRICT_STAFF.has(role) && district === record.district_code)
    ?.role ?? 'DISTRICT_OFFICER';

/** Sets the calendar of a district and publishes its results. */
export const administers = (viewer: Viewer, districtCode: string): boolean =>
  viewer.roles.some(({ role, district }) => role === 'DISTRICT_ADMIN' && district === districtCode);

/** Preregisters children at a school. */
export const registersAt = (viewer: Viewer, schoolCode: string): boolean =>
  viewer.roles.some(({ role, school }) => role === 'SCHOOL_REGISTRAR' && school === schoolCode);
