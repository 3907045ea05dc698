import { expect, test } from '@jest/globals';
import { checkDistrict } from './district.js';

const known = new Set(['01', '02', '03']);
const rulesOf = (district: string, hukouDistrict: string | null, residenceDistrict: string) =>
  checkDistrict({ district, hukouDistrict, residenceDistrict }, known, 'child').map(
    ({ rule, field }) => `${rule} ${field}`,
  );

test.each([
  ['01', null, '01', []],
  ['01', '02', '01', []],
  ['01', '01', '02', []],
  ['01', null, '02', ['districtMismatch child.residenceDistrict']],
  ['01', '03', '02', ['districtMismatch child.residenceDistrict']],
  ['99', null, '01', ['valueUnknown district']],
  ['', null, '', ['required district', 'required child.residenceDistrict']],
  ['01', '99', '01', ['valueUnknown child.hukouDistrict']],
])('district %p, hukou %p, residence %p: %j', (district, hukou, residence, rules) =>
  expect(rulesOf(district, hukou, residence)).toEqual(rules),
);
