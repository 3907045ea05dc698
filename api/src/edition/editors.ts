import { reachIn } from '@enrolment/rulebook/access.js';
import type { RoleGrant, Viewer } from '../platform/identity.js';

/** The office in which somebody edits: a district alone edits what is its own, and the city what is the city's. */
export const editorAt = ({ roles }: Viewer, district: string | null): RoleGrant | null =>
  roles.find((grant) => {
    const reach = reachIn('EDIT_OWN_DATA', grant);
    return district === null ? reach === 'CITY' : reach === 'DISTRICT' && grant.district === district;
  }) ?? null;
