import {
  mayAsFamily,
  officeFor,
  reachIn,
  type Action,
  type OfficeReach,
} from '@enrolment/rulebook/access.js';
import { normalisePhone } from '@enrolment/rulebook/phone.js';
import type { GuardianRole, Role, ViewerRelation, EventActor } from '@enrolment/rulebook/vocabulary.js';
import type { KeyRing } from '../platform/keys.js';
import type { RoleGrant, Viewer } from '../platform/identity.js';
import type { Reach } from './access.predicates.js';
import { documentIndex, phoneIndex } from './blind-indexes.js';
import type { Standing } from './visibility.js';

function namedAs({ document, phone }: Viewer, keys: KeyRing): Reach['named'] {
  if (!document) return [null, null, null];
  const byPhone = phone === null ? null : phoneIndex(keys, normalisePhone(phone));
  return [document.type, documentIndex(keys, document.number), byPhone];
}

const officesWithin = ({ roles }: Viewer, action: Action, reach: OfficeReach) =>
  roles.filter((grant) => reachIn(action, grant) === reach);

/** By the access table: where in the city the viewer's offices may do it. */
export const placesOf = (viewer: Viewer, action: Action): Pick<Reach, 'wholeCity' | 'districts'> => ({
  wholeCity: officesWithin(viewer, action, 'CITY').length > 0,
  districts: officesWithin(viewer, action, 'DISTRICT').flatMap(({ district }) => district ?? []),
});

/** By the access table: how far the viewer's offices reach in an action. */
export function reachOf(viewer: Viewer, keys: KeyRing, action: Action = 'READ_RECORD'): Reach {
  const at = officesWithin(viewer, action, 'SCHOOL').filter(
    ({ district, school }) => district !== null && school !== null,
  );
  return {
    subject: viewer.subject,
    ...placesOf(viewer, action),
    named: namedAs(viewer, keys),
    schools: { districts: at.map(({ district }) => district!), codes: at.map(({ school }) => school!) },
  };
}

/** How far somebody reaches who decides review items: her districts, and those that have given items to her office. */
export function reachOfReviewers(viewer: Viewer, keys: KeyRing): Reach {
  const reach = reachOf(viewer, keys, 'DECIDE_ON_RECORD');
  const given = givenItemOffices(viewer).map(({ district }) => district!);
  return { ...reach, districts: [...new Set([...reach.districts, ...given])] };
}

/** The offices to which a district gives review items. */
export const givenItemOffices = (viewer: Viewer): RoleGrant[] =>
  officesWithin(viewer, 'DECIDE_GIVEN_ITEMS', 'GIVEN_ITEMS').filter(({ district }) => district !== null);

/** The relation of the reader to a record; for the system and the offices there is none. */
interface Related {
  readonly viewerRelation?: ViewerRelation | null | undefined;
}

/** May read, fill in, submit, print and see the result; only the registrant may withdraw, authorise and appeal. */
export const mayHandle = ({ viewerRelation: as }: Related): boolean =>
  mayAsFamily('HANDLE_RECORD', as ?? 'STAFF');

/** Whether the reader registered it and so may withdraw, authorise and appeal. */
export const owns = ({ viewerRelation: as }: Related): boolean => mayAsFamily('OWN_RECORD', as ?? 'STAFF');

/** The guardian who handles it. */
export const guardianOf = ({ viewerRelation: as }: Related): GuardianRole =>
  as === 'AUTHORIZED' ? 'SECOND' : 'FIRST';

/** The same guardian as the history names them. */
export const guardianActor = (record: Related): EventActor =>
  guardianOf(record) === 'SECOND' ? 'SECOND_GUARDIAN' : 'GUARDIAN';

/** The office in which a viewer reads a record that is not hers to handle; null when it is. */
export function staffGrant(viewer: Viewer, record: Related & { district: string }): RoleGrant | null {
  if (mayHandle(record)) return null;
  const { district } = record;
  return (
    officeFor('READ_RECORD', viewer.roles, { district }) ??
    viewer.roles.find((grant) => reachIn('READ_RECORD', grant) === 'SCHOOL' && grant.district === district) ??
    null
  );
}

/** The registrar's schools in a district. */
export const schoolsIn = ({ roles }: Viewer, district: string): string[] =>
  roles
    .filter((grant) => reachIn('READ_RECORD', grant) === 'SCHOOL' && grant.district === district)
    .flatMap(({ school }) => school ?? []);

/** Whether the viewer knows a district’s decisions about admissions before they are published. */
export const knowsUnpublished = (viewer: Viewer, district: string): boolean =>
  officeFor('READ_UNPUBLISHED_RESULT', viewer.roles, { district }) !== null;

/** How a viewer stands to a record that she may read. */
export function standingOf(viewer: Viewer, record: Related & { district: string }): Standing {
  if (staffGrant(viewer, record) === null) return 'FAMILY';
  return knowsUnpublished(viewer, record.district) ? 'DISTRICT' : 'OFFICE';
}

/** Decides on a record: the officers and administrators of its own district, but none who handles it as a guardian. */
export const decidesOn = (viewer: Viewer, record: Related & { district: string }): boolean =>
  !mayHandle(record) && officeFor('DECIDE_ON_RECORD', viewer.roles, record) !== null;

/** Reads what is confidential in the details: the family itself, and the persons of its own district. */
export const readsSpecialNeeds = (viewer: Viewer | null, record: Related & { district: string }): boolean =>
  mayAsFamily('READ_SPECIAL_NEEDS', record.viewerRelation ?? 'STAFF') ||
  (viewer !== null && officeFor('READ_SPECIAL_NEEDS', viewer.roles, { district: record.district }) !== null);

/** Sees whole numbers, prints the form and corrects a registration: the same offices, but persons only. */
export const seesWholeNumbers = (viewer: Viewer, { district }: { district: string }): boolean =>
  officeFor('SEE_WHOLE_NUMBERS', viewer.roles, { district }) !== null;

export const mayTakeOver = (viewer: Viewer, { district }: { district: string }): boolean =>
  officeFor('TAKE_OVER_RECORD', viewer.roles, { district }) !== null;

/** The office in which an officer decides, as the audit trail has it. */
export const officeOf = (viewer: Viewer, { district }: { district: string }): Role =>
  officeFor('DECIDE_ON_RECORD', viewer.roles, { district })?.role ?? 'DISTRICT_OFFICER';

export const administers = (viewer: Viewer, district: string): boolean =>
  officeFor('ADMINISTER_DISTRICT', viewer.roles, { district }) !== null;

export const publishesIn = (viewer: Viewer, district: string): boolean =>
  officeFor('PUBLISH_RESULTS', viewer.roles, { district }) !== null;

export const administersCity = (viewer: Viewer): boolean =>
  officeFor('ADMINISTER_CITY', viewer.roles, {}) !== null;

export const registersAt = (viewer: Viewer, school: string): boolean =>
  officeFor('PREREGISTER', viewer.roles, { school }) !== null;
