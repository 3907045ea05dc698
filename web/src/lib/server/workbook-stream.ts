import { strToU8, Zip, ZipDeflate } from 'fflate';

export type Rows = AsyncIterable<readonly (readonly string[])[]>;

export interface LongSheet {
  readonly sheet: string;
  /** Who took it and when: above the table, below it, and at the head and foot of each printed page. */
  readonly mark: string;
  readonly columns: readonly string[];
  /** A portion of the rows at a time. */
  readonly rows: Rows;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const BOLD = 1;
const TITLES_AT = 2;
/** What a page's head holds at most. */
const LONGEST_HEAD = 200;

/**
 * An XLSX file of texts, however long, written as its rows come: the library for sheets wants all of them at once. What begins
 * like a formula is a text too, and no reader computes it.
 */
export async function* xlsxParts({
  sheet,
  mark,
  columns,
  rows,
}: LongSheet): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let ready: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(new Uint8Array(bytes));
  });
  for (const [name, text] of partsOf(sheet)) write(part(zip, name), text, true);
  const table = part(zip, 'xl/worksheets/sheet1.xml');
  const widths = columns.map((title, at) => col(at + 1, widthOf(title)));
  write(
    table,
    `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${TITLES_AT}" topLeftCell="A${TITLES_AT + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${row(1, [mark])}${row(TITLES_AT, columns, BOLD)}`,
  );
  let at = TITLES_AT;
  for await (const portion of rows) {
    write(table, portion.map((texts) => row((at += 1), texts)).join(''));
    yield* ready;
    ready = [];
  }
  const head = escape(`&L${[...mark].slice(0, LONGEST_HEAD).join('').replaceAll('&', '&&')}`);
  write(
    table,
    `${row(at + 1, [mark])}</sheetData><headerFooter><oddHeader>${head}</oddHeader><oddFooter>${head}&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`,
    true,
  );
  zip.end();
  yield* ready;
}

function part(zip: Zip, name: string): ZipDeflate {
  const made = new ZipDeflate(name, { level: 6 });
  zip.add(made);
  return made;
}

const write = (to: ZipDeflate, text: string, last = false): void => to.push(strToU8(text), last);

const partsOf = (sheet: string): readonly (readonly [name: string, text: string])[] => [
  [
    '[Content_Types].xml',
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escape(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  ],
  [
    'xl/styles.xml',
    `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`,
  ],
];

const col = (at: number, width: number): string =>
  `<col min="${at}" max="${at}" width="${width}" customWidth="1"/>`;

/** Rows come later, so a column is as wide as its title, and wide enough for a name or a number. */
const widthOf = (title: string): number => Math.min(40, Math.max(18, title.length * 2 + 2));

function row(at: number, texts: readonly string[], style = 0): string {
  const cells = texts.map((text, column) =>
    text === ''
      ? ''
      : `<c r="${letterOf(column)}${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`,
  );
  return `<row r="${at}">${cells.join('')}</row>`;
}

/** 0 is A. A sheet of ours has no more than 26 columns. */
const letterOf = (column: number): string => String.fromCharCode(65 + column);

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// XML has no place for other control characters.
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const escape = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNWRITABLE, '')
    .replace(/[&<>"]/g, (character) => NAMED[character]!);
