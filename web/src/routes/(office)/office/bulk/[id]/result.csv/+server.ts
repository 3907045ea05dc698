import { stageName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { allRows } from '#lib/office/bulk/load.ts';
import { outcomeName } from '#lib/office/bulk/words.ts';
import { toCsv } from '#lib/office/sheet.ts';
import { download } from '#lib/server/download.ts';
import type { RequestHandler } from './$types.js';

/** What became of each record, by its number alone: nobody's name or document is in it. */
export const GET: RequestHandler = async (event) => {
  const { dryRun, rows } = await allRows(event);
  const sheet = {
    columns: [
      m.office_bulk_column_position(),
      m.office_bulk_column_number(),
      m.office_bulk_column_outcome(),
      m.office_bulk_column_stage(),
      m.office_bulk_column_rule(),
      m.office_bulk_column_message(),
      m.office_bulk_column_way_out(),
    ],
    rows: rows.map(({ position, number, outcome, stage, refusal }) => [
      position,
      number,
      outcomeName(outcome, dryRun),
      stage ? stageName(stage) : '',
      refusal?.rule ?? '',
      refusal?.message ?? '',
      refusal?.wayOut ?? '',
    ]),
  };
  const name = `attachment; filename="batch-${event.params.id}.csv"`;
  return download(toCsv(sheet, ''), 'text/csv; charset=utf-8', name);
};
