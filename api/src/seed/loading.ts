import type { EntityManager } from '@mikro-orm/postgresql';
import { tables } from '../database/tables.js';
import { takesTurn } from '../database/turn.js';

/** Held by a seed as long as it runs. */
export const SEED_LOCK = 7_391_004;

/** From so many records on it is faster to make indexes and foreign keys once, at the end (migration 0570). */
const WORTH_IT = 20_000;

/**
 * Puts indexes and foreign keys aside while `coming` records are written beside the `standing` ones. A service that runs
 * meanwhile reads slowly. Until `endLoad` they are kept as text in the database, so what a run that is cut off cannot put back comes
 * back at the next start.
 */
export async function beginLoad(em: EntityManager, coming: number, standing: number): Promise<void> {
  if (coming < WORTH_IT || coming < standing) return;
  await em.transactional((tx) =>
    tables(tx)
      .selectNoFrom(({ fn }) => fn('loading.put_aside', []).as('done'))
      .execute(),
  );
}

/** Puts back what was put aside, on so many connections at once. */
export async function endLoad(em: EntityManager, connections: number): Promise<void> {
  const putBack = async () => {
    while (await em.fork().transactional(putBackOne));
  };
  await Promise.all(Array.from({ length: connections }, putBack));
}

/** Puts back what a load that was cut off has put aside, unless a seed is under way. */
export async function endCutLoad(em: EntityManager): Promise<void> {
  await em.transactional(async (tx) => {
    if (!(await knowsLoads(tx)) || !(await takesTurn(tx, SEED_LOCK))) return;
    while (await putBackOne(tx));
  });
}

/** A database of a version before has nothing put aside. */
async function knowsLoads(em: EntityManager): Promise<boolean> {
  const { known } = await tables(em)
    .selectNoFrom(({ fn, val }) => fn<unknown>('to_regprocedure', [val('loading.put_back()')]).as('known'))
    .executeTakeFirstOrThrow();
  return known !== null;
}

async function putBackOne(em: EntityManager): Promise<boolean> {
  const { found } = await tables(em)
    .selectNoFrom(({ fn }) => fn<boolean>('loading.put_back', []).as('found'))
    .executeTakeFirstOrThrow();
  return found;
}
