import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { maskPhone } from '../platform/masking.js';
import type { DataKey } from '../platform/keys.js';
import { instant } from '../platform/sql.js';
import type { Language } from '../rulebook/refusal.js';
import { CollectionNumber } from '../scalars.js';
import type { ServiceKind, Stage, TreatedAsLocalGround, ViewerRelation } from '../vocabulary.js';
import { GroundEnum, ServiceKindEnum, StageEnum, ViewerRelationEnum } from '../vocabulary.type.js';
import type { EventRow, MessageRow } from './record.loaders.js';
import type { RecordRow } from './record.service.js';
import { familyEvents, familyStage, reviewShown } from './visibility.js';

@ObjectType('CollectionRecord', {
  description: '采集记录: a child’s way through one season, under one collection number.',
})
export class CollectionRecordView {
  constructor(
    readonly row: RecordRow,
    readonly key: DataKey,
    /** Staff see everything at once; a family what the district's calendar shows and what is published. */
    private readonly reader: { readonly staff: boolean; readonly now: Date },
  ) {}

  /** Whether this reader may know what the review has decided. */
  get reviewShown(): boolean {
    return this.reader.staff || reviewShown(this.row, this.reader.now);
  }

  /** Whether this reader may know what the district has decided after the preregistration. */
  get resultShown(): boolean {
    return this.reader.staff || this.row.published_at !== null;
  }

  events(events: readonly EventRow[]): readonly EventRow[] {
    return this.reader.staff ? events : familyEvents(this.row, events, this.reader.now);
  }

  @Field(() => CollectionNumber, { description: '信息采集编号.' })
  get number(): string {
    return this.row.number;
  }

  @Field(() => Int, { description: 'Year of admission.' })
  get season(): number {
    return this.row.season;
  }

  @Field(() => ServiceKindEnum, { description: 'Which of the three services.' })
  get service(): ServiceKind {
    return this.row.service;
  }

  @Field(() => GroundEnum, {
    nullable: true,
    description: 'Why the child is treated as local; null in the other services.',
  })
  get ground(): TreatedAsLocalGround | null {
    return this.row.ground;
  }

  @Field(() => StageEnum, {
    description:
      'How far it is. A family sees no verdict before the district’s REVIEW phase opens, and no admission before the result is published.',
  })
  get stage(): Stage {
    return this.reader.staff ? this.row.stage : familyStage(this.row, this.reader.now);
  }

  @Field(() => ViewerRelationEnum, { description: 'How the viewer came to it.' })
  get viewerRelation(): ViewerRelation {
    return this.row.viewer_relation;
  }

  @Field(() => Int, { description: 'Grows with every save.' })
  get version(): number {
    return this.row.version;
  }

  @Field(() => GraphQLDateTime, { description: 'When it was registered.' })
  get registeredAt(): Date {
    return new Date(this.row.registered_at);
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the details were last submitted.' })
  get submittedAt(): Date | null {
    return instant(this.row.submitted_at);
  }
}

const ACTORS: Record<string, Record<Language, string>> = {
  GUARDIAN: { 'zh-CN': '监护人(一)', en: 'Guardian (1)' },
  SECOND_GUARDIAN: { 'zh-CN': '监护人(二)', en: 'Guardian (2)' },
  DISTRICT: { 'zh-CN': '区教委', en: 'The district' },
  SCHOOL: { 'zh-CN': '学校', en: 'The school' },
  SYSTEM: { 'zh-CN': '系统', en: 'The system' },
};

@ObjectType('RecordEvent', { description: 'Something that happened to a record.' })
export class RecordEventView {
  constructor(
    private readonly event: EventRow,
    private readonly language: Language,
  ) {}

  @Field(() => String, { description: 'REGISTERED, DETAILS_SUBMITTED, RETURNED … (docs/stages.md)' })
  get kind(): string {
    return this.event.kind;
  }

  @Field(() => GraphQLDateTime, { description: 'When.' })
  get at(): Date {
    return new Date(this.event.at);
  }

  @Field(() => String, { description: 'By whom, in the reader’s language: what they are, never a name.' })
  get by(): string {
    return ACTORS[this.event.actor]?.[this.language] ?? this.event.actor;
  }

  @Field(() => String, {
    nullable: true,
    description: 'What it was about, where that is not clear by itself: the kind of a review item.',
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
    private readonly language: Language,
  ) {}

  @Field(() => GraphQLDateTime, { description: 'When it was sent; before that, when it was written.' })
  get sentAt(): Date {
    return new Date(this.message.sent_at ?? this.message.queued_at);
  }

  @Field(() => String, { description: 'SMS.' })
  get channel(): string {
    return this.message.channel;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The phone it goes to, masked; null once nothing of a message with a code is kept.',
  })
  get sentTo(): string | null {
    const { phone_sealed: sealed } = this.message;
    return this.key && sealed && maskPhone(this.key.open('message.phone', sealed));
  }

  @Field(() => String, {
    description: 'What it says; of a message with a code only that it was one: codes are read on the phone.',
  })
  get text(): string {
    const { expires_at: expiresAt, text_sealed: sealed } = this.message;
    if (expiresAt !== null || !this.key || !sealed) return CODE_TEXT[this.language];
    return this.key.open('message.text', sealed);
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when the code in it holds, after which it is not sent any more; null without a code.',
  })
  get expiresAt(): Date | null {
    const { expires_at: at } = this.message;
    return instant(at);
  }

  @Field(() => Boolean, {
    nullable: true,
    description: 'true delivered, false not (yet) delivered although tried, null not tried yet.',
  })
  get delivered(): boolean | null {
    return this.message.delivered;
  }
}

export const ActionKindEnum = {
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
  description: 'What can be done with a record.',
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

@ObjectType('RecordAction', { description: 'Something that this viewer may do now, or why not.' })
export class RecordActionView {
  @Field(() => ActionKindEnum, { description: 'What.' })
  readonly kind: keyof typeof ActionKindEnum;

  @Field(() => Boolean, { description: 'Whether it is allowed now.' })
  readonly allowed: boolean;

  @Field(() => String, { nullable: true, description: 'Why not, in the reader’s language.' })
  readonly reason: string | null;

  constructor(kind: keyof typeof ActionKindEnum, reason: string | null) {
    this.kind = kind;
    this.allowed = reason === null;
    this.reason = reason;
  }
}
