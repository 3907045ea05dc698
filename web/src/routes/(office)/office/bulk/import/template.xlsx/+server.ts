import { error } from '@sveltejs/kit';
import {
  FILE_COLUMN_NAMES,
  FILE_COLUMNS,
  FILE_KINDS,
  wordsOf,
  type FileColumn,
  type FileKind,
} from '@enrolment/rulebook/decision-file.ts';
import { SchoolsDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { fileKindName } from '#lib/office/bulk/words.ts';
import { download } from '#lib/server/download.ts';
import { requireAction } from '#lib/server/office.ts';
import { districtOf } from '#lib/server/place.ts';
import { toXlsx, XLSX } from '#lib/server/workbook.ts';
import type { RequestHandler } from './$types.js';

/** The columns of a kind in both languages, and beside them what can be written there and the district's schools. */
export const GET: RequestHandler = async (event) => {
  const { place } = requireAction(event, 'DECIDE_IN_BULK');
  const kind = FILE_KINDS.find((one) => one === event.url.searchParams.get('kind'));
  if (!kind) error(404, 'Not found');
  const columns = FILE_COLUMNS[kind];
  const sheets = [
    { sheet: fileKindName(kind), columns: columns.map(({ column }) => titleOf(column)), rows: [] },
    {
      sheet: m.office_bulk_import_words(),
      columns: [m.office_bulk_import_column(), m.office_bulk_import_word()],
      rows: columns.flatMap(({ column }) => writable(kind, column).map((word) => [titleOf(column), word])),
    },
  ];
  const { schools } = await request(event, SchoolsDocument, { district: districtOf(place)! });
  const withSchools = columns.some(({ column }) => column === 'school');
  const listed = {
    sheet: m.office_bulk_import_schools(),
    columns: [m.office_bulk_import_school_code(), m.office_bulk_import_school_name()],
    rows: schools.map(({ code, name }) => [code, name]),
  };
  const file = await toXlsx(...(withSchools ? [sheets[0]!, listed, sheets[1]!] : sheets));
  const name = kind.toLowerCase().replaceAll('_', '-');
  return download(file, XLSX, `attachment; filename="template-${name}.xlsx"`);
};

const titleOf = (column: FileColumn): string =>
  `${FILE_COLUMN_NAMES[column]['zh-CN']} / ${FILE_COLUMN_NAMES[column].en}`;

function writable(kind: FileKind, column: FileColumn): string[] {
  const told = wordsOf(kind, column);
  if (told) return told.words.map((word) => told.names[word]![getLocale()]);
  if (column === 'number') return [m.office_bulk_import_number()];
  if (column === 'dueAt') return [m.office_bulk_import_day()];
  return [column === 'school' ? m.office_bulk_import_schools() : m.office_bulk_import_anything()];
}
