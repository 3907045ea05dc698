import { describe, expect, test } from '@jest/globals';
import { REVIEW_ITEM_NAMES } from './names.js';
import { changedSince, checkMissing, checkUndo, missingInOrder, undoStanding } from './school-desk.js';

describe('a preregistration is undone', () => {
  const preregisteredAt = new Date('2026-06-14T02:41:00Z');
  const facts = {
    stage: 'PREREGISTERED',
    shownStage: 'PREREGISTERED',
    preregisteredAt,
    decided: false,
  } as const;
  const rulesOf = (over: object, now = preregisteredAt) =>
    undoStanding({ ...facts, ...over }, '010-6400 0001', now).map(({ rule }) => rule);

  test.each([
    ['2026-06-14T02:41:00Z', []],
    ['2026-06-14T15:59:59Z', []],
    ['2026-06-14T16:00:00Z', ['undoOver']],
    ['2026-06-15T02:41:00Z', ['undoOver']],
  ])('until the end of its day in Beijing: %s', (now, rules) => {
    expect(rulesOf({}, new Date(now))).toEqual(rules);
  });

  test('not once the district has decided, in the same words whatever it has decided', () => {
    const refused = undoStanding({ ...facts, decided: true }, '1', preregisteredAt);
    expect(refused.map(({ rule }) => rule)).toEqual(['undoDistrictDecided']);
    expect(undoStanding({ ...facts, stage: 'ADMITTED', decided: true }, '1', preregisteredAt)).toEqual(
      refused,
    );
    // On the day after, it does not even tell that the district has decided.
    const late = new Date('2026-06-16T02:00:00Z');
    for (const over of [{ decided: true }, { stage: 'ADMITTED', decided: true }, {}])
      expect(rulesOf(over, late)).toEqual(['undoOver']);
  });

  test.each(['APPROVED', 'SUBMITTED', 'WITHDRAWN'] as const)('not from %s', (stage) => {
    expect(rulesOf({ stage, shownStage: stage })).toEqual(['stageConflict']);
  });

  test.each([
    ['登错了人', []],
    ['', ['required']],
    ['测试甲登错了', ['reasonPersonal']],
    ['家长电话 199 0000 0001', ['reasonPersonal']],
    ['字'.repeat(501), ['reasonTooLong']],
  ])('with a reason that says nothing about anybody: %s', (reason, rules) => {
    const refusals = checkUndo(reason, ['测试甲'], facts, '1', preregisteredAt);
    expect(refusals.map(({ rule, field }) => [rule, field])).toEqual(rules.map((rule) => [rule, 'reason']));
  });
});

describe('originals that were not brought', () => {
  const asked = ['HOUSEHOLD_REGISTER', 'RESIDENCE'] as const;
  test.each([
    [{ form: true, kinds: [] }, []],
    [{ form: false, kinds: ['RESIDENCE'] }, []],
    [{ form: false, kinds: [] }, ['originalsAllSeen']],
    [{ form: true, kinds: ['EMPLOYMENT'] }, ['reviewItemNone']],
  ] as const)('%o', (missing, rules) => {
    expect(checkMissing(missing, asked).map(({ rule }) => rule)).toEqual(rules);
  });

  test('are kept in the order of the list, each once', () => {
    expect(
      missingInOrder({ form: true, kinds: ['RESIDENCE', 'HOUSEHOLD_REGISTER', 'RESIDENCE'] }, asked),
    ).toEqual({
      form: true,
      kinds: ['HOUSEHOLD_REGISTER', 'RESIDENCE'],
    });
  });
});

describe('what has changed since a form was printed', () => {
  const printedAt = new Date('2026-06-09T02:00:00Z');
  const day = (n: number) => new Date(printedAt.getTime() + n * 86_400_000);
  const partsOf = (...given: Parameters<typeof changedSince>) => {
    const { parts, at } = changedSince(...given);
    return [parts.map((part) => part['zh-CN']), at];
  };

  test('is told by parts, and when last', () => {
    expect(
      partsOf(
        [
          { kind: 'DETAILS_SUBMITTED', at: day(-2) },
          { kind: 'REGISTRATION_CORRECTED', at: day(1) },
          { kind: 'RETURNED', at: day(2), note: 'RESIDENCE' },
          { kind: 'DETAILS_SUBMITTED', at: day(3) },
        ],
        printedAt,
      ),
    ).toEqual([['注册信息', REVIEW_ITEM_NAMES.RESIDENCE['zh-CN']], day(3)]);
    expect(partsOf([{ kind: 'DETAILS_SUBMITTED', at: day(1) }], printedAt)).toEqual([['详细信息'], day(1)]);
  });

  test('is nothing of before, nor what was returned and not filled in again', () => {
    const before = { kind: 'REGISTRATION_CORRECTED', at: day(-1) } as const;
    const returned = { kind: 'RETURNED', at: day(1), note: 'RESIDENCE' } as const;
    expect(partsOf([before, returned], printedAt)).toEqual([[], null]);
  });
});
