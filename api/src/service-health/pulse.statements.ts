import type { EntityManager } from '@mikro-orm/postgresql';
import { tables } from '../database/tables.js';
import type { Gateway } from './pulse.entity.js';

/** Successes of a gateway come by the thousand: one in so many seconds is written down. */
const EVERY_MS = 10_000;

/** From now on these are watched: what has never run is late, too. */
export async function watch(em: EntityManager, names: readonly string[], now: Date): Promise<void> {
  await tables(em)
    .insertInto('pulse')
    .values(names.map((name) => ({ name, watchedSince: now })))
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
}

/** A task has done its work, and found so much that is not right. */
export async function noteDone(em: EntityManager, name: string, now: Date, found = 0): Promise<void> {
  await tables(em)
    .updateTable('pulse')
    .set({ succeededAt: now, failures: 0, failingSince: null, found })
    .where('name', '=', name)
    .execute();
}

/** It was tried in vain. */
export async function noteFailed(em: EntityManager, name: string, now: Date): Promise<void> {
  await tables(em)
    .updateTable('pulse')
    .set(({ eb, fn, val }) => ({
      failedAt: now,
      failures: eb('failures', '+', 1),
      failingSince: fn.coalesce('failingSince', val(now)),
    }))
    .where('name', '=', name)
    .execute();
}

/** A gateway has taken what it was given. What is known already is not written again, so nobody waits for anybody here. */
export async function noteTaken(em: EntityManager, gateway: Gateway, now: Date): Promise<void> {
  await tables(em)
    .updateTable('pulse')
    .set({ succeededAt: now, failures: 0, failingSince: null })
    .where('name', '=', gateway)
    .where(({ eb, or }) =>
      or([
        eb('failures', '>', 0),
        eb('succeededAt', 'is', null),
        eb('succeededAt', '<', new Date(now.getTime() - EVERY_MS)),
      ]),
    )
    .execute();
}
