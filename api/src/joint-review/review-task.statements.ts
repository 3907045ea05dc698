import { writingsIn } from '@enrolment/rulebook/subdistrict.js';
import type { ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { expressionBuilder, sql, type ExpressionBuilder } from 'kysely';
import { anyOf, tables, type Tables } from '../database/tables.js';
import type { RoleGrant } from '../platform/identity.js';
import { awaitsStreet } from './street-first.js';
import { actedOnWithin, notOwn, valuesOf, type Reach } from '../record/access.predicates.js';
import { selectRecords } from '../record/record.statements.js';

export interface TasksAsked {
  /** The offices in which the reviewer decides items. */
  readonly offices: readonly RoleGrant[];
  /** Where they are, and what of it she handles as a family. */
  readonly reach: Reach;
  readonly seasons: readonly number[];
  readonly kind: ReviewItemKind | null;
}

/** Where an item stands in the list: when its details were submitted, as PostgreSQL writes it, and which one it is. */
export interface TaskPlace {
  readonly at: string;
  readonly id: string;
}

type OfTaskTables = Tables & {
  r: Tables['collection_record'];
  i: Tables['review_item'];
  d: Tables['item_decider'];
};
type OfTask = ExpressionBuilder<OfTaskTables, 'r' | 'i' | 'd'>;

/** By the access table: a subdistrict's officers decide what is given to it, a department's reviewers their own items. */
const isGivenTo =
  ({ role, district, department, items = [], ...homes }: RoleGrant) =>
  (eb: OfTask) =>
    eb.and([
      eb('r.district', '=', district!),
      ...(role === 'SUBDISTRICT_OFFICER'
        ? [
            eb('d.decider', '=', 'SUBDISTRICT'),
            // A home in another district has no subdistrict here.
            eb('r.residenceDistrict', '=', eb.ref('r.district')),
            eb('r.residenceSubdistrict', '=', anyOf(writingsIn(homes))),
          ]
        : [
            eb('d.decider', '=', department!),
            eb('d.kind', '=', anyOf(items)),
            eb.not(awaitsStreet(eb as never)),
          ]),
    ]);

const { ref } = expressionBuilder<OfTaskTables, 'r' | 'i'>();
const place = sql<string>`${ref('r.id')} || ':' || ${ref('i.kind')}`;
const moment = sql<string>`${ref('r.submittedAt')}::text`;

/** What waits for these offices: undecided items of records that nobody else has to act on first. */
const waiting = (em: EntityManager, { offices, reach, seasons, kind }: TasksAsked) => {
  const all = tables(em, 'read')
    .selectFrom('collection_record as r')
    .innerJoin('review_item as i', 'i.record', 'r.id')
    .innerJoin('item_decider as d', (join) =>
      join
        .onRef('d.district', '=', 'r.district')
        .onRef('d.kind', '=', 'i.kind')
        .onRef('d.part', '=', 'i.part'),
    )
    .where('r.season', '=', anyOf(seasons))
    .where('r.withdrawnAt', 'is', null)
    .where('r.stage', '=', 'IDENTITY_VERIFIED')
    .where('i.status', '=', 'PENDING')
    .where((eb) => eb.or(offices.map((office) => isGivenTo(office)(eb as never))))
    .where((eb) => notOwn(reach)(eb as never))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('record_freeze as f').select('f.record').whereRef('f.record', '=', 'r.id'))),
    );
  return kind === null ? all : all.where('i.kind', '=', kind);
};

/** Some of them, the longest waiting first. */
export function selectTasks(em: EntityManager, asked: TasksAsked, from: TaskPlace | null, size: number) {
  const tasks = waiting(em, asked)
    .innerJoin('child as c', 'c.record', 'r.id')
    .select([
      'r.id as recordId',
      'r.number',
      'r.district',
      'r.season',
      'r.service',
      'r.residenceSubdistrict',
      'r.submittedAt',
      'r.keyId',
      'r.wrappedKey',
      'i.kind',
      'i.label',
      'i.labelEn',
      'c.name as childName',
      moment.as('moment'),
      place.as('place'),
    ])
    .orderBy('r.submittedAt')
    .orderBy(place)
    .limit(size);
  const beyond =
    from && sql<boolean>`(${ref('r.submittedAt')}, ${place}) > (${from.at}::timestamptz, ${from.id}::text)`;
  return (beyond ? tasks.where(beyond) : tasks).execute();
}
export type TaskRow = Awaited<ReturnType<typeof selectTasks>>[number];

export async function countTasks(em: EntityManager, asked: TasksAsked): Promise<number> {
  const { n } = await waiting(em, asked)
    .select(sql<number>`count(*)::int`.as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** A live record in reach, without a lock. */
export async function findWithin(em: EntityManager, reach: Reach, number: string) {
  const found = await selectRecords(tables(em, 'read'))
    .select(sql<'STAFF'>`'STAFF'`.as('viewerRelation'))
    .where('r.number', '=', number)
    .where(actedOnWithin(valuesOf(reach)) as never)
    .executeTakeFirst();
  return found ?? null;
}
