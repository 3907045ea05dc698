import { LABEL, TABLE, textX, topOf, type PlacedRow } from './layout.js';
import { RULE, type Sheet, SOFT, WASH } from './sheet.js';
import { drawSideTitle } from './side-title.js';

/** Draws the rows of one page, section by section, and returns where they end. */
export function drawRows(sheet: Sheet, rows: readonly PlacedRow[], top: number): number {
  let at = top;
  for (const block of blocksOf(rows)) at = drawBlock(sheet, block, at);
  if (rows.length > 0) sheet.ornament(() => drawFrame(sheet, rows, top, at));
  return at;
}

/** The rows of one section that are together on a page. */
function blocksOf(rows: readonly PlacedRow[]): PlacedRow[][] {
  const blocks: PlacedRow[][] = [];
  for (const row of rows) {
    if (blocks.at(-1)?.[0]!.section === row.section) blocks.at(-1)!.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

function drawBlock(sheet: Sheet, rows: readonly PlacedRow[], top: number): number {
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  sheet.ornament(() => drawGrid(sheet, rows, top, height));
  drawSideTitle(sheet, rows[0]!.section.title, { x: TABLE.left, top, width: TABLE.title, height });
  const table = sheet.doc.struct('Table');
  sheet.root.add(table);
  let at = top;
  for (const row of rows) {
    const line = sheet.doc.struct('TR');
    table.add(line);
    const box = { top: at, height: row.height };
    for (const { x, labelWidth, label, value, style } of row.cells) {
      sheet.tagged(line, 'TH', () =>
        sheet.lines(label, textX(x), topOf(label, LABEL, box), { ...LABEL, colour: SOFT }),
      );
      sheet.tagged(line, 'TD', () =>
        sheet.lines(value, textX(x + labelWidth), topOf(value, style, box), style),
      );
    }
    at += row.height;
  }
  table.end();
  return at;
}

/** Draws washes behind the labels and then hairlines around the cells. */
function drawGrid({ doc }: Sheet, rows: readonly PlacedRow[], top: number, height: number): void {
  doc.fillColor(WASH);
  doc.rect(TABLE.left, top, TABLE.title, height);
  forEachCell(rows, top, (cell, y, row) => doc.rect(cell.x, y, cell.labelWidth, row.height));
  doc.fill();
  doc.lineWidth(0.5).strokeColor(RULE);
  forEachCell(rows, top, (cell, y, row) => doc.rect(cell.x, y, cell.width, row.height));
  doc.stroke();
}

function forEachCell(
  rows: readonly PlacedRow[],
  top: number,
  visit: (cell: PlacedRow['cells'][number], y: number, row: PlacedRow) => void,
): void {
  let y = top;
  for (const row of rows) {
    for (const cell of row.cells) visit(cell, y, row);
    y += row.height;
  }
}

/** Draws the lines around the table and between the sections. */
function drawFrame({ doc }: Sheet, rows: readonly PlacedRow[], top: number, bottom: number): void {
  doc
    .lineWidth(0.9)
    .strokeColor(SOFT)
    .rect(TABLE.left, top, TABLE.width, bottom - top);
  let y = top;
  rows.forEach((row, index) => {
    if (index > 0 && rows[index - 1]!.section !== row.section) {
      doc.moveTo(TABLE.left, y).lineTo(TABLE.left + TABLE.width, y);
    }
    y += row.height;
  });
  doc.stroke();
}
