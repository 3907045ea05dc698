import { describe, expect, test } from '@jest/globals';
import { CHECK_STATUSES, STAGES } from './vocabulary.js';
import {
  readDifferences,
  ASK_AGAIN_MINUTES,
  checkIdentityDecision,
  expectedBy,
  EXPECTED_WAIT_MINUTES,
  explainCheck,
  isOverdue,
} from './identity-check.js';

const requestedAt = new Date('2026-05-10T02:00:00Z');
const after = (minutes: number) => new Date(requestedAt.getTime() + minutes * 60_000);
const codes = (...args: Parameters<typeof checkIdentityDecision>) =>
  checkIdentityDecision(...args).map(({ code }) => code);

test('a check is overdue from the end of the expected wait on, and only while it is pending', () => {
  expect(ASK_AGAIN_MINUTES).toBeLessThan(EXPECTED_WAIT_MINUTES);
  expect(expectedBy(requestedAt)).toEqual(after(EXPECTED_WAIT_MINUTES));
  expect(isOverdue({ status: 'PENDING', requestedAt }, after(EXPECTED_WAIT_MINUTES - 0.001))).toBe(false);
  for (const status of CHECK_STATUSES)
    expect(isOverdue({ status, requestedAt }, after(EXPECTED_WAIT_MINUTES))).toBe(status === 'PENDING');
});

test('what a family reads: nothing while it is as expected, and what she can do when it is not', () => {
  const explain = (
    status: (typeof CHECK_STATUSES)[number],
    minutes: number,
    language: 'zh-CN' | 'en' = 'zh-CN',
  ) => explainCheck({ status, requestedAt }, '010-0000', language, after(minutes));
  expect(explainCheck(null, '010-0000', 'zh-CN', after(1e4))).toBeNull();
  expect(explain('PENDING', 1)).toBeNull();
  expect(explain('PASSED', 1e4)).toBeNull();
  for (const words of [explain('PENDING', EXPECTED_WAIT_MINUTES), explain('FAILED', 1)]) {
    expect(words).toContain('010-0000');
    expect(words).toContain('不需要做什么');
  }
  expect(explain('FAILED', 1, 'en')).toContain('not a decision');
  expect(explain('PENDING', EXPECTED_WAIT_MINUTES, 'en')).toContain(`${EXPECTED_WAIT_MINUTES} minutes`);
});

describe('an officer', () => {
  test('decides what is submitted, in whatever way the match went', () => {
    for (const check of CHECK_STATUSES) {
      expect(codes({ status: 'PASSED', reason: null }, { stage: 'SUBMITTED', check })).toEqual([]);
      expect(codes({ status: 'RETURNED', reason: '姓名' }, { stage: 'SUBMITTED', check })).toEqual([]);
      expect(codes({ status: 'FAILED', reason: '姓名' }, { stage: 'SUBMITTED', check })).toEqual([]);
    }
  });

  test('says why, unless it passes, in words that can be read', () => {
    const facts = { stage: 'SUBMITTED', check: 'FAILED' } as const;
    for (const status of ['RETURNED', 'FAILED'] as const) {
      expect(codes({ status, reason: null }, facts)).toEqual(['REQUIRED']);
      expect(codes({ status, reason: ' \n ' }, facts)).toEqual(['REQUIRED']);
      expect(codes({ status, reason: 'x'.repeat(10_000) }, facts)).toEqual(['INVALID_FORMAT']);
      expect(codes({ status, reason: 'a\u202eb' }, facts)).toEqual(['INVALID_FORMAT']);
    }
    expect(codes({ status: 'PASSED', reason: 'x'.repeat(10_000) }, facts)).toEqual(['INVALID_FORMAT']);
  });

  test('takes a verified identity back by returning it, and a return back by passing it', () => {
    const verified = { stage: 'IDENTITY_VERIFIED', check: 'PASSED' } as const;
    expect(codes({ status: 'RETURNED', reason: '姓名' }, verified)).toEqual([]);
    expect(codes({ status: 'PASSED', reason: null }, verified)).toEqual(['STAGE_CONFLICT']);
    expect(codes({ status: 'FAILED', reason: '姓名' }, verified)).toEqual(['STAGE_CONFLICT']);
    expect(codes({ status: 'PASSED', reason: null }, { stage: 'RETURNED', check: 'RETURNED' })).toEqual([]);
    expect(codes({ status: 'PASSED', reason: null }, { stage: 'RETURNED', check: 'PASSED' })).toEqual([
      'STAGE_CONFLICT',
    ]);
  });

  test('decides what a granted second look brought back without an identity', () => {
    for (const check of ['PENDING', 'FAILED', 'RETURNED'] as const)
      expect(codes({ status: 'PASSED', reason: null }, { stage: 'IDENTITY_VERIFIED', check })).toEqual([]);
  });

  test('decides nothing anywhere else, and nothing that was never asked', () => {
    for (const stage of STAGES) {
      if (['SUBMITTED', 'IDENTITY_VERIFIED', 'RETURNED'].includes(stage)) continue;
      for (const status of ['PASSED', 'RETURNED', 'FAILED'] as const)
        expect(codes({ status, reason: '姓名' }, { stage, check: 'PENDING' })).toEqual(['STAGE_CONFLICT']);
    }
    expect(codes({ status: 'PASSED', reason: null }, { stage: 'SUBMITTED', check: null })).toEqual([
      'STAGE_CONFLICT',
    ]);
  });
});

test('an answer may name what it found otherwise; what is not known of it is passed over', () => {
  const child = { holder: 'CHILD', field: 'name' };
  expect(readDifferences(undefined)).toEqual([]);
  expect(readDifferences('name')).toEqual([]);
  expect(readDifferences([null, 7, {}, { holder: 'CHILD' }, { holder: 'toString', field: 'name' }])).toEqual(
    [],
  );
  expect(readDifferences([{ holder: { toString: 1 }, field: ['name'] }])).toEqual([]);
  expect(
    readDifferences([
      { holder: 'SECOND', field: 'number' },
      { holder: 'FIRST', field: 'hukou' },
      { holder: 'CHILD', field: 'hukou' },
      { holder: 'CHILD', field: 'photo' },
      child,
      child,
    ]),
  ).toEqual([
    { holder: 'CHILD', line: 'NAME' },
    { holder: 'CHILD', line: 'HUKOU' },
    { holder: 'SECOND_GUARDIAN', line: 'NUMBER' },
  ]);
});
