import { error } from '@sveltejs/kit';
import { CORRECTABLE, type Correctable } from '@enrolment/rulebook/correction.ts';
import { maskName } from '@enrolment/rulebook/masking.ts';
import {
  CorrectRegistrationDocument,
  OfficeRecordDocument,
  type CorrectionInput,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { revisionIn, textIn } from '#lib/form-text.ts';
import { act } from '#lib/server/act.ts';
import { backToRecord } from '#lib/server/decide.ts';
import { requireAction } from '#lib/server/office.ts';
import { readDate } from '#lib/date-parts.ts';
import { toDate } from '#lib/registration/values.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  requireAction(event, 'SEE_WHOLE_NUMBERS');
  const { number } = event.params;
  if (!/^\d{14}$/.test(number)) error(404, 'Not found');
  const { collectionRecord: record, districts } = await request(event, OfficeRecordDocument, { number });
  const may = record?.officeActions.find(({ kind }) => kind === 'CORRECT_REGISTRATION');
  if (!record || !may) error(404, 'Not found');
  return { record, districts, may, maskedName: maskName(record.child.name) };
};

/** A hukou is emptied by its own choice. */
function sent(field: string, value: string): string {
  if (field === 'birthDate') return toDate(value);
  return value === 'NONE' ? '' : value;
}

export const actions: Actions = {
  default: async (event) => {
    requireAction(event, 'SEE_WHOLE_NUMBERS');
    const form = await event.request.formData();
    const { number } = event.params;
    const reason = textIn(form, 'reason').trim();
    const typed = Object.fromEntries(
      CORRECTABLE.map((field) => [
        field,
        field === 'birthDate' ? readDate(form, field) : textIn(form, field).trim(),
      ]),
    ) as Record<Correctable, string>;
    // What is left empty stays.
    const input = Object.fromEntries(
      Object.entries(typed).flatMap(([field, value]) => (value === '' ? [] : [[field, sent(field, value)]])),
    ) as CorrectionInput;
    const asked = { number, input, reason, revision: revisionIn(form) };
    const corrected = await act(event, CorrectRegistrationDocument, asked, { typed, reason });
    return corrected.ok ? backToRecord(event, 'CORRECTED') : corrected.failure;
  },
};
