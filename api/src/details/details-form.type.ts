import { Field, Int, ObjectType } from 'type-graphql';
import type { Choice } from '../rulebook/details/choices.js';
import { DETAIL_FIELDS, type FieldInput, type FormField } from '../rulebook/details/fields.js';
import type { CommonBlock } from '../rulebook/details/check.js';
import type { Language } from '../rulebook/refusal.js';
import type { DetailBlock, Need } from '../vocabulary.js';
import { DetailBlockEnum, FieldInputEnum, NeedEnum } from '../vocabulary.type.js';

@ObjectType('FormChoice', { description: 'One of the values that a field can have.' })
export class FormChoiceView {
  @Field(() => String, { description: 'The value for the input: a code, or a word of the enum.' })
  readonly value: string;
  @Field(() => String, { description: 'How it is shown, in the reader’s language.' })
  readonly label: string;

  constructor({ value, label }: Choice, language: Language) {
    this.value = value;
    this.label = label[language];
  }
}

@ObjectType('FormField', {
  description:
    'A field of the details form. A path can come more than once, for different kinds of its section.',
})
export class FormFieldView {
  constructor(
    private readonly field: FormField,
    private readonly language: Language,
  ) {}

  @Field(() => String, {
    description: 'Path in DetailsInput, as refusals have it; * stands for FIRST and SECOND.',
  })
  get path(): string {
    return this.field.path;
  }

  @Field(() => String, { description: 'What it is called.' })
  get label(): string {
    return this.field.label[this.language];
  }

  @Field(() => String, { description: 'Why it is asked, in one line.' })
  get why(): string {
    return this.field.why[this.language];
  }

  @Field(() => String, { description: 'Where it is found or printed, in one line.' })
  get where(): string {
    return this.field.where[this.language];
  }

  @Field(() => FieldInputEnum, { description: 'How it is filled in.' })
  get input(): FieldInput {
    return this.field.input;
  }

  @Field(() => [FormChoiceView], { nullable: true, description: 'The choices, for CHOICE alone.' })
  get choices(): FormChoiceView[] | null {
    return this.field.choices?.map((choice) => new FormChoiceView(choice, this.language)) ?? null;
  }

  @Field(() => [String], {
    nullable: true,
    description: 'For which kind of the same section it is asked, such as RENTED; null for every one.',
  })
  get kinds(): readonly string[] | null {
    return this.field.kinds;
  }

  @Field(() => Boolean, { description: 'Whether its section cannot be submitted without it.' })
  get required(): boolean {
    return this.field.required;
  }

  @Field(() => Int, { description: 'How many characters it takes at most.' })
  get longest(): number {
    return this.field.longest;
  }

  @Field(() => Boolean, { description: 'Whether it is shown masked to everyone but who fills it in.' })
  get masked(): boolean {
    return this.field.masked;
  }
}

const BLOCK_LABELS: Readonly<Record<DetailBlock, Record<Language, string>>> = {
  CHILD: { 'zh-CN': '孩子', en: 'The child' },
  HOUSEHOLD: { 'zh-CN': '户口簿', en: 'Household register' },
  RESIDENCE: { 'zh-CN': '在京实际住所', en: 'Home in Beijing' },
  GUARDIANS: { 'zh-CN': '监护人', en: 'Guardians' },
  EMPLOYMENT: { 'zh-CN': '在京务工就业', en: 'Work in Beijing' },
  RESIDENCE_PERMIT: { 'zh-CN': '北京市居住证', en: 'Beijing residence permits' },
  QUESTIONS: { 'zh-CN': '本区的问题', en: 'The district’s own questions' },
};
export const blockLabel = (block: DetailBlock, language: Language): string => BLOCK_LABELS[block][language];

@ObjectType('FormBlock', {
  description: 'A part of the details form, as this district, service and ground have it.',
})
export class FormBlockView {
  constructor(
    private readonly block: CommonBlock,
    private readonly asked: Need,
    private readonly language: Language,
  ) {}

  @Field(() => DetailBlockEnum, { description: 'Which part.' })
  get kind(): DetailBlock {
    return this.block;
  }

  @Field(() => String, { description: 'What it is called.' })
  get label(): string {
    return blockLabel(this.block, this.language);
  }

  @Field(() => NeedEnum, { description: 'Whether it is needed; what is NOT_ASKED is refused.' })
  get need(): Need {
    return this.asked;
  }

  @Field(() => [FormFieldView], { description: 'Its fields, in the order of the form.' })
  get fields(): FormFieldView[] {
    return DETAIL_FIELDS.filter(({ block }) => block === this.block).map(
      (field) => new FormFieldView(field, this.language),
    );
  }
}
