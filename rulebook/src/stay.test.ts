import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stayOf } from './stay.js';

/** Puts a stay into its bucket as the counters' SQL does. */
const bucketOf = (seconds: number) => Math.floor(3 * Math.log2(Math.max(60, seconds)));

const counted = (stays: readonly number[]) => {
  const counts = new Map<number, number>();
  for (const stay of stays) counts.set(bucketOf(stay), (counts.get(bucketOf(stay)) ?? 0) + 1);
  return counts;
};

test('without a stay there is none', () => {
  expect(stayOf(new Map(), 0.5)).toBeNull();
});

test('the share of the stays that were over by then is right within 13 %', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 60, max: 90 * 86_400 }), { minLength: 1, maxLength: 50 }),
      fc.constantFrom(0.5, 0.9),
      (stays, share) => {
        const exact = stays.toSorted((a, b) => a - b)[Math.ceil(share * stays.length) - 1]!;
        const told = stayOf(counted(stays), share)!;
        expect(told / exact).toBeGreaterThan(0.87);
        expect(told / exact).toBeLessThan(1.13);
      },
    ),
  );
});

test('the longer stays do not move the median of the shorter ones', () => {
  const week = 7 * 86_400;
  expect(stayOf(counted([3_600, 3_600, 3_600, week]), 0.5)).toBeLessThan(4_100);
  expect(stayOf(counted([3_600, 3_600, 3_600, week]), 0.9)).toBeGreaterThan(0.87 * week);
});
