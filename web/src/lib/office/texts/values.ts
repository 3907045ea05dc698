import type { ReturnTextInput, ReturnTextShownFragment } from '@enrolment/schema/client';
import { textIn } from '#lib/form-text.ts';

/** The fields of a text as they are typed; empty where there is nothing. */
export const FIELDS = ['name', 'nameEn', 'reason', 'reasonEn', 'remedy', 'remedyEn'] as const;
export type Values = Record<(typeof FIELDS)[number], string>;

export const valuesIn = (form: FormData): Values =>
  Object.fromEntries(FIELDS.map((field) => [field, textIn(form, field)])) as Values;

export const valuesOf = (text: ReturnTextShownFragment | null): Values =>
  Object.fromEntries(FIELDS.map((field) => [field, text?.[field] ?? ''])) as Values;

export const inputOf = ({ name, nameEn, reason, reasonEn, remedy, remedyEn }: Values): ReturnTextInput => ({
  name,
  nameEn: nameEn || null,
  reason,
  reasonEn: reasonEn || null,
  remedy: remedy || null,
  remedyEn: remedyEn || null,
});

/** Without the spaces at the ends, which nobody reads. */
export const trimmed = (values: Values): Values =>
  Object.fromEntries(FIELDS.map((field) => [field, values[field].trim()])) as Values;
