import { maskName } from '@enrolment/rulebook/masking.ts';
import type { BroughtFormQuery } from '@enrolment/schema/client';

export type Brought = BroughtFormQuery['broughtForm'];

/** What the desk's page shows of what was brought: names masked, as everywhere. */
export function foundOf({ record, ...brought }: Brought) {
  return {
    ...brought,
    record: record && {
      ...record,
      child: { ...record.child, name: maskName(record.child.name) },
      guardians: record.guardians.map(({ name, role }) => ({ role, name: maskName(name) })),
    },
  };
}
export type Found = ReturnType<typeof foundOf>;

/** Whether the child can be preregistered now, with what was found. */
export const isOpen = ({ status, record }: Pick<Found, 'status' | 'record'>): boolean =>
  record !== null && (status === 'VALID' || status === 'SUPERSEDED');
