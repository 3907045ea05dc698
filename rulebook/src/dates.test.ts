import { describe, expect, test } from '@jest/globals';
import type { PhaseKind, Stage } from './vocabulary.js';
import { DATE_KINDS, datesOf } from './dates.js';
import type { WayFacts } from './way.js';

const at = (text: string) => new Date(`${text}+08:00`);
const window = (opens: string, closes: string) => ({
  opensAt: at(`${opens}T00:00:00`),
  closesAt: at(`${closes}T00:00:00`),
});

const PHASES = {
  REGISTRATION: window('2026-05-06', '2026-06-01'),
  DETAILS: window('2026-05-06', '2026-06-01'),
  REVIEW: window('2026-05-20', '2026-06-11'),
  FORM_PRINTING: window('2026-06-12', '2026-07-01'),
  SCHOOL_PREREGISTRATION: window('2026-06-14', '2026-06-17'),
  RESULT: window('2026-07-01', '2026-08-01'),
} satisfies Partial<Record<PhaseKind, object>>;

const facts = (stage: Stage, changes: Partial<WayFacts> = {}): WayFacts => ({
  stage,
  phases: PHASES,
  reachedAt: {},
  identity: { status: 'PENDING', overdue: false },
  returned: [],
  appealDueAt: null,
  resultPublished: false,
  hotline: '',
  ...changes,
});
const kinds = (stage: Stage, now: string, changes: Partial<WayFacts> = {}) =>
  datesOf(facts(stage, changes), at(now)).map(({ kind }) => kind);

describe('the dates that concern a family', () => {
  const AHEAD = ['REVIEW', 'FORM_PRINTING', 'SCHOOL_PREREGISTRATION', 'RESULT'];

  test.each<[string, Stage, string, Partial<WayFacts>, string[]]>([
    [
      'before the window',
      'REGISTERED',
      '2026-05-01T09:00',
      {},
      ['DETAILS_OPEN', 'REVIEW', 'DETAILS_DUE', ...AHEAD.slice(1)],
    ],
    ['while typing', 'DETAILS_DRAFTED', '2026-05-10T09:00', {}, ['REVIEW', 'DETAILS_DUE', ...AHEAD.slice(1)]],
    ['the window is over', 'DETAILS_DRAFTED', '2026-06-01T00:00', {}, AHEAD],
    ['submitted', 'SUBMITTED', '2026-05-10T09:00', {}, AHEAD],
    [
      'returned',
      'RETURNED',
      '2026-05-25T09:00',
      { returned: [{ kind: 'RESIDENCE' as const, dueAt: at('2026-05-28T15:30') }] },
      ['REVIEW', 'RETURNED_DUE', ...AHEAD.slice(1)],
    ],
    [
      'returned, and overdue',
      'RETURNED',
      '2026-05-29T09:00',
      { returned: [{ kind: 'RESIDENCE' as const, dueAt: at('2026-05-28T15:30') }] },
      AHEAD,
    ],
    ['rejected', 'REJECTED', '2026-05-25T09:00', { appealDueAt: at('2026-06-04T10:00') }, ['APPEAL_DUE']],
    ['a second look is being taken', 'APPEALED', '2026-05-25T09:00', {}, []],
    ['approved, printing', 'APPROVED', '2026-06-13T09:00', {}, ['SCHOOL_PREREGISTRATION', 'RESULT']],
    ['preregistered', 'PREREGISTERED', '2026-06-15T09:00', {}, ['RESULT']],
    ['published', 'ADMITTED', '2026-06-20T09:00', { resultPublished: true }, []],
    ['withdrawn', 'WITHDRAWN', '2026-05-10T09:00', {}, []],
    ['a district without a calendar', 'REGISTERED', '2026-05-10T09:00', { phases: {} }, []],
  ])('%s', (_, stage, now, changes, expected) => {
    expect(kinds(stage, now, changes)).toEqual(expected);
  });

  test('what closes at midnight ends with the day before, what closes at another hour on that day', () => {
    const [, details] = datesOf(facts('REGISTERED'), at('2026-05-10T09:00'));
    expect(details).toMatchObject({ firstDay: '2026-05-31', lastDay: '2026-05-31', wholeDays: true });
    expect(details!.text['zh-CN']).toContain('5 月 31 日 24:00');
    const dueAt = at('2026-05-28T15:30');
    const returned = [{ kind: 'RESIDENCE' as const, dueAt }];
    const ahead = datesOf(facts('RETURNED', { returned }), at('2026-05-25T09:00'));
    expect(ahead.find(({ kind }) => kind === 'RETURNED_DUE')).toMatchObject({
      lastDay: '2026-05-28',
      dueAt,
      wholeDays: false,
    });
  });

  test('a period names its first and its last day', () => {
    const school = datesOf(facts('APPROVED'), at('2026-06-15T09:00'))[0];
    expect(school).toMatchObject({ firstDay: '2026-06-14', lastDay: '2026-06-16', dueAt: null });
  });

  test('each kind comes once at most, so that a calendar can tell it again', () => {
    for (const stage of ['REGISTERED', 'RETURNED', 'REJECTED'] as const) {
      const due = {
        returned: [{ kind: 'RESIDENCE' as const, dueAt: at('2026-05-28T15:30') }],
        appealDueAt: at('2026-06-04T10:00'),
      };
      const found = kinds(stage, '2026-05-01T09:00', due);
      expect(new Set(found).size).toBe(found.length);
      expect(DATE_KINDS).toEqual(expect.arrayContaining(found));
    }
  });
});
