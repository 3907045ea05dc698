import { fieldAt, type FormField } from '@enrolment/rulebook/details/fields.ts';
import { offeredTo, type Choice } from '@enrolment/rulebook/details/choices.ts';
import { VALUE_KINDS } from '@enrolment/rulebook/details/kinds.ts';
import { labelOfGuardian } from '@enrolment/rulebook/details/words.ts';
import type { FieldInput, TreatedAsLocalGround } from '@enrolment/rulebook/vocabulary.ts';
import type { DetailsFormQuery } from '@enrolment/schema/client';
import type { Fact } from '#lib/components/FactList.svelte';
import { formatFullDay, type Language } from '#lib/format.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { blocksOf, type FormBlock, type Needs } from './form.ts';
import { SECOND, type DetailsValues } from './values.ts';

/** The field that each district has its own list for. */
export const HOME = 'residence.subdistrict';

export type Question = NonNullable<DetailsFormQuery['district']>['questions'][number];
export interface Option {
  value: string;
  label: string;
}

/** The subdistricts that a home can be in, and whether it is in no other. */
export interface Homes {
  options: readonly Option[];
  alone: boolean;
}

/** What the words of a details form depend on: the district's questions, the city's districts, the reader. */
export interface WordSource {
  /** Why the child is treated as local. */
  ground: TreatedAsLocalGround | null;
  questions: readonly Question[];
  districts: readonly Option[];
  homes: Homes;
  language: Language;
}

export interface ReadSection {
  block: FormBlock['block'] | 'QUESTIONS';
  facts: Fact[];
}

/** A field's label, with the person to whom it belongs. */
export function labelAt(path: string, values: DetailsValues, { questions, language }: WordSource): string {
  if (path === SECOND) return m.details_second_there();
  const question = questions.find(({ key }) => path === `answers.${key}`);
  if (question) return question.label;
  const field = fieldAt(path, kindAt(path, values));
  if (!field) return path;
  if (!field.path.includes('*')) return field.label[language];
  return labelOfGuardian(path.includes('.FIRST.') ? 'FIRST' : 'SECOND', field.label, language);
}

/** A field's value in words. */
export function wordsAt(path: string, value: string, source: WordSource): string {
  if (!value) return m.details_blank();
  if (path === SECOND) return value === 'yes' ? m.details_second_yes() : m.details_second_no();
  const question = source.questions.find(({ key }) => path === `answers.${key}`);
  const field = question ? null : fieldAt(path, null);
  const choices = question ? choicesOfQuestion(question, source) : field ? choicesOf(field, source) : [];
  const chosen = choices.find((choice) => choice.value === value);
  if (chosen) return chosen.label;
  const day = (question?.kind ?? field?.input) === 'DATE' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  return day ? formatFullDay(value, source.language) : value;
}

export function choicesOf({ path, input, choices }: FormField, source: WordSource): readonly Option[] {
  if (path === HOME) return source.homes.options;
  if (input === 'DISTRICT') return source.districts;
  return ownChoices(input, source) ?? inLanguage(offeredTo(choices ?? [], source.ground), source);
}

export const choicesOfQuestion = ({ kind, options }: Question, source: WordSource): readonly Option[] =>
  ownChoices(kind, source) ?? options ?? [];

/** The choices that a kind of value brings along, such as yes and no. */
function ownChoices(input: FieldInput, source: WordSource): readonly Option[] | null {
  const { offers } = VALUE_KINDS[input];
  return offers ? inLanguage(offers, source) : null;
}

const inLanguage = (choices: readonly Choice[], { language }: WordSource): readonly Option[] =>
  choices.map(({ value, label }) => ({ value, label: label[language] }));

/** Everything that is asked and was filled in, to be read once more. */
export function readableDetails(needs: Needs, values: DetailsValues, source: WordSource): ReadSection[] {
  const fact = (path: string): Fact[] => {
    const value = values[path] ?? '';
    return value ? [{ term: labelAt(path, values, source), value: wordsAt(path, value, source) }] : [];
  };
  const common = blocksOf(needs, values).map(({ block, parts }) => ({
    block,
    facts: [
      ...(block === 'GUARDIANS' ? fact(SECOND) : []),
      ...parts.flatMap(({ fields }) => fields.flatMap(({ path }) => fact(path))),
    ],
  }));
  const own = {
    block: 'QUESTIONS' as const,
    facts: source.questions.flatMap(({ key }) => fact(`answers.${key}`)),
  };
  return [...common, own].filter(({ facts }) => facts.length > 0);
}

/** The kind that was chosen for a path's section. */
const kindAt = (path: string, values: DetailsValues) =>
  values[`${path.slice(0, path.lastIndexOf('.'))}.kind`] ?? null;
