import { error } from '@sveltejs/kit';
import { maskName } from '@enrolment/rulebook/masking.ts';
import { beijingTime } from '@enrolment/rulebook/wall-clock.ts';
import { BYTE_ORDER_MARK, csvLine } from '#lib/office/sheet.ts';
import { download, streamed } from './download.ts';
import { frameRead } from './offices.ts';
import { XLSX } from './workbook.ts';
import { xlsxParts, type LongSheet } from './workbook-stream.ts';

const TYPES = { csv: 'text/csv; charset=utf-8', xlsx: XLSX } as const;
export type SheetFormat = keyof typeof TYPES;

/** As an address has it; another is not there. */
export function formatIn(text: string): SheetFormat {
  if (text === 'csv' || text === 'xlsx') return text;
  error(404, 'Not found');
}

/** A long table as a file. It is written as its rows come, so it takes no more memory however long it is. */
export const sheetFile = (format: SheetFormat, sheet: LongSheet, name: string): Response =>
  download(
    streamed(format === 'csv' ? csvParts(sheet) : xlsxParts(sheet)),
    TYPES[format],
    `attachment; filename="${name}.${format}"`,
  );

async function* csvParts({ mark, columns, rows }: LongSheet): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine([mark]) + csvLine(columns);
  for await (const portion of rows) yield portion.map((row) => csvLine(row)).join('');
  yield csvLine([mark]);
}

/** Who takes a file, and when, as its mark says it. */
export const takenBy = (locals: App.Locals, now: string): { name: string; when: string } => ({
  name: maskName(frameRead(locals).viewer?.name ?? ''),
  when: beijingTime(new Date(now)).toISOString().slice(0, 16).replace('T', ' '),
});
