import { expect, test } from '@jest/globals';
import { checkSignedPaper } from './signed-paper.js';

const rulesOf = (reference: string, kept = true) =>
  checkSignedPaper({ reference, kept }, 'paper').map(({ rule, field }) => [rule, field]);

test.each(['代办 17 号', '2026-05-20', '２０２６年5月20日', 'A-0017/26'])(
  '%s is a paper that can be found',
  (reference) => {
    expect(rulesOf(reference)).toEqual([]);
  },
);

test.each([
  ['', 'required'],
  ['1', 'required'],
  ['留存', 'required'],
  ['138 0000 1234', 'reasonPersonal'],
  ['119999201901010018', 'reasonPersonal'],
  [`第 1 号${'长'.repeat(40)}`, 'reasonTooLong'],
])('“%s” is none', (reference, rule) => expect(rulesOf(reference)).toEqual([[rule, 'paper.reference']]));

test('what nobody has read to the family and kept is no paper', () => {
  expect(rulesOf('17 号', false)).toEqual([['paperNotKept', 'paper.kept']]);
});
