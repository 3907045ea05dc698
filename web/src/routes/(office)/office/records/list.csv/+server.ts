import { ADMISSION_OUTCOME_NAMES } from '@enrolment/rulebook/names.ts';
import { maskName } from '@enrolment/rulebook/masking.ts';
import { RULES } from '@enrolment/rulebook/rules.ts';
import { beijingTime } from '@enrolment/rulebook/wall-clock.ts';
import { RecordListFileDocument, type RecordListFileQuery } from '@enrolment/schema/client';
import type { RequestEvent } from '@sveltejs/kit';
import { request } from '#lib/api/client.ts';
import { formatMoment, groupCollectionNumber } from '#lib/format.ts';
import { serviceName, stageName, statusName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { inWords } from '#lib/office/figures.ts';
import { readFilters, readOrder, toRecordFilter } from '#lib/office/records/filters.ts';
import { BYTE_ORDER_MARK, csvLine } from '#lib/office/sheet.ts';
import { download, streamed } from '#lib/server/download.ts';
import { requireAction } from '#lib/server/office.ts';
import { frameRead } from '#lib/server/offices.ts';
import type { RequestHandler } from './$types.js';

const MOST = RULES.fileTooManyRows.limit;

/** The list as a file, names masked, with who took it and when. Each page of it is a look, and in the trail as one. */
export const GET: RequestHandler = async (event) => {
  const pages = pagesOf(event);
  // Whoever may not list is told so before a file begins.
  const first = await pages.next();
  async function* lines() {
    if (first.done) return;
    const name = maskName(frameRead(event.locals).viewer?.name ?? '');
    const when = beijingTime(new Date(first.value.now)).toISOString().slice(0, 16).replace('T', ' ');
    yield BYTE_ORDER_MARK + csvLine([m.office_list_file_mark({ name, when })]);
    yield csvLine([
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
    ]);
    let written = 0;
    for (let page: IteratorResult<RecordListFileQuery> = first; !page.done; page = await pages.next()) {
      const { edges, pageInfo } = page.value.collectionRecords;
      yield edges.map(({ node }) => lineOf(node)).join('');
      written += edges.length;
      if (written < MOST || !pageInfo.hasNextPage) continue;
      yield csvLine([m.office_list_file_more({ n: inWords(MOST) })]);
      return;
    }
  }
  return download(streamed(lines()), 'text/csv; charset=utf-8', 'attachment; filename="records.csv"');
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

function lineOf({ number, child, service, stage, stageSince, reviewItems, admissionResult }: Listed): string {
  const items = reviewItems.map(({ label, status }) =>
    m.office_bulk_of_item({ item: label, status: statusName(status) }),
  );
  return csvLine([
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
  ]);
}
