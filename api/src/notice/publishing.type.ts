import { OWN_LENGTHS } from '@enrolment/rulebook/own-data.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, InputType, ObjectType } from 'type-graphql';
import { asEnum } from '../vocabulary.type.js';
import { NOTICE_KINDS, NOTICE_NAMES, type NoticeKind } from './notice.entity.js';
import type { NoticeVersion } from './publishing.service.js';

export const NoticeKindEnum = asEnum(
  'NoticeKind',
  'The texts that are accepted before a registration: the notice of each service, and the privacy policy.',
  Object.fromEntries(
    NOTICE_KINDS.map((kind) => [kind, `${NOTICE_NAMES[kind]['zh-CN']}: ${NOTICE_NAMES[kind].en}.`]),
  ) as Record<NoticeKind, string>,
);

const { notice } = OWN_LENGTHS;
const KIND = 'Which text.';
const VERSION = `What the version is called, such as 2027-1, at most ${notice.version} characters; families accept the text by it.`;
const TITLE = `Title in Chinese, at most ${notice.title} characters.`;
const TITLE_EN = `Title in English, at most ${notice.titleEn} characters.`;
const BODY = `The text in Chinese: plain, one paragraph per line, at most ${notice.body.toLocaleString('en')} characters.`;
const BODY_EN = `The text in English, as long at most.`;

@InputType({ description: 'A new version of 监护人须知 or of 《个人信息保护政策》.' })
export class NoticeInput {
  @Field(() => NoticeKindEnum, { description: KIND })
  kind!: NoticeKind;

  @Field(() => String, { description: VERSION })
  version!: string;

  @Field(() => String, { description: TITLE })
  title!: string;

  @Field(() => String, { description: TITLE_EN })
  titleEn!: string;

  @Field(() => String, { description: BODY })
  body!: string;

  @Field(() => String, { description: BODY_EN })
  bodyEn!: string;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'From when families are shown it, never before now; at once when left out.',
  })
  publishedAt?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is only tried: nothing is published. False when left out.',
  })
  dryRun?: boolean | null;
}

@ObjectType('NoticeVersion', {
  description: 'A version of 监护人须知 or of 《个人信息保护政策》. It never changes; a new one follows it.',
})
export class NoticeVersionView {
  @Field(() => NoticeKindEnum, { description: KIND })
  readonly kind!: NoticeKind;

  @Field(() => String, { description: VERSION })
  readonly version!: string;

  @Field(() => String, { description: TITLE })
  readonly title!: string;

  @Field(() => String, { description: TITLE_EN })
  readonly titleEn!: string;

  @Field(() => String, { description: BODY })
  readonly body!: string;

  @Field(() => String, { description: BODY_EN })
  readonly bodyEn!: string;

  @Field(() => GraphQLDateTime, { description: 'From when families are shown it.' })
  readonly publishedAt!: Date;

  @Field(() => Boolean, { description: 'Whether families are shown it now.' })
  readonly inForce!: boolean;

  constructor(version: NoticeVersion) {
    Object.assign(this, version);
  }
}
