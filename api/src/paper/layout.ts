import type { Line } from './lines.js';
import type { Sheet, TextStyle } from './sheet.js';
import { sideTitleHeight } from './side-title.js';

/** Edges and type of the table, in points. */
export const TABLE = { left: 45, width: 505, title: 25, columns: 12 } as const;
export const RIGHT = TABLE.left + TABLE.width;
const LABEL_WIDTH = 54;
const QUESTION_WIDTH = 150;
const PADDING = { x: 4, y: 4 } as const;
const LEAST_HEIGHT = 20.5;

export const LABEL: TextStyle = { size: 7.5, leading: 10 };
const VALUE: TextStyle = { size: 9.5, leading: 12.5 };
const STRONG: TextStyle = { size: 11, leading: 14, weight: 'bold' };

/** A labelled value; `span` is its share of the twelve columns. */
export interface Cell {
  readonly label: string;
  readonly value: string;
  readonly span: number;
  /** Names, which are what one looks for first. */
  readonly strong?: boolean;
  /** The label is a question, and needs the room of one. */
  readonly question?: boolean;
}

export interface Section {
  readonly title: string;
  readonly rows: readonly (readonly Cell[])[];
}

interface PlacedCell {
  readonly x: number;
  readonly width: number;
  readonly labelWidth: number;
  readonly label: readonly Line[];
  readonly value: readonly Line[];
  readonly style: TextStyle;
}

export interface PlacedRow {
  readonly section: Section;
  readonly height: number;
  readonly cells: readonly PlacedCell[];
}

/** Every row with its lines broken and its height known. */
export function placeRows(sections: readonly Section[], sheet: Sheet): PlacedRow[] {
  return sections.flatMap((section) => {
    // A section of one row still has room for its title in two columns.
    const least = section.rows.length === 1 ? sideTitleHeight(section.title) : LEAST_HEIGHT;
    return section.rows.map((row) => {
      let at = TABLE.left + TABLE.title;
      const cells = row.map((cell) => {
        const placed = placeCell(cell, at, sheet);
        at += placed.width;
        return placed;
      });
      return { section, cells, height: Math.max(least, ...cells.map(heightOf)) };
    });
  });
}

function placeCell(cell: Cell, x: number, sheet: Sheet): PlacedCell {
  const width = ((TABLE.width - TABLE.title) / TABLE.columns) * cell.span;
  const labelWidth = cell.question ? QUESTION_WIDTH : LABEL_WIDTH;
  const style = cell.strong ? STRONG : VALUE;
  return {
    x,
    width,
    labelWidth,
    style,
    label: sheet.wrap(cell.label, labelWidth - PADDING.x * 2, LABEL),
    value: sheet.wrap(cell.value, width - labelWidth - PADDING.x * 2, style),
  };
}

const heightOf = ({ label, value, style }: PlacedCell) =>
  Math.max(label.length * LABEL.leading!, value.length * style.leading!) + PADDING.y * 2;

/** Where the lines of a cell begin, so that they stand in the middle of their row. */
export const topOf = (
  lines: readonly Line[],
  style: TextStyle,
  row: { top: number; height: number },
): number => row.top + (row.height - lines.length * style.leading!) / 2;

export const textX = (x: number): number => x + PADDING.x;

/** Rows as they go on pages: `room` says how much each page has, and the last one must have `closing` left. */
export function paginate(
  rows: readonly PlacedRow[],
  room: { first: number; later: number },
  closing: number,
): PlacedRow[][] {
  const pages: PlacedRow[][] = [[]];
  let left = room.first;
  for (const row of rows) {
    if (row.height > left && pages.at(-1)!.length > 0) {
      pages.push([]);
      left = room.later;
    }
    pages.at(-1)!.push(row);
    left -= row.height;
  }
  // The signatures stand under something: the last row comes with them.
  if (closing > left) pages.push(pages.at(-1)!.splice(-1));
  return pages;
}
