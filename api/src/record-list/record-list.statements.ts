import { itemKey } from '@enrolment/rulebook/joint-review.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type Expression, type SqlBool } from 'kysely';
import { anyOf, tables } from '../database/tables.js';
import type { ofRecord } from '../record/access.predicates.js';
import { selectRecords } from '../record/record.statements.js';
import type { GivenItems, ReviewEnd } from './filters.js';
import { ORDERS, type RecordOrder } from './orders.js';

export type Where = (eb: ReturnType<typeof ofRecord>) => Expression<SqlBool>;

/** Where a record stands in an order: its moment, as PostgreSQL writes it, and its id. */
export interface Place {
  readonly at: string;
  readonly id: string;
}

export interface Slice {
  readonly order: RecordOrder;
  /** The place after which the slice begins, in its direction; null for the beginning. */
  readonly from: Place | null;
  /** Towards the beginning of the list. */
  readonly backward: boolean;
  readonly size: number;
}

/** Some records of a list, in the order of the slice's direction. */
export function selectSlice(
  em: EntityManager,
  where: readonly Where[],
  { order, from, backward, size }: Slice,
) {
  const { moment, descending } = ORDERS[order];
  const down = descending !== backward;
  let records = selectRecords(tables(em, 'read'))
    .select([sql<'STAFF'>`'STAFF'`.as('viewerRelation'), sql<string>`(${moment})::text`.as('moment')])
    .orderBy(moment, down ? 'desc' : 'asc')
    .orderBy('r.id', down ? 'desc' : 'asc')
    .limit(size);
  for (const condition of where) records = records.where((eb) => condition(eb as never));
  if (from !== null) {
    const beyond = down ? sql`<` : sql`>`;
    records = records.where(
      ({ ref }) =>
        sql<boolean>`(${moment}, ${ref('r.id')}) ${beyond} (${from.at}::timestamptz, ${from.id}::uuid)`,
    );
  }
  return records.execute();
}
export type ListedRecord = Awaited<ReturnType<typeof selectSlice>>[number];

/** The numbers of at most `most` records, sorted. */
export async function selectNumbers(
  em: EntityManager,
  where: readonly Where[],
  most: number,
): Promise<string[]> {
  let records = tables(em, 'read').selectFrom('collection_record as r').select('r.number').limit(most);
  for (const condition of where) records = records.where((eb) => condition(eb as never));
  return (await records.execute()).map(({ number }) => number).sort();
}

/** The records of a season that have changed since then, or null if there are more than so many. */
export async function findFewChanged(
  em: EntityManager,
  season: number,
  since: Date,
  most: number,
): Promise<string[] | null> {
  const rows = await tables(em, 'read')
    .selectFrom('collection_record as r')
    .select('r.id')
    .where('r.season', '=', season)
    .where('r.updatedAt', '>=', since)
    .where('r.withdrawnAt', 'is', null)
    .orderBy('r.updatedAt', 'desc')
    .limit(most + 1)
    .execute();
  return rows.length > most ? null : rows.map(({ id }) => id);
}

/** When the reviews of a season end. */
export async function findReviewEnds(em: EntityManager, season: number): Promise<ReviewEnd[]> {
  return tables(em, 'read')
    .selectFrom('phase as p')
    .select(['p.service', 'p.district', 'p.closesAt'])
    .where('p.season', '=', season)
    .where('p.kind', '=', 'REVIEW')
    .execute();
}

/** What these districts have given to others; those that have given nothing are not among them. */
export async function findGivenItems(em: EntityManager, districts: readonly string[]): Promise<GivenItems[]> {
  const rows = await tables(em, 'read')
    .selectFrom('item_decider as d')
    .select(['d.district', 'd.kind', 'd.part', 'd.decider'])
    .where('d.district', '=', anyOf(districts))
    .where('d.decider', '<>', 'DISTRICT')
    .execute();
  const keys = (given: typeof rows) => given.map(itemKey);
  return [...Map.groupBy(rows, ({ district }) => district)].map(([district, given]) => ({
    district,
    toDepartments: keys(given.filter(({ decider }) => decider !== 'SUBDISTRICT')),
    toSubdistricts: keys(given.filter(({ decider }) => decider === 'SUBDISTRICT')),
  }));
}

export async function countAll(em: EntityManager, where: readonly Where[]): Promise<number> {
  let records = tables(em, 'read')
    .selectFrom('collection_record as r')
    .select(sql<number>`count(*)::int`.as('n'));
  for (const condition of where) records = records.where((eb) => condition(eb as never));
  return (await records.executeTakeFirstOrThrow()).n;
}

/** Counts several lists at once, each up to `most`. */
export async function countUpTo(
  em: EntityManager,
  lists: readonly (readonly Where[])[],
  most: number,
): Promise<number[]> {
  const db = tables(em, 'read');
  const counts = lists.map((where, at) => {
    let records = db
      .selectFrom('collection_record as r')
      .select(sql<number>`1`.as('one'))
      .limit(most);
    for (const condition of where) records = records.where((eb) => condition(eb as never));
    return db
      .selectFrom(records.as('some'))
      .select(sql<number>`count(*)::int`.as('n'))
      .as(`list_${at}`);
  });
  const found = (await db.selectNoFrom(counts).executeTakeFirstOrThrow()) as Record<string, number>;
  return lists.map((_, at) => found[`list_${at}`]!);
}
