import { expect, test } from '@jest/globals';
import type { Dashboard } from './panel.ts';
import { undecidedIn } from './undecided.ts';

const line = (of: object, count: number, disclosure = 'TOLD') => ({
  ...of,
  count,
  disclosure,
  hidden: disclosure !== 'TOLD',
});
const board = (over: object) =>
  ({
    smallNumbersHidden: true,
    // What the API adds up leaves hidden numbers out.
    waiting: 20,
    waitingOverDays: 12,
    byStage: [
      line({ stage: 'REGISTERED' }, 0, 'SMALL'),
      line({ stage: 'SUBMITTED' }, 20),
      line({ stage: 'APPEALED' }, 0),
    ],
    byDaysWaited: [line({ days: 2 }, 8), line({ days: 9 }, 12)],
    ...over,
  }) as unknown as Dashboard;

test('the undecided are told where each of their numbers is', () => {
  expect(undecidedIn(board({}), 7)).toEqual({ all: 20, over: 12 });
  expect(undecidedIn(board({ byStage: [], byDaysWaited: [] }), 7)).toEqual({ all: 0, over: 0 });
});

test('a hidden stage or day is no nought: the sum is not told', () => {
  const byStage = [line({ stage: 'SUBMITTED' }, 20), line({ stage: 'APPEALED' }, 0, 'HIDDEN')];
  const byDaysWaited = [line({ days: 2 }, 8), line({ days: 9 }, 0, 'HIDDEN')];
  expect(undecidedIn(board({ byStage, byDaysWaited }), 7)).toEqual({ all: null, over: null });
  expect(undecidedIn(board({ byDaysWaited }), 10).over).toBe(0);
  expect(undecidedIn(board({ byDaysWaited: [] }), 7)).toEqual({ all: 20, over: null });
  expect(undecidedIn(board({ byStage, byDaysWaited: [] }), 7).over).toBeNull();
});

test('whoever may know every number reads what the API counts, to the hour', () => {
  expect(undecidedIn(board({ smallNumbersHidden: false, waitingOverDays: 11 }), 7)).toEqual({
    all: 20,
    over: 11,
  });
});
