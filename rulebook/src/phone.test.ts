import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkPhone, checkPhoneLimit, normalisePhone, PHONE_LIMIT } from './phone.js';

describe('phone', () => {
  test.each([
    '19900000001',
    '+8619900000001',
    '+86 199 0000 0001',
    '008619900000001',
    '86-199-0000-0001',
    '１９９００００　０００１',
    '\u202d19900000001\u202c',
  ])('%s is 19900000001', (raw) => {
    expect(normalisePhone(raw)).toBe('19900000001');
    expect(checkPhone(raw, 'guardian.phone')).toEqual([]);
  });

  test.each([
    ['', 'required'],
    ['12900000001', 'phoneFormat'],
    ['1990000000', 'phoneFormat'],
    ['199000000011', 'phoneFormat'],
    ['+85291234567', 'phoneFormat'],
    ['010-12345678', 'phoneFormat'],
    ['١٩٩٠٠٠٠٠٠٠١', 'phoneFormat'],
  ])('%p is refused: %s', (raw, rule) => expect(checkPhone(raw, 'guardian.phone')).toMatchObject([{ rule }]));

  test('every way of writing a number is the same number, and normalising twice is normalising once', () => {
    const numbers = fc.tuple(fc.constantFrom(...'3456789'), fc.integer({ min: 0, max: 999_999_999 }));
    fc.assert(
      fc.property(
        numbers,
        fc.constantFrom('', '86', '+86', '0086'),
        fc.constantFrom('', ' ', '-'),
        (parts, prefix, gap) => {
          const phone = `1${parts[0]}${String(parts[1]).padStart(9, '0')}`;
          expect(normalisePhone(prefix + gap + phone.slice(0, 3) + gap + phone.slice(3))).toBe(phone);
        },
      ),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) =>
        expect(normalisePhone(normalisePhone(raw))).toBe(normalisePhone(raw)),
      ),
    );
  });

  test('three live numbers on one phone, and no fourth', () => {
    expect(PHONE_LIMIT).toBe(3);
    expect([0, 1, 2].flatMap((used) => checkPhoneLimit(used, '010-0000', 'guardian.phone'))).toEqual([]);
    expect(checkPhoneLimit(3, '010-0000', 'guardian.phone')).toMatchObject([{ code: 'PHONE_LIMIT_REACHED' }]);
  });
});
