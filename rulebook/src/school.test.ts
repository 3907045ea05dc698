import { describe, expect, test } from '@jest/globals';
import {
  checkSchool,
  checkSchoolCode,
  checkTakes,
  fillings,
  isOverPlan,
  normaliseSchool,
  NO_PLAN,
  placing,
} from './school.js';

const SCHOOL = { name: '东城区第一示例小学', nameEn: 'Example School', address: null, phone: ' ' };

test.each<[string, object, string[]]>([
  ['a name in both languages', {}, []],
  ['no name', { name: ' ', nameEn: '' }, ['name: required', 'nameEn: required']],
  ['a long address', { address: '路'.repeat(201) }, ['address: textTooLong']],
  ['a plan of nobody', { quota: 0 }, []],
  ['a plan below nobody', { quota: -1 }, ['quota: quotaRange']],
  ['a plan of half a child', { quota: 1.5 }, ['quota: quotaRange']],
  ['a plan of a city', { quota: 5_001 }, ['quota: quotaRange']],
])('a school with %s', (_, given, expected) => {
  const school = { ...NO_PLAN, ...normaliseSchool({ ...SCHOOL, ...given }), ...given };
  expect(
    checkSchool({ ...school, ...normaliseSchool(school) }).map(({ rule, field }) => `${field}: ${rule}`),
  ).toEqual(expected);
});

test('a code is digits that begin with the district', () => {
  expect(checkSchoolCode('0101', '01')).toEqual([]);
  for (const code of ['0201', '011', '01a1', '01'.padEnd(11, '1')])
    expect(checkSchoolCode(code, '01')).toMatchObject([{ rule: 'schoolCode', field: 'code' }]);
});

test('a closed school takes no more children', () => {
  expect(checkTakes(NO_PLAN)).toEqual([]);
  expect(checkTakes({ quota: 5, closed: true })).toMatchObject([{ rule: 'schoolClosed', field: 'school' }]);
});

describe('a plan beside what would be decided', () => {
  const now = (more: Partial<Parameters<typeof placing>[0]> = {}) => ({
    outcome: 'PENDING' as const,
    preregisteredAt: '0101',
    assignedTo: null,
    ...more,
  });

  test.each([
    ['admitted where she is', now(), { outcome: 'ADMITTED', school: null }, '0101', '0101'],
    ['assigned elsewhere', now(), { outcome: 'ADMITTED', school: '0102' }, '0101', '0102'],
    ['refused', now(), { outcome: 'NOT_ADMITTED', school: null }, '0101', null],
    [
      'admitted after all',
      now({ outcome: 'NOT_ADMITTED' }),
      { outcome: 'ADMITTED', school: null },
      null,
      '0101',
    ],
    [
      'taken back to where she was',
      now({ outcome: 'ADMITTED', assignedTo: '0102' }),
      { outcome: 'PENDING', school: null },
      '0102',
      '0101',
    ],
    [
      'admitted again where she is assigned',
      now({ outcome: 'ADMITTED', assignedTo: '0102' }),
      { outcome: 'ADMITTED', school: null },
      '0102',
      '0102',
    ],
  ] as const)('a child is %s', (_, before, decided, from, to) => {
    expect(placing(before, decided)).toEqual({ before: from, after: to });
  });

  test('schools whose number changes are told, and those above their plan', () => {
    const told = fillings(
      [
        { before: '0101', after: '0102' },
        { before: '0101', after: '0102' },
        { before: '0103', after: '0103' },
        { before: null, after: '0104' },
      ],
      {
        quotas: new Map([
          ['0102', 3],
          ['0101', null],
        ]),
        taken: new Map([
          ['0101', 5],
          ['0102', 2],
        ]),
      },
    );
    expect(told).toEqual([
      { school: '0101', quota: null, taken: 5, wouldBe: 3 },
      { school: '0102', quota: 3, taken: 2, wouldBe: 4 },
      { school: '0104', quota: null, taken: 0, wouldBe: 1 },
    ]);
    expect(told.map(isOverPlan)).toEqual([false, true, false]);
    expect(isOverPlan({ school: '0102', quota: 4, taken: 2, wouldBe: 4 })).toBe(false);
  });
});
