/** What is told of a small number: it may say who it is. */
export const SMALL = '<5';

/** A number in a chart, as far as its reader may know it; null if nothing of it is told. */
export type Count = number | typeof SMALL | null;

/** What is drawn of it. */
export const drawn = (count: Count): number => (typeof count === 'number' ? count : 0);

/** What to draw. Each kind has its component, which does not know where the numbers come from. */
export type Drawing = FunnelDrawing | ColumnsDrawing | LinesDrawing | ForecastDrawing | RanksDrawing;

export interface FunnelDrawing {
  kind: 'funnel';
  steps: { label: string; reached: Count; here: Count; hereInWords: string; took: string | null }[];
}

export interface ColumnsDrawing {
  kind: 'columns';
  columns: { label: string; count: Count; strong: boolean }[];
  /** A line before the first strong column. */
  limit: string | null;
}

export interface LinesDrawing {
  kind: 'lines';
  /** The label below each place on the axis. */
  labels: string[];
  series: { label: string; counts: Count[]; beside: boolean }[];
  /** Shaded places, first and last included. */
  bands: { from: number; to: number; label: string }[];
}

export interface ForecastDrawing {
  kind: 'forecast';
  waiting: number;
  todayInWords: string;
  days: { early: number; expected: number; late: number | null };
  expectedInWords: string;
}

export interface RanksDrawing {
  kind: 'ranks';
  rows: { label: string; count: Count }[];
}
