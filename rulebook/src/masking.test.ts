import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maskDocument, maskName, maskPhone } from './masking.js';

describe('masks', () => {
  test.each([
    ['119999201901010018', '1199**********0018'],
    ['H12345678', 'H1*****78'],
    ['12345678', '12****78'],
    ['E1234', 'E***4'],
    ['123', '***'],
    ['', ''],
  ])('document %s is shown as %s', (number, masked) => expect(maskDocument(number)).toBe(masked));

  test.each([
    ['19900000001', '199****0001'],
    ['12345', '*****'],
  ])('phone %s is shown as %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));

  test.each([
    ['测试甲', '测*甲'],
    ['测甲', '测*'],
    ['测', '*'],
    ['𠮷野𡈽', '𠮷*𡈽'],
    ['测试甲乙丙', '测***丙'],
    ['买买提·吐尔逊', '买***逊'],
    ['Testina Longname Example', 'T***e'],
  ])('name %s is shown as %s', (name, masked) => expect(maskName(name)).toBe(masked));

  const shownBy = { maskDocument: [8, 0.5], maskPhone: [7, 7 / 11] } as const;
  test.each([
    ['maskDocument', maskDocument],
    ['maskPhone', maskPhone],
  ] as const)(
    '%s keeps the length, shows each character in its place or not at all, and few of them',
    (name, mask) => {
      const [most, share] = shownBy[name];
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
          const before = [...text];
          const after = [...mask(text)];
          expect(after).toHaveLength(before.length);
          const shown = before.filter((character, place) => character !== '*' && after[place] === character);
          expect(shown.length).toBeLessThanOrEqual(Math.min(most, before.length * share));
          expect(after.every((character, place) => character === '*' || character === before[place])).toBe(
            true,
          );
          if (before.length > 0) expect(after).toContain('*');
        }),
      );
    },
  );

  test('maskName shows the first and the last character at most, and never tells how long a long name is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (text) => {
        const before = [...text];
        const after = [...maskName(text)];
        expect(after).toHaveLength(Math.min(before.length, 5));
        expect(after.slice(1, -1).every((character) => character === '*')).toBe(true);
        expect(after).toContain('*');
        if (before.length > 2) expect([after[0], after.at(-1)]).toEqual([before[0], before.at(-1)]);
      }),
    );
  });
});
