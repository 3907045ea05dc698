import type { Choice, Text } from '../rulebook/details/choices.js';
import type { Language } from '../rulebook/refusal.js';
import type { DistrictQuestion } from './district.entity.js';

const YES_OR_NO: Readonly<Record<string, Text>> = {
  true: { 'zh-CN': '是', en: 'Yes' },
  false: { 'zh-CN': '否', en: 'No' },
};

export const questionLabel = ({ label, labelEn }: DistrictQuestion, language: Language): string =>
  language === 'en' ? labelEn : label;

/** What a CHOICE offers: the value that an answer has, whoever reads, and how it is shown. */
export const optionsOf = ({ choices, choicesEn }: DistrictQuestion): Choice[] | null =>
  choices?.map((value, index) => ({ value, label: { 'zh-CN': value, en: choicesEn![index]! } })) ?? null;

/** An answer as it is shown: values that stand for something become words. */
export function answerInWords(question: DistrictQuestion, value: string, language: Language): string {
  if (question.kind === 'BOOLEAN') return YES_OR_NO[value]?.[language] ?? value;
  return optionsOf(question)?.find((option) => option.value === value)?.label[language] ?? value;
}
