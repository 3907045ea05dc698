import { pathsOf, type Details } from '@enrolment/rulebook/details/details.js';
import type { Sheet } from '@enrolment/rulebook/details/field.js';
import { DETAIL_FIELDS, type FormField } from '@enrolment/rulebook/details/fields.js';
import { inWords, type DistrictNames } from '@enrolment/rulebook/details/words.js';
import type { GuardianRole } from '@enrolment/rulebook/vocabulary.js';
import type { Cell } from '../paper/layout.js';

/** A cell at its place: row and place in the row. */
export interface Placed {
  readonly at: readonly [row: number, place: number];
  readonly cell: Cell;
}

export const dayInWords = (day: string) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1 年 $2 月 $3 日');

/** What the details put into the parts of the form, by their declaration. */
export class PrintedDetails {
  private readonly values: ReadonlyMap<string, string>;

  constructor(
    details: Details,
    private readonly districts: DistrictNames,
  ) {
    this.values = new Map(pathsOf(details));
  }

  /** What is asked in a part of the form; a row in which nothing is filled in is left out. */
  in(sheet: Sheet, role: GuardianRole = 'FIRST'): Placed[] {
    const placed = DETAIL_FIELDS.filter((field) => field.sheet === sheet).flatMap((field) => {
      const path = field.path.replace('*', role);
      return field.printed && this.isAsked(field, path) ? [{ field, printed: field.printed, path }] : [];
    });
    const filled = new Set(
      placed.flatMap(({ path, printed }) => (this.values.has(path) ? [printed.at[0]] : [])),
    );
    return placed
      .filter(({ printed }) => filled.has(printed.at[0]))
      .map(({ field, printed, path }) => ({
        at: printed.at,
        cell: {
          label: printed.label ?? field.label['zh-CN'],
          value: this.words(field, path),
          span: printed.span,
        },
      }));
  }

  private isAsked({ kinds }: FormField, path: string): boolean {
    return kinds === null || kinds.includes(this.values.get(beside(path, 'kind')) ?? '');
  }

  private words(field: FormField, path: string): string {
    const value = this.values.get(path);
    if (value === undefined) return '—';
    const { until } = field.printed!;
    if (until !== undefined) return period(value, this.values.get(beside(path, until)));
    if (field.input === 'DATE') return dayInWords(value);
    return inWords(field, value, 'zh-CN', this.districts);
  }
}

const period = (from: string, until: string | undefined) => (until ? `${from} 至 ${until}` : `${from} 起`);
const beside = (path: string, name: string) => path.replace(/[^.]+$/, name);
