import { normaliseLine } from '../text.js';
import type { DetailBlock, GuardianRole } from '../vocabulary.js';
import { isSection, variantsOf, type DetailField, type DetailRoot, type Variants } from './field.js';
import { ROOTS, type FormTyped, type FormValues, type RootName, type Typed } from './form.js';

export interface DistrictAnswerDetails {
  readonly key: string;
  readonly value: string;
}

/**
 * 详细信息 as they are compared and kept: the contract's DetailsInput without its version, with blanks and ways of
 * writing taken out.
 */
export interface Details extends FormValues {
  readonly answers: readonly DistrictAnswerDetails[];
}

/** The same as it comes in: anything may be missing. */
export interface DetailsTyped extends FormTyped {
  readonly answers?: readonly DistrictAnswerDetails[] | null | undefined;
}

/** The words that a path can begin with. */
export const DETAIL_ROOTS: readonly (keyof Details)[] = [...ROOTS.map(([root]) => root), 'answers'];

export function normaliseDetails(input: DetailsTyped): Details {
  const common = ROOTS.map(([root, declared]) => [root, normaliseRoot(declared, input[root])] as const);
  const answers = (input.answers ?? []).flatMap(({ key, value }) => {
    const answer = normaliseLine(value);
    return answer === '' ? [] : [{ key, value: answer }];
  });
  return { ...(Object.fromEntries(common) as unknown as FormValues), answers };
}

const CONFIDENTIAL = ROOTS.flatMap(([root, declared]) =>
  isSection(declared) && declared.confidential ? [root] : [],
);

/** As those read them who may not read what is confidential (READ_SPECIAL_NEEDS). */
export const withoutConfidential = (details: Details): Details => ({
  ...details,
  ...(Object.fromEntries(CONFIDENTIAL.map((root) => [root, null])) as Partial<Details>),
});

export const NO_DETAILS: Details = normaliseDetails({});

type Section = Readonly<Record<string, Typed>>;
type LooseSection = Readonly<Record<string, Typed | undefined>>;
type LooseEntry = LooseSection & { readonly guardian: GuardianRole };

function normaliseRoot(declared: DetailRoot, typed: FormTyped[RootName]): unknown {
  if (!isSection(declared)) return normaliseValue(declared.field, typed as Typed | undefined);
  const begun = (section: LooseSection | null | undefined) =>
    normaliseSection(declared.fields, section ?? {});
  if (!declared.each) return begun(typed as LooseSection | null | undefined);
  return ((typed ?? []) as readonly LooseEntry[]).flatMap((entry) => {
    const section = begun(entry);
    return section ? [{ guardian: entry.guardian, ...section }] : [];
  });
}

function normaliseValue({ normalise }: DetailField, raw: Typed | undefined): Typed {
  return normalise(raw ?? '') || null;
}

/** A section in which nothing has been typed is no section. What the page chooses beforehand does not count as typed. */
function normaliseSection(fields: Readonly<Record<string, Variants>>, typed: LooseSection): Section | null {
  const normalised = Object.entries(fields).map(([name, variants]) => {
    const field = variantsOf(variants)[0]!;
    return { name, value: normaliseValue(field, typed[name]), preset: field.preset };
  });
  if (normalised.every(({ value, preset }) => value === null || preset)) return null;
  return Object.fromEntries(normalised.map(({ name, value }) => [name, value]));
}

const BLOCK_OF = new Map<string, DetailBlock>([
  ...ROOTS.map(([root, { block }]) => [root, block] as const),
  ['answers', 'QUESTIONS'],
]);

/** Which part of the form the first word of a path belongs to. */
export const blockOf = (path: string): DetailBlock => BLOCK_OF.get(path.split('.')[0]!)!;

/**
 * Every value that was typed with its path, in the order of the form. An entry of a list is addressed by what it is
 * about, not by its place: employments.FIRST.kind, residencePermits.SECOND.validUntil, answers.KEY. So a missing entry
 * has a path too, and the order in which a client lists the entries means nothing.
 */
export function pathsOf(details: Details): [path: string, value: string][] {
  const section = (prefix: string, fields: object | null): [string, Typed][] =>
    Object.entries(fields ?? {}).map(([name, value]) => [`${prefix}.${name}`, value as Typed]);
  const common = ROOTS.flatMap(([root, declared]): [string, Typed][] => {
    if (!isSection(declared)) return [[root, details[root] as Typed]];
    if (!declared.each) return section(root, details[root] as Section | null);
    return (details[root] as readonly LooseEntry[]).flatMap(({ guardian, ...fields }) =>
      section(`${root}.${guardian}`, fields),
    );
  });
  const answers = details.answers.map(({ key, value }): [string, Typed] => [`answers.${key}`, value]);
  return [...common, ...answers].flatMap(([path, value]) =>
    value === null ? [] : [[path, value] as [string, string]],
  );
}
