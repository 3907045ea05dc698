import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  checkDigit,
  districtOfNumber,
  groupCollectionNumber,
  isCollectionNumber,
  makeCollectionNumber,
  normaliseCollectionNumber,
  seasonOfNumber,
} from './collection-number.js';

const parts = [
  fc.integer({ min: 2000, max: 2999 }),
  fc.integer({ min: 1, max: 18 }).map((code) => String(code).padStart(2, '0')),
  fc.integer({ min: 0, max: 9_999_999 }),
] as const;

describe('collection number', () => {
  test('ISO 7064 MOD 11,10: the example of the standard, 0794 has check digit 5', () => {
    expect(checkDigit('0794')).toBe('5');
  });

  test('carries season, district and serial, and is read back however it is written', () => {
    fc.assert(
      fc.property(...parts, (season, district, serial) => {
        const number = makeCollectionNumber(season, district, serial);
        expect(number).toMatch(new RegExp(`^${season}${district}${String(serial).padStart(7, '0')}\\d$`));
        expect(isCollectionNumber(number)).toBe(true);
        expect(normaliseCollectionNumber(groupCollectionNumber(number))).toBe(number);
        const fullWidth = number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
        expect(normaliseCollectionNumber(` ${fullWidth}\u3000`)).toBe(number);
      }),
    );
  });

  test('every single wrong digit is found', () => {
    fc.assert(
      fc.property(
        ...parts,
        fc.nat(13),
        fc.integer({ min: 1, max: 9 }),
        (season, district, serial, place, shift) => {
          const wrong = [...makeCollectionNumber(season, district, serial)];
          wrong[place] = String((Number(wrong[place]) + shift) % 10);
          expect(isCollectionNumber(wrong.join(''))).toBe(false);
        },
      ),
    );
  });

  test('two people never get the same number', () => {
    fc.assert(
      fc.property(fc.tuple(...parts), fc.tuple(...parts), (one, other) => {
        const same = one.every((part, place) => part === other[place]);
        expect(makeCollectionNumber(...one) === makeCollectionNumber(...other)).toBe(same);
      }),
    );
  });

  test('is shown in groups', () => {
    expect(groupCollectionNumber('20260100001234')).toBe('2026 01 0000123 4');
  });

  test('says which district has given it, and for which season', () => {
    expect(seasonOfNumber('20260100001234')).toBe(2026);
    expect(districtOfNumber('20260100001234')).toBe('01');
  });

  test.each(['', '2026010000123', '202601000012345', '2026O100001234', 'garbage'])('%p is none', (text) =>
    expect(isCollectionNumber(text)).toBe(false),
  );

  test('a serial beyond seven digits is a fault of ours', () => {
    expect(() => makeCollectionNumber(2026, '01', 10_000_000)).toThrow(RangeError);
  });
});
