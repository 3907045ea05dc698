import { error, redirect } from '@sveltejs/kit';
import {
  ConfirmExportDocument,
  RecordConsentsDocument,
  RequestExportCodeDocument,
} from '@enrolment/schema/client';
import { m } from '#lib/i18n/messages/messages.js';
import { writeTicket } from '#lib/record/export-ticket.ts';
import { loadRecordBy } from '#lib/record/load.ts';
import { act, readText } from '#lib/server/act.ts';
import { requireOwnAccount } from '#lib/server/desk.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  requireOwnAccount(event);
  const { number } = event.params;
  const frame = await loadRecordBy(event, RecordConsentsDocument, number, m.data_confirm_title());
  const { childName, crumbs, record } = frame;
  if (record.viewerRelation !== 'REGISTRANT') error(404, 'Not found');
  return { childName, crumbs, back: `/my/${number}/data`, number };
};

export const actions: Actions = {
  code: async (event) => {
    const { number } = event.params;
    const asked = await act(event, RequestExportCodeDocument, { number });
    return asked.ok ? { sent: asked.result } : asked.failure;
  },
  confirm: async (event) => {
    const { number } = event.params;
    const smsCode = await readText(event, 'smsCode');
    const confirmed = await act(event, ConfirmExportDocument, { number, smsCode });
    if (!confirmed.ok) return confirmed.failure;
    writeTicket(event.cookies, number, confirmed.result);
    redirect(303, `/my/${number}/data`);
  },
};
