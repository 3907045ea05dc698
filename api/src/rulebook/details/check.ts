import { checkAnswers, checkFieldValue, type Question } from './values.js';
import { DETAIL_FIELDS, fieldsUnder, longestAt, placeInForm } from './fields.js';
import { blockOf, DETAIL_ROOTS, pathsOf, type Details } from './details.js';
import { refuse, type Refusal } from '../refusal.js';
import { RULES } from '../rules.js';
import { invisibleCharacter, quote } from '../text.js';
import { GUARDIAN_ROLES, type DetailBlock, type GuardianRole, type Need } from '../../vocabulary.js';

/** The blocks of the common form; a district's questions say each for itself whether they are required. */
export type CommonBlock = Exclude<DetailBlock, 'QUESTIONS'>;

/** What a draft is measured by: which blocks this service, district and ground ask, and the district's own questions. */
export interface DraftFacts {
  readonly needs: Readonly<Record<CommonBlock, Need>>;
  readonly questions: readonly Question[];
}

/** What a submission is measured by besides. */
export interface DetailsFacts extends DraftFacts {
  readonly districts: ReadonlySet<string>;
  readonly child: { readonly documentNumber: string };
  readonly firstGuardian: { readonly documentType: string; readonly documentNumber: string };
}

/**
 * Why a draft cannot be kept. It keeps what was typed, half or wrong as it may be, words that are no choice included;
 * it does not take what is endless, what cannot be seen, and what nobody asked (材料非必要不提供、信息非必要不采集).
 */
export function checkDraft(details: Details, facts: DraftFacts): Refusal[] {
  const questions = new Set(facts.questions.map(({ key }) => key));
  const unasked = new Set<string>(DETAIL_ROOTS.filter((root) => isUnasked(root, details, facts)));
  return told([
    ...[...unasked].map((root) => refuse('notAsked', { field: root })),
    ...(['employments', 'residencePermits'] as const)
      .filter((root) => details[root].length > RULES.tooManyEntries.limit)
      .map((root) => refuse('tooManyEntries', { field: root })),
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
  if ([...value].length > longest) return [refuse('textTooLong', { field: path, params: { most: longest } })];
  const character = invisibleCharacter(value);
  return character === null ? [] : [refuse('textInvisible', { field: path, params: { character } })];
}

/** Every rule that details break when they are submitted, in the order of the form. */
export function checkDetails(details: Details, facts: DetailsFacts, now: Date): Refusal[] {
  const unkept = checkDraft(details, facts);
  const spoiled = new Set(unkept.map(({ field }) => field));
  const blocks = (Object.keys(BLOCKS) as CommonBlock[]).filter((block) => {
    const begun = DETAIL_ROOTS.some((root) => blockOf(root) === block && isGiven(details[root]));
    return facts.needs[block] === 'REQUIRED' || (facts.needs[block] === 'OPTIONAL' && begun);
  });
  const broken = [
    ...blocks.flatMap((block) => BLOCKS[block]({ details, facts, now })),
    ...checkAnswers(details.answers, facts.questions),
  ];
  return told([...unkept, ...broken.filter(({ field }) => !spoiled.has(field))]);
}

/** In the order of the form, and once where an entry was given twice. */
function told(refusals: readonly Refusal[]): Refusal[] {
  const once = new Map(refusals.map((refusal) => [`${refusal.rule} ${refusal.field}`, refusal]));
  return [...once.values()].toSorted((a, b) => placeInForm(a.field ?? '') - placeInForm(b.field ?? ''));
}

export interface Submission {
  readonly details: Details;
  readonly facts: DetailsFacts;
  readonly now: Date;
}

const BLOCKS: Readonly<Record<CommonBlock, (submission: Submission) => Refusal[]>> = {
  CHILD: (submission) => checkField(submission, 'ethnicity'),
  HOUSEHOLD: (submission) => checkSection(submission, 'household', submission.details.household),
  RESIDENCE: (submission) => checkSection(submission, 'residence', submission.details.residence),
  GUARDIANS: checkGuardians,
  EMPLOYMENT: (submission) =>
    submission.details.employments.length === 0
      ? [refuse('employmentMissing', { field: 'employments.FIRST.kind' })]
      : GUARDIAN_ROLES.flatMap((role) => checkEntry(submission, 'employments', role, false)),
  RESIDENCE_PERMIT: (submission) =>
    GUARDIAN_ROLES.flatMap((role) =>
      checkEntry(submission, 'residencePermits', role, needsPermit(submission, role)),
    ),
};

/** Holders of other documents have no Beijing residence permit; who has Beijing hukou fills in another service. */
function needsPermit({ details, facts }: Submission, role: GuardianRole): boolean {
  const guardian = role === 'FIRST' ? facts.firstGuardian : details.secondGuardian;
  return facts.needs.RESIDENCE_PERMIT === 'REQUIRED' && guardian?.documentType === 'RESIDENT_ID';
}

/** The entry of one guardian in a list that has one of each at most. */
function checkEntry(
  submission: Submission,
  list: 'employments' | 'residencePermits',
  role: GuardianRole,
  required: boolean,
): Refusal[] {
  const entries: readonly { guardian: GuardianRole }[] = submission.details[list];
  const [entry, another] = entries.filter(({ guardian }) => guardian === role);
  if (another) return [refuse('entryTwice', { field: `${list}.${role}` })];
  return entry || required ? checkSection(submission, `${list}.${role}`, entry ?? null) : [];
}

/** The second legal guardian, or why there is none: one of the two. */
function checkGuardians(submission: Submission): Refusal[] {
  const { secondGuardian, noSecondGuardianReason } = submission.details;
  const both = secondGuardian !== null && noSecondGuardianReason !== null;
  const neither = secondGuardian === null && noSecondGuardianReason === null;
  return [
    ...checkField(submission, 'firstGuardianRelation'),
    ...(secondGuardian ? checkSection(submission, 'secondGuardian', secondGuardian) : []),
    ...(neither ? [refuse('secondGuardianMissing', { field: 'secondGuardian' })] : []),
    ...(both ? [refuse('secondGuardianAndReason', { field: 'noSecondGuardianReason' })] : []),
  ];
}

/** A field that stands alone. */
function checkField(submission: Submission, path: 'ethnicity' | 'firstGuardianRelation'): Refusal[] {
  const field = DETAIL_FIELDS.find((known) => known.path === path)!;
  const value = submission.details[path];
  return value === null
    ? [refuse('required', { field: path })]
    : checkFieldValue(field, value, path, {}, submission);
}

/** Every field that a section asks for its kind: there, and right. */
function checkSection(submission: Submission, path: string, section: object | null): Refusal[] {
  const values = { ...section } as Record<string, string | null>;
  return fieldsUnder(path.replace(/\.(FIRST|SECOND)$/, '.*'), values.kind ?? null).flatMap((field) => {
    const name = field.path.slice(field.path.lastIndexOf('.') + 1);
    const value = values[name] ?? null;
    if (value !== null) return checkFieldValue(field, value, `${path}.${name}`, values, submission);
    return field.required ? [refuse('required', { field: `${path}.${name}` })] : [];
  });
}
