import { expect, test } from '@jest/globals';
import { checkAge } from './age.js';
import { explain } from './refusal.js';

const range = { bornFrom: '2019-09-01', bornTo: '2020-08-31' };

test.each([
  ['2019-08-31', 'tooOld'],
  ['2019-09-01', undefined],
  ['2020-08-31', undefined],
  ['2020-09-01', 'tooYoung'],
  ['2020-02-31', undefined], // not a day: another rule says so
])('born on %s: %p', (birthDate, rule) =>
  expect(checkAge(birthDate, range, '010-0000', 'child.birthDate')[0]?.rule).toBe(rule),
);

test('an older child is told the bound and whom to call', () => {
  const [refusal] = checkAge('2018-01-01', range, '010-0000', 'child.birthDate');
  expect(explain(refusal!, 'zh-CN')).toMatchObject({
    code: 'AGE_OUT_OF_RANGE',
    field: 'child.birthDate',
    message: expect.stringContaining('2019-09-01'),
    wayOut: expect.stringContaining('010-0000'),
  });
});
