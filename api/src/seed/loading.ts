import type { EntityManager } from '@mikro-orm/postgresql';
import { tables } from '../database/tables.js';

/** From so many records on it is faster to make indexes and foreign keys once, at the end (migration 0570). */
const WORTH_IT = 20_000;

/**
 * Puts indexes and foreign keys aside while `coming` records are written beside the `standing` ones. A service that runs
 * meanwhile reads slowly. Until `endLoad` they are kept as text in the database, so a later run puts back what this one could not.
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
export async function endLoad(em: EntityManager, connections = 1): Promise<void> {
  const putBack = async () => {
    while (await putBackOne(em.fork()));
  };
  await Promise.all(Array.from({ length: connections }, putBack));
}

async function putBackOne(em: EntityManager): Promise<boolean> {
  const { found } = await em.transactional((tx) =>
    tables(tx)
      .selectNoFrom(({ fn }) => fn<boolean>('loading.put_back', []).as('found'))
      .executeTakeFirstOrThrow(),
  );
  return found;
}
