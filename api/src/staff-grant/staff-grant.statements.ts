import type { EntityManager } from '@mikro-orm/postgresql';
import { prepared, type Places } from '../database/prepared.js';
import { anyOf, tables } from '../database/tables.js';

interface Asked {
  readonly subjects: readonly string[];
  readonly now: Date;
}

/** The roles that hold at this moment, of several people: asked at every request of an office. */
export const findHeld = prepared((db, { subjects, now }: Places<Asked>) =>
  db
    .selectFrom('staff_grant')
    .select(['subject', 'role', 'district', 'school', 'subdistricts', 'department', 'items'])
    .where('subject', '=', anyOf(subjects))
    .where('takenAt', 'is', null)
    .where('beginsAt', '<=', now)
    .where((eb) => eb.or([eb('endsAt', 'is', null), eb('endsAt', '>', now)]))
    .orderBy('id'),
);

/** Everybody who was ever given a role. */
export async function findStaff(em: EntityManager): Promise<ReadonlySet<string>> {
  const rows = await tables(em, 'read').selectFrom('staff_grant').select('subject').distinct().execute();
  return new Set(rows.map(({ subject }) => subject));
}
