import { expect, test } from '@jest/globals';
import type { OfficeGrant } from '@enrolment/rulebook/access.ts';
import { officeAt } from './place.ts';

const OFFICER = { role: 'DISTRICT_OFFICER', district: '01', school: null } as const;
const ADMIN = { role: 'DISTRICT_ADMIN', district: '02', school: null } as const;
const CITY = { role: 'MUNICIPAL_ADMIN', district: null, school: null } as const;
const REGISTRAR = { role: 'SCHOOL_REGISTRAR', district: '01', school: '0101' } as const;

const keyAt = (offices: readonly OfficeGrant[], key: string | null) => officeAt(offices, key)?.place.key;

test('without a place in the address it is the first that somebody works for', () => {
  expect(keyAt([OFFICER, ADMIN], null)).toBe('01');
  expect(keyAt([CITY], null)).toBe('city');
  expect(keyAt([REGISTRAR], null)).toBe('0101');
});

test('one’s own places can be named, and by the city each district', () => {
  expect(keyAt([OFFICER, ADMIN], '02')).toBe('02');
  expect(keyAt([OFFICER, CITY], '17')).toBe('17');
});

test.each([
  [[OFFICER], '02'],
  [[OFFICER], 'city'],
  [[REGISTRAR], '01'],
  [[REGISTRAR], '0102'],
  [[CITY], '0101'],
  [[CITY], '1'],
  [[], null],
] as const)('%j has no place %s', (offices, key) => {
  expect(officeAt(offices, key)).toBeNull();
});

test('what may be done in one’s own district is not one’s own in another', () => {
  const offices = [OFFICER, ADMIN];
  expect(officeAt(offices, '02')!.may('ADMINISTER_DISTRICT')).toBe(true);
  expect(officeAt(offices, '01')!.may('ADMINISTER_DISTRICT')).toBe(false);
  expect(officeAt([CITY], '01')!.may('READ_RECORD')).toBe(true);
  expect(officeAt([CITY], '01')!.may('DECIDE_ON_RECORD')).toBe(false);
});

test('two offices in one district are one place', () => {
  const offices = [OFFICER, { ...ADMIN, district: '01' }];
  expect(officeAt(offices, null)!.places).toEqual([{ kind: 'DISTRICT', key: '01', district: '01' }]);
});

test('a reviewer has the page of what was given in the own district, and no other', () => {
  const offices = [OFFICER, { role: 'DEPARTMENT_REVIEWER', district: '02', school: null } as const];
  expect(officeAt(offices, '02')!.may('DECIDE_GIVEN_ITEMS')).toBe(true);
  expect(officeAt(offices, '02')!.may('LIST_RECORDS')).toBe(false);
  expect(officeAt(offices, '01')!.may('DECIDE_GIVEN_ITEMS')).toBe(false);
});
