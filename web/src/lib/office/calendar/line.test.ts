import { expect, test } from '@jest/globals';
import { lengthOf, placeOf, scaleOf } from './line.ts';

const MAY = { opensAt: '2026-05-02T16:00:00.000Z', closesAt: '2026-05-22T16:00:00.000Z' };

test('a bar lies where its days are, two days from the edges', () => {
  const scale = scaleOf([MAY]);
  expect(placeOf(scale, MAY.opensAt)).toBe('8.33%');
  expect(lengthOf(scale, MAY)).toBe('83.33%');
  expect(placeOf(scale, '2026-05-12T16:00:00.000Z')).toBe('50%');
});

test('months begin at midnight in Beijing', () => {
  const scale = scaleOf([{ ...MAY, closesAt: '2026-07-01T16:00:00.000Z' }]);
  expect(scale.months.map(({ month }) => month)).toEqual([5, 6, 7]);
  expect(scale.months.at(-1)).toEqual({ at: placeOf(scale, '2026-06-30T16:00:00.000Z'), month: 7 });
});

test('what ends before it begins has no length', () => {
  expect(lengthOf(scaleOf([MAY]), { opensAt: MAY.closesAt, closesAt: MAY.opensAt })).toBe('0%');
});

test('while a year is being typed, no two months stand at one place', () => {
  const typed = scaleOf([MAY, { opensAt: MAY.opensAt, closesAt: '0002-05-22T16:00:00.000Z' }]);
  const places = typed.months.map(({ at }) => at);
  expect(new Set(places).size).toBe(places.length);
});
