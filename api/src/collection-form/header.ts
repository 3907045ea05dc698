import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.js';
import { barcode, qrCode } from './codes.js';
import type { CollectionFormFacts } from './facts.js';
import { RIGHT, TABLE } from './layout.js';
import { INK, PINE, type Sheet, SOFT } from './sheet.js';
import { SERVICES, TITLE } from './words.js';

export const TOP = 36;
export const HEADER = { first: 100, later: 34 } as const;
/** A scanner needs four modules of blank paper around the code, which here are 8 points. */
const QR = { size: 66, x: RIGHT - 66, quiet: 8 } as const;
const BARCODE = { x: 205, y: TOP + 62, module: 1.15, height: 26 } as const;
const SMALL = { size: 9, colour: SOFT } as const;

/** Which form, whose number, and the two codes: one for the school's scanner, one to check the form by. */
export function drawHeader(sheet: Sheet, facts: CollectionFormFacts): void {
  const { root } = sheet;
  const place = `${facts.season} 年小学入学 · ${facts.district.name} · ${SERVICES[facts.service]}`;
  sheet.tagged(root, 'P', () => sheet.text(place, TABLE.left, TOP, SMALL));
  sheet.tagged(root, 'H1', () =>
    sheet.text(TITLE, TABLE.left, TOP + 14, { size: 22, weight: 'bold', leading: 30 }),
  );
  sheet.tagged(root, 'P', () => {
    sheet.text('信息采集编号', TABLE.left, TOP + 60, { size: 8, colour: SOFT });
    sheet.text(groupCollectionNumber(facts.number), TABLE.left, TOP + 70, { size: 14, weight: 'bold' });
  });
  sheet.tagged(root, 'Figure', () => drawBarcode(sheet, facts.number), {
    alt: `条形码：信息采集编号 ${facts.number}`,
  });
  sheet.tagged(root, 'Figure', () => drawQrCode(sheet, facts.verifyUrl), {
    alt: `二维码：核验本表，${facts.verifyUrl}`,
  });
  const caption = { size: 7.5, colour: SOFT };
  sheet.tagged(root, 'P', () =>
    sheet.text('扫码核验本表', QR.x + QR.size / 2, TOP + QR.size + QR.quiet, caption, 'center'),
  );
  drawRule(sheet, TOP + HEADER.first - 7);
}

/** Each further page says what it belongs to. */
export function drawLaterHeader(sheet: Sheet, { number }: CollectionFormFacts): void {
  sheet.ornament(() => {
    sheet.text(`${TITLE}（续）`, TABLE.left, TOP, { size: 11, weight: 'bold' });
    sheet.text(groupCollectionNumber(number), RIGHT, TOP, { size: 11 }, 'right');
  });
  drawRule(sheet, TOP + HEADER.later - 7);
}

function drawRule(sheet: Sheet, y: number): void {
  sheet.ornament(() =>
    sheet.doc.lineWidth(1.4).strokeColor(PINE).moveTo(TABLE.left, y).lineTo(RIGHT, y).stroke(),
  );
}

function drawBarcode({ doc }: Sheet, digits: string): void {
  let at: number = BARCODE.x;
  doc.fillColor(INK);
  barcode(digits).forEach((width, index) => {
    if (index % 2 === 0) doc.rect(at, BARCODE.y, width * BARCODE.module, BARCODE.height);
    at += width * BARCODE.module;
  });
  doc.fill();
}

function drawQrCode({ doc }: Sheet, text: string): void {
  const { runs, modules } = qrCode(text);
  const unit = QR.size / modules;
  doc.fillColor(INK);
  for (const [x, y, width] of runs) doc.rect(QR.x + x * unit, TOP + y * unit, width * unit, unit);
  doc.fill();
}
