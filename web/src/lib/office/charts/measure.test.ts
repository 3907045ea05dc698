import { expect, test } from '@jest/globals';
import { fitting, textWidth, upTo, widest } from './measure.ts';

test('a Chinese letter is a square, a Latin one about half of it', () => {
  expect(textWidth('河北', 10)).toBe(20);
  expect(textWidth('1,234', 10)).toBeCloseTo(29);
  expect(widest([])).toBe(0);
});

test('a text that does not fit is shortened, and then fits', () => {
  expect(fitting('河北省', 100)).toBe('河北省');
  const short = fitting('第一百二十三示例小学（东校区）', 100);
  expect(short).toMatch(/^第一.*…$/);
  expect(textWidth(short)).toBeLessThanOrEqual(100);
});

test('a scale begins at nothing, and has room where there is nothing to show', () => {
  expect(upTo([5, null, 10], 100)(10)).toBe(100);
  expect(upTo([0, 0], 100)(0)).toBe(0);
  expect(upTo([], 100)(0)).toBe(0);
});
