import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Logger } from 'pino';
import { Outages } from './outages.js';

const told: number[] = [];
const outages = new Outages({
  error: ({ failed }: { failed: number }) => void told.push(failed),
} as unknown as Logger);
const away = Object.assign(new Error('Connection terminated unexpectedly'), { code: '57P01' });
const fail = (times: number) => {
  for (let n = 0; n < times; n += 1) expect(outages.caused(away)).toBe(true);
};

beforeEach(() => {
  jest.useFakeTimers();
  told.length = 0;
});
afterEach(() => void jest.useRealTimers());

test('an outage is told when it begins and summed up every ten seconds, to the last request that it failed', () => {
  fail(1_000);
  expect(told).toEqual([1]);
  jest.advanceTimersByTime(10_000);
  expect(told).toEqual([1, 999]);
  fail(3);
  jest.advanceTimersByTime(10_000);
  jest.advanceTimersByTime(60_000);
  expect(told).toEqual([1, 999, 3]);
  fail(1);
  expect(told).toEqual([1, 999, 3, 1]);
});

test('a fault of the service is no outage', () => {
  expect(outages.caused(new Error('a fault'))).toBe(false);
  expect(told).toEqual([]);
});
