import { businessDay, isCalendarDate } from '../calendar.js';
import { checkCertificate } from '../certificate.js';
import { checkChoice } from '../choice.js';
import { checkCreditCode } from '../credit-code.js';
import type { Submission } from './check.js';
import type { FormField } from './fields.js';
import type { DistrictAnswerDetails } from './details.js';
import { checkDocument } from '../document.js';
import { checkName } from '../name.js';
import { checkPhone } from '../phone.js';
import { refuse, type Refusal } from '../refusal.js';
import { quote } from '../text.js';
import type { QuestionKind } from '../../vocabulary.js';

/** The other fields of the same section. */
type Section = Readonly<Record<string, string | null>>;
type Check = (value: string, path: string, section: Section, submission: Submission) => Refusal[];

/** A value that is there is one that it can be. */
export function checkFieldValue(
  field: FormField,
  value: string,
  path: string,
  section: Section,
  submission: Submission,
): Refusal[] {
  const { choices } = field;
  if (choices) return checkChoice(value, (word) => choices.some((choice) => choice.value === word), path);
  if (field.input === 'DATE' && !isCalendarDate(value)) return [noSuchDay(value, path)];
  return CHECKS[field.path]?.(value, path, section, submission) ?? [];
}

const noSuchDay = (value: string, field: string) =>
  refuse('dateFormat', { field, params: { value: quote(value) } });

const CHECKS: Readonly<Record<string, Check>> = {
  'household.headName': (value, path, { kind }) => (kind === 'COLLECTIVE' ? [] : checkName(value, path)),
  'residence.certificateNumber': (value, path, { kind }) => checkCertificate(kind ?? '', value, path),
  'residence.leaseTo': checkLeaseEnd,
  'secondGuardian.name': (value, path) => checkName(value, path),
  'secondGuardian.documentNumber': checkSecondDocument,
  'secondGuardian.phone': (value, path) => checkPhone(value, path),
  'employments.*.employerCreditCode': (value, path) => checkCreditCode(value, path),
  'employments.*.insuredDistrict': (value, path, _, { facts }) =>
    checkChoice(value, (code) => facts.districts.has(code), path),
  'residencePermits.*.number': (value, path) =>
    /^[\p{L}\d()-]{6,40}$/u.test(value) && /\d{4}/.test(value)
      ? []
      : [refuse('permitNumberFormat', { field: path })],
  // Valid to the end of its last day; one that ends during the review is told as advice.
  'residencePermits.*.validUntil': (value, path, _, { now }) =>
    value < businessDay(now) ? [refuse('permitExpired', { field: path, params: { day: value } })] : [],
};

function checkLeaseEnd(
  leaseTo: string,
  path: string,
  { leaseFrom }: Section,
  { now }: Submission,
): Refusal[] {
  if (leaseFrom != null && isCalendarDate(leaseFrom) && leaseTo < leaseFrom) {
    return [refuse('leaseEndsBeforeStart', { field: path, params: { day: leaseFrom } })];
  }
  return leaseTo < businessDay(now) ? [refuse('leaseOver', { field: path, params: { day: leaseTo } })] : [];
}

/** The second guardian is another person than the first one and the child. */
function checkSecondDocument(
  number: string,
  path: string,
  { documentType }: Section,
  { facts }: Submission,
): Refusal[] {
  // Without a kind of document, which is asked for beside it, the number cannot be judged.
  if (documentType == null) return [];
  const misshapen = checkDocument(documentType, number, path).filter(({ field }) => field === path);
  if (misshapen.length > 0) return misshapen;
  if (number === facts.child.documentNumber) return [refuse('guardianIsChild', { field: path })];
  return number === facts.firstGuardian.documentNumber ? [refuse('guardiansTheSame', { field: path })] : [];
}

/** A question that one district asks on top of the common form. */
export interface Question {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly required: boolean;
  readonly choices: readonly string[] | null;
}

/** The district's own questions: what is required is answered, and each answer is of the question's kind. */
export function checkAnswers(
  answers: readonly DistrictAnswerDetails[],
  questions: readonly Question[],
): Refusal[] {
  return questions.flatMap((question) => {
    const field = `answers.${question.key}`;
    const [answer, another] = answers.filter(({ key }) => key === question.key);
    if (another) return [refuse('entryTwice', { field })];
    if (!answer) return question.required ? [refuse('required', { field })] : [];
    return ANSWERS[question.kind](answer.value, field, question.choices ?? []);
  });
}

const ANSWERS: Readonly<
  Record<QuestionKind, (value: string, field: string, choices: readonly string[]) => Refusal[]>
> = {
  TEXT: () => [],
  CHOICE: (value, field, choices) => checkChoice(value, (word) => choices.includes(word), field),
  DATE: (value, field) => (isCalendarDate(value) ? [] : [noSuchDay(value, field)]),
  NUMBER: (value, field) =>
    /^-?\d{1,9}(\.\d{1,4})?$/.test(value) ? [] : [refuse('numberFormat', { field })],
  BOOLEAN: (value, field) => checkChoice(value, (word) => word === 'true' || word === 'false', field),
};
