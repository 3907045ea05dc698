import type { EntityManager } from '@mikro-orm/postgresql';
import { tables } from '../database/tables.js';

/** The numbers of records whose families are to be told of a verdict by now, the longest due first. */
export async function findDue(em: EntityManager, now: Date, most: number): Promise<string[]> {
  const rows = await tables(em)
    .selectFrom('untold_verdict as v')
    .innerJoin('collection_record as r', 'r.id', 'v.record')
    .select('r.number')
    .where('v.dueAt', '<=', now)
    .orderBy('v.dueAt')
    .orderBy('r.id')
    .limit(most)
    .execute();
  return rows.map(({ number }) => number);
}
