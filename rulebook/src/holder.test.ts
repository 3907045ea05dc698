import { describe, expect, test } from '@jest/globals';
import { residentIdCheckDigit } from './document.js';
import { checkGuardianOfAge, checkHolder } from './holder.js';

const numbered = (body: string) => body + residentIdCheckDigit(body);
const MAINLAND = numbered('11999920190101001');
const HONG_KONG = numbered('81000020190101001');
const TAIWAN = numbered('83000020190101001');
const FOREIGN = numbered('91184020190101001');

describe('a document says who somebody is', () => {
  test.each([
    ['NON_LOCAL_HUKOU', 'RESIDENT_ID', MAINLAND, 'CN', '130000', []],
    ['NON_LOCAL_HUKOU', 'RESIDENT_ID', HONG_KONG, 'CN', '130000', ['hongKongMacaoChild']],
    ['NON_LOCAL_HUKOU', 'RESIDENT_ID', TAIWAN, 'CN', '130000', ['taiwanChild']],
    ['NON_LOCAL_HUKOU', 'RESIDENT_ID', FOREIGN, 'CN', '130000', ['nationalityForeign']],
    ['NON_LOCAL_HUKOU', 'HK_MACAO_RESIDENCE', HONG_KONG, 'CN', '130000', ['hongKongMacaoChild']],
    ['LOCAL_HUKOU', 'TAIWAN_PERMIT', '12345678', 'CN', '110000', ['taiwanChild']],
    ['NON_LOCAL_HUKOU', 'PASSPORT', 'E12345678', 'CN', '130000', []],
    ['TREATED_AS_LOCAL', 'TAIWAN_RESIDENCE', TAIWAN, 'CN', null, []],
    ['TREATED_AS_LOCAL', 'TAIWAN_RESIDENCE', TAIWAN, 'US', null, ['documentNotForChild']],
    ['TREATED_AS_LOCAL', 'HK_MACAO_PERMIT', 'H12345678', 'US', null, []],
    ['TREATED_AS_LOCAL', 'HK_MACAO_RESIDENCE', HONG_KONG, 'CN', '130000', ['documentNotForChild']],
    ['TREATED_AS_LOCAL', 'RESIDENT_ID', MAINLAND, 'US', null, ['documentNotForChild']],
    ['TREATED_AS_LOCAL', 'RESIDENT_ID', MAINLAND, 'CN', '130000', []],
    ['TREATED_AS_LOCAL', 'FOREIGN_PERMANENT_RESIDENT_ID', FOREIGN, 'US', null, []],
    ['TREATED_AS_LOCAL', 'FOREIGN_PERMANENT_RESIDENT_ID', FOREIGN, 'CN', null, ['documentNotForChild']],
    ['NON_LOCAL_HUKOU', 'LIBRARY_CARD', '1', 'CN', '130000', []],
  ] as const)(
    '%s, %s %s, %s, %s: %j',
    (service, documentType, documentNumber, nationality, hukouProvince, rules) => {
      const child = { documentType, documentNumber, nationality, hukouProvince };
      expect(checkHolder(service, child, '010-0000', 'child').map(({ rule }) => rule)).toEqual(rules);
    },
  );
});

describe('a guardian is of age', () => {
  const now = new Date('2026-05-10T02:00:00Z');
  test.each([
    ['18 today', '20080510', []],
    ['18 tomorrow', '20080511', ['guardianUnderAge']],
    ['born with the child', '20180101', ['guardianUnderAge']],
    ['not born yet', '20900101', ['guardianUnderAge']],
    ['a grandparent', '19400229', []],
  ])('%s', (_, born, rules) => {
    const number = numbered(`119999${born}001`);
    expect(checkGuardianOfAge('RESIDENT_ID', number, now, '').map(({ rule }) => rule)).toEqual(rules);
  });

  test('born on 29 February, somebody is of age on 1 March of a common year', () => {
    const number = numbered('11999920080229001');
    const on = (day: string) =>
      checkGuardianOfAge('RESIDENT_ID', number, new Date(`${day}T04:00:00Z`), '').length;
    expect([on('2026-02-28'), on('2026-03-01')]).toEqual([1, 0]);
  });
});
