import { error, fail, redirect } from '@sveltejs/kit';
import {
  ConfirmExportDocument,
  RecordConsentsDocument,
  RequestExportCodeDocument,
} from '@enrolment/schema/client';
import { submit } from '#lib/api/client.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { writeTicket } from '#lib/record/export-ticket.ts';
import { loadRecordBy } from '#lib/record/load.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { number } = event.params;
  const frame = await loadRecordBy(event, RecordConsentsDocument, number, m.data_confirm_title());
  const { childName, crumbs, record } = frame;
  if (record.viewerRelation !== 'REGISTRANT') error(404, 'Not found');
  return { childName, crumbs, back: `/my/${number}/data`, number };
};

export const actions: Actions = {
  code: async (event) => {
    const { number } = event.params;
    const sent = await submit(event, RequestExportCodeDocument, { number });
    if (!sent.ok) return fail(sent.status, { trouble: sent.trouble, incident: sent.incident });
    const result = sent.data.requestExportCode;
    return result.__typename === 'Refused' ? fail(422, { refusals: result.refusals }) : { sent: result };
  },
  confirm: async (event) => {
    const { number } = event.params;
    const smsCode = String((await event.request.formData()).get('smsCode') ?? '');
    const sent = await submit(event, ConfirmExportDocument, { number, smsCode });
    if (!sent.ok) return fail(sent.status, { trouble: sent.trouble, incident: sent.incident });
    const result = sent.data.confirmExport;
    if (result.__typename === 'Refused') return fail(422, { refusals: result.refusals });
    writeTicket(event.cookies, number, result);
    redirect(303, `/my/${number}/data`);
  },
};
