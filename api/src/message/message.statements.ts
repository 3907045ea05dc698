import { LOOKED_THROUGH, type Standing } from '@enrolment/rulebook/service-health.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type Expression, type ExpressionBuilder, type SelectQueryBuilder } from 'kysely';
import { tables, type Tables } from '../database/tables.js';
import { TO_MANY, type Message } from './message.entity.js';
import { job } from './outbox.js';

/** Whether a live record was registered with a code that came to this phone, and not by an officer’s word alone. */
export async function isConfirmed(em: EntityManager, phoneIndex: Buffer): Promise<boolean> {
  const found = await tables(em)
    .selectFrom('guardian')
    .select('role')
    .where('phoneIndex', '=', phoneIndex)
    .where('phoneConfirmed', '=', true)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** These names belong to no entity, so they stay as they are. */
interface Given {
  readonly newId: string;
  readonly about: string;
  readonly event: string;
  readonly reader: string;
  readonly spoken: string;
  readonly master: string;
  readonly wrapped: Buffer;
  readonly sealedPhone: Buffer;
  readonly sealedText: Buffer;
  readonly payload: string;
}

/**
 * Writes messages about records, each with a job of its own, and returns their number. A record that somebody is
 * withdrawing is passed over without waiting. They are written in the order of the events: of two that write the same, the
 * second waits for the first, and never each for the other.
 */
export async function insertMessages(
  em: EntityManager,
  messages: readonly Message[],
  { task, priority, jobs }: { task: string; priority: number; jobs: ReadonlyMap<string, object> },
): Promise<number> {
  const column = (of: (message: Message) => unknown) => messages.map(of);
  const records = column(({ record }) => record!.id);
  const given = sql<Given>`unnest(${column(({ id }) => id)}::uuid[], ${records}::uuid[],
    ${column(({ eventKey }) => eventKey)}::text[], ${column(({ recipient }) => recipient)}::text[],
    ${column(({ language }) => language)}::text[],
    ${column(({ keyId }) => keyId)}::text[], ${column(({ wrappedKey }) => wrappedKey)}::bytea[],
    ${column(({ phone }) => phone!.bytes)}::bytea[], ${column(({ text }) => text!.bytes)}::bytea[],
    ${column(({ id }) => JSON.stringify({ ...jobs.get(id), id }))}::text[])`;
  const queued = await tables(em)
    .with('given', (cte) =>
      cte
        .selectFrom(
          given.as<'one'>(
            sql`one("newId", about, event, reader, spoken, master, wrapped, "sealedPhone", "sealedText", payload)`,
          ),
        )
        .selectAll(),
    )
    .with('live', (cte) =>
      cte
        .selectFrom('collection_record as r')
        .select('r.id')
        .where('r.id', '=', sql<string>`any(${records}::uuid[])`)
        .where('r.withdrawnAt', 'is', null)
        .forKeyShare()
        .skipLocked(),
    )
    .with('queued', (cte) =>
      cte
        .insertInto('message')
        .columns([
          'id',
          'record',
          'eventKey',
          'recipient',
          'language',
          'keyId',
          'wrappedKey',
          'phone',
          'text',
          'queuedAt',
          'channel',
        ])
        .expression((eb) =>
          eb
            .selectFrom('given as g')
            .innerJoin('live', 'live.id', 'g.about')
            .select([
              'g.newId',
              'g.about',
              'g.event',
              'g.reader',
              'g.spoken',
              'g.master',
              'g.wrapped',
              'g.sealedPhone',
            ])
            .select([
              'g.sealedText',
              sql`${messages[0]!.queuedAt}::timestamptz`.as('at'),
              sql`'SMS'`.as('by'),
            ])
            .orderBy('g.event'),
        )
        .onConflict((conflict) => conflict.column('eventKey').doNothing())
        .returning('id'),
    )
    .selectFrom('queued')
    .innerJoin('given as g', 'g.newId', 'queued.id')
    .select(({ ref }) => job({ task, payload: ref('g.payload'), key: ref('g.newId'), priority }).as('job'))
    .execute();
  return queued.length;
}

const CROWDS = ['CODES', 'ONE_BY_ONE', 'TO_MANY'] as const;
export type MessageCrowd = (typeof CROWDS)[number];

/** How many messages there are of each kind in each district, the oldest of them, and none of them twice. */
export interface MessagesStanding extends Pick<Standing, 'count' | 'since'> {
  readonly crowd: MessageCrowd;
  /** null for what is about no record. */
  readonly district: string | null;
}

/** The messages that wait to be sent, of each crowd at most so many: the oldest first. */
export const waitingMessages = (em: EntityManager, now: Date): Promise<MessagesStanding[]> =>
  ofEachCrowd(em, (eb) =>
    eb
      .selectFrom('message as m')
      .select(['m.record as about', 'm.queuedAt as begun'])
      .where(({ eb: is, ref }) => is(crowdOf(ref('m.eventKey'), ref('m.expiresAt')), '=', ref('c.crowd')))
      .where('m.sentAt', 'is', null)
      .where('m.failedAt', 'is', null)
      .where('m.queuedAt', '<=', now)
      .orderBy('m.queuedAt')
      .limit(LOOKED_THROUGH),
  );

/**
 * Those that were given up since a moment, of each crowd at most so many. A reminder that its day ended is none: nobody needs it
 * any more.
 */
export const failedMessages = (em: EntityManager, since: Date): Promise<MessagesStanding[]> =>
  ofEachCrowd(em, (eb) =>
    eb
      .selectFrom('message as m')
      .select(['m.record as about', 'm.failedAt as begun'])
      .where(({ eb: is, ref }) => is(crowdOf(ref('m.eventKey'), ref('m.expiresAt')), '=', ref('c.crowd')))
      .where('m.failedAt', '>', since)
      .where('m.eventKey', 'not like', 'reminder:%')
      .orderBy('m.failedAt', 'desc')
      .limit(LOOKED_THROUGH),
  );

/** In the words of the indexes (message.entity.ts). */
const crowdOf = (event: Expression<string>, expiry: Expression<Date | null>) =>
  sql<MessageCrowd>`case when ${expiry} is not null then 'CODES'
    when split_part(${event}, ':', 1) in (${sql.join(TO_MANY.map((kind) => sql.lit(kind)))}) then 'TO_MANY' else 'ONE_BY_ONE' end`;

const crowds = sql<{ crowd: MessageCrowd }>`unnest(${CROWDS}::text[])`.as<'c'>(sql`c(crowd)`);

function ofEachCrowd(
  em: EntityManager,
  some: (eb: WithCrowd) => SelectQueryBuilder<Tables, never, SomeMessage>,
): Promise<MessagesStanding[]> {
  return tables(em, 'read')
    .selectFrom(crowds)
    .innerJoinLateral(
      (eb) => some(eb).as('some'),
      (join) => join.onTrue(),
    )
    .leftJoin('collection_record as r', 'r.id', 'some.about')
    .select(({ cast, fn }) => [
      'c.crowd',
      'r.district',
      cast<number>(fn.countAll(), 'integer').as('count'),
      fn.min('some.begun').as('since'),
    ])
    .groupBy(['c.crowd', 'r.district'])
    .execute();
}

type WithCrowd = ExpressionBuilder<Tables & { c: { crowd: MessageCrowd } }, 'c'>;

interface SomeMessage {
  readonly about: string | null;
  readonly begun: Date | null;
}
