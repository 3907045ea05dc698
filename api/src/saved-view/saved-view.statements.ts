import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { tables } from '../database/tables.js';

const LOCK = 7_391_012;

/** Lets only one at a time change the views of an officer. */
export async function holdViews(tx: EntityManager, officer: string): Promise<void> {
  const held = sql`pg_advisory_xact_lock(${LOCK}::int, hashtext(${officer}))`;
  await tables(tx).selectNoFrom(held.as('held')).execute();
}
