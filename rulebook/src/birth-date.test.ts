import { expect, test } from '@jest/globals';
import { checkBirthDate } from './birth-date.js';

const now = new Date('2026-05-10T16:30:00Z'); // 11 May in Shanghai
test.each([
  ['2020-03-05', []],
  ['2026-05-11', []],
  ['2026-05-12', ['birthDateInFuture']],
  ['2020-02-31', ['dateFormat']],
  ['5 March 2020', ['dateFormat']],
  ['', ['required']],
])('birth date %p: %p', (birthDate, rules) =>
  expect(checkBirthDate(birthDate, now, 'child.birthDate').map(({ rule }) => rule)).toEqual(rules),
);
