import { describe, expect, test } from '@jest/globals';
import bwip from 'bwip-js';
import fc from 'fast-check';
import { barcode, qrCode } from './codes.js';

describe('barcode', () => {
  test('is the Code 128 that another implementation makes of the same number', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_999n }), (value) => {
        const digits = String(value).padStart(14, '0');
        const [theirs] = bwip.raw('code128', digits, {}) as { sbs: number[] }[];
        expect(barcode(digits)).toEqual(theirs!.sbs);
      }),
    );
  });
});

describe('QR code', () => {
  test('runs are dark squares within the code, none twice', () => {
    const { runs, modules } = qrCode('https://localhost/verify/' + 'x'.repeat(38));
    const seen = new Set<number>();
    for (const [x, y, width] of runs) {
      expect(x + width).toBeLessThanOrEqual(modules);
      for (let at = x; at < x + width; at += 1) {
        expect(seen.has(y * modules + at)).toBe(false);
        seen.add(y * modules + at);
      }
    }
    // The finder in the corner: a dark frame around a light one around a dark square.
    expect([0, 1, 3, 5, 6].map((x) => seen.has(3 * modules + x))).toEqual([true, false, true, false, true]);
  });
});
