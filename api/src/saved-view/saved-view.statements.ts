import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { tables } from '../database/tables.js';

const LOCK = 7_391_012;

/** Lets only one at a time change the views of an officer. */
export async function holdViews(tx: EntityManager, officer: string): Promise<void> {
  const held = sql`pg_advisory_xact_lock(${LOCK}::int, hashtext(${officer}))`;
  await tables(tx).selectNoFrom(held.as('held')).execute();
}

/** Takes away the views of officers whose last role ended before this moment. */
export async function eraseOfFormer(em: EntityManager, before: Date): Promise<void> {
  const still = tables(em)
    .selectFrom('staff_grant as g')
    .select('g.subject')
    .where((g) => g.or([g('g.takenAt', 'is', null), g('g.takenAt', '>', before)]))
    .where((g) => g.or([g('g.endsAt', 'is', null), g('g.endsAt', '>', before)]));
  await tables(em).deleteFrom('saved_view').where('officer', 'not in', still).execute();
}
