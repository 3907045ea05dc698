import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { tables } from './tables.js';

/** What a district, or the city, can have only so many of. */
const LOCKS = { webhooks: 7_391_009, returnTexts: 7_391_013, schools: 7_391_014 } as const;

/** Lets only one at a time count what a district, or the city, has of something and add one. */
export async function holdRoom(
  tx: EntityManager,
  of: keyof typeof LOCKS,
  district: string | null,
): Promise<void> {
  const held = sql`pg_advisory_xact_lock(${LOCKS[of]}::int, ${Number(district ?? 0)}::int)`;
  await tables(tx).selectNoFrom(held.as('held')).execute();
}
