import { isCalendarDate } from '../calendar.js';
import { checkChoice } from '../choice.js';
import { refuse, type Refusal } from '../refusal.js';
import { quote } from '../text.js';
import type { FieldInput } from '../vocabulary.js';
import type { Choice } from './choices.js';

/** A way in which a value is given, in the common form and in a district's own questions alike. */
interface ValueKind {
  /** How a page asks for it. */
  readonly control: 'TEXT' | 'CHOICE' | 'DATE';
  /** The choices that it offers in every field. */
  readonly offers?: readonly Choice[];
  readonly check: (value: string, path: string, isOffered: (value: string) => boolean) => Refusal[];
}

const YES_OR_NO: readonly Choice[] = [
  { value: 'true', label: { 'zh-CN': '是', en: 'Yes' } },
  { value: 'false', label: { 'zh-CN': '否', en: 'No' } },
];

const checkOffered: ValueKind['check'] = (value, path, isOffered) => checkChoice(value, isOffered, path);

export const VALUE_KINDS: Readonly<Record<FieldInput, ValueKind>> = {
  TEXT: { control: 'TEXT', check: () => [] },
  CHOICE: { control: 'CHOICE', check: checkOffered },
  DISTRICT: { control: 'CHOICE', check: checkOffered },
  BOOLEAN: { control: 'CHOICE', offers: YES_OR_NO, check: checkOffered },
  DATE: {
    control: 'DATE',
    check: (value, path) =>
      isCalendarDate(value) ? [] : [refuse('dateFormat', { field: path, params: { value: quote(value) } })],
  },
  NUMBER: {
    control: 'TEXT',
    check: (value, path) =>
      /^-?\d{1,9}(\.\d{1,4})?$/.test(value) ? [] : [refuse('numberFormat', { field: path })],
  },
};
