import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { tables } from '../database/tables.js';
import { listedTo, type Reach } from '../record/access.predicates.js';

/** In how many records of a district and season a family waits for an answer, without those that the reader handles. */
export async function countWaiting(
  em: EntityManager,
  reach: Reach,
  { district, season }: { readonly district: string; readonly season: number },
): Promise<number> {
  const { n } = await tables(em, 'read')
    .selectFrom('conversation as c')
    .innerJoin('collection_record as r', 'r.id', 'c.record')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('c.waitingSince', 'is not', null)
    .where('r.district', '=', district)
    .where('r.season', '=', season)
    .where(listedTo(reach) as never)
    .executeTakeFirstOrThrow();
  return n;
}
