import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { tables } from './tables.js';

/** Whether this transaction has the turn that a lock stands for: of all processes one at a time, and nobody waits for it. */
export async function takesTurn(tx: EntityManager, lock: number): Promise<boolean> {
  const mine = sql<boolean>`pg_try_advisory_xact_lock(${lock})`;
  const turn = await tables(tx).selectNoFrom(mine.as('mine')).executeTakeFirstOrThrow();
  return turn.mine;
}
