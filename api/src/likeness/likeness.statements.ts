import type { Likeness } from '@enrolment/rulebook/likeness.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { anyOf, tables } from '../database/tables.js';

const NOTHING = sql<readonly Buffer[]>`'{}'::bytea[]`;

/** As many records share a guardian or an index with one at most as are looked at. */
const MOST = 100;
/** So many beside one record are shown. */
const MOST_SHOWN = 20;

const children = (em: EntityManager) =>
  tables(em)
    .selectFrom('child as c')
    .innerJoin('collection_record as r', 'r.id', 'c.record')
    .select(['r.id', 'r.keyId', 'r.wrappedKey', 'c.season', 'c.name', 'c.document', 'c.birthDate']);

export type SealedChild = Awaited<ReturnType<typeof holdWaiting>>[number];

/** Children that nobody has compared yet, or not since they were corrected. None of them changes before the transaction ends. */
export const holdWaiting = (em: EntityManager, portion: number) =>
  children(em)
    .where('c.likenessIndex', '=', NOTHING)
    .limit(portion)
    .forNoKeyUpdate('c')
    .skipLocked()
    .execute();

const literal = (indexes: readonly Buffer[]): string =>
  `{${indexes.map((index) => `"\\\\x${index.toString('hex')}"`).join(',')}}`;

export async function keepIndexes(
  em: EntityManager,
  indexes: ReadonlyMap<string, readonly Buffer[]>,
): Promise<void> {
  // An array of arrays of several lengths is none, so each comes as text.
  const given = sql<{ of: string; found: string }>`unnest(${[...indexes.keys()]}::uuid[],
    ${[...indexes.values()].map(literal)}::text[])`;
  await tables(em)
    .updateTable('child')
    .from(given.as<'given'>(sql`given("of", found)`))
    .set((eb) => ({ likenessIndex: sql<Buffer[]>`${eb.ref('given.found')}::bytea[]` }))
    .whereRef('child.record', '=', 'given.of')
    .execute();
}

/** Beside each of these children those of its season who share an index with it, or a guardian's document. */
export const selectCandidates = (em: EntityManager, ids: readonly string[]) =>
  children(em)
    .innerJoin(
      ({ selectFrom }) =>
        selectFrom('child as m')
          .innerJoinLateral(
            ({ selectFrom }) =>
              // Each half by its own index: asked with an “or”, the planner looks at every child of the season.
              selectFrom(
                selectFrom('child as alike')
                  .select(['alike.record', sql<boolean>`false`.as('guarded')])
                  .whereRef('alike.season', '=', 'm.season')
                  .whereRef('alike.record', '<>', 'm.record')
                  .where(
                    (eb) => sql<boolean>`${eb.ref('alike.likenessIndex')} && ${eb.ref('m.likenessIndex')}`,
                  )
                  .unionAll(
                    selectFrom('guardian as own')
                      .innerJoin('guardian as shared', (join) =>
                        join
                          .onRef('shared.documentIndex', '=', 'own.documentIndex')
                          .onRef('shared.season', '=', 'own.season')
                          .onRef('shared.record', '<>', 'own.record'),
                      )
                      .select(['shared.record', sql<boolean>`true`.as('guarded')])
                      .whereRef('own.record', '=', 'm.record'),
                  )
                  .as('beside'),
              )
                .select(({ fn }) => [
                  'beside.record',
                  fn.agg<boolean>('bool_or', ['beside.guarded']).as('guarded'),
                ])
                .groupBy('beside.record')
                .orderBy('beside.record')
                .limit(MOST)
                .as('found'),
            (join) => join.onTrue(),
          )
          .select(['m.record as mine', 'found.record as beside', 'found.guarded as sameGuardian'])
          .where('m.record', '=', anyOf(ids))
          .as('pair'),
      (join) => join.onRef('c.record', '=', 'pair.beside'),
    )
    .select(['pair.mine', 'pair.sameGuardian'])
    .execute();

/** Two records, the lesser id first. */
export interface Pair {
  readonly one: string;
  readonly other: string;
  readonly likenesses: readonly Likeness[];
}

/** Writes what these children are alike to now. What was cleared stays so; what is no longer alike, and was not, goes. */
export async function keepPairs(
  em: EntityManager,
  compared: readonly string[],
  pairs: readonly Pair[],
  now: Date,
): Promise<void> {
  const still = sql<{ lesser: string; greater: string }>`unnest(${pairs.map(({ one }) => one)}::uuid[],
    ${pairs.map(({ other }) => other)}::uuid[])`;
  await tables(em)
    .deleteFrom('near_duplicate')
    .where('verdict', 'is', null)
    .where((eb) => eb.or([eb('one', '=', anyOf(compared)), eb('other', '=', anyOf(compared))]))
    .where(({ eb, refTuple, selectFrom }) => {
      const alike = selectFrom(still.as<'still'>(sql`still(lesser, greater)`))
        .select(['still.lesser', 'still.greater'])
        .$asTuple('lesser', 'greater');
      return eb(refTuple('one', 'other'), 'not in', alike);
    })
    .execute();
  if (pairs.length === 0) return;
  await tables(em)
    .insertInto('near_duplicate')
    .values(pairs.map((pair) => ({ ...pair, likenesses: pair.likenesses as Likeness[], foundAt: now })))
    .onConflict((conflict) =>
      conflict
        .columns(['one', 'other'])
        .doUpdateSet((eb) => ({ likenesses: eb.ref('excluded.likenesses') }))
        .where('near_duplicate.verdict', 'is', null),
    )
    .execute();
}

/** The pairs of a record, those first of which nothing has been said. */
export const selectPairs = (em: EntityManager, record: string) =>
  tables(em)
    .selectFrom('near_duplicate as d')
    .select((eb) => [
      eb.case().when('d.one', '=', record).then(eb.ref('d.other')).else(eb.ref('d.one')).end().as('beside'),
    ])
    .select(['d.likenesses', 'd.foundAt', 'd.verdict', 'd.decidedAt', 'd.name', 'd.district'])
    .where((eb) => eb.or([eb('d.one', '=', record), eb('d.other', '=', record)]))
    .orderBy((eb) => eb('d.verdict', 'is not', null))
    .orderBy('d.foundAt')
    .limit(MOST_SHOWN)
    .execute();
export type PairRow = Awaited<ReturnType<typeof selectPairs>>[number];
