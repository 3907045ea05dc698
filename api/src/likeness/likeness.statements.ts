import type { Likeness } from '@enrolment/rulebook/likeness.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { anyFound, tables } from '../database/tables.js';

const NOTHING = sql<readonly Buffer[]>`'{}'::bytea[]`;

/** As many records share a guardian or an index at most as are looked at. */
const MOST = 100;
/** So many beside one record are shown. */
const MOST_SHOWN = 20;

const children = (em: EntityManager) =>
  tables(em)
    .selectFrom('child as c')
    .innerJoin('collection_record as r', 'r.id', 'c.record')
    .select(['r.id', 'r.keyId', 'r.wrappedKey', 'c.season', 'c.name', 'c.document', 'c.birthDate']);

export type SealedChild = Awaited<ReturnType<typeof selectWaiting>>[number];

/** Children that nobody has compared yet, or not since they were corrected. */
export const selectWaiting = (em: EntityManager, portion: number) =>
  children(em).where('c.likenessIndex', '=', NOTHING).limit(portion).execute();

/** Whether the child is still as it was read. */
export async function keepIndex(
  em: EntityManager,
  { id, name, document, birthDate }: SealedChild,
  indexes: readonly Buffer[],
): Promise<boolean> {
  const kept = await tables(em)
    .updateTable('child')
    .set({ likenessIndex: indexes as Buffer[] })
    .where('record', '=', id)
    .where('name', '=', name)
    .where('document', '=', document)
    .where('birthDate', '=', birthDate)
    .returning('record')
    .execute();
  return kept.length === 1;
}

/** Children of the season who share an index with this one, or a guardian's document. */
export const selectCandidates = (
  em: EntityManager,
  { id, season }: SealedChild,
  indexes: readonly Buffer[],
) =>
  children(em)
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('guardian as mine')
          .innerJoin('guardian as theirs', 'theirs.documentIndex', 'mine.documentIndex')
          .select(sql`1`.as('one'))
          .where('mine.record', '=', id)
          .whereRef('theirs.record', '=', 'c.record'),
      ).as('sameGuardian'),
    )
    .where('c.season', '=', season)
    .where('c.record', '<>', id)
    .where(({ eb, selectFrom }) => {
      // Each half by its own index: asked with an “or”, the planner looks at every child of the season.
      const found = selectFrom('child as alike')
        .select('alike.record')
        .where((eb) => sql<boolean>`${eb.ref('alike.likenessIndex')} && ${indexes}::bytea[]`)
        .union(
          selectFrom('guardian as own')
            .innerJoin('guardian as shared', 'shared.documentIndex', 'own.documentIndex')
            .select('shared.record')
            .where('own.record', '=', id),
        );
      return eb('c.record', '=', anyFound<string>(found));
    })
    .orderBy('c.record')
    .limit(MOST)
    .execute();

/** Writes what a child is alike to now. What was cleared stays so; what is no longer alike, and was not, goes. */
export async function keepPairs(
  em: EntityManager,
  id: string,
  alike: ReadonlyMap<string, readonly Likeness[]>,
  now: Date,
): Promise<void> {
  const others = [...alike.keys()];
  await tables(em)
    .deleteFrom('near_duplicate')
    .where('verdict', 'is', null)
    .where(({ eb, or }) =>
      or([
        eb.and([eb('one', '=', id), eb('other', '<>', sql<string>`all(${others}::uuid[])`)]),
        eb.and([eb('other', '=', id), eb('one', '<>', sql<string>`all(${others}::uuid[])`)]),
      ]),
    )
    .execute();
  const pairs = [...alike].map(([beside, likenesses]) => ({
    one: id < beside ? id : beside,
    other: id < beside ? beside : id,
    likenesses: likenesses as Likeness[],
    foundAt: now,
  }));
  if (pairs.length === 0) return;
  await tables(em)
    .insertInto('near_duplicate')
    .values(pairs)
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
