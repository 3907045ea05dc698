import { expect, test } from '@jest/globals';
import { homeOf, officesIn } from './offices.ts';

test('the offices are the roles that the API tells, each with its district or school', () => {
  const district = { code: '01' };
  const school = { code: '0101', name: '第一小学' };
  expect(
    officesIn([
      { role: 'DISTRICT_OFFICER', district, school: null },
      { role: 'SCHOOL_REGISTRAR', district, school },
      { role: 'MUNICIPAL_ADMIN', district: null, school: null },
    ]),
  ).toEqual([
    { role: 'DISTRICT_OFFICER', district: '01', school: null },
    { role: 'SCHOOL_REGISTRAR', district: '01', school: '0101' },
    { role: 'MUNICIPAL_ADMIN', district: null, school: null },
  ]);
});

test.each([
  [[], '/my'],
  [[{ role: 'DISTRICT_OFFICER', district: '01', school: null }], '/my'],
  [[{ role: 'SCHOOL_REGISTRAR', district: '01', school: '0101' }], '/school'],
  [[{ role: 'SUBDISTRICT_OFFICER', district: '01', school: null }], '/office/review'],
  [[{ role: 'DEPARTMENT_REVIEWER', district: '01', school: null }], '/office/review'],
] as const)('whoever signs in begins where the role does: %j at %s', (offices, home) => {
  expect(homeOf(offices)).toBe(home);
});
