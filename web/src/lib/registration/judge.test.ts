import { expect, test } from '@jest/globals';
import { refusalsOf } from './judge.ts';
import { registrationOf, type RegistrationValues } from './values.ts';

const VALUES: RegistrationValues = {
  ground: '',
  'child.nationality': 'CN',
  'child.hukouProvince': '130000',
  'child.hukouDistrict': '',
  'child.residenceDistrict': '01',
  'child.name': '测试甲',
  'child.documentType': 'RESIDENT_ID',
  'child.documentNumber': '119999201901010018',
  'child.sex': 'MALE',
  'child.birthDate': '2019-01-01',
  'guardian.name': '测试家长',
  'guardian.documentType': 'RESIDENT_ID',
  'guardian.documentNumber': '119999198002020031',
  'guardian.phone': '19900000001',
  smsCode: '123456',
};
const known = {
  season: { bornFrom: '2018-09-01', bornTo: '2019-08-31' },
  districts: [{ code: '01', hotline: ['010-00000000'] }],
};

const judged = (changed: Partial<RegistrationValues>) => {
  const apart = { district: '01', service: 'NON_LOCAL_HUKOU', privacyPolicyVersion: '1' } as const;
  const typed = registrationOf({ ...VALUES, ...changed }, apart);
  return refusalsOf(typed, known, new Date('2025-05-06T02:00:00Z'), 'en').map(
    ({ rule, field }) => `${rule} ${field}`,
  );
};

test.each([
  ['what is right', {}, []],
  [
    'a document of another way',
    { 'child.documentType': 'HK_MACAO_PERMIT', 'child.documentNumber': 'H90000001' },
    ['hongKongMacaoChild child.documentType'],
  ],
  [
    'a guardian under age',
    { 'guardian.documentNumber': '119999201809010031' },
    ['guardianUnderAge guardian.documentNumber'],
  ],
  [
    'a guardian who is the child',
    { 'guardian.documentNumber': VALUES['child.documentNumber'] },
    ['guardianIsChild guardian.documentNumber'],
  ],
] as const)('%s is judged while typing as the API judges it', (_, changed, rules) =>
  expect(judged(changed)).toEqual(rules),
);
