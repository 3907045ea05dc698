import type { Correctable } from '@enrolment/rulebook/correction.ts';
import type { CorrectionInput } from '@enrolment/schema/client';
import { readDate } from '#lib/date-parts.ts';
import { textIn } from '#lib/form-text.ts';
import { toDate } from '#lib/registration/values.ts';

/** What was typed into the fields of a correction, as it is shown again. */
export const typedIn = <Field extends Correctable>(form: FormData, fields: readonly Field[]) =>
  Object.fromEntries(
    fields.map((field) => [
      field,
      field === 'birthDate' ? readDate(form, field) : textIn(form, field).trim(),
    ]),
  ) as Record<Field, string>;

/** What is sent of it: what is left empty stays as it is, and a hukou is emptied by its own choice. */
export const inputOf = <Field extends Correctable>(typed: Record<Field, string>) =>
  Object.fromEntries(
    Object.entries<string>(typed).flatMap(([field, value]) =>
      value === '' ? [] : [[field, sent(field, value)]],
    ),
  ) as Pick<CorrectionInput, Field>;

function sent(field: string, value: string): string {
  if (field === 'birthDate') return toDate(value);
  return field.startsWith('hukou') && value === NO_HUKOU ? '' : value;
}

export const NO_HUKOU = 'NONE';
