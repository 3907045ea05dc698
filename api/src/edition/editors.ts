import { mayAnywhere, officeFor, reachIn } from '@enrolment/rulebook/access.js';
import type { RoleGrant, Viewer } from '../platform/identity.js';

/** The office in which somebody edits: a district alone edits what is its own, and the city what is the city's. */
export const editorAt = ({ roles }: Viewer, district: string | null): RoleGrant | null =>
  roles.find((grant) => {
    const reach = reachIn('EDIT_OWN_DATA', grant);
    return district === null ? reach === 'CITY' : reach === 'DISTRICT' && grant.district === district;
  }) ?? null;

/** Whether somebody reads what a district sets for itself; every administrator reads what the city sets. */
export const readsOwn = ({ roles }: Viewer, district: string | null): boolean =>
  district === null
    ? mayAnywhere('EDIT_OWN_DATA', roles)
    : officeFor('EDIT_OWN_DATA', roles, { district }) !== null;
