import { defineEntity, p } from '@mikro-orm/core';
import { CollectionRecord } from '../record/record.entity.js';

const MessageSchema = defineEntity({
  name: 'Message',
  tableName: 'message',
  properties: {
    id: p.uuid().primary(),
    record: () =>
      p.manyToOne(CollectionRecord).mapToPk().nullable().deleteRule('cascade').index('message_record'),
    eventKey: p.string().length(80).unique('message_once_per_event'),
    channel: p.string().length(10),
    keyId: p.string().length(40).nullable(),
    wrappedKey: p.blob().nullable(),
    phoneSealed: p.blob().nullable(),
    textSealed: p.blob().nullable(),
    queuedAt: p.datetime(),
    expiresAt: p.datetime().nullable(),
    sentAt: p.datetime().nullable(),
    delivered: p.boolean().nullable(),
  },
  indexes: [
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
export class Message extends MessageSchema.class {}
MessageSchema.setClass(Message);
