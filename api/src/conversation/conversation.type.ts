import {
  hasUnread,
  isSeen,
  readUntil,
  type ConversationFacts,
  type MessageAuthor,
} from '@enrolment/rulebook/conversation.js';
import { GUARDIAN_ROLE_NAMES } from '@enrolment/rulebook/names.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import { Field, ID, ObjectType } from 'type-graphql';
import type { District } from '../district/district.entity.js';
import { officeNamed } from '../district/office-name.js';
import type { DataKey } from '../platform/keys.js';
import type { RecordFacts } from '../record/record.statements.js';
import type { ConversationMessageRow } from '../record/relations.statements.js';
import { asEnum } from '../vocabulary.type.js';
import type { ChosenTemplate } from './chosen-templates.js';

const MessageAuthorEnum = asEnum<MessageAuthor>('MessageAuthor', 'Who wrote a message about a record.', {
  FIRST: '监护人（一）: the guardian who registered the child.',
  SECOND: '监护人（二）: the authorised guardian.',
  OFFICE: '区教育委员会: the education commission of the record’s district.',
});

/** Who reads a conversation: one of the guardians, or the office. */
export interface ConversationReader {
  readonly side: MessageAuthor;
  readonly subject: string;
  readonly language: Language;
  readonly district: Pick<District, 'name' | 'nameEn'>;
}

@ObjectType('ConversationMessage', { description: '留言: a message between family and office.' })
export class ConversationMessageView {
  constructor(
    private readonly row: ConversationMessageRow,
    private readonly key: DataKey,
    private readonly facts: ConversationFacts,
    private readonly reader: ConversationReader,
  ) {}

  @Field(() => ID, { description: 'Id of the message.' })
  get id(): string {
    return this.row.id;
  }

  @Field(() => MessageAuthorEnum, { description: 'Who wrote it.' })
  get author(): MessageAuthor {
    return this.row.author;
  }

  @Field(() => String, {
    description: 'Who wrote it, in the reader’s language: which guardian, or the office, never a person.',
  })
  get by(): string {
    const { author } = this.row;
    const { language, district } = this.reader;
    return author === 'OFFICE' ? officeNamed(district, language) : GUARDIAN_ROLE_NAMES[author][language];
  }

  @Field(() => String, {
    nullable: true,
    description:
      'The masked name of the officer who wrote it, for her colleagues; null for families and for what a guardian wrote.',
  })
  get officer(): string | null {
    return this.reader.side === 'OFFICE' ? this.row.name : null;
  }

  @Field(() => Boolean, { description: 'Whether the viewer wrote it.' })
  get mine(): boolean {
    const { author, officer } = this.row;
    return author === this.reader.side && (author !== 'OFFICE' || officer === this.reader.subject);
  }

  @Field(() => String, { description: 'The text, as it was written; lines are divided by \\n.' })
  get text(): string {
    return this.key.open('conversation_message.text', this.row.text);
  }

  @Field(() => Date, { description: 'When it was written.' })
  get writtenAt(): Date {
    return this.row.writtenAt;
  }

  @Field(() => Boolean, {
    description: 'Whether it is from the other side, and this reader’s side has not read it yet.',
  })
  get unread(): boolean {
    const other = (this.row.author === 'OFFICE') !== (this.reader.side === 'OFFICE');
    const until = readUntil(this.facts, this.reader.side);
    return other && (until === null || until < this.row.writtenAt);
  }

  @Field(() => Boolean, {
    description: 'Whether the other side has read it: the office, or one of the guardians.',
  })
  get seen(): boolean {
    return isSeen(this.facts, this.row.author, this.row.writtenAt);
  }
}

@ObjectType('MessageTemplate', { description: 'A text that officers often write to families.' })
export class MessageTemplateView {
  @Field(() => String, { description: 'The key of the template, unique among those that can be chosen.' })
  readonly key: string;

  @Field(() => String, { description: 'What it is called, in the reader’s language.' })
  readonly name: string;

  @Field(() => String, { description: 'The text, in the language in which the family registered.' })
  readonly text: string;

  constructor({ key, name, text }: ChosenTemplate) {
    this.key = key;
    this.name = name;
    this.text = text;
  }
}

@ObjectType('Conversation', {
  description: '留言: what family and office have written to each other about a record.',
})
export class ConversationView {
  constructor(
    readonly row: Pick<RecordFacts, 'id' | 'season' | 'district' | 'language'>,
    readonly key: DataKey,
    readonly facts: ConversationFacts & { readonly waitingSince?: Date | null },
    readonly reader: ConversationReader,
    /** Of a copy of what is held. */
    readonly copied: boolean,
  ) {}

  @Field(() => Boolean, {
    description:
      'Whether the other side has written something that this reader has not read: each guardian by herself, the office as one.',
  })
  get unread(): boolean {
    return hasUnread(this.facts, this.reader.side);
  }

  @Field(() => Date, {
    nullable: true,
    description:
      'When the family wrote the first message that the office has neither answered nor settled; null if none waits.',
  })
  get waitingSince(): Date | null {
    return this.facts.waitingSince ?? null;
  }
}
