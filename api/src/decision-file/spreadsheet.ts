import type { Cell, FileLine } from '@enrolment/rulebook/decision-file.js';
import { refuse, Refused } from '@enrolment/rulebook/refusal.js';
import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.js';
import { parse } from 'csv-parse/sync';
import { zipSync, type Unzipped } from 'fflate';
import { isUtf8 } from 'node:buffer';
import readSheets from 'read-excel-file/node';
import { columnAt, textOf, TooBig, unpackWorkbook } from '../platform/workbook.js';

const BOUNDS = {
  bytes: 48 * 1024 * 1024,
  parts: 300,
  rows: OFFICE_RULES.fileTooManyRows.limit + 1,
  /** Characters of all cells. A workbook can say one text a million times, and each would be handed over by itself. */
  text: 16 * 1024 * 1024,
  columns: 60,
};
const FORMULA = { formula: true } as const;

/** The lines of the first sheet, or of a CSV file, that have something in them; which it is, its first bytes say. */
export async function readSpreadsheet(bytes: Uint8Array): Promise<FileLine[] | Refused> {
  try {
    const cells = isArchive(bytes) ? await readWorkbook(bytes) : readCsv(bytes);
    if (cells instanceof Refused) return cells;
    const lines = cells.map((row, index) => ({ line: index + 1, cells: row }));
    const filled = lines.filter(({ cells: row }) => row.some((cell) => cell !== null));
    if (filled.length > BOUNDS.rows) return refused('fileTooManyRows');
    return lengthOf(filled) > BOUNDS.text ? refused('fileTooLarge') : filled;
  } catch (error) {
    if (error instanceof TooBig) return refused(error.what === 'BYTES' ? 'fileTooLarge' : 'fileTooManyRows');
    return refused('fileUnreadable');
  }
}

const lengthOf = (lines: readonly FileLine[]): number => {
  let length = 0;
  for (const { cells } of lines)
    for (const cell of cells) if (typeof cell === 'string') length += cell.length;
  return length;
};

const refused = (...given: Parameters<typeof refuse>): Refused => new Refused([refuse(...given)]);

const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

async function readWorkbook(bytes: Uint8Array): Promise<Cell[][] | Refused> {
  const archive = unpackWorkbook(bytes, BOUNDS);
  if (Object.keys(archive).some((name) => /vbaProject|macrosheets\//i.test(name)))
    return refused('fileMacros');
  const sheet = firstSheet(archive);
  const merged = /<mergeCell\b[^>]*\bref="([A-Z0-9:]+)"/.exec(sheet)?.[1];
  if (merged !== undefined) return refused('fileMerged', { params: { place: merged } });
  const formulas = formulasIn(sheet);
  const [read] = await readSheets(Buffer.from(zipSync(archive, { level: 0 })));
  return (read?.data ?? []).map((row, index) =>
    row.map((cell, column) => (formulas.has(`${column + 1}/${index + 1}`) ? FORMULA : cellOf(cell))),
  );
}

/** The text of the sheet that a spreadsheet shows first. */
function firstSheet(archive: Unzipped): string {
  const part = (name: string) => {
    const found = archive[name];
    if (!found) throw new Error(`a workbook without ${name}`);
    return textOf(found);
  };
  const id = /<sheet\b[^>]*\br:id="([^"]+)"/.exec(part('xl/workbook.xml'))?.[1];
  const relations = part('xl/_rels/workbook.xml.rels').match(/<Relationship\b[^>]*>/g) ?? [];
  const relation = relations.find((one) => /\bId="([^"]+)"/.exec(one)?.[1] === id) ?? '';
  const target = /\bTarget="([^"]+)"/.exec(relation)?.[1] ?? '';
  return part(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
}

/** Where its formulas are: a library that reads sheets gives the result that somebody kept with them. */
function formulasIn(sheet: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, attributes = ''] of sheet.matchAll(/<c\b([^>]*)>\s*<f[\s/>]/g)) {
    const [, column, row] = /\br="([A-Z]+)(\d+)"/.exec(attributes) ?? [];
    if (column === undefined) throw new Error('a formula nowhere');
    found.add(`${columnAt(column)}/${row}`);
  }
  return found;
}

function cellOf(cell: unknown): Cell {
  if (cell === null || cell === undefined) return null;
  // The day as the sheet shows it: a spreadsheet knows no time zone.
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
  return text === '' ? null : text;
}

function readCsv(bytes: Uint8Array): Cell[][] | Refused {
  const text = decode(bytes);
  if (text === null) return refused('fileEncoding');
  if (text.includes('\0')) return refused('fileUnreadable');
  const [titles = ''] = text.split('\n', 1);
  // Empty lines count, too: what comes after the bound would be left out without a word.
  const bound = BOUNDS.rows * 2;
  const rows = parse(text, {
    delimiter: titles.includes('\t') && !titles.includes(',') ? '\t' : ',',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    to: bound + 1,
  }) as string[][];
  if (rows.length > bound) return refused('fileTooManyRows');
  return rows.map((row) => row.map((cell) => (/^\s*=/.test(cell) ? FORMULA : cellOf(cell))));
}

/** UTF-8, UTF-16 with its mark as spreadsheets write it, or GBK with all that GB 18030 adds to it. */
function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
