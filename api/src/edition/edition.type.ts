import type { Language } from '@enrolment/rulebook/refusal.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import type { EditedKind, Edition } from './edition.entity.js';
import { changesOf, type ContentChange } from './editions.js';
import { fieldInWords, valueInWords } from './words.js';

@ObjectType('EditionChange', { description: 'One field that an administrator has changed.' })
export class EditionChangeView {
  constructor(
    private readonly kind: EditedKind,
    private readonly change: ContentChange,
    private readonly language: Language,
  ) {}

  @Field(() => String, {
    description:
      'Path of the field; of a calendar the service, the phase and the edge, as in LOCAL_HUKOU.REVIEW.closesAt.',
  })
  get field(): string {
    return this.change.field;
  }

  @Field(() => String, { description: 'What the field is called, in the reader’s language.' })
  get label(): string {
    return fieldInWords(this.kind, this.change.field, this.language);
  }

  @Field(() => String, {
    nullable: true,
    description: 'What stood there, as people read it; null when nothing did.',
  })
  get before(): string | null {
    const { field, before } = this.change;
    return before === null ? null : valueInWords(this.kind, field, before, this.language);
  }

  @Field(() => String, {
    nullable: true,
    description: 'What stands there since, as people read it; null when nothing does.',
  })
  get after(): string | null {
    const { field, after } = this.change;
    return after === null ? null : valueInWords(this.kind, field, after, this.language);
  }
}

@ObjectType('Edition', {
  description: 'A version that an administrator has set. Every version is kept.',
})
export class EditionView {
  constructor(
    private readonly edition: Edition,
    private readonly language: Language,
  ) {}

  @Field(() => Int, { description: 'Its number, from 1 on; what was set up and never changed has none.' })
  get number(): number {
    return this.edition.number;
  }

  @Field(() => GraphQLDateTime, { description: 'When it was set.' })
  get at(): Date {
    return this.edition.at;
  }

  @Field(() => String, { description: 'Name of the administrator who set it, masked.' })
  get by(): string {
    return this.edition.name;
  }

  @Field(() => [EditionChangeView], { description: 'What it changed.' })
  get changes(): EditionChangeView[] {
    const { kind, before, after } = this.edition;
    return changesOf(kind, before, after).map((change) => new EditionChangeView(kind, change, this.language));
  }
}
