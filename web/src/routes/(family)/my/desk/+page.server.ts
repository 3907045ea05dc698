import { redirect } from '@sveltejs/kit';
import { RecordsToTakeOverDocument, TakeOverRecordDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { textIn } from '#lib/form-text.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { act } from '#lib/server/act.ts';
import { requireSession } from '#lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** What the desk has registered for whoever signs in with the guardian's document. */
export const load: PageServerLoad = async (event) => {
  requireSession(event);
  const { recordsToTakeOver } = await request(event, RecordsToTakeOverDocument, {});
  if (recordsToTakeOver.length === 0) redirect(303, '/my');
  return {
    records: recordsToTakeOver,
    crumbs: [{ label: m.my_title(), href: '/my' }, { label: m.desk_title() }],
    back: '/my',
  };
};

export const actions: Actions = {
  default: async (event) => {
    requireSession(event);
    const number = textIn(await event.request.formData(), 'number');
    const taken = await act(event, TakeOverRecordDocument, { number });
    if (!taken.ok) return taken.failure;
    redirect(303, `/my/${taken.result.number}`);
  },
};
