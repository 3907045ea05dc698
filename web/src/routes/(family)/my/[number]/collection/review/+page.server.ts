import { redirect } from '@sveltejs/kit';
import { STATEMENT_LENGTH } from '@enrolment/rulebook/review.ts';
import { AppealDocument, RecordReviewDocument } from '@enrolment/schema/client';
import { m } from '#lib/i18n/messages/messages.js';
import { loadRecordBy } from '#lib/record/load.ts';
import { act, readText } from '#lib/server/act.ts';
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
    const statement = await readText(event, 'statement');
    const appealed = await act(event, AppealDocument, { number, statement }, { statement });
    if (!appealed.ok) return appealed.failure;
    redirect(303, event.url.pathname);
  },
};
