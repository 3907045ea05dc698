import type { EntityManager } from '@mikro-orm/postgresql';
import { anyOf, tables } from '../database/tables.js';

/**
 * How many children each of these schools has in a season: preregistered by it or assigned to it, and not refused. For whoever
 * may not know what is not published, they are where they were preregistered until then, and none is refused.
 */
export async function countTaken(
  em: EntityManager,
  {
    season,
    schools,
    unpublished,
  }: { readonly season: number; readonly schools: readonly string[]; readonly unpublished: boolean },
): Promise<ReadonlyMap<string, number>> {
  const rows = await tables(em, 'read')
    .selectFrom('admission as a')
    .innerJoin('collection_record as r', 'r.id', 'a.record')
    .select(({ fn, ref, cast }) => [
      (unpublished ? fn.coalesce('a.assignedSchool', 'a.school') : ref('a.school')).as('at'),
      cast<number>(fn.countAll(), 'integer').as('n'),
    ])
    .where('r.season', '=', season)
    .where('r.withdrawnAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('a.outcome', '<>', 'NOT_ADMITTED'),
        ...(unpublished ? [] : [eb('a.publishedAt', 'is', null)]),
      ]),
    )
    .where((eb) =>
      eb.or([
        eb('a.school', '=', anyOf(schools)),
        ...(unpublished ? [eb('a.assignedSchool', '=', anyOf(schools))] : []),
      ]),
    )
    .groupBy('at')
    .execute();
  return new Map(rows.map(({ at, n }) => [at, n]));
}
