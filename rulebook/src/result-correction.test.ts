import { expect, test } from '@jest/globals';
import { checkResultCorrection } from './result-correction.js';

const before = { outcome: 'NOT_ADMITTED', note: '学位已满', school: '0101' } as const;
const after = {
  outcome: 'ADMITTED',
  note: '8 月 25 日报到',
  school: null,
  reason: '登记时选错了结果',
} as const;
const facts = { before, open: false };
const rules = (...given: Parameters<typeof checkResultCorrection>) =>
  checkResultCorrection(...given).map(({ rule, field }) => [rule, field]);

test('a published result is corrected with a reason that names nobody', () => {
  expect(rules(after, ['测试娃'], facts)).toEqual([]);
  expect(rules({ ...after, reason: '测试娃的结果选错了' }, ['测试娃'], facts)).toEqual([
    ['reasonPersonal', 'reason'],
  ]);
  expect(rules({ ...after, reason: ' ' }, [], facts)).toEqual([['required', 'reason']]);
});

test('it has to be published, to be another one, and the only correction that waits', () => {
  expect(rules(after, [], { before: null, open: false })).toEqual([['resultNotPublished', null]]);
  expect(rules(after, [], { before, open: true })).toEqual([['resultCorrectionOpen', null]]);
  expect(rules({ ...after, ...before }, [], facts)).toEqual([['resultUnchanged', 'outcome']]);
});

test('no result is corrected to none, nor to a refusal without its reason', () => {
  expect(rules({ ...after, outcome: 'PENDING' }, [], facts)).toEqual([['required', 'outcome']]);
  const admitted = { outcome: 'ADMITTED', note: null, school: '0101' } as const;
  expect(
    rules({ ...after, outcome: 'NOT_ADMITTED', note: null }, [], { before: admitted, open: false }),
  ).toEqual([['required', 'note']]);
});

test('the school alone is corrected as well, and only of a child who is admitted', () => {
  const admitted = { outcome: 'ADMITTED', note: null, school: '0101' } as const;
  const moved = { outcome: 'ADMITTED', note: null, school: '0102', reason: '派错了学校' } as const;
  expect(rules(moved, [], { before: admitted, open: false })).toEqual([]);
  for (const school of ['0101', null])
    expect(rules({ ...moved, school }, [], { before: admitted, open: false })).toEqual([
      ['resultUnchanged', 'outcome'],
    ]);
  const refusedThere = { ...moved, outcome: 'NOT_ADMITTED', note: '学位已满' } as const;
  expect(rules(refusedThere, [], { before: admitted, open: false })).toEqual([
    ['schoolWithoutAdmission', 'school'],
  ]);
});
