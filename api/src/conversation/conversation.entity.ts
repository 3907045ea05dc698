import { MESSAGE_AUTHORS, type MessageAuthor } from '@enrolment/rulebook/conversation.js';
import { maskName } from '@enrolment/rulebook/masking.js';
import { normaliseText } from '@enrolment/rulebook/text.js';
import type { GuardianRole } from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, p, ref } from '@mikro-orm/core';
import { v7 as uuid } from 'uuid';
import type { Viewer } from '../platform/identity.js';
import type { DataKey } from '../platform/keys.js';
import { draw } from '../platform/random.js';
import { sealed, Sealed } from '../platform/sealed.js';
import { CollectionRecord } from '../record/record.entity.js';

export const ConversationSchema = defineEntity({
  name: 'Conversation',
  tableName: 'conversation',
  properties: {
    record: () => p.oneToOne(CollectionRecord).owner().primary().unique(false).ref(),
    officeWroteAt: p.datetime().nullable(),
    familyWroteAt: p.datetime().nullable(),
    /** Up to when each of them has read what the other side wrote. */
    readByFirst: p.datetime().nullable(),
    readBySecond: p.datetime().nullable(),
    readByOffice: p.datetime().nullable(),
    /** When the family wrote what nobody of the office has answered or settled. */
    waitingSince: p.datetime().nullable(),
  },
  indexes: [
    {
      name: 'conversation_waiting',
      expression:
        'create index conversation_waiting on conversation (waiting_since, record_id) where waiting_since is not null',
    },
  ],
});
/** 留言: what family and office write to each other about one record. All of an office read and answer as one. */
export class Conversation extends ConversationSchema.class {
  constructor(record: CollectionRecord) {
    super();
    this.record = ref(record);
    this.waitingSince = null;
  }

  /** A guardian wrote; the office waits no longer than for the first of what it has not answered. */
  takeFromFamily(at: Date): void {
    this.familyWroteAt = at;
    this.waitingSince ??= at;
  }

  takeFromOffice(at: Date): void {
    this.officeWroteAt = at;
    this.waitingSince = null;
    this.markRead('OFFICE', at);
  }

  /** Nobody has to answer. */
  settle(at: Date): void {
    this.waitingSince = null;
    this.markRead('OFFICE', at);
  }

  markRead(reader: MessageAuthor, at: Date): void {
    if (reader === 'OFFICE') this.readByOffice = at;
    else if (reader === 'FIRST') this.readByFirst = at;
    else this.readBySecond = at;
  }
}
ConversationSchema.setClass(Conversation);

export const ConversationMessageSchema = defineEntity({
  name: 'ConversationMessage',
  tableName: 'conversation_message',
  properties: {
    id: p.uuid().primary(),
    record: () => p.manyToOne(CollectionRecord).ref().deleteRule('cascade').index(false),
    author: p.enum(() => [...MESSAGE_AUTHORS]).$type<MessageAuthor>(),
    officer: p.string().length(255).nullable(),
    /** The officer's masked name, for colleagues alone. */
    name: p.string().length(120).nullable(),
    text: sealed('conversation_message.text').fieldName('text_sealed'),
    writtenAt: p.datetime(),
  },
  indexes: [
    {
      name: 'conversation_message_record',
      expression:
        'create index conversation_message_record on conversation_message (record_id, written_at, id)',
    },
  ],
  checks: [
    {
      name: 'conversation_message_officer',
      expression: `((author = 'OFFICE'::text) = (officer is not null)) and ((officer is null) = (name is null))`,
    },
  ],
});
/** One message of a conversation. It is never changed. */
export class ConversationMessage extends ConversationMessageSchema.class {
  constructor(
    record: CollectionRecord,
    /** A guardian, or the officer who writes for her office. */
    writer: GuardianRole | Viewer,
    text: string,
    { at, key }: { readonly at: Date; readonly key: DataKey },
  ) {
    super();
    this.id = uuid({ random: draw(16) });
    this.record = ref(record);
    const officer = typeof writer === 'string' ? null : writer;
    this.author = typeof writer === 'string' ? writer : 'OFFICE';
    this.officer = officer?.subject ?? null;
    this.name = officer && maskName(officer.name);
    this.text = Sealed.of(key, 'conversation_message.text', normaliseText(text));
    this.writtenAt = at;
  }
}
ConversationMessageSchema.setClass(ConversationMessage);
