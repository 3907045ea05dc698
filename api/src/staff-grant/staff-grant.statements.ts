import type { EntityManager } from '@mikro-orm/postgresql';
import { anyOf, tables } from '../database/tables.js';

/** The roles that hold at this moment, of several people. */
export const findHeld = (em: EntityManager, subjects: readonly string[], now: Date) =>
  tables(em)
    .selectFrom('staff_grant')
    .select(['subject', 'role', 'district', 'school'])
    .where('subject', '=', anyOf(subjects))
    .where('takenAt', 'is', null)
    .where('beginsAt', '<=', now)
    .where((eb) => eb.or([eb('endsAt', 'is', null), eb('endsAt', '>', now)]))
    .orderBy('id')
    .execute();

/** Everybody who was ever given a role. */
export async function findStaff(em: EntityManager): Promise<ReadonlySet<string>> {
  const rows = await tables(em, 'read').selectFrom('staff_grant').select('subject').distinct().execute();
  return new Set(rows.map(({ subject }) => subject));
}
