import type { Choice } from '@enrolment/rulebook/details/choices.js';
import { inWords } from '@enrolment/rulebook/details/words.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import type { DistrictQuestion } from './district.entity.js';

export const questionLabel = ({ label, labelEn }: DistrictQuestion, language: Language): string =>
  language === 'en' ? labelEn : label;

/** What a CHOICE offers: the value that an answer has, whoever reads, and how it is shown. */
export const optionsOf = ({ choices, choicesEn }: DistrictQuestion): Choice[] | null =>
  choices?.map((value, index) => ({ value, label: { 'zh-CN': value, en: choicesEn![index]! } })) ?? null;

/** An answer as it is shown: values that stand for something become words. */
export const answerInWords = (question: DistrictQuestion, value: string, language: Language): string =>
  inWords({ input: question.kind, choices: optionsOf(question) }, value, language, NO_DISTRICTS);

const NO_DISTRICTS = new Map<string, string>();
