import { error } from '@sveltejs/kit';
import { maskName } from '@enrolment/rulebook/masking.ts';
import {
  ConfirmResultCorrectionDocument,
  CorrectResultDocument,
  DeclineResultCorrectionDocument,
  OfficeRecordDocument,
  SchoolsDocument,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { textIn } from '#lib/form-text.ts';
import { act } from '#lib/server/act.ts';
import { redirectWithin, requireAction } from '#lib/server/office.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
  requireAction(event, 'CORRECT_RESULT');
  const { number } = event.params;
  if (!/^\d{14}$/.test(number)) error(404, 'Not found');
  const { collectionRecord: record } = await request(event, OfficeRecordDocument, { number });
  if (!record?.admissionResult) error(404, 'Not found');
  const { admissionResult: result, resultCorrection: correction } = record;
  const { schools } = await request(event, SchoolsDocument, { district: record.district.code });
  return {
    number,
    result,
    correction,
    schools: schools.map(({ code, name }) => ({ value: code, label: name })),
    maskedName: maskName(record.child.name),
    done: event.url.searchParams.get('done'),
  };
};

const back = (event: RequestEvent, done: string): never =>
  redirectWithin(event, `/office/records/${event.params.number}/result`, { done });

export const actions: Actions = {
  propose: async (event) => {
    requireAction(event, 'CORRECT_RESULT');
    const form = await event.request.formData();
    const outcome = (['ADMITTED', 'NOT_ADMITTED'] as const).find((one) => one === textIn(form, 'outcome'));
    const typed = {
      outcome: outcome ?? '',
      note: textIn(form, 'note').trim(),
      school: textIn(form, 'school'),
      reason: textIn(form, 'reason').trim(),
    };
    if (!outcome) error(400, 'Bad Request');
    const asked = {
      number: event.params.number,
      outcome,
      note: typed.note || null,
      // Whoever is refused has no other school; the one that stands here is left as it was.
      school: outcome === 'ADMITTED' ? typed.school || null : null,
      reason: typed.reason,
    };
    const proposed = await act(event, CorrectResultDocument, asked, { typed });
    return proposed.ok ? back(event, 'proposed') : proposed.failure;
  },
  confirm: async (event) => {
    requireAction(event, 'CORRECT_RESULT');
    const correction = textIn(await event.request.formData(), 'correction');
    const confirmed = await act(event, ConfirmResultCorrectionDocument, { correction });
    return confirmed.ok ? back(event, 'confirmed') : confirmed.failure;
  },
  decline: async (event) => {
    requireAction(event, 'CORRECT_RESULT');
    const correction = textIn(await event.request.formData(), 'correction');
    const declined = await act(event, DeclineResultCorrectionDocument, { correction });
    return declined.ok ? back(event, 'declined') : declined.failure;
  },
};
