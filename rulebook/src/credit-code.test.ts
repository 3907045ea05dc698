import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  checkCreditCode,
  creditCodeCheckCharacter,
  isCreditCode,
  normaliseCreditCode,
} from './credit-code.js';

const rulesOf = (code: string) => checkCreditCode(code, 'code').map(({ rule }) => rule);
const character = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY');
const first17 = fc.string({ unit: character, minLength: 17, maxLength: 17 });
const code = first17.map((start) => start + creditCodeCheckCharacter(start));

describe('credit code', () => {
  test('the made-up company has one', () => expect(rulesOf('91119999MA0000000W')).toEqual([]));

  test.each([
    ['91119999ma0000000w', 'lower case'],
    ['９１１１９９９９ＭＡ０００００００Ｗ', 'full width'],
    [' 91119999 MA000-0000W\n', 'blanks and hyphens'],
  ])('%p is understood: %s', (typed) => {
    expect(rulesOf(typed)).toEqual([]);
    expect(normaliseCreditCode(typed)).toBe('91119999MA0000000W');
  });

  test.each([
    ['', 'required'],
    ['91119999MA0000000', 'creditCodeFormat'],
    ['91119999MA0000000WX', 'creditCodeFormat'],
    ['110000000000001', 'creditCodeFormat'],
    ['91119999MAO000000W', 'creditCodeFormat'],
    ['示例有限公司', 'creditCodeFormat'],
    ['91119999MA0000000X', 'creditCodeCheck'],
    ['119999201901010018', 'creditCodeCheck'],
  ])('%p is refused: %s', (typed, rule) => expect(rulesOf(typed)).toEqual([rule]));

  test('any 17 characters have exactly one check character', () => {
    fc.assert(
      fc.property(first17, (start) => {
        const right = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].filter((last) => isCreditCode(start + last));
        expect(right).toEqual([creditCodeCheckCharacter(start)]);
      }),
    );
  });

  test('one wrong character is always noticed, and so are two neighbours that changed places', () => {
    fc.assert(
      fc.property(code, fc.nat(17), character, (right, place, other) => {
        const wrong = right.slice(0, place) + other + right.slice(place + 1);
        expect(isCreditCode(wrong)).toBe(wrong === right);
        if (place < 17) {
          const swapped = right.slice(0, place) + right[place + 1] + right[place] + right.slice(place + 2);
          expect(isCreditCode(swapped)).toBe(swapped === right);
        }
      }),
    );
  });

  test('normalising twice is normalising once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) =>
        expect(normaliseCreditCode(normaliseCreditCode(raw))).toBe(normaliseCreditCode(raw)),
      ),
    );
  });
});
