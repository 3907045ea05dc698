import { expect, test } from '@jest/globals';
import { inputOf, valuesIn, valuesOf } from './values.ts';

test('a plan is a number, none, or one that is refused', () => {
  const values = valuesOf(null);
  expect(inputOf(values)).toMatchObject({ quota: null, closed: false, address: null });
  expect(['120', '0', '12a', '1.5', '-3'].map((quota) => inputOf({ ...values, quota }).quota)).toEqual([
    120, 0, -1, -1, -1,
  ]);
});

test('a box that is not ticked is not sent', () => {
  const form = new FormData();
  form.set('name', ' 示例小学 ');
  expect(valuesIn(form)).toMatchObject({ name: '示例小学', closed: '' });
  form.set('closed', 'yes');
  expect(inputOf(valuesIn(form)).closed).toBe(true);
});
