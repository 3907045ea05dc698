import { refuse, type Refusal } from '../refusal.js';
import type { QuestionKind } from '../vocabulary.js';
import type { Submission } from './check.js';
import { offeredTo } from './choices.js';
import type { DistrictAnswerDetails } from './details.js';
import type { DetailField, SectionValues } from './field.js';
import { VALUE_KINDS } from './kinds.js';

/** A value that was given must be one that the field can have, and right. */
export function checkFieldValue(
  field: DetailField,
  value: string,
  path: string,
  section: SectionValues,
  submission: Submission,
): Refusal[] {
  const { districts, ground } = submission.facts;
  const { check, offers = offeredTo(field.choices ?? [], ground) } = VALUE_KINDS[field.input];
  const isOffered = (word: string) =>
    field.input === 'DISTRICT' ? districts.has(word) : offers.some((choice) => choice.value === word);
  const unlike = check(value, path, isOffered);
  return unlike.length > 0 ? unlike : field.check(value, path, section, submission);
}

/** A question that one district asks on top of the common form. */
export interface Question {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly required: boolean;
  readonly choices: readonly string[] | null;
}

/** The district's own questions: each required one must be answered, and each answer must be of the question's kind. */
export function checkAnswers(
  answers: readonly DistrictAnswerDetails[],
  questions: readonly Question[],
): Refusal[] {
  return questions.flatMap(({ key, kind, required, choices }) => {
    const field = `answers.${key}`;
    const [answer, another] = answers.filter((one) => one.key === key);
    if (another) return [refuse('entryTwice', { field })];
    if (!answer) return required ? [refuse('required', { field })] : [];
    const { check, offers } = VALUE_KINDS[kind];
    const offered = offers?.map(({ value }) => value) ?? choices ?? [];
    return check(answer.value, field, (word) => offered.includes(word));
  });
}
