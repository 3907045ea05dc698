import { expect, test } from '@jest/globals';
import { checkDesk, normaliseDesk, type Desk } from './desk.js';

const desk = (given: Partial<Desk> = {}): Desk =>
  normaliseDesk({
    hotline: ['010-6400 0001'],
    deskAddress: '示例大街 20 号',
    deskAddressEn: null,
    deskHours: ' ',
    deskHoursEn: null,
    ...given,
  });

test.each<[string, Partial<Desk>, string[]]>([
  ['a phone and an address', {}, []],
  ['no phone', { hotline: [' '] }, ['hotline: required']],
  [
    'eleven phones',
    { hotline: Array.from({ length: 11 }, (_, at) => `010-${at}`) },
    ['hotline: phonesTooMany'],
  ],
  ['a long phone', { hotline: ['0'.repeat(41)] }, ['hotline: textTooLong']],
  ['long hours', { deskHours: '周'.repeat(81) }, ['deskHours: textTooLong']],
])('a desk with %s', (_, given, expected) => {
  expect(checkDesk(desk(given)).map(({ rule, field }) => `${field}: ${rule}`)).toEqual(expected);
});

test('what is empty is absent', () => {
  expect(desk({ hotline: ['０１０－1', ''] })).toMatchObject({ hotline: ['010－1'], deskHours: null });
});
