import { describe, expect, test } from '@jest/globals';
import { explain } from './refusal.js';
import {
  checkCalendar,
  checkPlan,
  checkRegistrations,
  checkSeasonStep,
  chooseSeason,
  presentSeason,
  type Calendar,
} from './season.js';
import { PHASE_KINDS, type PhaseKind, type SeasonState } from './vocabulary.js';

const day = (month: number, date: number) => new Date(Date.UTC(2026, month - 1, date));
const window = (from: [number, number], to: [number, number]) => ({
  opensAt: day(...from),
  closesAt: day(...to),
});
const CITY: Record<PhaseKind, { opensAt: Date; closesAt: Date }> = {
  REGISTRATION: window([5, 1], [5, 31]),
  DETAILS: window([5, 1], [5, 31]),
  REVIEW: window([5, 10], [6, 20]),
  CORRECTION: window([5, 10], [6, 25]),
  FORM_PRINTING: window([6, 1], [7, 10]),
  SCHOOL_PREREGISTRATION: window([6, 10], [7, 15]),
  RESULT: window([7, 1], [9, 1]),
};
const rulesOf = (calendar: Calendar) => checkCalendar(calendar).map(({ rule, field }) => [rule, field]);

describe('the order of the windows', () => {
  test('a calendar in the order of the way is fine, and so is each part of it', () => {
    expect(rulesOf(CITY)).toEqual([]);
    for (const kind of PHASE_KINDS) expect(rulesOf({ [kind]: CITY[kind] })).toEqual([]);
    expect(rulesOf({})).toEqual([]);
  });

  test.each<[PhaseKind, ReturnType<typeof window>, [string, string]]>([
    ['REGISTRATION', window([5, 31], [5, 1]), ['phaseOrder', 'closesAt']],
    ['DETAILS', window([4, 30], [5, 31]), ['phaseOpensTooEarly', 'opensAt']],
    ['DETAILS', window([5, 1], [5, 30]), ['phaseEndsTooEarly', 'closesAt']],
    ['REVIEW', window([4, 1], [6, 20]), ['phaseOpensTooEarly', 'opensAt']],
    ['CORRECTION', window([5, 9], [6, 25]), ['phaseOpensTooEarly', 'opensAt']],
    ['CORRECTION', window([5, 10], [6, 19]), ['phaseEndsTooEarly', 'closesAt']],
    ['FORM_PRINTING', window([5, 9], [7, 10]), ['phaseOpensTooEarly', 'opensAt']],
    ['SCHOOL_PREREGISTRATION', window([5, 31], [7, 15]), ['phaseOpensTooEarly', 'opensAt']],
    ['RESULT', window([5, 5], [9, 1]), ['phaseOpensTooEarly', 'opensAt']],
  ])('%s out of its order is refused (%#)', (kind, changed, refused) => {
    expect(rulesOf({ ...CITY, [kind]: changed })).toContainEqual(refused);
  });

  test('a review moved behind the result is refused at the result, in both languages', () => {
    const [refusal] = checkCalendar({ REVIEW: window([8, 1], [8, 20]), RESULT: CITY.RESULT });
    expect(explain(refusal!, 'zh-CN').message).toBe(
      '“公布入学结果”不能早于“入学资格审核”开始，后者 8 月 1 日 8:00 开始。',
    );
    expect(explain(refusal!, 'en').message).toBe(
      '“Publication of results” cannot open before “Review”, which opens on 1 August, 8:00.',
    );
  });

  test('registrations of two seasons cannot run at once', () => {
    const others = [{ season: 2025, ...window([5, 1], [6, 1]) }];
    expect(checkRegistrations(window([6, 1], [6, 30]), others)).toEqual([]);
    expect(checkRegistrations(window([5, 31], [6, 30]), others)).toMatchObject([
      { rule: 'registrationsOverlap', params: { year: 2025 } },
    ]);
  });
});

const season = (year: number, state: SeasonState) => ({ year, state });

describe('which season is meant', () => {
  const [last, next, planned, over] = [
    season(2026, 'OPEN'),
    season(2027, 'OPEN'),
    season(2028, 'PLANNED'),
    season(2025, 'CLOSED'),
  ];

  test('without a name the only open one; with several, one has to be named', () => {
    expect(chooseSeason([last, planned, over], null)).toEqual({ season: last });
    expect(chooseSeason([last, next], null)).toMatchObject({ refusals: [{ rule: 'seasonNotNamed' }] });
    expect(chooseSeason([planned, over], null)).toMatchObject({ refusals: [{ rule: 'seasonNone' }] });
  });

  test('a named one has to be there and not over', () => {
    const all = [last, next, planned, over];
    expect(chooseSeason(all, 2028)).toEqual({ season: planned });
    expect(chooseSeason(all, 2025)).toMatchObject({ refusals: [{ rule: 'seasonState' }] });
    expect(chooseSeason(all, 2030)).toMatchObject({ refusals: [{ rule: 'seasonUnknown' }] });
  });

  test('whoever comes new sees the newest open one, never a planned one', () => {
    expect(presentSeason([over, last, planned])).toBe(last);
    expect(presentSeason([last, next])).toBe(next);
    expect(presentSeason([over, season(2024, 'ARCHIVED'), planned])).toBe(over);
    expect(presentSeason([planned])).toBeNull();
  });
});

test('a service without review items is told by its name, in both languages', () => {
  const [refusal] = checkSeasonStep(
    'OPEN',
    {
      season: season(2026, 'PLANNED'),
      withoutCalendar: [],
      withoutReview: ['NON_LOCAL_HUKOU', 'LOCAL_HUKOU'],
      lastEnd: null,
      registering: null,
    },
    day(3, 1),
  );
  expect(explain(refusal!, 'zh-CN').message).toBe(
    '2026 年度还有服务没有审核项目：非本市户籍适龄儿童入学服务、本市户籍适龄儿童入学服务。',
  );
  expect(explain(refusal!, 'en').message).toBe(
    'In season 2026 some services have no review items: Enrolment of children without Beijing hukou, Enrolment of children with Beijing hukou.',
  );
});

describe('the steps of a season', () => {
  const facts = { withoutCalendar: [], withoutReview: [], lastEnd: null, registering: null };
  const now = day(9, 1);
  const step = (kind: Parameters<typeof checkSeasonStep>[0], given: object) =>
    checkSeasonStep(kind, { ...facts, season: season(2026, 'PLANNED'), ...given }, now).map(
      ({ rule }) => rule,
    );

  test('lead from planned over open and closed to archived, one at a time', () => {
    for (const [kind, from] of [
      ['OPEN', 'PLANNED'],
      ['CLOSE', 'OPEN'],
      ['ARCHIVE', 'CLOSED'],
    ] as const) {
      for (const state of ['PLANNED', 'OPEN', 'CLOSED', 'ARCHIVED'] as const) {
        expect(step(kind, { season: season(2026, state) })).toEqual(state === from ? [] : ['seasonState']);
      }
    }
  });

  test('none opens without the calendars and review items, or while another registers; none closes before its last window', () => {
    const name = { 'zh-CN': '东城区', en: 'Dongcheng' };
    expect(step('OPEN', { withoutCalendar: [name] })).toEqual(['seasonIncomplete']);
    expect(step('OPEN', { registering: { season: 2025, closesAt: day(9, 2) } })).toEqual([
      'registrationsOverlap',
    ]);
    const registering = { season: 2025, closesAt: day(9, 2) };
    expect(step('OPEN', { withoutCalendar: [name], withoutReview: ['LOCAL_HUKOU'], registering })).toEqual([
      'seasonIncomplete',
      'seasonUnreviewed',
      'registrationsOverlap',
    ]);
    const open = { season: season(2026, 'OPEN') };
    expect(step('CLOSE', { ...open, withoutReview: ['LOCAL_HUKOU'], lastEnd: now })).toEqual([]);
    expect(step('CLOSE', { ...open, lastEnd: day(9, 2) })).toEqual(['seasonStillRuns']);
    expect(step('CLOSE', { ...open, lastEnd: now })).toEqual([]);
  });
});

test.each([
  [{ year: 2026, bornFrom: '2019-09-01', bornTo: '2020-08-31' }, []],
  [{ year: 26, bornFrom: '2019-09-01', bornTo: '2020-08-31' }, ['valueUnknown']],
  [{ year: 2026, bornFrom: '2019-09-31', bornTo: '2020-08-31' }, ['dateFormat']],
  [{ year: 2026, bornFrom: '2020-09-01', bornTo: '2019-08-31' }, ['seasonAges']],
  [{ year: 2026, bornFrom: '2009-09-01', bornTo: '2010-08-31' }, ['seasonAges']],
])('a plan of %p', (plan, rules) => expect(checkPlan(plan).map(({ rule }) => rule)).toEqual(rules));
