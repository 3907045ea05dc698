import { describe, expect, test } from '@jest/globals';
import { readBrought } from './brought.js';
import { makeCollectionNumber } from './collection-number.js';

const NUMBER = makeCollectionNumber(2026, '01', 123);
const CODE = `${'aB3-_'.repeat(7)}xyz`;

describe('what is brought to the desk', () => {
  test.each([
    NUMBER,
    NUMBER.replace(/^(\d{4})(\d{2})(\d{7})(\d)$/, '$1 $2 $3 $4'),
    NUMBER.replace(/^(\d{4})(\d{2})(\d{7})(\d)$/, '$1-$2-$3-$4'),
    `${NUMBER}\r\n`,
    [...NUMBER].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''),
  ])('is a number, however it is typed: %j', (text) => {
    expect(readBrought(text)).toEqual({ kind: 'NUMBER', number: NUMBER });
  });

  test.each([CODE, `https://ruxue.example/verify/${CODE}`, ` http://localhost:3000/verify/${CODE}/\n`])(
    'is a form’s code, with its address or without: %j',
    (text) => {
      expect(readBrought(text)).toEqual({ kind: 'CODE', code: CODE });
    },
  );

  test.each([
    '',
    '2026',
    `${NUMBER.slice(0, 13)}${(Number(NUMBER[13]) + 1) % 10}`,
    `https://ruxue.example/verify/${CODE}x`,
    `https://ruxue.example/elsewhere/${CODE}`,
    'x'.repeat(10_000),
  ])('is neither: %j', (text) => {
    expect(readBrought(text)).toBeNull();
  });
});
