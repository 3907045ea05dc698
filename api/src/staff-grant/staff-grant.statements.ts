import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import { prepared, type Places } from '../database/prepared.js';
import { anyOf, tables } from '../database/tables.js';

interface Asked {
  readonly subjects: readonly string[];
  readonly now: Date;
}

interface Listed {
  readonly name: string;
  readonly formerNames: string[];
}

/**
 * The roles that hold at this moment, of several people: asked at every request of an office. With an officer of subdistricts
 * those of her district.
 */
export const findHeld = prepared((db, { subjects, now }: Places<Asked>) =>
  db
    .selectFrom('staff_grant')
    .select(['subject', 'role', 'district', 'school', 'subdistricts', 'department', 'items'])
    .select((eb) =>
      eb
        .selectFrom('subdistrict as s')
        .select((s) =>
          s.fn
            .agg<Listed[] | null>('json_agg', [
              jsonBuildObject({ name: s.ref('s.name'), formerNames: s.ref('s.formerNames') }),
            ])
            .as('listed'),
        )
        .whereRef('s.district', '=', 'staff_grant.district')
        .whereRef('staff_grant.role', '=', eb.val('SUBDISTRICT_OFFICER'))
        .as('listed'),
    )
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
