import { isOwnFamily, type Documented } from '@enrolment/rulebook/unusual.js';
import type { Viewer } from '../platform/identity.js';

/** In the trail: staff looked at a record whose guardian they are. The watch of the trail finds it; families do not read it. */
export const OWN_FAMILY = { ownFamily: 'GUARDIAN' } as const;

/** The mark for a look at these people, or nothing. */
export const ownFamilyOf = (
  { document }: Pick<Viewer, 'document'>,
  guardians: readonly (Documented | null)[],
): Partial<typeof OWN_FAMILY> => (isOwnFamily(document, guardians) ? OWN_FAMILY : {});
