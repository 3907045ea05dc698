import { barcode, qrCode } from './codes.js';
import { RIGHT } from '../paper/layout.js';
import { TOP } from '../paper/pages.js';
import { INK, type Sheet, SOFT } from '../paper/sheet.js';
import type { CollectionFormFacts } from './facts.js';

/** A scanner needs four modules of blank paper around the code, which here are 8 points. */
const QR = { size: 66, x: RIGHT - 66, quiet: 8 } as const;
const BARCODE = { x: 205, y: TOP + 62, module: 1.15, height: 26 } as const;

/** The two codes beside the title: one for the school's scanner, one to check the form by. */
export function drawCodes(sheet: Sheet, { number, verifyUrl }: CollectionFormFacts): void {
  const { root } = sheet;
  sheet.tagged(root, 'Figure', () => drawBarcode(sheet, number), { alt: `条形码：信息采集编号 ${number}` });
  sheet.tagged(root, 'Figure', () => drawQrCode(sheet, verifyUrl), { alt: `二维码：核验本表，${verifyUrl}` });
  const caption = { size: 7.5, colour: SOFT };
  sheet.tagged(root, 'P', () =>
    sheet.text('扫码核验本表', QR.x + QR.size / 2, TOP + QR.size + QR.quiet, caption, 'center'),
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
