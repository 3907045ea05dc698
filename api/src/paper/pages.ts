import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.js';
import type { Readable } from 'node:stream';
import { paginate, placeRows, RIGHT, TABLE, type Section } from './layout.js';
import { A4, PINE, RULE, type Sheet, SOFT } from './sheet.js';
import { drawRows } from './table.js';

export const TOP = 36;
const HEADER = { first: 100, later: 34 } as const;
const FOOTER = 40;
const BOTTOM = A4.height - 30;

/** What stands under the table of the last page. */
export interface Closing {
  readonly height: number;
  readonly draw: (top: number) => void;
}

export interface Paper {
  readonly title: string;
  readonly number: string;
  /** Above the title: season, district, service. */
  readonly place: string;
  /** What stands beside the title. */
  readonly drawCodes?: () => void;
  readonly sections: readonly Section[];
  readonly closing: Closing;
  /** The lines at the foot of each page. */
  readonly foot: readonly string[];
}

/** Draws a paper on as many pages as it needs, and ends the document. */
export function drawPages(sheet: Sheet, paper: Paper): Readable {
  const room = BOTTOM - FOOTER - TOP;
  const pages = paginate(
    placeRows(paper.sections, sheet),
    { first: room - HEADER.first, later: room - HEADER.later },
    paper.closing.height,
  );
  pages.forEach((rows, index) => {
    sheet.doc.addPage();
    if (index === 0) drawHeader(sheet, paper);
    else drawLaterHeader(sheet, paper);
    const end = drawRows(sheet, rows, TOP + (index === 0 ? HEADER.first : HEADER.later));
    if (index === pages.length - 1) paper.closing.draw(end);
    drawFooter(sheet, paper, { page: index + 1, of: pages.length });
  });
  sheet.root.end();
  sheet.doc.end();
  return sheet.doc;
}

/** Which paper, and whose number. */
function drawHeader(sheet: Sheet, { place, title, number, drawCodes }: Paper): void {
  const { root } = sheet;
  sheet.tagged(root, 'P', () => sheet.text(place, TABLE.left, TOP, { size: 9, colour: SOFT }));
  sheet.tagged(root, 'H1', () =>
    sheet.text(title, TABLE.left, TOP + 14, { size: 22, weight: 'bold', leading: 30 }),
  );
  sheet.tagged(root, 'P', () => {
    sheet.text('信息采集编号', TABLE.left, TOP + 60, { size: 8, colour: SOFT });
    sheet.text(groupCollectionNumber(number), TABLE.left, TOP + 70, { size: 14, weight: 'bold' });
  });
  drawCodes?.();
  drawRule(sheet, TOP + HEADER.first - 7);
}

/** Each further page says what it belongs to. */
function drawLaterHeader(sheet: Sheet, { title, number }: Paper): void {
  sheet.ornament(() => {
    sheet.text(`${title}（续）`, TABLE.left, TOP, { size: 11, weight: 'bold' });
    sheet.text(groupCollectionNumber(number), RIGHT, TOP, { size: 11 }, 'right');
  });
  drawRule(sheet, TOP + HEADER.later - 7);
}

function drawRule(sheet: Sheet, y: number): void {
  sheet.ornament(() =>
    sheet.doc.lineWidth(1.4).strokeColor(PINE).moveTo(TABLE.left, y).lineTo(RIGHT, y).stroke(),
  );
}

function drawFooter(sheet: Sheet, { foot }: Paper, { page, of }: { page: number; of: number }): void {
  const top = BOTTOM - FOOTER + 12;
  const style = { size: 7.5, colour: SOFT, leading: 11 };
  const texts = () =>
    foot.forEach((text, index) => sheet.text(text, TABLE.left, top + index * style.leading, style));
  // Read once; on the pages after it is an ornament, as page numbers are.
  if (page === 1) sheet.tagged(sheet.root, 'P', texts);
  sheet.ornament(() => {
    if (page > 1) texts();
    sheet.text(`第 ${page} 页\u3000共 ${of} 页`, RIGHT, top, style, 'right');
    sheet.doc
      .lineWidth(0.5)
      .strokeColor(RULE)
      .moveTo(TABLE.left, top - 4)
      .lineTo(RIGHT, top - 4)
      .stroke();
  });
}
