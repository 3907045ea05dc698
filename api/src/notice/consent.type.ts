import type { Language } from '@enrolment/rulebook/refusal.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { createHash } from 'node:crypto';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { NoticeText } from './notice.entity.js';

const ConsentKindEnum = {
  GUARDIAN_NOTICE: 'GUARDIAN_NOTICE',
  PRIVACY_POLICY: 'PRIVACY_POLICY',
} as const;
registerEnumType(ConsentKindEnum, {
  name: 'ConsentKind',
  description: 'The kinds of text that are accepted before a registration.',
  valuesConfig: {
    GUARDIAN_NOTICE: { description: '监护人须知 of the service.' },
    PRIVACY_POLICY: { description: '《个人信息保护政策》.' },
  },
});
type ConsentKind = keyof typeof ConsentKindEnum;

@ObjectType('TextHash', { description: 'A fingerprint of a text, by which it can be compared.' })
class TextHashView {
  @Field(() => String, { description: 'Language of the text: zh-CN or en.' })
  readonly language: string;

  @Field(() => String, {
    description: 'SHA-256 of the title, a line feed and the body in UTF-8, in hexadecimal.',
  })
  readonly sha256: string;

  constructor({ language, title, body }: NoticeText) {
    this.language = language;
    this.sha256 = createHash('sha256').update(`${title}\n${body}`).digest('hex');
  }
}

@ObjectType('Consent', {
  description:
    'A text that was accepted with the registration. A published version never changes, so this is exactly what was accepted.',
})
export class ConsentView {
  @Field(() => ConsentKindEnum, { description: 'The kind of text.' })
  readonly kind: ConsentKind;

  @Field(() => GraphQLDateTime, {
    description: 'When it was accepted, which is when the child was registered.',
  })
  readonly acceptedAt: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'The language in which it was accepted, zh-CN or en; null for registrations from before this was recorded.',
  })
  readonly language: Language | null;

  private readonly shown: NoticeText;

  constructor(
    accepted: { kind: ConsentKind; at: Date; language: Language | null },
    private readonly texts: readonly NoticeText[],
    reader: Language,
  ) {
    this.kind = accepted.kind;
    this.acceptedAt = accepted.at;
    this.language = accepted.language;
    this.shown = texts.find(({ language }) => language === reader) ?? texts[0]!;
  }

  @Field(() => String, { description: 'The version that was accepted.' })
  get version(): string {
    return this.shown.version;
  }

  @Field(() => GraphQLDateTime, { description: 'When that version was published.' })
  get publishedAt(): Date {
    return this.shown.publishedAt;
  }

  @Field(() => String, { description: 'Title in the reader’s language.' })
  get title(): string {
    return this.shown.title;
  }

  @Field(() => String, {
    description: 'The text in the reader’s language: plain text, one paragraph per line.',
  })
  get body(): string {
    return this.shown.body;
  }

  @Field(() => [TextHashView], { description: 'Fingerprints of the text in each language.' })
  get hashes(): TextHashView[] {
    return this.texts.map((text) => new TextHashView(text));
  }
}
