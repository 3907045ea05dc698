import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { explain } from './refusal.js';
import {
  checkRegistration,
  normaliseRegistration,
  type Registration,
  type RegistrationFacts,
} from './registration.js';

const now = new Date('2026-05-10T02:00:00Z');

const facts: RegistrationFacts = {
  season: { bornFrom: '2018-09-01', bornTo: '2019-08-31' },
  districts: new Set(['01', '02']),
  hotline: '010-0000',
  window: { opensAt: new Date('2026-05-06T00:00:00+08:00'), closesAt: new Date('2026-06-01T00:00:00+08:00') },
  notice: { district: '01', service: 'NON_LOCAL_HUKOU', openedAt: new Date('2026-05-10T01:59:00Z') },
  privacyPolicyVersion: '2026-1',
  document: 'FREE',
  phoneUsed: 0,
  code: { kind: 'RIGHT' },
};

const right: Registration = {
  district: '01',
  service: 'NON_LOCAL_HUKOU',
  ground: null,
  noticeTicket: 'ticket',
  privacyPolicyVersion: '2026-1',
  child: {
    nationality: 'CN',
    hukouProvince: '130000',
    hukouDistrict: null,
    residenceDistrict: '01',
    name: '测试甲',
    documentType: 'RESIDENT_ID',
    documentNumber: '119999201901010018',
    sex: 'MALE',
    birthDate: '2019-01-01',
  },
  guardian: {
    name: '测试乙',
    documentType: 'PASSPORT',
    documentNumber: 'E12345678',
    phone: '19900000001',
  },
  smsCode: '123456',
};

const check = (input: Registration, known: Partial<RegistrationFacts> = {}) =>
  checkRegistration(normaliseRegistration(input), { ...facts, ...known }, now);

describe('registration', () => {
  test('what is right is let through, however it is typed', () => {
    expect(check(right)).toEqual([]);
    const typed = {
      ...right,
      ground: '',
      smsCode: '１２３ ４５６',
      child: {
        ...right.child,
        name: ' 测试甲　',
        hukouDistrict: '',
        documentNumber: '119999 20190101 ００１８',
      },
      guardian: { ...right.guardian, documentNumber: 'e1234-5678', phone: '+86 199-0000-0001' },
    };
    expect(check(typed)).toEqual([]);
    expect(normaliseRegistration(typed)).toEqual(right);
  });

  test('every broken rule is told at once, each at its field', () => {
    const refusals = check(
      {
        ...right,
        child: {
          ...right.child,
          hukouProvince: '110000',
          residenceDistrict: '02',
          name: '测😀',
          sex: 'FEMALE',
          birthDate: '2017-01-01',
        },
        guardian: {
          name: '',
          documentType: 'RESIDENT_ID',
          documentNumber: '119999198001010012',
          phone: '123',
        },
        smsCode: '12',
        privacyPolicyVersion: '2020-1',
      },
      { window: null, notice: null, document: 'OWN', phoneUsed: 3 },
    );
    expect(refusals.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'OUTSIDE_WINDOW null',
      'NOTICE_NOT_READ noticeTicket',
      'SERVICE_MISMATCH child.hukouProvince',
      'DISTRICT_MISMATCH child.residenceDistrict',
      'INVALID_FORMAT child.name',
      'DOCUMENT_ALREADY_REGISTERED child.documentNumber',
      'DOCUMENT_MISMATCH child.sex',
      'DOCUMENT_MISMATCH child.birthDate',
      'AGE_OUT_OF_RANGE child.birthDate',
      'REQUIRED guardian.name',
      'DOCUMENT_CHECKSUM guardian.documentNumber',
      'INVALID_FORMAT guardian.phone',
      'PHONE_LIMIT_REACHED guardian.phone',
      'INVALID_FORMAT smsCode',
      'CONSENT_REQUIRED privacyPolicyVersion',
    ]);
  });

  test('an empty form is answered field by field', () => {
    const empty = (fields: Record<string, unknown>) =>
      Object.fromEntries(Object.keys(fields).map((field) => [field, '']));
    const nothing = {
      ...empty({ ...right }),
      child: empty({ ...right.child }),
      guardian: empty({ ...right.guardian }),
    } as unknown as Registration;
    const required = check(nothing).filter(({ code }) => code === 'REQUIRED');
    expect(required.map(({ field }) => field).sort()).toEqual(
      [
        'child.birthDate',
        'child.documentNumber',
        'child.name',
        'child.nationality',
        'child.residenceDistrict',
        'child.sex',
        'district',
        'guardian.documentNumber',
        'guardian.name',
        'guardian.phone',
        'service',
        'smsCode',
      ].sort(),
    );
  });

  test('a hukou district left over from another province does not stand in for the residence', () => {
    const child = { ...right.child, hukouDistrict: '01', residenceDistrict: '02' };
    expect(check({ ...right, child })).toMatchObject([{ code: 'DISTRICT_MISMATCH' }]);
  });

  test('a code of another shape is not held against the tries', () => {
    expect(check({ ...right, smsCode: '12' }, { code: { kind: 'NONE' } })).toMatchObject([
      { rule: 'smsCodeFormat' },
    ]);
    expect(check(right, { code: { kind: 'WRONG', left: 2 } })).toMatchObject([{ code: 'SMS_CODE_WRONG' }]);
  });

  test.each([
    ['the child’s own number', '119999201901010018', 'guardianIsChild'],
    ['a number of a child', '119999201809010031', 'guardianUnderAge'],
  ])('guardian (1) with %s is refused', (_, documentNumber, rule) => {
    const guardian = { ...right.guardian, documentType: 'RESIDENT_ID', documentNumber };
    expect(check({ ...right, guardian })).toMatchObject([{ rule, field: 'guardian.documentNumber' }]);
  });

  test('a residence permit is told at the document, and no hukou is asked of its holder', () => {
    const child = { ...right.child, documentType: 'HK_MACAO_PERMIT', documentNumber: 'H12345678' };
    for (const hukouProvince of ['130000', null]) {
      expect(check({ ...right, child: { ...child, hukouProvince } })).toMatchObject([
        { rule: 'hongKongMacaoChild', field: 'child.documentType' },
      ]);
    }
  });

  const anything = fc.string({ unit: 'binary' });
  const orRight = (value: string) => fc.oneof(fc.constant(value), anything);
  const optional = fc.oneof(fc.constant(null), fc.constant('130000'), anything);
  const garbage: fc.Arbitrary<Registration> = fc.record({
    district: orRight('01'),
    service: orRight('NON_LOCAL_HUKOU'),
    ground: optional,
    noticeTicket: anything,
    privacyPolicyVersion: orRight('2026-1'),
    child: fc.record({
      nationality: orRight('CN'),
      hukouProvince: optional,
      hukouDistrict: optional,
      residenceDistrict: orRight('01'),
      name: orRight('测试甲'),
      documentType: orRight('RESIDENT_ID'),
      documentNumber: orRight('119999201901010018'),
      sex: orRight('MALE'),
      birthDate: orRight('2019-01-01'),
    }),
    guardian: fc.record({
      name: orRight('测试乙'),
      documentType: orRight('PASSPORT'),
      documentNumber: orRight('E12345678'),
      phone: orRight('19900000001'),
    }),
    smsCode: orRight('123456'),
  });

  test('whatever is typed is answered: never thrown, each rule once a field, in whole sentences', () => {
    fc.assert(
      fc.property(garbage, (input) => {
        const refusals = check(input);
        const places = refusals.map(({ rule, field }) => `${rule} ${field}`);
        expect(new Set(places).size).toBe(places.length);
        for (const refusal of refusals) {
          const { message, wayOut } = explain(refusal, 'zh-CN');
          expect(message).toMatch(/。$/);
          expect(wayOut === null || /。$/.test(wayOut)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('normalising twice is normalising once, and changes no judgement', () => {
    fc.assert(
      fc.property(garbage, (input) => {
        const once = normaliseRegistration(input);
        expect(normaliseRegistration(once)).toEqual(once);
        expect(check(once)).toEqual(check(input));
      }),
    );
  });
});
