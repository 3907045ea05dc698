import { expect, test } from '@jest/globals';
import { checkSchool, checkSchoolCode, checkTakes, normaliseSchool, NO_PLAN } from './school.js';

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
