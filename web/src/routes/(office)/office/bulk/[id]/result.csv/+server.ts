import { stageName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { badLinePages, rowPages } from '#lib/office/bulk/load.ts';
import { mistakeInWords, outcomeName, rowOrderInWords } from '#lib/office/bulk/words.ts';
import { BYTE_ORDER_MARK, csvLine } from '#lib/office/sheet.ts';
import { download, streamed } from '#lib/server/download.ts';
import type { RequestHandler } from './$types.js';

/** What became of each record, by its number alone: nobody's name or document is in it. It is written as it is read. */
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
  async function* lines() {
    yield BYTE_ORDER_MARK + csvLine(columns);
    for (let page = first; !page.done; page = await pages.next()) {
      const { kind, dryRun, rows } = page.value;
      yield rows
        .map(({ position, number, outcome, order, stage, refusal }) =>
          csvLine([
            position,
            number,
            ...(ofFile ? [rowOrderInWords(order)] : []),
            outcomeName(outcome, { kind, dryRun }),
            stage ? stageName(stage) : '',
            refusal?.rule ?? '',
            refusal?.message ?? '',
            refusal?.wayOut ?? '',
          ]),
        )
        .join('');
    }
    if (!ofFile) return;
    for await (const bad of badLinePages(event)) {
      yield bad
        .map(({ line, refusals }) =>
          csvLine([
            line,
            '',
            '',
            m.office_bulk_unreadable(),
            '',
            refusals.map(({ rule }) => rule).join(' '),
            refusals.map(mistakeInWords).join(' '),
            refusals.map(({ wayOut }) => wayOut ?? '').join(' '),
          ]),
        )
        .join('');
    }
  }
  const name = `attachment; filename="batch-${event.params.id}.csv"`;
  return download(streamed(lines()), 'text/csv; charset=utf-8', name);
};
