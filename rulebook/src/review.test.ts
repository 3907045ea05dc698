import { describe, expect, test } from '@jest/globals';
import { newestVerdict, remedyFor } from './review.js';

const dueAt = new Date('2026-06-01T00:00:00Z');
const before = new Date(dueAt.getTime() - 1);

describe('what a family can do about a rejection', () => {
  test.each([
    ['can be looked at a second time until its time is over', 'REJECTED', false, before, /申请复核一次/],
    ['whose time is over has other ways', 'REJECTED', false, dueAt, /行政复议/],
    ['that was looked at a second time has other ways', 'REJECTED', true, before, /行政复议/],
    ['that is looked at a second time waits', 'APPEALED', true, before, /正在复核/],
    ['that is reviewed again is followed', 'IDENTITY_VERIFIED', true, before, /正在重新审核/],
  ] as const)('a record %s', (_what, stage, made, now, words) => {
    expect(remedyFor({ stage, dueAt, made }, now)['zh-CN']).toMatch(words);
  });
});

describe('the newest decision', () => {
  test.each([
    ['REJECTED', null, 'REJECTED'],
    ['APPEALED', null, 'REJECTED'],
    ['REJECTED', false, 'UPHELD'],
    ['IDENTITY_VERIFIED', true, 'REOPENED'],
    ['APPROVED', true, 'REOPENED'],
    // Accepted, reviewed again, and rejected again.
    ['REJECTED', true, 'REJECTED'],
  ] as const)('at %s with the answer %s is %s', (stage, accepted, verdict) => {
    expect(newestVerdict({ stage, accepted })).toBe(verdict);
  });
});
