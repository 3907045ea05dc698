import { describe, expect, test } from '@jest/globals';
import {
  checkGrant,
  checkGrantEnd,
  giverOf,
  grantState,
  rolesToGive,
  takerOf,
  type GrantFacts,
} from './staff-grant.js';
import type { OfficeGrant } from './access.js';
import type { StaffRole } from './vocabulary.js';

const NOW = new Date('2026-12-01T02:00:00Z');
const DAY_MS = 86_400_000;
const at = (days: number) => new Date(NOW.getTime() + days * DAY_MS);
const office = (role: OfficeGrant['role'], district: string | null = null): OfficeGrant => ({
  role,
  district,
  school: null,
});
const CITY = office('MUNICIPAL_ADMIN');
const ADMIN = office('DISTRICT_ADMIN', '01');
const OFFICER = office('DISTRICT_OFFICER', '01');

describe('a role is given', () => {
  test.each<[OfficeGrant, StaffRole, string | null, boolean]>([
    [CITY, 'MUNICIPAL_ADMIN', null, true],
    [CITY, 'DISTRICT_ADMIN', '01', true],
    [CITY, 'DISTRICT_OFFICER', '01', false],
    [CITY, 'SCHOOL_REGISTRAR', '01', false],
    [ADMIN, 'DISTRICT_OFFICER', '01', true],
    [ADMIN, 'SCHOOL_REGISTRAR', '01', true],
    [ADMIN, 'DISTRICT_OFFICER', '02', false],
    [ADMIN, 'DISTRICT_ADMIN', '01', false],
    [ADMIN, 'MUNICIPAL_ADMIN', null, false],
    [OFFICER, 'DISTRICT_OFFICER', '01', false],
    [office('SCHOOL_REGISTRAR', '01'), 'SCHOOL_REGISTRAR', '01', false],
    [office('DISTRICT_SYSTEM', '01'), 'DISTRICT_OFFICER', '01', false],
    [office('MUNICIPAL_SYSTEM'), 'DISTRICT_ADMIN', '01', false],
  ])('by %j as %s in %s: %s', (giver, role, district, may) => {
    expect(giverOf([giver], { role, district })).toBe(may ? giver : null);
  });

  test('to choose from are the roles of the place', () => {
    expect(rolesToGive([CITY], null)).toEqual(['MUNICIPAL_ADMIN']);
    expect(rolesToGive([CITY], '02')).toEqual(['DISTRICT_ADMIN']);
    expect(rolesToGive([ADMIN], '01')).toEqual([
      'DISTRICT_OFFICER',
      'SCHOOL_REGISTRAR',
      'SUBDISTRICT_OFFICER',
      'DEPARTMENT_REVIEWER',
    ]);
    expect(rolesToGive([ADMIN], '02')).toEqual([]);
    expect(rolesToGive([OFFICER], '01')).toEqual([]);
  });
});

test('the city takes every role, and a district those of its own', () => {
  expect(takerOf([CITY], { district: '01' })).toBe(CITY);
  expect(takerOf([CITY], { district: null })).toBe(CITY);
  expect(takerOf([ADMIN], { district: '01' })).toBe(ADMIN);
  expect(takerOf([ADMIN], { district: '02' })).toBeNull();
  expect(takerOf([ADMIN], { district: null })).toBeNull();
  expect(takerOf([OFFICER], { district: '01' })).toBeNull();
});

test.each([
  ['AHEAD', { beginsAt: at(1), endsAt: at(2) }],
  ['HOLDS', { beginsAt: at(0), endsAt: at(1) }],
  ['HOLDS', { beginsAt: at(-1), endsAt: null }],
  ['ENDED', { beginsAt: at(-1), endsAt: at(0) }],
  ['TAKEN', { beginsAt: at(-1), endsAt: at(1), takenAt: at(0) }],
] as const)('a role stands as %s: %j', (state, grant) => {
  expect(grantState(grant, NOW)).toBe(state);
});

const RIGHT: GrantFacts = {
  account: 'officer-09',
  name: '陈审核',
  role: 'DISTRICT_OFFICER',
  district: '01',
  school: null,
  beginsAt: at(0),
  endsAt: at(365),
};
const brokenBy = (change: Partial<GrantFacts>) =>
  checkGrant({ ...RIGHT, ...change }, { account: 'admin-01' }, NOW).map(({ rule, field }) => [rule, field]);

test.each<[Partial<GrantFacts>, [string, string][]]>([
  [{}, []],
  [{ account: '' }, [['required', 'account']]],
  [{ account: 'two words' }, []],
  [{ account: 'a\u0000b' }, [['grantAccount', 'account']]],
  [{ account: 'x'.repeat(256) }, [['grantAccount', 'account']]],
  [{ account: 'admin-01' }, [['grantOfOneself', 'account']]],
  [{ name: '' }, [['required', 'name']]],
  [{ name: '陈'.repeat(41) }, [['textTooLong', 'name']]],
  [{ district: null }, [['grantPlace', 'district']]],
  [{ school: '0101' }, [['grantPlace', 'school']]],
  [{ role: 'SCHOOL_REGISTRAR' }, [['grantPlace', 'school']]],
  [{ role: 'MUNICIPAL_ADMIN' }, [['grantPlace', 'district']]],
  [{ role: 'SUBDISTRICT_OFFICER', subdistricts: ['东直门街道'] }, []],
  [{ role: 'SUBDISTRICT_OFFICER' }, [['grantPlace', 'subdistricts']]],
  [{ subdistricts: ['东直门街道'] }, [['grantPlace', 'subdistricts']]],
  [{ role: 'SUBDISTRICT_OFFICER', subdistricts: ['街'.repeat(41)] }, [['textTooLong', 'subdistricts']]],
  [
    { role: 'SUBDISTRICT_OFFICER', subdistricts: Array.from({ length: 21 }, (_, at) => `街道${at}`) },
    [['grantPlace', 'subdistricts']],
  ],
  [{ role: 'DEPARTMENT_REVIEWER', department: 'HUMAN_RESOURCES', items: ['EMPLOYMENT'] }, []],
  [{ role: 'DEPARTMENT_REVIEWER', items: ['EMPLOYMENT'] }, [['grantPlace', 'department']]],
  [{ role: 'DEPARTMENT_REVIEWER', department: 'HUMAN_RESOURCES' }, [['grantPlace', 'items']]],
  [
    { role: 'DEPARTMENT_REVIEWER', department: 'PUBLIC_SECURITY', items: ['IDENTITY_AND_HUKOU'] },
    [['grantPlace', 'items']],
  ],
  [{ endsAt: at(0) }, [['grantDates', 'endsAt']]],
  [{ beginsAt: at(2), endsAt: at(2) }, [['grantDates', 'endsAt']]],
  [{ endsAt: at(1_096) }, []],
  [{ endsAt: at(1_097) }, [['grantDates', 'endsAt']]],
  [{ beginsAt: at(10), endsAt: at(1_106) }, []],
])('what is given with %j breaks %j', (change, broken) => {
  expect(brokenBy(change)).toEqual(broken);
});

test('what has long begun is made to last from now on', () => {
  expect(checkGrantEnd({ beginsAt: at(-2_000), endsAt: at(1_096) }, NOW)).toEqual([]);
  expect(checkGrantEnd({ beginsAt: at(-2_000), endsAt: at(1_097) }, NOW)).toHaveLength(1);
});
