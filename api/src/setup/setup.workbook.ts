import { zipSync } from 'fflate';
import readSheets from 'read-excel-file/node';
import writeSheets from 'write-excel-file/node';
import { isMap, Pair, parse, Scalar, YAMLMap, YAMLSeq, type Node } from 'yaml';
import { TooBig, unpackWorkbook } from '../platform/workbook.js';
import {
  Reader,
  type Field,
  type Fields,
  type Mistake,
  type Place,
  type Read,
  type SetupFile,
} from './setup.file.js';

/** A city’s schools and texts take a tenth of this. */
const LIMITS = { bytes: 20 * 1024 * 1024, parts: 200, rows: 10_000, columns: 60 };
/** What separates the values of a list in one cell. */
const BETWEEN = /[\n;；]/;

/** A column of a sheet: the way to a value, such as windows.REVIEW.opensAt. */
interface Column {
  readonly path: readonly string[];
  readonly field: Field<unknown>;
}

function columnsOf(fields: Fields, before: readonly string[] = []): Column[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = [...before, name];
    return field.fields && !field.listed ? columnsOf(field.fields, path) : [{ path, field }];
  });
}

const titleOf = ({ path }: Column): string => path.join('.');

/** The sections of a workbook: a sheet each, a row for each entry, in columns that the first row names. */
export async function readWorkbook<Shape extends Fields>(
  { name: file, bytes }: Extract<SetupFile, { bytes: unknown }>,
  sections: Shape,
  today: number | null,
): Promise<{ read: Partial<Read<Shape>>; mistakes: Mistake[] }> {
  let sheets: Awaited<ReturnType<typeof readSheets>>;
  try {
    sheets = await readSheets(Buffer.from(zipSync(unpackWorkbook(bytes, LIMITS), { level: 0 })));
  } catch (error) {
    const message =
      error instanceof TooBig
        ? `this is bigger than a workbook may be: ${LIMITS.rows} rows, ${LIMITS.columns} columns, ${LIMITS.bytes / 1024 / 1024} MiB`
        : 'this is no workbook';
    return { read: {}, mistakes: [{ file, line: 1, message }] };
  }
  const read: Record<string, unknown> = {};
  const mistakes: Mistake[] = [];
  for (const { sheet, data } of sheets) {
    const section = Object.hasOwn(sections, sheet) ? sections[sheet] : undefined;
    if (!section) {
      const there = Object.keys(sections).join(', ');
      mistakes.push({ file, sheet, line: 1, message: `there is no section “${sheet}”; there are ${there}` });
      continue;
    }
    const places = new WeakMap<Node, Place>();
    const reader = new Reader((node) => (node && places.get(node)) ?? { file, sheet, line: 1 }, today);
    const node = nodeOf(data, section, reader, (made, line) => {
      places.set(made, { file, sheet, line });
      return made;
    });
    if (node) read[sheet] = section(node, reader);
    mistakes.push(...reader.mistakes);
  }
  return { read: read as Partial<Read<Shape>>, mistakes };
}

type Cells = readonly (readonly unknown[])[];
type Placed = <Made extends Node>(node: Made, row: number) => Made;

/** The same nodes as YAML has them, with the places of their rows; null for a sheet with nothing beneath its titles. */
function nodeOf(
  [titles = [], ...rows]: Cells,
  section: Field<unknown>,
  reader: Reader,
  placed: Placed,
): Node | null {
  const known = new Map(columnsOf(section.fields ?? {}).map((column) => [titleOf(column), column]));
  const columns = titles.map((cell) => {
    const title = cell === null ? '' : String(cell).trim();
    const column = known.get(title);
    if (!column && title !== '')
      reader.fail(null, `there is no column “${title}”; there are ${[...known.keys()].join(', ')}`);
    return column;
  });
  const entries = rows.flatMap((cells, index) => {
    const row = index + 2;
    const entry = placed(new YAMLMap(), row);
    for (const [place, cell] of cells.entries()) {
      const column = columns[place];
      if (column && cell !== null && String(cell).trim() !== '')
        put(entry, column, valueOf(cell), row, placed);
    }
    return entry.items.length > 0 ? [entry] : [];
  });
  if (section.listed) {
    const all = placed(new YAMLSeq(), 1);
    all.items.push(...entries);
    return all;
  }
  for (const more of entries.slice(1)) reader.fail(more, 'there can be one row here');
  return entries[0] ?? null;
}

function put(entry: YAMLMap, { path, field }: Column, value: string, row: number, placed: Placed): void {
  let map = entry;
  for (const name of path.slice(0, -1)) {
    const inner = map.get(name, true) as Node | undefined;
    if (isMap(inner)) map = inner;
    else {
      const made = placed(new YAMLMap(), row);
      map.items.push(new Pair(placed(new Scalar(name), row), made));
      map = made;
    }
  }
  const key = placed(new Scalar(path.at(-1)!), row);
  map.items.push(new Pair(key, field.listed && value !== 'all' ? listOf(value, row, placed) : one(value)));

  function one(text: string): Scalar {
    return placed(new Scalar(text), row);
  }
}

function listOf(value: string, row: number, placed: Placed): YAMLSeq {
  const texts = value.split(BETWEEN).map((text) => text.trim());
  const list = placed(new YAMLSeq(), row);
  list.items.push(...texts.filter((text) => text !== '').map((text) => placed(new Scalar(text), row)));
  return list;
}

/** What stands in a cell, as YAML would say it; a moment is by the clock that the sheet shows. */
function valueOf(cell: unknown): string {
  if (!(cell instanceof Date)) return String(cell).replaceAll('\r\n', '\n').trim();
  const [day = '', time = ''] = cell.toISOString().split('T');
  return time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`;
}

/** Writes a workbook with every sheet and column, filled with what YAML files hold. */
export async function writeWorkbook(
  files: readonly { readonly text: string }[],
  sections: Fields,
): Promise<Buffer> {
  const held = files.map(({ text }) => parse(text) as Readonly<Record<string, unknown>>);
  const sheets = Object.entries(sections).map(([sheet, section]) => {
    const columns = columnsOf(section.fields ?? {});
    const entries = held.flatMap((file) => (file[sheet] === undefined ? [] : [file[sheet]].flat()));
    const titles = columns.map((column) => ({ value: titleOf(column), fontWeight: 'bold' as const }));
    const rows = entries.map((entry) => columns.map(({ path }) => cellOf(path.reduce(into, entry))));
    const widths = columns.map((column) => ({ width: Math.max(12, titleOf(column).length + 2) }));
    return { sheet, data: [titles, ...rows], columns: widths, stickyRowsCount: 1 };
  });
  return writeSheets(sheets).toBuffer();
}

const into = (value: unknown, name: string): unknown =>
  (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];

const cellOf = (value: unknown) => {
  if (value === undefined || value === null) return null;
  return Array.isArray(value) ? value.join('\n') : String(value);
};
