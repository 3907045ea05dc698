import type { GuardianRole } from '../vocabulary.js';
import { isSection, type DetailRoot, type DetailSection, type GuardianSection } from './field.js';
import { ethnicity } from './form/child.js';
import { employments } from './form/employment.js';
import { firstGuardianRelation, noSecondGuardianReason, secondGuardian } from './form/guardians.js';
import { groundEvidence } from './form/ground.js';
import { household } from './form/household.js';
import { residence } from './form/residence.js';
import { residencePermits } from './form/residence-permit.js';
import { support } from './form/support.js';

/** 详细信息: every section and field, in the order of the form. Everything that handles details goes by this declaration. */
export const DETAILS_FORM = {
  ethnicity,
  household,
  residence,
  firstGuardianRelation,
  secondGuardian,
  noSecondGuardianReason,
  groundEvidence,
  employments,
  residencePermits,
  support,
} as const satisfies Readonly<Record<string, DetailRoot>>;

type Form = typeof DETAILS_FORM;
export type RootName = keyof Form;

export const ROOTS = Object.entries<DetailRoot>(DETAILS_FORM) as [RootName, DetailRoot][];
export const GUARDIAN_ROOTS = ROOTS.flatMap(([root, declared]) =>
  isSection(declared) && declared.each ? [root as GuardianRoot] : [],
);

/** What was typed, or nothing. Words of the vocabulary stay plain text, since a draft keeps what was typed. */
export type Typed = string | null;

type Entry<F> = { readonly guardian: GuardianRole } & { readonly [Name in keyof F]: Typed };
type Kept<Root> =
  Root extends GuardianSection<infer F>
    ? readonly Entry<F>[]
    : Root extends DetailSection<infer F>
      ? { readonly [Name in keyof F]: Typed } | null
      : Typed;

/** The form as it is kept, without the district's own questions. */
export type FormValues = { readonly [Root in RootName]: Kept<Form[Root]> };

type LooseEntry<F> = { readonly guardian: GuardianRole } & { readonly [Name in keyof F]?: Typed | undefined };
type Loose<Root> =
  Root extends GuardianSection<infer F>
    ? readonly LooseEntry<F>[]
    : Root extends DetailSection<infer F>
      ? { readonly [Name in keyof F]?: Typed | undefined }
      : string;

/** The same as it comes in: anything may be missing. */
export type FormTyped = { readonly [Root in RootName]?: Loose<Form[Root]> | null | undefined };

/** The sections of which each guardian has one. */
export type GuardianRoot = {
  [Root in RootName]: Form[Root] extends GuardianSection ? Root : never;
}[RootName];
