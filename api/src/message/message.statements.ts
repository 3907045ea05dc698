import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { tables } from '../database/tables.js';
import type { Message } from './message.entity.js';
import { job } from './outbox.js';

/** Whether a live record was registered with a code that came to this phone. */
export async function isConfirmed(em: EntityManager, phoneIndex: Buffer): Promise<boolean> {
  const found = await tables(em)
    .selectFrom('guardian')
    .select('role')
    .where('phoneIndex', '=', phoneIndex)
    .where('role', '=', 'FIRST')
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
