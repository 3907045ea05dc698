import { isCalendarDate } from './calendar.js';
import { districtOfNumber, isCollectionNumber, normaliseCollectionNumber } from './collection-number.js';
import { ADMISSION_OUTCOME_NAMES, CHECK_STATUS_NAMES, REVIEW_ITEM_NAMES } from './names.js';
import { refuse, type Refusal } from './refusal.js';
import { OFFICE_RULES } from './office-rules.js';
import { normaliseLine, normaliseText } from './text.js';
import {
  REVIEW_ITEM_KINDS,
  type AdmissionOutcome,
  type CheckStatus,
  type ReviewItemKind,
} from './vocabulary.js';
import { names, type Names, type Words } from './words.js';

/** What a file can decide about its records, one line for each. */
export const FILE_KINDS = [
  'APPROVE_ADMISSIONS',
  'DECIDE_REVIEW_ITEM',
  'DECIDE_IDENTITY_CHECK',
  'REJECT_RECORDS',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export type FileColumn =
  'number' | 'outcome' | 'school' | 'note' | 'item' | 'status' | 'reason' | 'remedy' | 'dueAt';

export const FILE_COLUMN_NAMES = names<FileColumn>({
  number: ['信息采集编号', 'Collection number'],
  outcome: ['录取结果', 'Admission'],
  school: ['学校代码', 'School code'],
  note: ['说明', 'Note'],
  item: ['审核项', 'Review item'],
  status: ['决定', 'Decision'],
  reason: ['原因', 'Reason'],
  remedy: ['怎么办', 'Remedy'],
  dueAt: ['补正期限', 'Due'],
});

/** The columns of each kind, in the order of the template; what is optional may be left out. */
export const FILE_COLUMNS: Readonly<
  Record<FileKind, readonly { readonly column: FileColumn; readonly optional?: true }[]>
> = {
  APPROVE_ADMISSIONS: [
    { column: 'number' },
    { column: 'outcome' },
    { column: 'school', optional: true },
    { column: 'note', optional: true },
  ],
  DECIDE_REVIEW_ITEM: [
    { column: 'number' },
    { column: 'item' },
    { column: 'status' },
    { column: 'reason', optional: true },
    { column: 'remedy', optional: true },
    { column: 'dueAt', optional: true },
  ],
  DECIDE_IDENTITY_CHECK: [{ column: 'number' }, { column: 'status' }, { column: 'reason', optional: true }],
  REJECT_RECORDS: [{ column: 'number' }, { column: 'reason' }],
};

const STATUSES: Readonly<Partial<Record<FileKind, readonly CheckStatus[]>>> = {
  DECIDE_REVIEW_ITEM: ['PASSED', 'RETURNED', 'FAILED', 'PENDING'],
  DECIDE_IDENTITY_CHECK: ['PASSED', 'RETURNED'],
};
/** The identity check is decided by files of its own kind. */
const ITEMS = REVIEW_ITEM_KINDS.filter((kind) => kind !== 'IDENTITY_AND_HUKOU');
const OUTCOMES: readonly AdmissionOutcome[] = ['ADMITTED', 'NOT_ADMITTED', 'PENDING'];

/** The words that a column takes, with their names; null where anything can be written. */
export function wordsOf(
  kind: FileKind,
  column: FileColumn,
): { readonly words: readonly string[]; readonly names: Names<string> } | null {
  if (column === 'outcome') return { words: OUTCOMES, names: ADMISSION_OUTCOME_NAMES };
  if (column === 'item') return { words: ITEMS, names: REVIEW_ITEM_NAMES };
  return column === 'status' ? { words: STATUSES[kind] ?? [], names: CHECK_STATUS_NAMES } : null;
}

/** What stands in a cell; a formula is not computed, whatever result is kept with it. */
export type Cell = string | { readonly formula: true } | null;

/** A line of a file that has something in it, with its number as a spreadsheet counts. */
export interface FileLine {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** As decisions are kept by jobs. */
export interface FileOrder {
  readonly outcome?: AdmissionOutcome;
  readonly school?: string | null;
  readonly note?: string | null;
  readonly kind?: ReviewItemKind;
  readonly status?: CheckStatus;
  readonly reason?: string | null;
  readonly remedy?: string | null;
  /** The day, whose end it is. */
  readonly dueAt?: string | null;
}

export interface GoodLine {
  readonly line: number;
  readonly number: string;
  readonly order: FileOrder;
}

export interface BadLine {
  readonly line: number;
  readonly refusals: readonly Refusal[];
}

/** What is wrong with the file as a whole, or its lines, the good ones and the bad ones. */
export type ReadLines =
  | { readonly refusals: readonly Refusal[] }
  | { readonly good: readonly GoodLine[]; readonly bad: readonly BadLine[] };

interface Facts {
  readonly district: string;
  /** The codes of the district’s schools. */
  readonly schools: ReadonlySet<string>;
}

/** Reads what a file says about each record. Whether it can be done to a record is another question. */
export function readLines(kind: FileKind, [titles, ...lines]: readonly FileLine[], facts: Facts): ReadLines {
  const columns = readTitles(kind, titles?.cells ?? []);
  if ('refusals' in columns) return columns;
  if (lines.length === 0) return { refusals: [refuse('fileEmpty')] };
  if (lines.length > OFFICE_RULES.fileTooManyRows.limit) return { refusals: [refuse('fileTooManyRows')] };
  const good: GoodLine[] = [];
  const bad: BadLine[] = [];
  const firstWith = new Map<string, number>();
  for (const { line, cells } of lines) {
    const reader = new LineReader(kind, columns.at, cells);
    const number = readNumber(reader, facts.district);
    const order = readOrder(kind, reader, facts.schools);
    const first = number === null ? undefined : firstWith.get(number);
    if (first !== undefined) reader.fail('rowTwice', 'number', { line: first });
    else if (number !== null) firstWith.set(number, line);
    if (number === null || reader.refusals.length > 0) bad.push({ line, refusals: reader.refusals });
    else good.push({ line, number, order });
  }
  return { good, bad };
}

/** A title is the column’s name in either language, or both with a stroke between. */
function readTitles(
  kind: FileKind,
  titles: readonly Cell[],
): { readonly at: ReadonlyMap<FileColumn, number> } | { readonly refusals: Refusal[] } {
  const at = new Map<FileColumn, number>();
  const odd: string[] = [];
  for (const [index, title] of titles.entries()) {
    if (title === null || title === '') continue;
    const column = typeof title === 'string' ? columnCalled(kind, title) : undefined;
    if (column === undefined || at.has(column)) odd.push(letterOf(index));
    else at.set(column, index);
  }
  const missing = FILE_COLUMNS[kind].filter(({ column, optional }) => !optional && !at.has(column));
  const refusals = [
    ...(missing.length > 0
      ? [
          refuse('fileColumns', {
            params: { columns: listed(missing.map(({ column }) => FILE_COLUMN_NAMES[column])) },
          }),
        ]
      : []),
    // What stands there is not repeated: in a file without titles it is about somebody.
    ...(odd.length > 0
      ? [refuse('fileColumnUnknown', { params: { place: odd.slice(0, 10).join(' ') } })]
      : []),
  ];
  return refusals.length > 0 ? { refusals } : { at };
}

function columnCalled(kind: FileKind, title: string): FileColumn | undefined {
  const parts = normaliseLine(title)
    .toLowerCase()
    .split('/')
    .map((part) => part.trim());
  return FILE_COLUMNS[kind].find(({ column }) => {
    const { 'zh-CN': zh, en } = FILE_COLUMN_NAMES[column];
    return parts.every((part) => part === zh || part === en.toLowerCase());
  })?.column;
}

const letterOf = (index: number): string =>
  (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

const listed = (words: readonly Words[]): Words => ({
  'zh-CN': words.map((word) => word['zh-CN']).join('、'),
  en: words.map(({ en }) => en).join(', '),
});

/** The cells of one line, and what is wrong with them. */
class LineReader {
  readonly refusals: Refusal[] = [];

  constructor(
    private readonly kind: FileKind,
    private readonly at: ReadonlyMap<FileColumn, number>,
    private readonly cells: readonly Cell[],
  ) {}

  fail(rule: Parameters<typeof refuse>[0], field: FileColumn, params: Refusal['params'] = {}): null {
    this.refusals.push(refuse(rule, { field, params }));
    return null;
  }

  /** Null where nothing is written. */
  text(column: FileColumn): string | null {
    const index = this.at.get(column);
    const cell = index === undefined ? null : (this.cells[index] ?? null);
    if (cell !== null && typeof cell === 'object') return this.fail('rowFormula', column);
    return cell === null || normaliseText(cell) === '' ? null : normaliseText(cell);
  }

  needed(column: FileColumn): string | null {
    const before = this.refusals.length;
    const text = this.text(column);
    return text === null && this.refusals.length === before ? this.fail('required', column) : text;
  }

  word<Word extends string>(column: FileColumn): Word | null {
    const text = this.needed(column);
    if (text === null) return null;
    const { words, names: named } = wordsOf(this.kind, column)!;
    const meant = words.find(
      (word) =>
        text === word ||
        text === named[word]!['zh-CN'] ||
        text.toLowerCase() === named[word]!.en.toLowerCase(),
    );
    return meant === undefined
      ? this.fail('rowWord', column, { columns: listed(words.map((word) => named[word]!)) })
      : (meant as Word);
  }

  day(column: FileColumn): string | null {
    const text = this.text(column);
    if (text === null) return null;
    const [, year = '', month = '', day = ''] =
      /^(\d{4})(?:-|\/|年)(\d{1,2})(?:-|\/|月)(\d{1,2})日?$/.exec(text) ?? [];
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isCalendarDate(date) ? date : this.fail('rowDay', column);
  }
}

function readNumber(reader: LineReader, district: string): string | null {
  const text = reader.needed('number');
  if (text === null) return null;
  const number = normaliseCollectionNumber(text);
  if (!isCollectionNumber(number)) return reader.fail('rowNumber', 'number');
  return districtOfNumber(number) === district ? number : reader.fail('rowOtherDistrict', 'number');
}

/** A spreadsheet that takes a code for a number has dropped the zeros before it. */
function schoolWritten(written: string, schools: ReadonlySet<string>): string | null {
  if (schools.has(written)) return written;
  const meant = [...schools].filter((code) => code.replace(/^0+/, '') === written);
  return meant.length === 1 ? meant[0]! : null;
}

function readOrder(kind: FileKind, reader: LineReader, schools: ReadonlySet<string>): FileOrder {
  switch (kind) {
    case 'APPROVE_ADMISSIONS': {
      const outcome = reader.word<AdmissionOutcome>('outcome');
      const written = reader.text('school');
      const school = written && schoolWritten(written, schools);
      if (written !== null && school === null) reader.fail('rowSchool', 'school');
      return { outcome: outcome ?? 'PENDING', school, note: reader.text('note') };
    }
    case 'DECIDE_REVIEW_ITEM':
      return {
        kind: reader.word<ReviewItemKind>('item') ?? 'OTHER',
        status: reader.word<CheckStatus>('status') ?? 'PENDING',
        reason: reader.text('reason'),
        remedy: reader.text('remedy'),
        dueAt: reader.day('dueAt'),
      };
    case 'DECIDE_IDENTITY_CHECK':
      return { status: reader.word<CheckStatus>('status') ?? 'PASSED', reason: reader.text('reason') };
    case 'REJECT_RECORDS':
      return { reason: reader.needed('reason') };
  }
}
