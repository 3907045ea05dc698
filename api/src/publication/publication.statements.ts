import type { AdmissionOutcome } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { expressionBuilder, sql } from 'kysely';
import { anyFound, anyOf, tables, type Tables } from '../database/tables.js';
import { enqueue } from '../message/outbox.js';
import { unreached } from '../record-list/filters.js';
import { notOwn, type Reach } from '../record/access.predicates.js';
import type { PublicationPlace } from './publication.entity.js';

/** The payload of the queue's task: the families that are told, and the instant of the publication. */
export interface Announcement {
  readonly district: string;
  readonly service: PublicationPlace['service'];
  readonly publishedAt: string;
}

/** Where the child is once the result is published. */
const school = expressionBuilder<{ a: Tables['admission'] }, 'a'>().fn.coalesce(
  'a.assignedSchool',
  'a.school',
);

const preregistered = (em: EntityManager, { season, district, service }: PublicationPlace, on?: 'read') =>
  tables(em, on)
    .selectFrom('admission as a')
    .innerJoin('collection_record as r', 'r.id', 'a.record')
    .where('r.season', '=', season)
    .where('r.district', '=', district)
    .where('r.service', '=', service)
    .where('r.withdrawnAt', 'is', null);

const unpublished = (em: EntityManager, place: PublicationPlace) =>
  preregistered(em, place)
    .select(['r.id as record', 'r.number', 'a.outcome', 'a.approvedAt', 'a.approvedBy'])
    .select(school.as('school'))
    .where('a.publishedAt', 'is', null);

/** Every preregistered child of the place whose result is not published, decided or not. */
export const selectUnpublished = (em: EntityManager, place: PublicationPlace) =>
  unpublished(em, place).execute();
export type UnpublishedRow = Awaited<ReturnType<typeof selectUnpublished>>[number];

/** The same, held in the order in which batches hold them: no decision about any of them changes until the transaction is over. */
export const holdUnpublished = (tx: EntityManager, place: PublicationPlace): Promise<UnpublishedRow[]> =>
  unpublished(tx, place).orderBy('a.record').forNoKeyUpdate('r').forUpdate('a').execute();

/** Makes these results, which the transaction holds, visible at the same instant; a trigger makes the assigned school the school. */
export async function publishHeld(tx: EntityManager, records: readonly string[], at: Date): Promise<void> {
  await tables(tx)
    .updateTable('admission')
    .set({ publishedAt: at })
    .where('record', '=', anyOf(records))
    .execute();
}

/** What the schools of the place have preregistered, and what of it is decided and published. */
export const countBySchool = (em: EntityManager, place: PublicationPlace) =>
  preregistered(em, place)
    .select(({ cast, fn, eb }) => {
      const count = fn.countAll();
      const waiting = eb('a.publishedAt', 'is', null);
      const outcome = (one: AdmissionOutcome) => eb('a.outcome', '=', one);
      return [
        school.as('school'),
        cast<number>(count, 'integer').as('preregistered'),
        cast<number>(count.filterWhere(eb.and([waiting, outcome('ADMITTED')])), 'integer').as('admitted'),
        cast<number>(count.filterWhere(eb.and([waiting, outcome('NOT_ADMITTED')])), 'integer').as(
          'notAdmitted',
        ),
        cast<number>(count.filterWhere(eb.and([waiting, outcome('PENDING')])), 'integer').as('undecided'),
        cast<number>(count.filterWhere('a.publishedAt', 'is not', null), 'integer').as('published'),
        cast<number>(
          count.filterWhere(eb.and([waiting, outcome('ADMITTED'), eb('a.note', 'is', null)])),
          'integer',
        ).as('withoutNote'),
      ];
    })
    .groupBy(school)
    .orderBy(school)
    .execute();
export type SchoolRow = Awaited<ReturnType<typeof countBySchool>>[number];

/** Approved children whom no school has preregistered: there is no result to publish for them. */
export async function countNotPreregistered(
  em: EntityManager,
  { season, district, service }: PublicationPlace,
): Promise<number> {
  const { count } = await tables(em)
    .selectFrom('collection_record as r')
    .select(({ cast, fn }) => cast<number>(fn.countAll(), 'integer').as('count'))
    .where('r.season', '=', season)
    .where('r.district', '=', district)
    .where('r.service', '=', service)
    .where('r.stage', '=', 'APPROVED')
    .where('r.withdrawnAt', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Families of the place whom the newest SMS did not reach: those that the list of records finds as `unreached`. */
export async function countUnreached(
  em: EntityManager,
  { season, district, service }: PublicationPlace,
): Promise<number> {
  const { count } = await tables(em)
    .selectFrom('collection_record as r')
    .select(({ cast, fn }) => cast<number>(fn.countAll(), 'integer').as('count'))
    .where('r.season', '=', season)
    .where('r.district', '=', district)
    .where('r.service', '=', service)
    .where('r.withdrawnAt', 'is', null)
    .where((eb) => eb('r.id', '=', anyFound<string>(unreached(eb as never))))
    .executeTakeFirstOrThrow();
  return count;
}

interface Sample {
  /** What of it the reader handles as a family is not shown. */
  readonly reach: Reach;
  readonly outcome: AdmissionOutcome | null;
  readonly school: string | null;
  /** The collection number after which the page begins. */
  readonly after: string | null;
  readonly size: number;
}

/** A page of what would be published, with the child as the district may read it. */
export function selectResults(
  em: EntityManager,
  place: PublicationPlace,
  { reach, outcome, school: ofOne, after, size }: Sample,
) {
  const all = preregistered(em, place)
    .innerJoin('child as c', 'c.record', 'r.id')
    .select(['r.id as record', 'r.number', 'r.keyId', 'r.wrappedKey', 'c.name'])
    .select([school.as('school'), 'a.outcome', 'a.note'])
    .where((eb) => notOwn(reach)(eb as never))
    .where('a.publishedAt', 'is', null)
    .where('a.outcome', '<>', 'PENDING')
    .orderBy('r.number')
    .limit(size);
  const ofOutcome = outcome === null ? all : all.where('a.outcome', '=', outcome);
  const ofSchool = ofOne === null ? ofOutcome : ofOutcome.where(school, '=', ofOne);
  return (after === null ? ofSchool : ofSchool.where('r.number', '>', after)).execute();
}
export type ResultRow = Awaited<ReturnType<typeof selectResults>>[number];

/** How far the messages of a publication are. */
export const countMessages = (em: EntityManager, place: PublicationPlace, publishedAt: Date) =>
  preregistered(em, place)
    .leftJoin('message as m', (join) =>
      join.on(({ eb, ref }) => eb('m.eventKey', '=', sql<string>`'result:' || ${ref('r.id')}`)),
    )
    .select(({ cast, fn, eb }) => [
      cast<number>(fn.countAll(), 'integer').as('total'),
      cast<number>(fn.countAll().filterWhere('m.sentAt', 'is not', null), 'integer').as('sent'),
      cast<number>(
        fn.countAll().filterWhere(eb.and([eb('m.sentAt', 'is', null), eb('m.delivered', '=', false)])),
        'integer',
      ).as('failing'),
    ])
    .where('a.publishedAt', '=', publishedAt)
    .executeTakeFirstOrThrow();
export type MessageCounts = Awaited<ReturnType<typeof countMessages>>;

/** So much later, since the clocks of processes differ a little: what is not quite due waits for the next minute. */
const SURELY_DUE_MS = 100;

/** Puts the task into the queue that publishes what is due, for that instant. */
export async function enqueuePublication(
  tx: EntityManager,
  { id, publishAt }: { readonly id: string; readonly publishAt: Date },
  now: Date,
): Promise<void> {
  // The queue runs by the real clock, which the business clock may be ahead of.
  const runAt = new Date(Date.now() + publishAt.getTime() - now.getTime() + SURELY_DUE_MS);
  await enqueue(tx, {
    task: 'publish_results',
    payload: '{}',
    key: `publication:${id}`,
    runAt,
    priority: -10,
  });
}

/** Puts the task into the queue that tells families of this publication, once. */
export async function enqueueAnnouncement(
  tx: EntityManager,
  { district, service }: PublicationPlace,
  at: Date,
): Promise<void> {
  const payload: Announcement = { district, service, publishedAt: at.toISOString() };
  const key = `results:${district}:${service}:${at.getTime()}`;
  await enqueue(tx, { task: 'announce_results', payload: JSON.stringify(payload), key });
}

/** What was to be published before a moment and is not; and what failed since another, unless it was proposed again. */
export const selectTroubles = (em: EntityManager, { late, failed }: { late: Date; failed: Date }) =>
  tables(em, 'read')
    .selectFrom('publication as p')
    .select(['p.district', 'p.state', 'p.publishAt'])
    .where(({ and, eb, exists, not, or, selectFrom }) =>
      or([
        and([eb('p.state', '=', 'CONFIRMED'), eb('p.publishAt', '<', late)]),
        and([
          eb('p.state', '=', 'FAILED'),
          eb('p.publishAt', '>', failed),
          not(
            exists(
              selectFrom('publication as n')
                .select('n.id')
                .whereRef('n.season', '=', 'p.season')
                .whereRef('n.district', '=', 'p.district')
                .whereRef('n.service', '=', 'p.service')
                .whereRef('n.proposedAt', '>', 'p.proposedAt'),
            ),
          ),
        ]),
      ]),
    )
    .execute();

/** Finds records with a result of this publication whose families have not been told yet, at most `most` of them. */
export async function findUntold(
  em: EntityManager,
  { district, service, publishedAt }: Announcement,
  most: number,
): Promise<string[]> {
  const untold = await tables(em)
    .selectFrom('collection_record as r')
    .innerJoin('admission as a', 'a.record', 'r.id')
    .select('r.id')
    .where('r.district', '=', district)
    .where('r.service', '=', service)
    .where('r.withdrawnAt', 'is', null)
    .where('a.publishedAt', '=', new Date(publishedAt))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('message as m')
            .select('m.id')
            .where((m) => m('m.eventKey', '=', sql<string>`'result:' || ${m.ref('r.id')}`)),
        ),
      ),
    )
    .limit(most)
    .execute();
  return untold.map(({ id }) => id);
}
