import { describe, expect, test } from '@jest/globals';
import { familyView, stagesTouched, type ToldCalendar } from './calendar-preview.js';
import { LIVE_STAGES } from './stage-lists.js';
import type { PhaseKind } from './vocabulary.js';
import type { Window } from './window.js';

const day = (text: string) => new Date(`${text}T00:00:00+08:00`);
const window = (opens: string, closes: string): Window => ({ opensAt: day(opens), closesAt: day(closes) });
const CALENDAR: ToldCalendar = {
  phases: {
    REGISTRATION: window('2026-05-06', '2026-06-01'),
    DETAILS: window('2026-05-06', '2026-06-01'),
    REVIEW: window('2026-05-10', '2026-06-11'),
    CORRECTION: window('2026-05-10', '2026-06-13'),
    FORM_PRINTING: window('2026-05-15', '2026-06-16'),
    SCHOOL_PREREGISTRATION: window('2026-06-14', '2026-06-16'),
    RESULT: window('2026-07-03', '2026-08-01'),
  },
  hotline: '010-6400 0001',
};
const changed = (kind: PhaseKind, to: Window): ToldCalendar => ({
  ...CALENDAR,
  phases: { ...CALENDAR.phases, [kind]: to },
});

describe('what a family would see', () => {
  test.each([
    ['REGISTERED', '2026-05-20', '5 月 31 日 24:00 前提交'],
    ['REGISTERED', '2026-06-01', '录入详细信息的时间已经过了'],
    ['IDENTITY_VERIFIED', '2026-05-20', '6 月 10 日 24:00 为止'],
    ['RETURNED', '2026-05-20', '6 月 12 日 24:00 前重新提交'],
    ['RETURNED', '2026-06-13', '补充更正的时间已经过了，请尽快拨打区教委电话 010-6400 0001'],
    ['APPROVED', '2026-05-12', '5 月 15 日 0:00 起打印'],
    ['PREREGISTERED', '2026-06-20', '7 月 3 日 0:00 起'],
  ] as const)('%s on %s', (stage, on, words) => {
    expect(familyView(stage, CALENDAR, day(on)).turn.text['zh-CN']).toContain(words);
  });

  test('tells no verdict before the review opens, and no result before it is published', () => {
    for (const stage of ['RETURNED', 'APPROVED', 'REJECTED'] as const) {
      expect(familyView(stage, CALENDAR, day('2026-05-09')).stage).toBe('IDENTITY_VERIFIED');
      expect(familyView(stage, CALENDAR, day('2026-05-10')).stage).toBe(stage);
    }
    expect(familyView('ADMITTED', CALENDAR, day('2026-07-20')).stage).toBe('PREREGISTERED');
  });
});

describe('who is touched by a change', () => {
  const now = day('2026-05-20');
  test('nobody by none', () => {
    expect(stagesTouched(CALENDAR, changed('REVIEW', CALENDAR.phases.REVIEW!), now)).toEqual([]);
  });

  test('a later correction: whoever something was returned to', () => {
    expect(stagesTouched(CALENDAR, changed('CORRECTION', window('2026-05-10', '2026-06-15')), now)).toEqual([
      'RETURNED',
    ]);
  });

  test('a later result: everybody whose way still leads there', () => {
    const touched = stagesTouched(CALENDAR, changed('RESULT', window('2026-07-05', '2026-08-01')), now);
    expect(touched).toEqual(LIVE_STAGES);
  });

  test('the end of what is over for them: nobody', () => {
    expect(stagesTouched(CALENDAR, changed('REGISTRATION', window('2026-05-06', '2026-05-25')), now)).toEqual(
      [],
    );
  });
});
