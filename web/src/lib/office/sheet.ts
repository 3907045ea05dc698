import type { Count } from './charts/drawing.ts';

/** Null is hidden from this reader. */
export type Cell = string | Count;

/** Numbers under their headings: shown as a table, downloaded as CSV. */
export interface Sheet {
  columns: string[];
  rows: Cell[][];
  /** The line below, where there is more than one above. */
  total?: Cell[] | null;
  /** Where a row’s first cell leads. */
  links?: string[];
}

/** Spreadsheets guess the encoding of a file that does not begin with it. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** For spreadsheets, which take `=1+1` for a formula. */
export function csvLine(row: readonly Cell[], hidden = ''): string {
  const field = (value: Cell) => {
    const text = value === null ? hidden : String(value);
    const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `${row.map(field).join(',')}\r\n`;
}

export function toCsv({ columns, rows, total }: Sheet, hidden: string): string {
  const lines = [columns, ...rows, ...(total ? [total] : [])].map((row) => csvLine(row, hidden));
  return BYTE_ORDER_MARK + lines.join('');
}
