import type { EntityManager } from '@mikro-orm/postgresql';
import { anyOf, tables } from '../database/tables.js';

/** How many children each of these schools has in a season: preregistered by it or assigned to it, and not refused. */
export async function countTaken(
  em: EntityManager,
  { season, schools }: { readonly season: number; readonly schools: readonly string[] },
): Promise<ReadonlyMap<string, number>> {
  const rows = await tables(em, 'read')
    .selectFrom('admission as a')
    .innerJoin('collection_record as r', 'r.id', 'a.record')
    .select(({ fn, cast }) => [
      fn.coalesce('a.assignedSchool', 'a.school').as('at'),
      cast<number>(fn.countAll(), 'integer').as('n'),
    ])
    .where('r.season', '=', season)
    .where('r.withdrawnAt', 'is', null)
    .where('a.outcome', '<>', 'NOT_ADMITTED')
    .where((eb) => eb.or([eb('a.school', '=', anyOf(schools)), eb('a.assignedSchool', '=', anyOf(schools))]))
    .groupBy(({ fn }) => fn.coalesce('a.assignedSchool', 'a.school'))
    .execute();
  return new Map(rows.map(({ at, n }) => [at, n]));
}
