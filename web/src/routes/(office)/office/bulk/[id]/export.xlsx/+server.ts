import { error, type RequestEvent } from '@sveltejs/kit';
import { ADMISSION_OUTCOME_NAMES, RELATION_NAMES } from '@enrolment/rulebook/names.ts';
import { ListExportRowsDocument, type ListExportRowsQuery } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { formatMoment, groupCollectionNumber } from '#lib/format.ts';
import { documentTypeName, serviceName, sexName, stageName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { requireAction } from '#lib/server/office.ts';
import { sheetFile, takenBy } from '#lib/server/sheet-file.ts';
import type { RequestHandler } from './$types.js';

type Page = Extract<ListExportRowsQuery['listExportRows'], { __typename: 'ListExportRowConnection' }>;
type Row = Page['nodes'][number];

/**
 * An export with whole names and numbers, for whoever proposed it, with her name and the time of this download. Its cells are
 * texts: a spreadsheet would take the numbers of a CSV for amounts and round them.
 */
export const GET: RequestHandler = async (event) => {
  requireAction(event, 'EXPORT_LIST');
  // Whoever may not have it is told so before a file begins.
  const { now, page: first } = await pageAfter(event, null);
  async function* rows() {
    for (let page = first; ;) {
      yield page.nodes.map(rowOf);
      const { hasNextPage, endCursor } = page.pageInfo;
      if (!hasNextPage) return;
      ({ page } = await pageAfter(event, endCursor ?? null));
    }
  }
  const guardians = [m.office_export_first(), m.office_export_other()];
  const sheet = {
    sheet: m.office_records(),
    mark: m.office_export_mark(takenBy(event.locals, now)),
    columns: [
      m.my_number(),
      m.office_list_file_child(),
      m.office_export_sex(),
      m.office_export_birth(),
      m.office_export_document_type(),
      m.office_export_document(),
      ...guardians.flatMap((who) =>
        [
          m.office_export_name(),
          m.office_export_relation(),
          m.office_export_document_type(),
          m.office_export_document(),
          m.office_export_phone(),
        ].map((what) => m.office_export_of({ who, what })),
      ),
      m.office_list_file_service(),
      m.office_list_file_stage(),
      m.office_list_file_since(),
      m.office_list_file_admission(),
      m.office_bulk_import_school_code(),
      m.office_bulk_import_school_name(),
    ],
    rows: rows(),
  };
  return sheetFile('xlsx', sheet, `export-${event.params.id}`);
};

async function pageAfter(event: RequestEvent, after: string | null): Promise<{ now: string; page: Page }> {
  const asked = { job: event.params.id!, after };
  const { now, listExportRows: page } = await request(event, ListExportRowsDocument, asked);
  if (page.__typename === 'Refused') error(410, page.refusals[0]!.message);
  return { now, page };
}

function rowOf({ number, child, guardians, service, stage, stageSince, outcome, school }: Row): string[] {
  const ofGuardian = (role: 'FIRST' | 'SECOND') => {
    const guardian = guardians.find((one) => one.role === role);
    if (!guardian) return ['', '', '', '', ''];
    const { name, relation, documentType, documentNumber, phone } = guardian;
    return [
      name,
      relation ? RELATION_NAMES[relation][getLocale()] : '',
      documentTypeName(documentType),
      documentNumber,
      phone,
    ];
  };
  return [
    groupCollectionNumber(number),
    child.name,
    sexName(child.sex),
    child.birthDate,
    documentTypeName(child.documentType),
    child.documentNumber,
    ...ofGuardian('FIRST'),
    ...ofGuardian('SECOND'),
    serviceName(service),
    stageName(stage),
    formatMoment(stageSince, getLocale()),
    outcome ? ADMISSION_OUTCOME_NAMES[outcome][getLocale()] : '',
    school?.code ?? '',
    school?.name ?? '',
  ];
}
