import { error } from '@sveltejs/kit';
import { RecordExportDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { readTicket } from '#lib/record/export-ticket.ts';
import { requireOwnAccount } from '#lib/server/desk.ts';
import { download } from '#lib/server/download.ts';
import { requireSession } from '#lib/server/session.ts';
import type { RequestHandler } from './$types.js';

/** The same copy, for machines. */
export const GET: RequestHandler = async (event) => {
  requireSession(event);
  requireOwnAccount(event);
  const { number } = event.params;
  if (!/^\d{14}$/.test(number)) error(404, 'Not found');
  const ticket = readTicket(event.cookies);
  const { recordExport } = await request(event, RecordExportDocument, { number, ticket });
  return download(
    `${JSON.stringify(recordExport, null, 2)}\n`,
    'application/json; charset=utf-8',
    `attachment; filename="collection-record-${number}.json"`,
  );
};
