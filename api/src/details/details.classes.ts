import {
  isSection,
  variantsOf,
  type DetailField,
  type DetailSection,
  type GuardianSection,
} from '@enrolment/rulebook/details/field.js';
import { ROOTS, type RootName } from '@enrolment/rulebook/details/form.js';
import { DETAIL_BLOCK_NAMES } from '@enrolment/rulebook/names.js';
import { Field, InputType, ObjectType, type ClassType } from 'type-graphql';
import { CalendarDate } from '../scalars.js';
import { enumOf, GuardianRoleEnum } from '../vocabulary.type.js';

// The GraphQL classes of the details form are built from its declaration: a field is declared once, and stands in the
// input, in the draft and in what others read.

export type Section = DetailSection | GuardianSection;
interface Described {
  readonly nullable: boolean;
  readonly description: string;
}

/** The properties that the classes for one purpose share. */
interface Purpose {
  readonly decorate: typeof InputType | typeof ObjectType;
  /** HouseholdInput, HouseholdDraft, Household. */
  readonly suffix: string;
  /** The description of a class that is not described by its section. */
  readonly about?: (section: Section) => string;
  readonly describe: (field: DetailField, always: boolean) => Described;
  readonly guardian: string;
  /** Whether a section that each guardian has is a list even where there is nothing. */
  readonly lists: boolean;
}

/** Fields by name; `always` says whether a section of any kind needs it. One that has several variants is told as the first. */
export const fieldsOf = ({ fields }: Section): [name: string, field: DetailField, always: boolean][] =>
  Object.entries(fields).map(([name, variants]) => {
    const field = variantsOf(variants)[0]!;
    return [name, field, field.required && field.kinds === null];
  });

/** Whether a field that is not filled in can be told as an empty text: words and days have none. */
export const canBeBlank = ({ input, enum: word }: DetailField): boolean => input !== 'DATE' && word === null;

const sentence = ({ label, remark }: DetailField, ...rest: (string | false | null)[]): string =>
  `${[`${label['zh-CN']}: ${label.en}`, remark, ...rest].filter(Boolean).join('; ')}.`;

export const INPUT: Purpose = {
  decorate: InputType,
  suffix: 'Input',
  describe: (field) => ({
    nullable: true,
    description: sentence(field, field.input === 'TEXT' && `at most ${field.longest} characters`),
  }),
  guardian: 'Which guardian it is about; at most one entry for each.',
  lists: false,
};

/** For a section that is given completely or not at all. */
export const WHOLE_INPUT: Purpose = {
  ...INPUT,
  describe: (field, always) => ({ ...INPUT.describe(field, always), nullable: false }),
};

export const DRAFT: Purpose = {
  decorate: ObjectType,
  suffix: 'Draft',
  about: ({ type }) => `${type}Input as it was typed.`,
  describe: (field) => ({ nullable: true, description: sentence(field, field.mask && 'in full') }),
  guardian: 'Which guardian it is about.',
  lists: true,
};

export const VIEW: Purpose = {
  ...DRAFT,
  suffix: '',
  about: ({ description }) => description,
  describe: (field, always) => ({
    nullable: !always,
    description: sentence(
      field,
      field.mask && 'masked',
      always && canBeBlank(field) && 'empty while not filled in',
    ),
  }),
};

/** The class of a section, such as HouseholdInput. */
export function classOf(
  section: Section,
  { decorate, suffix, about, describe, guardian }: Purpose,
): ClassType<object> {
  const name = `${section.type}${suffix}`;
  const made: ClassType<object> = { [name]: class {} }[name]!;
  if (section.each)
    declare(made, 'guardian', () => GuardianRoleEnum, { nullable: false, description: guardian });
  for (const [field, declared, always] of fieldsOf(section)) {
    declare(made, field, typeOf(declared), describe(declared, always));
  }
  decorate(name, { description: about?.(section) ?? section.description })(made);
  return made;
}

/** Gives a class every section and lone field of the form but those that it has itself. */
export function declareForm(on: ClassType<object>, purpose: Purpose, own: readonly RootName[] = []): void {
  for (const [root, declared] of ROOTS) {
    if (own.includes(root)) continue;
    if (!isSection(declared)) {
      const { field } = declared;
      declare(on, root, typeOf(field), { ...purpose.describe(field, false), nullable: true });
      continue;
    }
    const { 'zh-CN': zh, en } = DETAIL_BLOCK_NAMES[declared.block];
    const made = classOf(declared, purpose);
    const description = `${zh}: ${en}${declared.each ? ', of the guardians' : ''}.`;
    declare(on, root, () => (declared.each ? [made] : made), {
      nullable: !(declared.each && purpose.lists),
      description,
    });
  }
}

/** Enums are registered now, because it is too late when the schema is built. */
function typeOf({ enum: word, choices, input }: DetailField): () => object {
  const type = word === null ? (input === 'DATE' ? CalendarDate : String) : enumOf(word, choices!);
  return () => type;
}

/** `@Field`, written as a call. */
function declare(on: ClassType<object>, name: string, type: () => object, described: Described): void {
  Field(type as () => typeof String, described)(on.prototype as object, name);
}
