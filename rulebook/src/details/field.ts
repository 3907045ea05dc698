import { normaliseLine } from '../text.js';
import type { Refusal } from '../refusal.js';
import type { DetailBlock, FieldInput } from '../vocabulary.js';
import type { Submission } from './check.js';
import type { Choice, Choices, Text } from './choices.js';

type Lines = readonly [zh: string, en: string];

/** The other fields of the same section. */
export type SectionValues = Readonly<Record<string, string | null>>;

/** Checks a value whose form already fits its kind. */
type FieldCheck = (value: string, path: string, section: SectionValues, submission: Submission) => Refusal[];

/** Where the collection form prints a field: the row in its part of the sheet, and the place in the row. */
export interface Printed {
  readonly at: readonly [row: number, place: number];
  /** Its share of the twelve columns; the last field of a row gets what is left. */
  readonly span: 4 | 6 | 8 | 12;
  /** What it is called there; the field's own label if nothing is said. */
  readonly label?: string;
  /** A period is printed in one cell: the field of the same section that ends it. */
  readonly until?: string;
}

/** What the declaration of a field says. */
interface Declaration {
  readonly label: Lines;
  /** Why it is asked, in one line. */
  readonly why: Lines;
  /** Where to find it, such as where it is printed, in one line. */
  readonly where: Lines;
  /** More for whoever builds on the API, after the label. */
  readonly remark?: string;
  /** How it is filled in; by default a line of text, or a choice if there are choices. */
  readonly input?: FieldInput;
  readonly choices?: Choices;
  /** The `kind` of its section for which it is asked; without one it is asked for every kind. */
  readonly kinds?: readonly string[];
  /** Its section is complete without it. */
  readonly optional?: true;
  /** The most characters that it takes. */
  readonly longest?: number;
  /** How it is masked for everyone but the person who fills it in. */
  readonly mask?: 'DOCUMENT' | 'PHONE';
  /** The page chooses it before anybody types, so alone it says nothing. */
  readonly preset?: true;
  /** Puts it into the one way of writing in which it is compared and kept. */
  readonly normalise?: (raw: string) => string;
  readonly check?: FieldCheck;
  readonly printed?: Printed;
  /** The advice if it runs out on a day before the review ends: it is accepted, but good to know. */
  readonly ends?: (day: string) => Text;
}

/** A field of the details form. Page, reading, checks, GraphQL types, printed sheet, receipt and export go by it. */
export interface DetailField {
  readonly label: Text;
  readonly why: Text;
  readonly where: Text;
  readonly remark: string | null;
  readonly input: FieldInput;
  readonly choices: readonly Choice[] | null;
  /** What the GraphQL enum of the choices is called; null where they are codes. */
  readonly enum: string | null;
  readonly kinds: readonly string[] | null;
  readonly required: boolean;
  readonly longest: number;
  readonly mask: 'DOCUMENT' | 'PHONE' | null;
  readonly preset: boolean;
  readonly normalise: (raw: string) => string;
  readonly check: FieldCheck;
  readonly printed: Printed | null;
  readonly ends: ((day: string) => Text) | null;
}

const text = ([zh, en]: Lines): Text => ({ 'zh-CN': zh, en });

export const field = (declared: Declaration): DetailField => ({
  label: text(declared.label),
  why: text(declared.why),
  where: text(declared.where),
  remark: declared.remark ?? null,
  input: declared.input ?? (declared.choices ? 'CHOICE' : 'TEXT'),
  choices: declared.choices?.offered ?? null,
  enum: declared.choices?.enum ?? null,
  kinds: declared.kinds ?? null,
  required: !declared.optional,
  longest: declared.longest ?? 40,
  mask: declared.mask ?? null,
  preset: declared.preset ?? false,
  normalise: declared.normalise ?? normaliseLine,
  check: declared.check ?? (() => []),
  printed: declared.printed ?? null,
  ends: declared.ends ?? null,
});

/** A field, or one for each kind of its section. */
export type Variants = DetailField | readonly DetailField[];
type Fields = Readonly<Record<string, Variants>>;

export const variantsOf = (declared: Variants): readonly DetailField[] =>
  'label' in declared ? [declared] : declared;

/** The parts of the collection form in which details are printed. */
export type Sheet = 'CHILD' | 'GUARDIAN' | 'GROUND' | 'RESIDENCE' | 'SUPPORT';

interface SectionDeclaration<F extends Fields> {
  readonly block: DetailBlock;
  /** What its GraphQL types begin with: HouseholdInput, HouseholdDraft, Household. */
  readonly type: string;
  readonly description: string;
  readonly sheet?: Sheet;
  /** Its block can be complete without it. */
  readonly optional?: true;
  /** Only the family and whoever may READ_SPECIAL_NEEDS read it; everybody else finds nothing there. */
  readonly confidential?: true;
  readonly fields: F;
}

export interface DetailSection<F extends Fields = Fields> extends SectionDeclaration<F> {
  readonly each: false;
}
export interface GuardianSection<F extends Fields = Fields> extends SectionDeclaration<F> {
  /** At most one entry for each guardian. */
  readonly each: 'GUARDIAN';
}
/** A field that stands in no section. */
export interface LoneField {
  readonly block: DetailBlock;
  readonly sheet?: Sheet;
  readonly field: DetailField;
}
export type DetailRoot = DetailSection | GuardianSection | LoneField;

export const section = <F extends Fields>(declared: SectionDeclaration<F>): DetailSection<F> => ({
  ...declared,
  each: false,
});
export const eachGuardian = <F extends Fields>(declared: SectionDeclaration<F>): GuardianSection<F> => ({
  ...declared,
  each: 'GUARDIAN',
});
export const alone = (block: DetailBlock, declared: Declaration, sheet?: Sheet): LoneField => ({
  block,
  field: field(declared),
  ...(sheet && { sheet }),
});

export const isSection = (root: DetailRoot): root is DetailSection | GuardianSection => 'fields' in root;
