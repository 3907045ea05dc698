import { expect, test } from '@jest/globals';
import { checkWithdrawal } from './withdrawal.js';

test('a record can be withdrawn until a school has preregistered the child, then the district is to be called', () => {
  expect(checkWithdrawal(true, '010-0000')).toEqual([]);
  expect(checkWithdrawal(false, '010-0000')).toMatchObject([
    { code: 'STAGE_CONFLICT', params: { hotline: '010-0000' } },
  ]);
});
