import { checkAnswers, checkFieldValue, type Question } from './values.js';
import { DETAIL_FIELDS, fieldsUnder, longestAt, placeInForm } from './fields.js';
import { blockOf, DETAIL_ROOTS, pathsOf, type Details } from './details.js';
import { isSection } from './field.js';
import { GUARDIAN_ROOTS, ROOTS, type GuardianRoot, type RootName } from './form.js';
import { refuse, type Refusal } from '../refusal.js';
import { RULES } from '../rules.js';
import { invisibleCharacter, isLongerThan, quote } from '../text.js';
import {
  DETAIL_BLOCKS,
  GUARDIAN_ROLES,
  type DetailBlock,
  type GuardianRole,
  type Need,
  type TreatedAsLocalGround,
} from '../vocabulary.js';

/** The blocks of the common form. Each of a district's own questions says itself whether it is required. */
export type CommonBlock = Exclude<DetailBlock, 'QUESTIONS'>;
export const COMMON_BLOCKS = DETAIL_BLOCKS.filter((block): block is CommonBlock => block !== 'QUESTIONS');

/** What a draft is checked by: the blocks that this service, district and ground ask for, and the district's questions. */
export interface DraftFacts {
  readonly needs: Readonly<Record<CommonBlock, Need>>;
  readonly questions: readonly Question[];
  /** Why the child is treated as local; null in the other services. */
  readonly ground: TreatedAsLocalGround | null;
}

/** What a submission is checked by in addition. */
export interface DetailsFacts extends DraftFacts {
  readonly districts: ReadonlySet<string>;
  readonly child: { readonly documentNumber: string };
  readonly firstGuardian: { readonly documentType: string; readonly documentNumber: string };
}

/**
 * Why a draft cannot be kept. It keeps what was typed, however incomplete or wrong, even words that are no choice;
 * it does not take what is endless, what cannot be seen, and what nobody asked (材料非必要不提供、信息非必要不采集).
 */
export function checkDraft(details: Details, facts: DraftFacts): Refusal[] {
  const questions = new Set(facts.questions.map(({ key }) => key));
  const unasked = new Set<string>(DETAIL_ROOTS.filter((root) => isUnasked(root, details, facts)));
  return told([
    ...[...unasked].map((root) => refuse('notAsked', { field: root })),
    ...GUARDIAN_ROOTS.filter((root) => details[root].length > RULES.tooManyEntries.limit).map((root) =>
      refuse('tooManyEntries', { field: root }),
    ),
    ...details.answers
      .filter(({ key }) => !questions.has(key))
      .map(({ key }) => refuse('notAsked', { field: `answers.${quote(key)}` })),
    ...pathsOf(details)
      .filter(([path]) => !unasked.has(path.split('.')[0]!))
      .flatMap(([path, value]) => checkKept(path, value)),
  ]);
}

function isUnasked(root: keyof Details, details: Details, { needs }: DraftFacts): boolean {
  const block = blockOf(root);
  return block !== 'QUESTIONS' && needs[block] === 'NOT_ASKED' && isGiven(details[root]);
}

const isGiven = (value: Details[keyof Details]) => (Array.isArray(value) ? value.length > 0 : value !== null);

function checkKept(path: string, value: string): Refusal[] {
  const longest = longestAt(path);
  if (isLongerThan(value, longest))
    return [refuse('textTooLong', { field: path, params: { most: longest } })];
  const character = invisibleCharacter(value);
  return character === null ? [] : [refuse('textInvisible', { field: path, params: { character } })];
}

/** Every rule that details break when they are submitted, in the order of the form. */
export function checkDetails(details: Details, facts: DetailsFacts, now: Date): Refusal[] {
  const unkept = checkDraft(details, facts);
  const spoiled = new Set(unkept.map(({ field }) => field));
  const blocks = COMMON_BLOCKS.filter((block) => {
    const begun = DETAIL_ROOTS.some((root) => blockOf(root) === block && isGiven(details[root]));
    return facts.needs[block] === 'REQUIRED' || (facts.needs[block] === 'OPTIONAL' && begun);
  });
  const broken = [
    ...blocks.flatMap((block) => checkBlock(block, { details, facts, now })),
    ...checkAnswers(details.answers, facts.questions),
  ];
  return told([...unkept, ...broken.filter(({ field }) => !spoiled.has(field))]);
}

/** In the order of the form, and only once if an entry was given twice. */
function told(refusals: readonly Refusal[]): Refusal[] {
  const once = new Map(refusals.map((refusal) => [`${refusal.rule} ${refusal.field}`, refusal]));
  return [...once.values()].sort((a, b) => placeInForm(a.field ?? '') - placeInForm(b.field ?? ''));
}

export interface Submission {
  readonly details: Details;
  readonly facts: DetailsFacts;
  readonly now: Date;
}

function checkBlock(block: CommonBlock, submission: Submission): Refusal[] {
  const ofFields = ROOTS.filter(([, declared]) => declared.block === block).flatMap(([root, declared]) => {
    if (!isSection(declared)) return checkField(submission, root);
    if (declared.each) {
      return GUARDIAN_ROLES.flatMap((role) => checkEntry(submission, root as GuardianRoot, role));
    }
    const given = submission.details[root] as object | null;
    return given === null && declared.optional ? [] : checkSection(submission, root, given);
  });
  return [...ofFields, ...(OWN_RULES[block]?.(submission.details) ?? [])];
}

/** The rules that a block must keep as a whole, beyond those of its fields. */
const OWN_RULES: Readonly<Partial<Record<CommonBlock, (details: Details) => Refusal[]>>> = {
  GUARDIANS: checkSecondGuardian,
  EMPLOYMENT: ({ employments }) =>
    employments.length > 0 ? [] : [refuse('employmentMissing', { field: 'employments.FIRST.kind' })],
  RESIDENCE_PERMIT: checkPermitsApart,
};

/** Holders of other documents have no Beijing residence permit; whoever has Beijing hukou fills in another service. */
function needsPermit({ details, facts }: Submission, role: GuardianRole): boolean {
  const guardian = role === 'FIRST' ? facts.firstGuardian : details.secondGuardian;
  return facts.needs.RESIDENCE_PERMIT === 'REQUIRED' && guardian?.documentType === 'RESIDENT_ID';
}

/** A residence permit is one person's: two guardians cannot have one number. */
function checkPermitsApart({ residencePermits }: Details): Refusal[] {
  const [first, second] = GUARDIAN_ROLES.map(
    (role) => residencePermits.find(({ guardian }) => guardian === role)?.number ?? null,
  );
  return first === null || first !== second
    ? []
    : [refuse('permitOfOtherGuardian', { field: 'residencePermits.SECOND.number' })];
}

/** One guardian's entry in a list that has at most one entry for each. */
function checkEntry(submission: Submission, list: GuardianRoot, role: GuardianRole): Refusal[] {
  const entries: readonly { guardian: GuardianRole }[] = submission.details[list];
  const [entry, another] = entries.filter(({ guardian }) => guardian === role);
  if (another) return [refuse('entryTwice', { field: `${list}.${role}` })];
  const required = list === 'residencePermits' && needsPermit(submission, role);
  return entry || required ? checkSection(submission, `${list}.${role}`, entry ?? null) : [];
}

/** The second legal guardian, or why there is none: one of the two. */
function checkSecondGuardian({ secondGuardian, noSecondGuardianReason }: Details): Refusal[] {
  if (secondGuardian === null && noSecondGuardianReason === null) {
    return [refuse('secondGuardianMissing', { field: 'secondGuardian' })];
  }
  return secondGuardian === null || noSecondGuardianReason === null
    ? []
    : [refuse('secondGuardianAndReason', { field: 'noSecondGuardianReason' })];
}

/** A field that stands alone. */
function checkField(submission: Submission, path: RootName): Refusal[] {
  const field = DETAIL_FIELDS.find((known) => known.path === path)!;
  const value = submission.details[path] as string | null;
  if (value !== null) return checkFieldValue(field, value, path, {}, submission);
  return field.required ? [refuse('required', { field: path })] : [];
}

/** Every field that a section asks for its kind must be there and right. */
function checkSection(submission: Submission, path: string, section: object | null): Refusal[] {
  const values = { ...section } as Record<string, string | null>;
  return fieldsUnder(path.replace(/\.(FIRST|SECOND)$/, '.*'), values.kind ?? null).flatMap((field) => {
    const place = `${path}.${field.name}`;
    const value = values[field.name] ?? null;
    if (value !== null) return checkFieldValue(field, value, place, values, submission);
    return field.required ? [refuse('required', { field: place })] : [];
  });
}
