import type { Language } from '@enrolment/rulebook/refusal.js';
import { missingInEnglish } from '@enrolment/rulebook/return-texts.js';
import type { ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { EditionView } from '../edition/edition.type.js';
import { revisionOf, SHOWN_EDITIONS } from '../edition/editions.js';
import type { Edition } from '../edition/edition.entity.js';
import { ReviewItemKindEnum } from '../vocabulary.type.js';
import type { ChosenText } from './chosen-texts.js';
import type { ReturnText } from './return-text.entity.js';

const KIND = 'The review item that it is for.';
const NAME = 'What officers choose it by, in Chinese, at most 40 characters.';
const NAME_EN = 'The same in English, at most 80 characters; null where it is missing.';
const REASON = 'Why something is returned, as the family reads it, in Chinese, at most 500 characters.';
const REASON_EN =
  'The same for whoever reads English, at most 500 characters; null where it is missing, and Chinese is shown.';
const REMEDY =
  'What the family can do about it, in Chinese, at most 500 characters; null when nothing is said.';
const REMEDY_EN =
  'The same for whoever reads English, at most 500 characters; null where it is missing, and Chinese is shown.';

@InputType({ description: 'A text for returning a review item, in both languages.' })
export class ReturnTextInput {
  @Field(() => String, { description: NAME })
  name!: string;

  @Field(() => String, { nullable: true, description: NAME_EN })
  nameEn?: string | null;

  @Field(() => String, { description: REASON })
  reason!: string;

  @Field(() => String, { nullable: true, description: REASON_EN })
  reasonEn?: string | null;

  @Field(() => String, { nullable: true, description: REMEDY })
  remedy?: string | null;

  @Field(() => String, { nullable: true, description: REMEDY_EN })
  remedyEn?: string | null;
}

@ObjectType('ReturnText', {
  description:
    '退回理由模板: a text that officers choose when they return a review item; of a district, or of the city for all.',
})
export class ReturnTextView {
  constructor(
    private readonly text: ReturnText,
    private readonly known: readonly Edition[],
    private readonly language: Language,
  ) {}

  @Field(() => ID, { description: 'Its id.' })
  get id(): string {
    return String(this.text.id);
  }

  @Field(() => String, { nullable: true, description: 'Entry code of its district; null for the city’s.' })
  get district(): string | null {
    return this.text.district ?? null;
  }

  @Field(() => ReviewItemKindEnum, { description: KIND })
  get kind(): ReviewItemKind {
    return this.text.kind;
  }

  @Field(() => String, { description: NAME })
  get name(): string {
    return this.text.name;
  }

  @Field(() => String, { nullable: true, description: NAME_EN })
  get nameEn(): string | null {
    return this.text.nameEn ?? null;
  }

  @Field(() => String, { description: REASON })
  get reason(): string {
    return this.text.reason;
  }

  @Field(() => String, { nullable: true, description: REASON_EN })
  get reasonEn(): string | null {
    return this.text.reasonEn ?? null;
  }

  @Field(() => String, { nullable: true, description: REMEDY })
  get remedy(): string | null {
    return this.text.remedy ?? null;
  }

  @Field(() => String, { nullable: true, description: REMEDY_EN })
  get remedyEn(): string | null {
    return this.text.remedyEn ?? null;
  }

  @Field(() => Boolean, { description: 'Whether officers can choose it.' })
  get active(): boolean {
    return this.text.active;
  }

  @Field(() => [String], {
    description: 'Fields that have Chinese and no English: nameEn, reasonEn, remedyEn.',
  })
  get missing(): string[] {
    return missingInEnglish(this.text);
  }

  @Field(() => Int, {
    nullable: true,
    description: 'Number of its newest version, to be named with a change; null in a list.',
  })
  get revision(): number | null {
    return this.known.length > 0 ? revisionOf(this.known) : null;
  }

  @Field(() => [EditionView], { description: 'Its newest 20 versions, the newest first; empty in a list.' })
  get editions(): EditionView[] {
    return this.known.slice(0, SHOWN_EDITIONS).map((edition) => new EditionView(edition, this.language));
  }
}

@ObjectType('ReturnTextChoice', {
  description: 'A text that an officer can choose: of the district, of the city, or common to all.',
})
export class ReturnTextChoiceView {
  constructor(
    private readonly text: ChosenText,
    private readonly language: Language,
  ) {}

  @Field(() => ID, { description: 'The key of the text, unique among those of its item.' })
  get key(): string {
    return this.text.key;
  }

  @Field(() => ReviewItemKindEnum, { description: KIND })
  get kind(): ReviewItemKind {
    return this.text.kind;
  }

  @Field(() => String, { description: 'What it is called, in the reader’s language where that is known.' })
  get name(): string {
    return (this.language === 'en' ? this.text.nameEn : null) ?? this.text.name;
  }

  @Field(() => String, { description: REASON })
  get reason(): string {
    return this.text.reason;
  }

  @Field(() => String, { nullable: true, description: REMEDY })
  get remedy(): string | null {
    return this.text.remedy;
  }
}
