import { fieldAt, type FormField } from '@enrolment/api/rulebook/details/fields.ts';
import type { DetailsFormQuery } from '@enrolment/schema/client';
import type { Fact } from '#lib/components/FactList.svelte';
import { formatFullDay, type Language } from '#lib/format.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { blocksOf, type FormBlock, type Needs } from './form.ts';
import { SECOND, type DetailsValues } from './values.ts';

export type Question = NonNullable<DetailsFormQuery['district']>['questions'][number];
export interface Option {
  value: string;
  label: string;
}

/** What the words of a details form depend on: the district's questions, the city's districts, the reader. */
export interface WordSource {
  questions: readonly Question[];
  districts: readonly Option[];
  language: Language;
}

export interface ReadSection {
  block: FormBlock['block'] | 'QUESTIONS';
  facts: Fact[];
}

/** What a field is called, with whose it is. */
export function labelAt(path: string, values: DetailsValues, { questions, language }: WordSource): string {
  if (path === SECOND) return m.details_second_there();
  const question = questions.find(({ key }) => path === `answers.${key}`);
  if (question) return question.label;
  const field = fieldAt(path, kindAt(path, values));
  if (!field) return path;
  const label = field.label[language];
  if (!field.path.includes('*')) return label;
  const who = path.includes('.FIRST.') ? m.details_first() : m.details_second();
  return m.details_whose({ who, label });
}

/** What stands in a field, as people read it. */
export function wordsAt(path: string, value: string, source: WordSource): string {
  if (!value) return m.details_blank();
  if (path === SECOND) return value === 'yes' ? m.details_second_yes() : m.details_second_no();
  const question = source.questions.find(({ key }) => path === `answers.${key}`);
  const field = question ? null : fieldAt(path, null);
  const choices = question ? choicesOfQuestion(question) : field ? choicesOf(field, source) : [];
  const chosen = choices.find((choice) => choice.value === value);
  if (chosen) return chosen.label;
  const day = (question?.kind ?? field?.input) === 'DATE' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  return day ? formatFullDay(value, source.language) : value;
}

export function choicesOf(field: FormField, { districts, language }: WordSource): readonly Option[] {
  if (field.input === 'DISTRICT') return districts;
  return (field.choices ?? []).map(({ value, label }) => ({ value, label: label[language] }));
}

export function choicesOfQuestion({ kind, options }: Question): readonly Option[] {
  if (kind === 'BOOLEAN') {
    return [
      { value: 'true', label: m.details_yes() },
      { value: 'false', label: m.details_no() },
    ];
  }
  return options ?? [];
}

/** Everything that was filled in and is asked, to be read once more. */
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

/** What was chosen as the kind of the section in which a path stands. */
const kindAt = (path: string, values: DetailsValues) =>
  values[`${path.slice(0, path.lastIndexOf('.'))}.kind`] ?? null;
