import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import type { DataKey, KeyRing, WrappedKey } from '../platform/keys.js';
import { maskName } from '../platform/masking.js';
import { run } from '../platform/sql.js';
import type { RecordRow } from '../record/record.service.js';
import type { SmsGateway } from './sms-gateway.js';

export interface NewMessage {
  /** What happened; a second message for the same event is never written. */
  readonly event: string;
  readonly phone: string;
  readonly text: string;
  readonly recordId: string | null;
  readonly expiresAt: Date | null;
}

/** A message sealed and ready to be inserted with whatever it tells of. */
export interface SealedMessage extends WrappedKey {
  id: string;
  event: string;
  recordId: string | null;
  phone: Buffer;
  text: Buffer;
  expiresAt: Date | null;
}

/** The outbox: a message is written with its event in one transaction and sent by the job queue afterwards. */
export class MessageService {
  constructor(
    private readonly keys: KeyRing,
    private readonly gateway: SmsGateway,
  ) {}

  seal({ event, phone, text, recordId, expiresAt }: NewMessage): SealedMessage {
    const id = uuid();
    const { key, keyId, wrappedKey } = this.keys.create(id);
    const sealed = { phone: key.seal('message.phone', phone), text: key.seal('message.text', text) };
    return { id, event, recordId, keyId, wrappedKey, expiresAt, ...sealed };
  }

  /** null for a message of which nothing is kept any more. */
  keyOf(message: { id: string; key_id: string | null; wrapped_key: Buffer | null }): DataKey | null {
    if (message.key_id === null || message.wrapped_key === null) return null;
    return this.keys.open({ keyId: message.key_id, wrappedKey: message.wrapped_key }, message.id);
  }

  /** `at`, if later than now, is when it goes out and is seen: until then it tells nobody anything. */
  async queue(em: EntityManager, message: NewMessage, now: Date, at = now): Promise<void> {
    // The queue runs by the real clock, which the business clock may be ahead of.
    const runAt = at > now ? new Date(Date.now() + at.getTime() - now.getTime()) : null;
    await run(em, INSERT_MESSAGE, [...messageValues(this.seal(message)), at, runAt]);
  }

  /**
   * Writes many messages about live records at once, each with a job of its own. One whose event has been told, or whose
   * record somebody is withdrawing, is left out. How many were written.
   */
  async queueAll(
    em: EntityManager,
    messages: readonly (NewMessage & { readonly job: object })[],
    { task, priority }: { task: string; priority: number },
    now: Date,
  ): Promise<number> {
    if (messages.length === 0) return 0;
    const sealed = messages.map((message) => ({ ...this.seal(message), job: JSON.stringify(message.job) }));
    const column = <Key extends keyof (typeof sealed)[number]>(key: Key) => sealed.map((one) => one[key]);
    const written = await run(em, INSERT_MESSAGES, [
      ...[column('id'), column('event'), column('recordId'), column('keyId'), column('wrappedKey')],
      ...[column('phone'), column('text'), column('job'), now, task, priority],
    ]);
    return written.length;
  }

  /** Tells the family of a record, on the phone of its registration, about something that staff or the system did. */
  async tell(
    tx: EntityManager,
    record: RecordRow,
    { event, text }: { event: string; text: (number: string, child: string) => string },
    now: Date,
    at = now,
  ): Promise<void> {
    const [family] = await run<{ name_sealed: Buffer; phone_sealed: Buffer }>(
      tx,
      `select c.name_sealed, g.phone_sealed from child c join guardian g on g.record_id = c.record_id and g.role = 'FIRST'
       where c.record_id = $1`,
      [record.id],
    );
    const key = this.keys.keyOf(record);
    const message = {
      event,
      phone: key.open('guardian.FIRST.phone', family!.phone_sealed),
      text: text(record.number, maskName(key.open('child.name', family!.name_sealed))),
      recordId: record.id,
      expiresAt: null,
    };
    await this.queue(tx, message, now, at);
  }

  /**
   * The queue's task. Throws when the gateway did not take it: the queue then tries again, later each time. A code that
   * is no longer valid is not sent any more.
   */
  async send(em: EntityManager, id: string, now: Date): Promise<void> {
    const [message] = await run<{
      id: string;
      record_id: string | null;
      key_id: string;
      wrapped_key: Buffer;
      phone_sealed: Buffer;
      text_sealed: Buffer;
      expires_at: string | null;
    }>(
      em,
      `select id, record_id, key_id, wrapped_key, phone_sealed, text_sealed, expires_at from message
       where id = $1 and sent_at is null and wrapped_key is not null`,
      [id],
    );
    if (!message) return;
    if (message.expires_at !== null && new Date(message.expires_at) <= now) {
      await this.settle(em, id, false, null, true);
      return;
    }
    const key = this.keyOf(message)!;
    try {
      await this.gateway.send({
        id,
        phone: key.open('message.phone', message.phone_sealed),
        text: key.open('message.text', message.text_sealed),
      });
    } catch (error) {
      await this.settle(em, id, false, null, false);
      throw error;
    }
    // A code, and a farewell after a withdrawal, have no reader left here: nothing of them is kept.
    await this.settle(em, id, true, now, message.record_id === null || message.expires_at !== null);
  }

  private async settle(
    em: EntityManager,
    id: string,
    delivered: boolean,
    sentAt: Date | null,
    erase: boolean,
  ): Promise<void> {
    await run(
      em,
      `update message set delivered = $2, sent_at = $3,
         key_id = case when $4 then null else key_id end, wrapped_key = case when $4 then null else wrapped_key end,
         phone_sealed = case when $4 then null else phone_sealed end, text_sealed = case when $4 then null else text_sealed end
       where id = $1`,
      [id, delivered, sentAt, erase],
    );
  }
}

/** Writes a message and its job in one statement: messageValues, when it is seen, when its job runs. */
const INSERT_MESSAGE = `
  with queued as (
    insert into message (id, event_key, record_id, key_id, wrapped_key, phone_sealed, text_sealed, expires_at, queued_at, channel)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'SMS')
    returning id
  )
  select outbox.enqueue('send_message', json_build_object('id', id), id::text, $10::timestamptz) from queued`;

/**
 * Whoever withdraws a record holds it: nothing is written about it any more, and nobody waits. In the order of the
 * events, so that of two who write the same the second waits for the first, and never both for each other.
 */
const INSERT_MESSAGES = `
  with given as (
    select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::bytea[], $6::bytea[], $7::bytea[], $8::text[])
      as given(id, event_key, record_id, key_id, wrapped_key, phone_sealed, text_sealed, job)
  ), live as (
    select id from collection_record where id = any($3::uuid[]) and withdrawn_at is null for key share skip locked
  ), queued as (
    insert into message (id, event_key, record_id, key_id, wrapped_key, phone_sealed, text_sealed, queued_at, channel)
    select given.id, event_key, record_id, key_id, wrapped_key, phone_sealed, text_sealed, $9::timestamptz, 'SMS'
    from given join live on live.id = given.record_id order by event_key
    on conflict (event_key) do nothing
    returning id
  )
  select outbox.enqueue($10, (given.job::jsonb || jsonb_build_object('id', id))::json, id::text, null, $11::int)
  from queued join given using (id)`;

export const messageValues = (message: SealedMessage): unknown[] => [
  message.id,
  message.event,
  message.recordId,
  message.keyId,
  message.wrappedKey,
  message.phone,
  message.text,
  message.expiresAt,
];
