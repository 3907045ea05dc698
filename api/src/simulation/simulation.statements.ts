import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { tables } from '../database/tables.js';
import { takesTurn } from '../database/turn.js';
import { enqueue } from '../message/outbox.js';
import { TOLD_STAGE } from '../record-list/unpublished.js';

/** Behind the messages and the jobs. */
const PRIORITY = 20;
const LOCK = 7_391_006;

/** Puts the simulation into the queue, in the transaction that changes it: at most once at a time. */
export async function enqueueSimulation(
  tx: EntityManager,
  id: string,
  runAt: Date | null = null,
): Promise<void> {
  const payload = JSON.stringify({ id });
  await enqueue(tx, { task: 'run_simulation', payload, key: `simulation:${id}`, priority: PRIORITY, runAt });
}

/** Whether this transaction may simulate. */
export const maySimulate = (tx: EntityManager): Promise<boolean> => takesTurn(tx, LOCK);

interface Place {
  readonly season: number;
  readonly district: string | null;
}

const liveIn = (em: EntityManager, { season, district }: Place) =>
  tables(em)
    .selectFrom('collection_record as r')
    .where('r.season', '=', season)
    .where('r.withdrawnAt', 'is', null)
    .$if(district !== null, (query) => query.where('r.district', '=', district!));

export async function anyLive(em: EntityManager, place: Place): Promise<boolean> {
  return (await liveIn(em, place).select('r.id').limit(1).executeTakeFirst()) !== undefined;
}

export async function countLive(em: EntityManager, place: Place): Promise<number> {
  const live = await liveIn(em, place)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return live.count;
}

/**
 * So many live records after an id, with what is sealed of them; the details, which are large, only where they are asked for.
 * Two simulations can differ by one child, so no stage is told before the result is published.
 */
export const liveAfter = (
  tx: EntityManager,
  place: Place,
  { after, most, details }: { after: string; most: number; details: boolean },
) =>
  liveIn(tx, place)
    .innerJoin('child as c', 'c.record', 'r.id')
    .select([
      'r.id',
      'r.keyId',
      'r.wrappedKey',
      'r.district',
      'r.service',
      'r.ground',
      'r.submittedAt',
      'c.birthDate',
    ])
    .select(TOLD_STAGE.as('stage'))
    .$if(details, (query) =>
      query.leftJoin('details as d', 'd.record', 'r.id').select(['d.content', 'd.submitted']),
    )
    .where('r.id', '>', after)
    .orderBy('r.id')
    .limit(most)
    .execute();

/** How far it is; false once it is over, because somebody cancelled it. */
export async function note(
  em: EntityManager,
  id: string,
  far: { total: number; done: number; asOf: Date },
): Promise<boolean> {
  const noted = await tables(em)
    .updateTable('simulation')
    .set({ state: 'RUNNING', ...far })
    .where('id', '=', id)
    .where('finishedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return noted !== undefined;
}

/** Simulations that were over before a day. */
export async function dropSimulations(em: EntityManager, before: Date): Promise<void> {
  await tables(em).deleteFrom('simulation').where('finishedAt', '<', before).execute();
}
