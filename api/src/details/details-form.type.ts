import { DETAIL_BLOCK_NAMES } from '@enrolment/rulebook/names.js';
import type { CommonBlock } from '@enrolment/rulebook/details/check.js';
import type { Choice } from '@enrolment/rulebook/details/choices.js';
import { fieldsFor, type FormField } from '@enrolment/rulebook/details/fields.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import type { DetailBlock, FieldInput, Need, TreatedAsLocalGround } from '@enrolment/rulebook/vocabulary.js';
import { Field, Int, ObjectType } from 'type-graphql';
import { DetailBlockEnum, FieldInputEnum, NeedEnum } from '../vocabulary.type.js';

@ObjectType('FormChoice', { description: 'One of the values that a field can have.' })
export class FormChoiceView {
  @Field(() => String, { description: 'The value for the input: a code, or a value of the enum.' })
  readonly value: string;
  @Field(() => String, { description: 'Its label, in the reader’s language.' })
  readonly label: string;

  constructor({ value, label }: Choice, language: Language) {
    this.value = value;
    this.label = label[language];
  }
}

@ObjectType('FormField', {
  description:
    'A field of the details form. A path can occur more than once, for different kinds of its section.',
})
class FormFieldView {
  constructor(
    private readonly field: FormField,
    private readonly language: Language,
  ) {}

  @Field(() => String, {
    description: 'Path in DetailsInput, as in refusals; * stands for FIRST and SECOND.',
  })
  get path(): string {
    return this.field.path;
  }

  @Field(() => String, { description: 'Its label, in the reader’s language.' })
  get label(): string {
    return this.field.label[this.language];
  }

  @Field(() => String, { description: 'Why it is asked, in one line.' })
  get why(): string {
    return this.field.why[this.language];
  }

  @Field(() => String, { description: 'Where to find it, such as where it is printed, in one line.' })
  get where(): string {
    return this.field.where[this.language];
  }

  @Field(() => FieldInputEnum, { description: 'Kind of control.' })
  get input(): FieldInput {
    return this.field.input;
  }

  @Field(() => [FormChoiceView], {
    nullable: true,
    description: 'The choices; null unless the input is CHOICE.',
  })
  get choices(): FormChoiceView[] | null {
    return this.field.choices?.map((choice) => new FormChoiceView(choice, this.language)) ?? null;
  }

  @Field(() => [String], {
    nullable: true,
    description:
      'The kinds of the same section for which it is asked, such as RENTED; null when it is asked for every kind.',
  })
  get kinds(): readonly string[] | null {
    return this.field.kinds;
  }

  @Field(() => Boolean, { description: 'Whether its section needs it to be submitted.' })
  get required(): boolean {
    return this.field.required;
  }

  @Field(() => Int, { description: 'Greatest length, in characters.' })
  get longest(): number {
    return this.field.longest;
  }

  @Field(() => Boolean, { description: 'Whether everybody but whoever fills it in sees it masked.' })
  get masked(): boolean {
    return this.field.mask !== null;
  }
}

export const blockLabel = (block: DetailBlock, language: Language): string =>
  DETAIL_BLOCK_NAMES[block][language];

@ObjectType('FormBlock', {
  description: 'A part of the details form, as this district, service and ground have it.',
})
export class FormBlockView {
  constructor(
    private readonly block: CommonBlock,
    private readonly asked: Need,
    private readonly ground: TreatedAsLocalGround | null,
    private readonly language: Language,
  ) {}

  @Field(() => DetailBlockEnum, { description: 'The part of the form.' })
  get kind(): DetailBlock {
    return this.block;
  }

  @Field(() => String, { description: 'Its label, in the reader’s language.' })
  get label(): string {
    return blockLabel(this.block, this.language);
  }

  @Field(() => NeedEnum, { description: 'Whether the part is needed; a part that is NOT_ASKED is refused.' })
  get need(): Need {
    return this.asked;
  }

  @Field(() => [FormFieldView], { description: 'Its fields, in the order of the form.' })
  get fields(): FormFieldView[] {
    return fieldsFor(this.block, this.ground).map((field) => new FormFieldView(field, this.language));
  }
}
