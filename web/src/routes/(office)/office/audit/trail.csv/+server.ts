import { error } from '@sveltejs/kit';
import { AuditTrailDocument, type AuditTrailQuery } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { formatMoment } from '#lib/format.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { filterOf, readAsked } from '#lib/office/audit/asked.ts';
import { toCsv } from '#lib/office/sheet.ts';
import { download } from '#lib/server/download.ts';
import { requireAction } from '#lib/server/office.ts';
import type { RequestHandler } from './$types.js';

/** So many entries at most; the last line says that there are more. */
const MOST = 5_000;

/** The entries that the page lists, one in a line. Nobody's name or document number is in them. */
export const GET: RequestHandler = async (event) => {
  const { place } = requireAction(event, 'READ_AUDIT_TRAIL');
  const asked = readAsked(event.url.searchParams);
  if (event.url.searchParams.get('number')?.trim() && asked.number === null) error(404, 'Not found');
  const rows: string[][] = [];
  for (let after: string | null = null; ;) {
    const { auditTrail }: AuditTrailQuery = await request(event, AuditTrailDocument, {
      number: asked.number,
      filter: filterOf(asked, place),
      first: 100,
      after,
    });
    for (const { node } of auditTrail.edges) {
      rows.push([
        formatMoment(node.at, getLocale()),
        node.actor,
        node.actorId ?? '',
        node.action,
        node.summary,
        node.record ?? '',
        node.detail ?? '',
      ]);
    }
    after = auditTrail.pageInfo.endCursor ?? null;
    if (!auditTrail.pageInfo.hasNextPage) break;
    if (rows.length < MOST) continue;
    rows.push([m.office_audit_more_rows({ n: MOST.toLocaleString('en') })]);
    break;
  }
  const columns = [
    m.office_audit_when(),
    m.office_audit_office(),
    m.office_audit_person(),
    m.office_audit_code(),
    m.office_audit_what(),
    m.office_audit_record(),
    m.office_audit_detail(),
  ];
  const name = `attachment; filename="audit-${place.key}.csv"`;
  return download(toCsv({ columns, rows }, ''), 'text/csv; charset=utf-8', name);
};
