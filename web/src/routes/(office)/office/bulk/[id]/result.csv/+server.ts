import { OfficeClockDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { stageName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { badLinePages, rowPages } from '#lib/office/bulk/load.ts';
import { mistakeInWords, outcomeName, rowOrderInWords } from '#lib/office/bulk/words.ts';
import { sheetFile, takenBy } from '#lib/server/sheet-file.ts';
import type { RequestHandler } from './$types.js';

/**
 * What became of each record, by its number alone: nobody's name or document is in it. It is written as it is read,
 * with who took it and when.
 */
export const GET: RequestHandler = async (event) => {
  const pages = rowPages(event);
  // Whoever may not read it is told so before a file begins.
  const first = await pages.next();
  const ofFile = first.value?.ofFile ?? false;
  const columns = [
    ofFile ? m.office_bulk_column_line() : m.office_bulk_column_position(),
    m.office_bulk_column_number(),
    ...(ofFile ? [m.office_bulk_column_decision()] : []),
    m.office_bulk_column_outcome(),
    m.office_bulk_column_stage(),
    m.office_bulk_column_rule(),
    m.office_bulk_column_message(),
    m.office_bulk_column_way_out(),
  ];
  async function* rows() {
    for (let page = first; !page.done; page = await pages.next()) {
      const { kind, dryRun } = page.value;
      yield page.value.rows.map(({ position, number, outcome, order, stage, refusal }) => [
        String(position),
        number,
        ...(ofFile ? [rowOrderInWords(order)] : []),
        outcomeName(outcome, { kind, dryRun }),
        stage ? stageName(stage) : '',
        refusal?.rule ?? '',
        refusal?.message ?? '',
        refusal?.wayOut ?? '',
      ]);
    }
    if (!ofFile) return;
    for await (const bad of badLinePages(event)) {
      yield bad.map(({ line, refusals }) => [
        String(line),
        '',
        '',
        m.office_bulk_unreadable(),
        '',
        refusals.map(({ rule }) => rule).join(' '),
        refusals.map(mistakeInWords).join(' '),
        refusals.map(({ wayOut }) => wayOut ?? '').join(' '),
      ]);
    }
  }
  const { now } = await request(event, OfficeClockDocument, {});
  const mark = m.office_file_mark(takenBy(event.locals, now));
  return sheetFile('csv', { sheet: '', mark, columns, rows: rows() }, `batch-${event.params.id}`);
};
