import { error } from '@sveltejs/kit';
import { AuditTrailDocument, OfficeClockDocument, type AuditTrailQuery } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { textIn } from '#lib/form-text.ts';
import { formatMoment } from '#lib/format.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { askedIn, filterOf, readAsked } from '#lib/office/audit/asked.ts';
import { requireAction } from '#lib/server/office.ts';
import { sheetFile, takenBy } from '#lib/server/sheet-file.ts';
import type { RequestHandler } from './$types.js';

/** So many entries at most; the last line says that there are more. */
const MOST = 5_000;

/**
 * The entries that the page lists, one in a line, with who took them. Nobody's name or document number is in them. By POST: an
 * account stands in no address.
 */
export const POST: RequestHandler = async (event) => {
  const { place } = requireAction(event, 'READ_AUDIT_TRAIL');
  const form = await event.request.formData();
  const search = askedIn(form);
  const asked = readAsked(search);
  if (search.has('number') && asked.number === null) error(404, 'Not found');
  const { now } = await request(event, OfficeClockDocument, {});
  const filter = { ...filterOf(asked, place), actor: textIn(form, 'actor') || null };
  async function* rows() {
    let written = 0;
    for (let after: string | null = null; ;) {
      const { auditTrail }: AuditTrailQuery = await request(event, AuditTrailDocument, {
        number: asked.number,
        filter,
        first: 100,
        after,
      });
      yield auditTrail.edges.map(({ node }) => rowOf(node));
      written += auditTrail.edges.length;
      after = auditTrail.pageInfo.endCursor ?? null;
      if (!auditTrail.pageInfo.hasNextPage) return;
      if (written < MOST) continue;
      yield [[m.office_audit_more_rows({ n: MOST.toLocaleString('en') })]];
      return;
    }
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
  const mark = m.office_file_mark(takenBy(event.locals, now));
  return sheetFile('csv', { sheet: '', mark, columns, rows: rows() }, `audit-${place.key}`);
};

const rowOf = (node: AuditTrailQuery['auditTrail']['edges'][number]['node']): string[] => [
  formatMoment(node.at, getLocale()),
  node.actor,
  node.actorId ?? '',
  node.action,
  node.summary,
  node.record ?? '',
  node.detail ?? '',
];
