import { error } from '@sveltejs/kit';
import { CORRECTABLE } from '@enrolment/rulebook/correction.ts';
import { maskName } from '@enrolment/rulebook/masking.ts';
import { CorrectRegistrationDocument, OfficeRecordDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { inputOf, typedIn } from '#lib/correction/typed.ts';
import { revisionIn, textIn } from '#lib/form-text.ts';
import { act } from '#lib/server/act.ts';
import { backToRecord } from '#lib/server/decide.ts';
import { requireAction } from '#lib/server/office.ts';
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

export const actions: Actions = {
  default: async (event) => {
    requireAction(event, 'SEE_WHOLE_NUMBERS');
    const form = await event.request.formData();
    const { number } = event.params;
    const reason = textIn(form, 'reason').trim();
    const typed = typedIn(form, CORRECTABLE);
    const asked = { number, input: inputOf(typed), reason, revision: revisionIn(form) };
    const corrected = await act(event, CorrectRegistrationDocument, asked, { typed, reason });
    return corrected.ok ? backToRecord(event, 'CORRECTED') : corrected.failure;
  },
};
