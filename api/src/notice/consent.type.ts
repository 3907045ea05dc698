import { GraphQLDateTime } from 'graphql-scalars';
import { createHash } from 'node:crypto';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Language } from '../rulebook/refusal.js';
import type { PublishedText } from './notice.loader.js';

export const ConsentKindEnum = {
  GUARDIAN_NOTICE: 'GUARDIAN_NOTICE',
  PRIVACY_POLICY: 'PRIVACY_POLICY',
} as const;
registerEnumType(ConsentKindEnum, {
  name: 'ConsentKind',
  description: 'What was read and accepted before a registration.',
  valuesConfig: {
    GUARDIAN_NOTICE: { description: '监护人须知 of the service.' },
    PRIVACY_POLICY: { description: '《个人信息保护政策》.' },
  },
});
export type ConsentKind = keyof typeof ConsentKindEnum;

@ObjectType('TextHash', { description: 'A fingerprint by which a text can be known again.' })
export class TextHashView {
  @Field(() => String, { description: 'Language of the text: zh-CN or en.' })
  readonly language: string;

  @Field(() => String, { description: 'SHA-256 of title, a line feed and body in UTF-8, in hexadecimal.' })
  readonly sha256: string;

  constructor({ language, title, body }: PublishedText) {
    this.language = language;
    this.sha256 = createHash('sha256').update(`${title}\n${body}`).digest('hex');
  }
}

@ObjectType('Consent', {
  description:
    'A text that was accepted with the registration. A version once published never changes, so what is shown is what was accepted.',
})
export class ConsentView {
  @Field(() => ConsentKindEnum, { description: 'Which.' })
  readonly kind: ConsentKind;

  @Field(() => GraphQLDateTime, { description: 'When it was accepted: with the registration.' })
  readonly acceptedAt: Date;

  @Field(() => String, {
    nullable: true,
    description: 'In which language it was accepted, zh-CN or en; null before that was noted.',
  })
  readonly language: Language | null;

  private readonly shown: PublishedText;

  constructor(
    accepted: { kind: ConsentKind; at: Date; language: Language | null },
    private readonly texts: readonly PublishedText[],
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
    return new Date(this.shown.published_at);
  }

  @Field(() => String, { description: 'Title in the reader’s language.' })
  get title(): string {
    return this.shown.title;
  }

  @Field(() => String, { description: 'The text in the reader’s language: plain, a paragraph a line.' })
  get body(): string {
    return this.shown.body;
  }

  @Field(() => [TextHashView], { description: 'Fingerprints of the text in each language.' })
  get hashes(): TextHashView[] {
    return this.texts.map((text) => new TextHashView(text));
  }
}
