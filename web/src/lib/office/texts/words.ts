import { m } from '#lib/i18n/messages/messages.js';
import type { Values } from './values.ts';

export const labelsOf = (): Record<keyof Values, string> => ({
  name: m.office_text_name(),
  nameEn: m.office_text_name_en(),
  reason: m.office_text_reason(),
  reasonEn: m.office_text_reason_en(),
  remedy: m.office_text_remedy(),
  remedyEn: m.office_text_remedy_en(),
});

/** Which fields have no English. */
export const missingInWords = (fields: readonly string[]): string =>
  fields.map((field) => labelsOf()[field as keyof Values] ?? field).join(m.office_text_and());
