import { LOOKED_THROUGH, type Standing } from '@enrolment/rulebook/service-health.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type SelectQueryBuilder } from 'kysely';
import { anyOf, tables, type Tables } from '../database/tables.js';
import type { Message } from './message.entity.js';
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

/** Events that are told to many at once: nobody waits for these with the form open. */
const TO_MANY = ['reminder', 'result'] as const;

export type MessageCrowd = 'CODES' | 'ONE_BY_ONE' | 'TO_MANY';

/** How many messages there are of each kind in each district, the oldest of them, and none of them twice. */
export interface MessagesStanding extends Pick<Standing, 'count' | 'since'> {
  readonly crowd: MessageCrowd;
  /** null for what is about no record. */
  readonly district: string | null;
}

/** The messages that wait to be sent, of at most so many: the oldest first. */
export const waitingMessages = (em: EntityManager, now: Date): Promise<MessagesStanding[]> =>
  byCrowd(
    em,
    tables(em, 'read')
      .selectFrom('message as m')
      .select(['m.record as about', 'm.eventKey as told', 'm.expiresAt as worthUntil', 'm.queuedAt as begun'])
      .where('m.sentAt', 'is', null)
      .where('m.failedAt', 'is', null)
      .where('m.queuedAt', '<=', now)
      .orderBy('m.queuedAt')
      .limit(LOOKED_THROUGH),
  );

/** Those that were given up since a moment. */
export const failedMessages = (em: EntityManager, since: Date): Promise<MessagesStanding[]> =>
  byCrowd(
    em,
    tables(em, 'read')
      .selectFrom('message as m')
      .select(['m.record as about', 'm.eventKey as told', 'm.expiresAt as worthUntil', 'm.failedAt as begun'])
      .where('m.failedAt', '>', since)
      .orderBy('m.failedAt', 'desc')
      .limit(LOOKED_THROUGH),
  );

function byCrowd(
  em: EntityManager,
  some: SelectQueryBuilder<Tables, never, SomeMessage>,
): Promise<MessagesStanding[]> {
  return tables(em, 'read')
    .selectFrom(some.as('some'))
    .leftJoin('collection_record as r', 'r.id', 'some.about')
    .select(({ ref, cast, fn }) => [
      sql<MessageCrowd>`case when ${ref('some.worthUntil')} is not null then 'CODES'
        when split_part(${ref('some.told')}, ':', 1) = ${anyOf(TO_MANY)} then 'TO_MANY' else 'ONE_BY_ONE' end`.as(
        'crowd',
      ),
      'r.district',
      cast<number>(fn.countAll(), 'integer').as('count'),
      fn.min('some.begun').as('since'),
    ])
    .groupBy(['crowd', 'r.district'])
    .execute();
}

interface SomeMessage {
  readonly about: string | null;
  readonly told: string;
  readonly worthUntil: Date | null;
  readonly begun: Date | null;
}
