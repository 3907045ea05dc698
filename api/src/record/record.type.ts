import { ACTOR_NAMES } from '@enrolment/rulebook/names.js';
import { maskPhone } from '@enrolment/rulebook/masking.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import type {
  GuardianRole,
  ServiceKind,
  Stage,
  TreatedAsLocalGround,
  ViewerRelation,
} from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { DataKey } from '../platform/keys.js';
import { CollectionNumber } from '../scalars.js';
import {
  GroundEnum,
  GuardianRoleEnum,
  ServiceKindEnum,
  StageEnum,
  ViewerRelationEnum,
} from '../vocabulary.type.js';
import type { EventRow, MessageRow } from './relations.statements.js';
import type { RecordFacts } from './record.statements.js';
import type { KnownRecord } from './visibility.js';

@ObjectType('CollectionRecord', {
  description: '采集记录: a child’s way through one season, under one collection number.',
})
export class CollectionRecordView {
  readonly row: RecordFacts;

  constructor(
    readonly known: KnownRecord,
    readonly key: DataKey,
    /** Of a copy of what is held: its lists are whole. */
    readonly copied = false,
  ) {
    this.row = known.row;
  }

  get reviewShown(): boolean {
    return this.known.reviewShown;
  }

  get resultShown(): boolean {
    return this.known.resultShown;
  }

  events(events: readonly EventRow[]): readonly EventRow[] {
    return this.known.events(events);
  }

  @Field(() => CollectionNumber, { description: '信息采集编号.' })
  get number(): string {
    return this.row.number;
  }

  @Field(() => Int, { description: 'Year of admission.' })
  get season(): number {
    return this.row.season;
  }

  @Field(() => ServiceKindEnum, { description: 'The service: one of the three.' })
  get service(): ServiceKind {
    return this.row.service;
  }

  @Field(() => GroundEnum, {
    nullable: true,
    description: 'Why the child is treated as local; null in the other services.',
  })
  get ground(): TreatedAsLocalGround | null {
    return this.row.ground ?? null;
  }

  @Field(() => StageEnum, {
    description:
      'How far the record is. A family sees no verdict before the district’s REVIEW phase opens, and only the district sees an admission before the result is published.',
  })
  get stage(): Stage {
    return this.known.stage;
  }

  @Field(() => ViewerRelationEnum, { description: 'The viewer’s relation to the record.' })
  get viewerRelation(): ViewerRelation {
    return this.row.viewerRelation ?? 'STAFF';
  }

  @Field(() => Int, {
    description:
      'Version of the record; it grows with every save. saveDetails and submitDetails name it, so that a save in between is noticed.',
  })
  get version(): number {
    return this.row.version ?? 1;
  }

  @Field(() => GraphQLDateTime, { description: 'When it was registered.' })
  get registeredAt(): Date {
    return this.row.registeredAt;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the details were last submitted; null before that.',
  })
  get submittedAt(): Date | null {
    return this.row.submittedAt ?? null;
  }
}

@ObjectType('RecordEvent', { description: 'Something that happened to a record.' })
export class RecordEventView {
  constructor(
    private readonly event: EventRow,
    private readonly language: Language,
  ) {}

  @Field(() => String, {
    description: 'The kind of event, as a code: REGISTERED, DETAILS_SUBMITTED, RETURNED … (docs/stages.md).',
  })
  get kind(): string {
    return this.event.kind;
  }

  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  get at(): Date {
    return this.event.at;
  }

  @Field(() => String, { description: 'Who did it, in the reader’s language: their role, never a name.' })
  get by(): string {
    return ACTOR_NAMES[this.event.actor][this.language];
  }

  @Field(() => String, {
    nullable: true,
    description: 'What it was about, where the kind alone does not tell: the kind of a review item.',
  })
  get note(): string | null {
    return this.event.note;
  }
}

const CODE_TEXT: Readonly<Record<Language, string>> = {
  'zh-CN': '短信验证码（内容只在手机上，这里不保留）',
  en: 'A code by SMS (it stands on the phone only and is not kept here)',
};

@ObjectType('Message', { description: 'A message that was sent about a record.' })
export class MessageView {
  constructor(
    private readonly message: MessageRow,
    private readonly key: DataKey | null,
    private readonly reader: Language,
  ) {}

  @Field(() => GraphQLDateTime, { description: 'When it was sent; before that, when it was written.' })
  get sentAt(): Date {
    return new Date(this.message.sentAt ?? this.message.queuedAt);
  }

  @Field(() => String, { description: 'The channel; always SMS today.' })
  get channel(): string {
    return this.message.channel;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The phone, masked; null once a message with a code has been cleared.',
  })
  get sentTo(): string | null {
    const { phone: sealed } = this.message;
    return this.key && sealed && maskPhone(this.key.open('message.phone', sealed));
  }

  @Field(() => GuardianRoleEnum, {
    nullable: true,
    description: 'The guardian to whom it was written; the other one is not addressed by it.',
  })
  get recipient(): GuardianRole | null {
    return this.message.recipient;
  }

  @Field(() => String, {
    description:
      'The text; for a message with a code only the fact that it was one, because codes are read on the phone.',
  })
  get text(): string {
    return this.openText() ?? CODE_TEXT[this.reader];
  }

  @Field(() => String, {
    description:
      'The language of `text`, zh-CN or en: the one in which it was sent; for a message with a code the reader’s.',
  })
  get language(): Language {
    return this.openText() === null ? this.reader : this.message.language;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'Until when its code is valid; it is not sent after that. null for a message without a code.',
  })
  get expiresAt(): Date | null {
    const { expiresAt: at } = this.message;
    return at;
  }

  @Field(() => Boolean, {
    nullable: true,
    description:
      'true when it was delivered, false when a try has failed (it may be tried again), null when it has not been tried yet.',
  })
  get delivered(): boolean | null {
    return this.message.delivered;
  }

  /** null for a code, which is read on the phone, and for what has been cleared. */
  private openText(): string | null {
    const { expiresAt, text: sealed } = this.message;
    return expiresAt !== null || !sealed ? null : (this.key?.open('message.text', sealed) ?? null);
  }
}

const ActionKindEnum = {
  EDIT_DETAILS: 'EDIT_DETAILS',
  SUBMIT_DETAILS: 'SUBMIT_DETAILS',
  PRINT_FORM: 'PRINT_FORM',
  VIEW_RESULT: 'VIEW_RESULT',
  GRANT_AUTHORIZATION: 'GRANT_AUTHORIZATION',
  REVOKE_AUTHORIZATION: 'REVOKE_AUTHORIZATION',
  APPEAL: 'APPEAL',
  WITHDRAW: 'WITHDRAW',
} as const;
registerEnumType(ActionKindEnum, {
  name: 'ActionKind',
  description: 'Something that can be done with a record.',
  valuesConfig: {
    EDIT_DETAILS: { description: '暂存信息.' },
    SUBMIT_DETAILS: { description: '提交信息.' },
    PRINT_FORM: { description: '打印信息采集表.' },
    VIEW_RESULT: { description: '入学结果查看.' },
    GRANT_AUTHORIZATION: { description: '去授权.' },
    REVOKE_AUTHORIZATION: { description: '取消授权.' },
    APPEAL: { description: '申请复核.' },
    WITHDRAW: { description: '撤销信息.' },
  },
});

@ObjectType('RecordAction', { description: 'An action on a record, and whether this viewer may do it now.' })
export class RecordActionView {
  @Field(() => ActionKindEnum, { description: 'The action.' })
  readonly kind: keyof typeof ActionKindEnum;

  @Field(() => Boolean, { description: 'Whether it is allowed now.' })
  readonly allowed: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is not allowed, in the reader’s language; null when it is.',
  })
  readonly reason: string | null;

  constructor(kind: keyof typeof ActionKindEnum, reason: string | null) {
    this.kind = kind;
    this.allowed = reason === null;
    this.reason = reason;
  }
}
