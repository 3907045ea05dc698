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
    ['买买提·吐尔逊', '买*****逊'],
  ])('name %s is shown as %s', (name, masked) => expect(maskName(name)).toBe(masked));

  const shownBy = { maskDocument: [8, 0.5], maskPhone: [7, 7 / 11], maskName: [2, 1] } as const;
  test.each([
    ['maskDocument', maskDocument],
    ['maskPhone', maskPhone],
    ['maskName', maskName],
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
});
