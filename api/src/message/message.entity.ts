import { LANGUAGES, type Language } from '@enrolment/rulebook/refusal.js';
import { GUARDIAN_ROLES, type GuardianRole } from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, OptionalProps, p, ref } from '@mikro-orm/core';
import { v7 as uuid } from 'uuid';
import type { KeyRing } from '../platform/keys.js';
import { draw } from '../platform/random.js';
import { sealed, Sealed } from '../platform/sealed.js';
import { CollectionRecord } from '../record/record.entity.js';

/** Events that are told to many at once: nobody waits for these with the form open. */
export const TO_MANY = ['reminder', 'result'] as const;

/** The queue tries for four days; what has been neither sent nor given up after five has lost its job. */
export const LOST_AFTER_DAYS = 5;

/** As a message's crowd stands in its indexes, by which waiting codes are found behind any number of others. */
const CROWD = `case when expires_at is not null then 'CODES' when split_part(event_key, ':', 1) in (${TO_MANY.map((kind) => `'${kind}'`).join(', ')}) then 'TO_MANY' else 'ONE_BY_ONE' end`;

export const MessageSchema = defineEntity({
  name: 'Message',
  tableName: 'message',
  properties: {
    id: p.uuid().primary(),
    record: () =>
      p.manyToOne(CollectionRecord).ref().nullable().deleteRule('cascade').index('message_record'),
    eventKey: p.string().length(80).unique('message_once_per_event'),
    channel: p.string().length(10).$type<'SMS'>(),
    /** The guardian to whom it goes; null if it is about no record. */
    recipient: p
      .enum(() => [...GUARDIAN_ROLES])
      .$type<GuardianRole>()
      .nullable(),
    /** Of the text. */
    language: p
      .enum(() => [...LANGUAGES])
      .$type<Language>()
      .default('zh-CN'),
    keyId: p.string().length(40).nullable(),
    wrappedKey: p.blob().$type<Buffer>().nullable(),
    phone: sealed('message.phone').fieldName('phone_sealed').nullable(),
    text: sealed('message.text').fieldName('text_sealed').nullable(),
    queuedAt: p.datetime(),
    /** When its job runs, by the queue's real clock; null for now. */
    runAt: p.datetime().nullable().persist(false),
    expiresAt: p.datetime().nullable(),
    sentAt: p.datetime().nullable(),
    delivered: p.boolean().nullable(),
    /** When it was given up for good. */
    failedAt: p.datetime().nullable(),
  },
  indexes: [
    {
      name: 'message_waiting',
      expression: `create index message_waiting on message ((${CROWD}), queued_at) where (sent_at is null) and (failed_at is null)`,
    },
    {
      name: 'message_failed',
      expression: `create index message_failed on message ((${CROWD}), failed_at) where failed_at is not null`,
    },
    {
      name: 'message_undelivered',
      expression:
        'create index message_undelivered on message (record_id) where (not delivered) and (expires_at is null)',
    },
    {
      name: 'message_reminder',
      expression:
        "create index message_reminder on message (queued_at, record_id) where (event_key)::text like 'reminder:%'::text",
    },
  ],
});
/**
 * A message on its way out or sent. The text and the phone are sealed with a key of their own; a message that carries
 * a code, or that outlives its record, loses them once it has been delivered.
 */
export class Message extends MessageSchema.class {
  declare [OptionalProps]?: 'kind' | 'carriesCode' | 'goesToMany';

  /**
   * By SMS, sealed with a key of its own. Writing it puts its job into the queue (message/outbox.ts). `at`, if later than
   * now, is when it goes out and is seen: until then it tells nobody anything.
   */
  static sms(keys: KeyRing, given: NewMessage, now: Date, at = now): Message {
    const message = new Message();
    message.id = uuid({ random: draw(16) });
    const { key, keyId, wrappedKey } = keys.create(message.id);
    message.record = given.recordId === null ? null : ref(CollectionRecord, given.recordId);
    message.eventKey = given.event;
    message.channel = 'SMS';
    message.recipient = given.recordId === null ? null : (given.recipient ?? 'FIRST');
    message.language = given.language;
    message.keyId = keyId;
    message.wrappedKey = wrappedKey;
    message.phone = Sealed.of(key, 'message.phone', given.phone);
    message.text = Sealed.of(key, 'message.text', given.text);
    message.queuedAt = at;
    message.expiresAt = given.expiresAt;
    // The queue runs by the real clock, which the business clock may be ahead of.
    message.runAt = at > now ? new Date(Date.now() + at.getTime() - now.getTime()) : null;
    return message;
  }

  /** The kind of its event, which is the first part of the key. */
  get kind(): string {
    return this.eventKey.split(':')[0]!;
  }

  /** Whether it carries a code. Such a message goes first, and nothing of it is kept. */
  get carriesCode(): boolean {
    return this.expiresAt != null;
  }

  get goesToMany(): boolean {
    return TO_MANY.some((kind) => kind === this.kind);
  }

  /** null if nothing of the message is kept any more. */
  open(keys: KeyRing): { phone: string; text: string } | null {
    const { id, keyId, wrappedKey, phone, text } = this;
    if (!keyId || !wrappedKey || !phone || !text) return null;
    const key = keys.open({ keyId, wrappedKey: wrappedKey as Buffer }, id);
    return { phone: phone.open(key), text: text.open(key) };
  }

  /** Nothing is kept of a code or of the last message after a withdrawal, because nobody reads them here. */
  markSent(now: Date): void {
    this.delivered = true;
    this.sentAt = now;
    // Somebody may have had it tried once more.
    this.failedAt = null;
    if (!this.record || this.carriesCode) this.erase();
  }

  /** In vain; after the last time it is not tried again. */
  markTried(now: Date, last: boolean): void {
    this.delivered = false;
    if (last) this.failedAt = now;
  }

  /** The code in it has expired. */
  expire(now: Date): void {
    this.delivered = false;
    this.failedAt = now;
    this.erase();
  }

  private erase(): void {
    this.keyId = null;
    this.wrappedKey = null;
    this.phone = null;
    this.text = null;
  }
}

export interface NewMessage {
  /** The key of what happened; an event never gets a second message. */
  readonly event: string;
  readonly phone: string;
  readonly text: string;
  /** Of the text. */
  readonly language: Language;
  readonly recordId: string | null;
  /** The guardian whose phone it is; 监护人(一) unless given. */
  readonly recipient?: GuardianRole;
  readonly expiresAt: Date | null;
}
MessageSchema.setClass(Message);
