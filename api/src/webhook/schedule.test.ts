import { expect, test } from '@jest/globals';
import { dueAfter, isHopeless, pausedAfter } from './schedule.js';

const now = new Date('2026-05-10T02:00:00Z');
const seconds = (at: Date | null) => at && (at.getTime() - now.getTime()) / 1000;

test('a delivery is tried ten times in less than a day, with growing pauses', () => {
  const pauses = Array.from({ length: 9 }, (_, failures) => seconds(dueAfter(failures + 1, 0, now))!);
  expect(pauses).toEqual([...pauses].sort((one, other) => one - other));
  expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThan(86_400);
  expect(dueAfter(10, 0, now)).toBeNull();
});

test('a receiver that is away is asked at least every half hour, and given up after three days', () => {
  expect([1, 2, 5, 9, 10, 1000].map((failures) => seconds(pausedAfter(failures, 0, now)))).toEqual([
    5, 30, 1800, 1800, 1800, 1800,
  ]);
  expect(isHopeless(new Date(now.getTime() - 71 * 3_600_000), now)).toBe(false);
  expect(isHopeless(new Date(now.getTime() - 72 * 3_600_000), now)).toBe(true);
});

test('a receiver that asks for a longer pause gets it, up to eight hours; a shorter one shortens nothing', () => {
  const asked = [0, 2, 3_600, 86_400, 999_999_999].map((pause) => pause * 1_000);
  expect(asked.map((pause) => seconds(pausedAfter(1, pause, now)))).toEqual([5, 5, 3_600, 28_800, 28_800]);
  expect(asked.map((pause) => seconds(dueAfter(2, pause, now)))).toEqual([30, 30, 3_600, 28_800, 28_800]);
  expect(dueAfter(10, 3_600_000, now)).toBeNull();
});
