import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { tables } from '../database/tables.js';
import { takesTurn } from '../database/turn.js';
import { CITY } from './tally.entity.js';

/** As many changes are added up by one transaction: a slow machine, too, does it well within a statement’s time. */
const PORTION = 5_000;
/** After a seed: the more at once, the fewer cells are written again and again. */
export const MANY = 200_000;
const LOCK = 7_391_005;

/**
 * Adds changes up: they leave the one table and come to the other in one statement, so no reader misses or doubles any.
 * Of several processes one does it at a time, and nobody waits for it. How many were added up.
 */
export async function mergePortion(em: EntityManager, portion = PORTION): Promise<number> {
  return em.transactional(async (tx) => {
    if (!(await takesTurn(tx, LOCK))) return 0;
    const db = tables(tx as EntityManager);
    const { merged, places } = await db
      .with('gone', (gone) =>
        gone
          .deleteFrom('tally_change')
          // Up to a place, not one by one: a plan made while there was nothing to add up stays good for a full portion.
          .where('id', '<=', (chosen) =>
            chosen
              .selectFrom((first) =>
                first.selectFrom('tally_change as c').select('c.id').orderBy('c.id').limit(portion).as('p'),
              )
              .select((eb) => eb.fn.max('p.id').as('last')),
          )
          .returning(['season', 'district as place', 'facet', 'key', 'n']),
      )
      .with('added', (added) =>
        added
          .insertInto('tally')
          .columns(['season', 'district', 'facet', 'key', 'n'])
          .expression((eb) => {
            const own = eb.selectFrom('gone as g').select(['g.season', 'g.place', 'g.facet', 'g.key', 'g.n']);
            const city = eb
              .selectFrom('gone as g')
              .select(['g.season', sql<string>`${CITY}`.as('place'), 'g.facet', 'g.key', 'g.n'])
              .where('g.place', '<>', CITY);
            return eb
              .selectFrom(own.unionAll(city).as('c'))
              .select(({ fn }) => ['c.season', 'c.place', 'c.facet', 'c.key', fn.sum<number>('c.n').as('n')])
              .groupBy(['c.season', 'c.place', 'c.facet', 'c.key'])
              .having(({ fn }) => fn.sum('c.n'), '<>', 0);
          })
          .onConflict((conflict) =>
            conflict
              .columns(['season', 'district', 'facet', 'key'])
              .doUpdateSet((eb) => ({ n: eb('tally.n', '+', eb.ref('excluded.n')) })),
          )
          .returning('key'),
      )
      .with('marked', (marked) =>
        marked
          .insertInto('tally_mark')
          .columns(['district', 'merges'])
          .expression((eb) => {
            const own = eb.selectFrom('gone as g').select('g.place');
            const city = eb.selectFrom('gone as g').select(sql<string>`${CITY}`.as('place'));
            return eb.selectFrom(own.union(city).as('m')).select(['m.place', sql<string>`1`.as('merges')]);
          })
          .onConflict((conflict) =>
            conflict
              .column('district')
              .doUpdateSet((eb) => ({ merges: eb('tally_mark.merges', '+', eb.ref('excluded.merges')) })),
          ),
      )
      .selectFrom('gone')
      .select(({ fn, ref, val }) => [
        sql<number>`count(*)::int`.as('merged'),
        fn
          .agg<string | null>('string_agg', [ref('gone.place'), val(' ')])
          .distinct()
          .as('places'),
      ])
      .executeTakeFirstOrThrow();
    // Whoever follows figures hears of it when it is committed. Here, and not in the triggers: to notify takes a lock that
    // registrations would wait for.
    if (places !== null) {
      const told = sql`pg_notify('tallies', ${places})`;
      await db.selectNoFrom(told.as('told')).execute();
    }
    return merged;
  });
}

/** Adds up all there is. */
export async function mergeTallies(em: EntityManager, portion = PORTION): Promise<number> {
  let all = 0;
  for (;;) {
    const merged = await mergePortion(em, portion);
    all += merged;
    if (merged < portion) return all;
  }
}
