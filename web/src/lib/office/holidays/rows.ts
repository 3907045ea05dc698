import type { HolidayInput, HolidayShownFragment } from '@enrolment/schema/client';
import type { Refusal } from '#lib/api/refusals.ts';
import { textIn } from '#lib/form-text.ts';

/** A holiday as it is typed; empty where nothing is. */
export const FIELDS = ['name', 'nameEn', 'from', 'to', 'worked'] as const;
export type Values = Record<(typeof FIELDS)[number], string>;

/** A row of the form: the holiday that stood there, if there was one, and what was typed. */
export interface Row {
  /** Name of the holiday as it is known; empty for a new one. */
  readonly known: string;
  readonly values: Values;
}

const EMPTY: Values = { name: '', nameEn: '', from: '', to: '', worked: '' };
const NEW_ROWS = 2;
const MOST_ROWS = 60;

const valuesOf = ({ worked, ...holiday }: HolidayShownFragment): Values => ({
  ...holiday,
  worked: worked.join(' '),
});

export const fieldOf = (row: number, field: keyof Values): string => `${row}.${field}`;

const isSame = (one: Values, other: Values) => FIELDS.every((field) => one[field] === other[field]);
export const isEmpty = (values: Values) => isSame(values, EMPTY);

/** What was typed otherwise than it stood there, so that what a colleague has changed meanwhile is not undone. */
export function changedIn(form: FormData): Row[] {
  const count = Math.min(Number(textIn(form, 'rows')) || 0, MOST_ROWS);
  return Array.from({ length: count }, (_, row) => {
    const values = { ...EMPTY };
    for (const field of FIELDS) values[field] = textIn(form, fieldOf(row, field)).trim();
    const before = textIn(form, `${row}.before`);
    return { known: textIn(form, `${row}.known`), values, before };
  }).flatMap(({ known, values, before }) =>
    FIELDS.map((field) => values[field]).join('\n') === (before || '\n\n\n\n').replaceAll('\r\n', '\n')
      ? []
      : [{ known, values }],
  );
}

/** How a row stood there, in one hidden field. */
export const beforeOf = (values: Values): string => FIELDS.map((field) => values[field]).join('\n');

/** What is sent of them. One that is emptied goes; one that gets another name goes and comes. */
export function changeOf(rows: readonly Row[]): { holidays: HolidayInput[]; removed: string[] } {
  const holidays = rows.flatMap(({ values: { worked, ...rest } }) =>
    isEmpty({ worked, ...rest }) ? [] : [{ ...rest, worked: worked.split(/[\s,，、;；]+/u).filter(Boolean) }],
  );
  const removed = rows.flatMap(({ known, values }) => (known && known !== values.name ? [known] : []));
  return { holidays, removed };
}

export interface ShownRow {
  readonly known: string;
  readonly before: string;
  readonly values: Values;
  readonly refusals: readonly Refusal[];
}

/** The rows of the page: those that stand there, with what was typed over them, what was added, and some to add. */
export function rowsOf(
  holidays: readonly HolidayShownFragment[],
  typed: readonly Row[] = [],
  refusals: readonly Refusal[] = [],
): ShownRow[] {
  const sent = typed.filter(({ values }) => !isEmpty(values));
  const added = typed.filter(({ known }) => !holidays.some(({ name }) => name === known));
  const shown = [
    ...holidays.map((holiday) => {
      const values = valuesOf(holiday);
      const row = typed.find(({ known }) => known === holiday.name) ?? null;
      return { known: holiday.name, before: beforeOf(values), values: row?.values ?? values, row };
    }),
    ...added.map((row) => ({ known: '', before: '', values: row.values, row })),
    ...Array.from({ length: NEW_ROWS }, () => ({ known: '', before: '', values: EMPTY, row: null })),
  ];
  return shown.map(({ row, ...rest }, at) => {
    const path = row && sent.includes(row) ? `holidays.${sent.indexOf(row)}.` : null;
    const mine = path === null ? [] : refusals.filter(({ field }) => field?.startsWith(path));
    return {
      ...rest,
      refusals: mine.map((one) => ({ ...one, field: `${at}.${one.field!.slice(path!.length)}` })),
    };
  });
}

/** What the rows say together, for a trial. */
export const holidaysOf = (rows: readonly ShownRow[]): HolidayInput[] =>
  changeOf(rows.map(({ known, values }) => ({ known, values }))).holidays;
