import { ADMISSION_OUTCOME_NAMES } from '@enrolment/rulebook/names.ts';
import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.ts';
import { RecordListFileDocument, type RecordListFileQuery } from '@enrolment/schema/client';
import type { RequestEvent } from '@sveltejs/kit';
import { request } from '#lib/api/client.ts';
import { formatMoment, groupCollectionNumber } from '#lib/format.ts';
import { serviceName, stageName, statusName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { inWords } from '#lib/office/figures.ts';
import { readFilters, readOrder, toRecordFilter } from '#lib/office/records/filters.ts';
import { requireAction } from '#lib/server/office.ts';
import { formatIn, sheetFile, takenBy } from '#lib/server/sheet-file.ts';
import type { RequestHandler } from './$types.js';

const MOST = OFFICE_RULES.fileTooManyRows.limit;

/** The list as a file, names masked, with who took it and when. Each page of it is a look, and in the trail as one. */
export const GET: RequestHandler = async (event) => {
  const format = formatIn(event.params.format);
  const pages = pagesOf(event);
  // Whoever may not list is told so before a file begins.
  const first = await pages.next();
  if (first.done) throw new Error('a list without a page');
  async function* rows() {
    let written = 0;
    for (let page: IteratorResult<RecordListFileQuery> = first; !page.done; page = await pages.next()) {
      const { edges, pageInfo } = page.value.collectionRecords;
      yield edges.map(({ node }) => rowOf(node));
      written += edges.length;
      if (written < MOST || !pageInfo.hasNextPage) continue;
      yield [[m.office_list_file_more({ n: inWords(MOST) })]];
      return;
    }
  }
  const sheet = {
    sheet: m.office_records(),
    mark: m.office_list_file_mark(takenBy(event.locals, first.value.now)),
    columns: [
      m.my_number(),
      m.office_list_file_child(),
      m.office_list_file_service(),
      m.office_list_file_stage(),
      m.office_list_file_since(),
      m.office_list_file_items(),
      m.office_list_file_admission(),
      m.office_bulk_import_school_code(),
      m.office_bulk_import_school_name(),
      m.office_bulk_note(),
    ],
    rows: rows(),
  };
  return sheetFile(format, sheet, 'records');
};

async function* pagesOf(event: RequestEvent): AsyncGenerator<RecordListFileQuery> {
  const office = requireAction(event, 'LIST_RECORDS');
  const { searchParams } = event.url;
  const asked = {
    filter: toRecordFilter(readFilters(searchParams), office),
    orderBy: readOrder(searchParams.get('order')),
  };
  for (let after: string | null = null; ;) {
    const page: RecordListFileQuery = await request(event, RecordListFileDocument, { ...asked, after });
    yield page;
    const { pageInfo } = page.collectionRecords;
    if (!pageInfo.hasNextPage) return;
    after = pageInfo.endCursor ?? null;
  }
}

type Listed = RecordListFileQuery['collectionRecords']['edges'][number]['node'];

function rowOf(listed: Listed): string[] {
  const { number, child, service, stage, stageSince, reviewItems, admissionResult } = listed;
  const items = reviewItems.map(({ label, status }) =>
    m.office_bulk_of_item({ item: label, status: statusName(status) }),
  );
  return [
    // Grouped, so that no spreadsheet takes it for a number and rounds it.
    groupCollectionNumber(number),
    child?.maskedName ?? '',
    serviceName(service),
    stageName(stage),
    stageSince ? formatMoment(stageSince, getLocale()) : '',
    items.join(' '),
    admissionResult ? ADMISSION_OUTCOME_NAMES[admissionResult.outcome][getLocale()] : '',
    admissionResult?.school?.code ?? '',
    admissionResult?.school?.name ?? '',
    admissionResult?.note ?? '',
  ];
}
