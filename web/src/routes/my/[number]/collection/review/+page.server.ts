import { fail, redirect } from '@sveltejs/kit';
import { STATEMENT_LENGTH } from '@enrolment/api/rulebook/review.ts';
import { AppealDocument, RecordReviewDocument } from '@enrolment/schema/client';
import { submit } from '#lib/api/client.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { loadRecordBy } from '#lib/record/load.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => ({
  ...(await loadRecordBy(event, RecordReviewDocument, event.params.number, m.review_title(), {
    collection: true,
  })),
  statementLimit: STATEMENT_LENGTH,
});

export const actions: Actions = {
  appeal: async (event) => {
    const { number } = event.params;
    const statement = String((await event.request.formData()).get('statement') ?? '');
    const sent = await submit(event, AppealDocument, { number, statement });
    if (!sent.ok) return fail(sent.status, { statement, trouble: sent.trouble, incident: sent.incident });
    const result = sent.data.appeal;
    if (result.__typename === 'Refused') return fail(422, { statement, refusals: result.refusals });
    redirect(303, event.url.pathname);
  },
};
