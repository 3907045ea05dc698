import { expect, test } from '@jest/globals';
import { RULES } from '@enrolment/rulebook/rules.ts';
import { clauseAddress } from './clause.ts';

test.each([
  ['一(二)3', '/manual#1-2-3'],
  ['二(二)', '/manual#2-2'],
  ['七', '/manual#7'],
  ['GB 11643-1999', null],
  ['教育部 2022 年义务教育招生入学通知', null],
])('%s stands at %s', (clause, address) => {
  expect(clauseAddress(clause)).toBe(address);
});

test('no clause of the rulebook that begins as the manual does is left without its place', () => {
  const clauses = Object.values(RULES).flatMap(({ clause }) => (clause ? [clause] : []));
  const cited = clauses.filter((clause) => /^[一二三四五六七]/.test(clause));
  expect(cited.length).toBeGreaterThan(10);
  for (const clause of cited)
    expect({ clause, address: clauseAddress(clause) }).not.toMatchObject({ address: null });
});
