import type { Language } from '../refusal.js';
import type { GuardianRole } from '../vocabulary.js';
import type { Choice, Text } from './choices.js';
import type { DetailField } from './field.js';
import { VALUE_KINDS } from './kinds.js';

/** What the districts are called, by their entry codes. */
export type DistrictNames = ReadonlyMap<string, string>;

/** A value of a field as people read it: codes become words. */
export function inWords(
  { input, choices }: Pick<DetailField, 'input' | 'choices'>,
  value: string,
  language: Language,
  districts: DistrictNames,
): string {
  if (input === 'DISTRICT') return districts.get(value) ?? value;
  return labelOf(VALUE_KINDS[input].offers ?? choices ?? [], value)?.[language] ?? value;
}

/** What a field is called in a section that each guardian has. */
export const labelOfGuardian = (guardian: GuardianRole, label: Text, language: Language): string =>
  WHOSE[guardian][language] + label[language];

const WHOSE: Readonly<Record<GuardianRole, Text>> = {
  FIRST: { 'zh-CN': '监护人（一）', en: 'Guardian (1): ' },
  SECOND: { 'zh-CN': '监护人（二）', en: 'Guardian (2): ' },
};

const labelOf = (offered: readonly Choice[], value: string): Text | undefined =>
  offered.find((choice) => choice.value === value)?.label;
