import { RecordConsentsDocument, RecordExportDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { readTicket } from '#lib/record/export-ticket.ts';
import { loadRecordBy } from '#lib/record/load.ts';
import { requireOwnAccount } from '#lib/server/desk.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  requireOwnAccount(event);
  const { number } = event.params;
  const frame = await loadRecordBy(event, RecordConsentsDocument, number, m.data_title());
  const { childName, crumbs, back, record } = frame;
  const page = { childName, crumbs, back, number };
  if (record.viewerRelation !== 'REGISTRANT') return { ...page, copy: null, districts: [] };
  const ticket = readTicket(event.cookies);
  const { recordExport: copy, districts } = await request(event, RecordExportDocument, { number, ticket });
  return { ...page, copy, districts };
};
