import type { CollectionFormFacts } from './facts.js';
import { TABLE } from '../paper/layout.js';
import type { Line } from '../paper/lines.js';
import type { Closing } from '../paper/pages.js';
import { INK, RULE, type Sheet, SOFT, WASH } from '../paper/sheet.js';
import { drawSideTitle } from '../paper/side-title.js';

const GAP = 8;
const HALF = TABLE.width / 2;
const PADDING = 8;
const TEXT = { size: 8.5, leading: 12.5 } as const;
const SIGNATURE = 29;
const LEAST_HEIGHT = 112;
const CHECK = { box: 7, after: 4, between: 12, leading: 15 } as const;

const DECLARATION = '本人确认：以上信息真实、准确，与证件和材料一致。';
const SEEN = '已核对以下材料原件：';
const BY_HAND = '空框里的字系统里没有字形，框旁是它的统一码：请按证件手工填写。';

/** The end of the form: the guardians sign, and the school says what it has seen. */
export function placeClosing(facts: CollectionFormFacts, byHand: readonly string[], sheet: Sheet): Closing {
  const width = HALF - TABLE.title - PADDING * 2;
  const declaration = sheet.wrap(DECLARATION, width, TEXT);
  const checks = placeChecks(facts.reviewItems, width, sheet);
  const height = Math.max(
    LEAST_HEIGHT,
    PADDING * 2 + TEXT.leading + checks.height + 4 + SIGNATURE + 12,
    PADDING * 2 + declaration.length * TEXT.leading + SIGNATURE * facts.guardians.length,
  );
  const note = byHand.length > 0 ? TEXT.leading + 4 : 0;
  return {
    height: note + GAP + height,
    draw: (above) => {
      const top = above + note + GAP;
      if (note > 0) {
        sheet.tagged(sheet.root, 'P', () => sheet.text(BY_HAND, TABLE.left, above + 5, TEXT));
      }
      const box = (x: number) => ({ x, top, width: TABLE.title, height });
      sheet.ornament(() => drawFrame(sheet, top, height));
      const left = TABLE.left + TABLE.title + PADDING;
      drawSideTitle(sheet, '监护人确认', box(TABLE.left));
      sheet.tagged(sheet.root, 'P', () => sheet.lines(declaration, left, top + PADDING, TEXT));
      facts.guardians.forEach(({ role }, index) =>
        drawSignature(sheet, role === 'FIRST' ? '监护人一签字' : '监护人二签字', {
          x: left,
          width,
          bottom: top + height - PADDING - (facts.guardians.length - 1 - index) * SIGNATURE,
        }),
      );
      const right = TABLE.left + HALF + TABLE.title + PADDING;
      drawSideTitle(sheet, '学校审核', box(TABLE.left + HALF));
      sheet.tagged(sheet.root, 'P', () => {
        sheet.text(SEEN, right, top + PADDING, TEXT);
        checks.draw(right, top + PADDING + TEXT.leading + 2);
      });
      drawSignature(sheet, '审核人签字', { x: right, width, bottom: top + height - PADDING - 12 });
      sheet.tagged(sheet.root, 'P', () =>
        sheet.text(
          '（学校盖章）',
          right + width,
          top + height - PADDING - 9,
          { size: 7.5, colour: SOFT },
          'right',
        ),
      );
    },
  };
}

function drawFrame({ doc }: Sheet, top: number, height: number): void {
  doc.fillColor(WASH);
  for (const x of [TABLE.left, TABLE.left + HALF]) doc.rect(x, top, TABLE.title, height);
  doc.fill();
  doc.lineWidth(0.5).strokeColor(RULE);
  for (const x of [TABLE.left, TABLE.left + HALF]) doc.rect(x, top, TABLE.title, height);
  doc.stroke();
  doc.lineWidth(0.9).strokeColor(SOFT);
  for (const x of [TABLE.left, TABLE.left + HALF]) doc.rect(x, top, HALF, height);
  doc.stroke();
}

function drawSignature(
  sheet: Sheet,
  label: string,
  { x, width, bottom }: { x: number; width: number; bottom: number },
): void {
  const style = { size: 8, colour: SOFT };
  const top = bottom - 10;
  const date = '年\u3000\u3000月\u3000\u3000日';
  sheet.tagged(sheet.root, 'P', () => {
    sheet.text(label, x, top, style);
    sheet.text(date, x + width, top, style, 'right');
  });
  sheet.ornament(() =>
    sheet.doc
      .lineWidth(0.6)
      .strokeColor(INK)
      .moveTo(x + 54, bottom + 1)
      .lineTo(x + width - 76, bottom + 1)
      .stroke(),
  );
}

/** Boxes to tick, one after the other as lines of text are. */
function placeChecks(labels: readonly string[], width: number, sheet: Sheet) {
  const placed: { x: number; y: number; lines: Line[] }[] = [];
  let x = 0;
  let y = 0;
  for (const label of labels) {
    const lines = sheet.wrap(label, width - CHECK.box - CHECK.after, TEXT);
    const needed = CHECK.box + CHECK.after + Math.max(...lines.map((line) => line.width)) * TEXT.size;
    if (x > 0 && x + needed > width) {
      x = 0;
      y += CHECK.leading;
    }
    placed.push({ x, y, lines });
    x += needed + CHECK.between;
    y += (lines.length - 1) * TEXT.leading;
  }
  const draw = (left: number, top: number) => {
    for (const { x: at, y: below, lines } of placed) {
      sheet.doc.lineWidth(0.7).strokeColor(INK);
      sheet.doc.rect(left + at, top + below + (TEXT.leading - CHECK.box) / 2, CHECK.box, CHECK.box).stroke();
      sheet.lines(lines, left + at + CHECK.box + CHECK.after, top + below, TEXT);
    }
  };
  return { height: labels.length === 0 ? 0 : y + CHECK.leading, draw };
}
