import { redirect } from '@sveltejs/kit';
import { EVIDENCE_LENGTH, REQUESTABLE } from '@enrolment/rulebook/correction-request.ts';
import {
  CorrectionRequestDocument,
  RequestCorrectionDocument,
  TakeBackCorrectionRequestDocument,
} from '@enrolment/schema/client';
import { inputOf, typedIn } from '#lib/correction/typed.ts';
import { textIn } from '#lib/form-text.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { loadRecordBy } from '#lib/record/load.ts';
import { act } from '#lib/server/act.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => ({
  ...(await loadRecordBy(event, CorrectionRequestDocument, event.params.number, m.correction_title())),
  limit: EVIDENCE_LENGTH,
  done: (['sent', 'back'] as const).find((one) => event.url.searchParams.has(one)) ?? null,
});

export const actions: Actions = {
  request: async (event) => {
    const form = await event.request.formData();
    const typed = typedIn(form, REQUESTABLE);
    const evidence = textIn(form, 'evidence');
    const asked = { number: event.params.number, input: inputOf(typed), evidence };
    const requested = await act(event, RequestCorrectionDocument, asked, { typed, evidence });
    if (!requested.ok) return requested.failure;
    redirect(303, `${event.url.pathname}?sent`);
  },
  takeBack: async (event) => {
    const taken = await act(event, TakeBackCorrectionRequestDocument, { number: event.params.number });
    if (!taken.ok) return taken.failure;
    redirect(303, `${event.url.pathname}?back`);
  },
};
