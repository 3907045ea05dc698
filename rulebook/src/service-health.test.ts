import { expect, test } from '@jest/globals';
import { countInWords, HEALTH_ADVICE, HEALTH_NAMES } from './service-health-names.js';
import {
  AWAY_AFTER,
  gatewayStanding,
  HEALTH_GROUP_OF,
  HEALTH_GROUPS,
  HEALTH_KINDS,
  healthOf,
  MESSAGE_PATIENCE,
  minutesAgo,
  NOTHING,
  TASK_PATIENCE,
  taskStanding,
  together,
  verificationStanding,
  waitingMessages,
  type Pulse,
} from './service-health.js';

const NOW = new Date('2026-06-01T12:00:00Z');
const pulse = (given: Partial<Pulse> = {}): Pulse => ({
  watchedSince: minutesAgo(NOW, 100_000),
  succeededAt: NOW,
  failedAt: null,
  failingSince: null,
  failures: 0,
  found: 0,
  ...given,
});

test.each(Object.entries(MESSAGE_PATIENCE) as [keyof typeof MESSAGE_PATIENCE, number][])(
  '%s is late once the oldest has waited for more than %d minutes',
  (kind, patience) => {
    const waiting = (minutes: number) =>
      healthOf(waitingMessages(kind, { count: 2, since: minutesAgo(NOW, minutes) }, NOW));
    expect(waiting(patience)).toBe('OK');
    expect(waiting(patience + 1)).toBe('LATE');
    expect(healthOf(waitingMessages(kind, { count: 0, since: null }, NOW))).toBe('OK');
  },
);

test('a gateway that fails once is late, and counts as away after several failures in a row', () => {
  const failing = (failures: number) => healthOf(gatewayStanding(pulse({ failures, failingSince: NOW })));
  expect(failing(0)).toBe('OK');
  expect(failing(1)).toBe('LATE');
  expect(failing(AWAY_AFTER - 1)).toBe('LATE');
  expect(failing(AWAY_AFTER)).toBe('FAILED');
});

test('a task is late when its last success is too long ago, and failed when it was tried in vain since', () => {
  const { nightly } = TASK_PATIENCE;
  const stands = (given: Partial<Pulse>) => {
    const standing = taskStanding(pulse(given), nightly, NOW);
    return [healthOf(standing), standing.since];
  };
  const lately = minutesAgo(NOW, nightly);
  const tooLong = minutesAgo(NOW, nightly + 1);
  expect(stands({ succeededAt: lately })).toEqual(['OK', null]);
  expect(stands({ succeededAt: lately, failures: 3 })).toEqual(['OK', null]);
  expect(stands({ succeededAt: tooLong })).toEqual(['LATE', tooLong]);
  expect(stands({ succeededAt: tooLong, failures: 1 })).toEqual(['FAILED', tooLong]);
  // What has never run counts from the moment at which somebody was there to run it.
  expect(stands({ succeededAt: null, watchedSince: lately })).toEqual(['OK', null]);
  expect(stands({ succeededAt: null, watchedSince: tooLong })).toEqual(['LATE', tooLong]);
  expect(healthOf(taskStanding(null, nightly, NOW))).toBe('LATE');
});

test('a verification that found something has failed, however lately it was', () => {
  expect(healthOf(verificationStanding(false, 0, NOW))).toBe('OK');
  expect(healthOf(verificationStanding(true, 0, NOW))).toBe('LATE');
  expect(healthOf(verificationStanding(false, 1, NOW))).toBe('FAILED');
});

test('several places together have all numbers and the oldest moment', () => {
  const earlier = minutesAgo(NOW, 5);
  const one = { count: 1, late: 1, failed: 0, since: NOW };
  const other = { count: 2, late: 0, failed: 2, since: earlier };
  expect(together([one, NOTHING, other])).toEqual({ count: 3, late: 1, failed: 2, since: earlier });
  expect(together([])).toEqual(NOTHING);
  expect(together([one, { ...other, more: true }, NOTHING]).more).toBe(true);
});

test('the lines of a heading stand together, and each has its name and advice in both languages', () => {
  const headings = HEALTH_KINDS.map((kind) => HEALTH_GROUP_OF[kind]);
  expect(headings.filter((one, place) => one !== headings[place - 1])).toEqual([...HEALTH_GROUPS]);
  for (const kind of HEALTH_KINDS)
    for (const words of [HEALTH_NAMES[kind], HEALTH_ADVICE[kind]]) {
      expect(words['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(words.en).not.toMatch(/\p{Script=Han}/u);
    }
});

test('a number is told in words, and that there may be more', () => {
  expect(countInWords('CODES_WAITING', { count: 0, more: false }, 'en')).toBeNull();
  expect(countInWords('CODES_WAITING', { count: 1, more: false }, 'en')).toBe('1 is waiting');
  expect(countInWords('CODES_WAITING', { count: 20_000, more: true }, 'en')).toBe(
    '20000 or more are waiting',
  );
  expect(countInWords('DEAD_LETTERS', { count: 1_000, more: true }, 'zh-CN')).toBe('1000 条以上');
  expect(countInWords('IDENTITY_CHECKS', { count: 1_000, more: true }, 'zh-CN')).toBe('1000 名以上儿童在等');
  expect(countInWords('SMS_GATEWAY', { count: 4, more: false }, 'zh-CN')).toBe('最近 4 次都没有发出');
  expect(countInWords('SWEEP', { count: 1, more: false }, 'en')).toBeNull();
});
