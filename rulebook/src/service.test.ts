import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { GROUNDS, SERVICE_KINDS } from './vocabulary.js';
import { NATIONALITIES } from './countries.js';
import { PROVINCES } from './regions.js';
import { checkGuided, checkService, explainGuidance, guide, type Origin } from './service.js';

const range = { bornFrom: '2019-09-01', bornTo: '2020-08-31' };
const birthDate = '2020-01-01';
const hebei: Origin = { nationality: 'CN', hukouProvince: '130000', ground: null };

const refusedBy = (service: string, origin: Partial<Origin>, hukouDistrict: string | null = null) =>
  checkService(service, { ...hebei, ...origin, hukouDistrict }, '010-0000', 'child').map(
    ({ rule, field }) => `${rule} ${field}`,
  );

describe('the chosen service', () => {
  test('there are 34 provinces and 246 nationalities, without the three regions that are none', () => {
    expect(PROVINCES.size).toBe(34);
    expect(NATIONALITIES.size).toBe(246);
    expect(['HK', 'MO', 'TW'].filter((code) => NATIONALITIES.has(code))).toEqual([]);
  });

  test.each([
    [{}, []],
    [{ hukouProvince: '110000' }, ['hukouInBeijing child.hukouProvince']],
    [{ hukouProvince: '710000' }, ['taiwanChild child.hukouProvince']],
    [{ hukouProvince: '810000' }, ['hongKongMacaoChild child.hukouProvince']],
    [{ hukouProvince: '820000' }, ['hongKongMacaoChild child.hukouProvince']],
    [{ hukouProvince: null }, ['hukouRequired child.hukouProvince']],
    [{ hukouProvince: '999999' }, ['valueUnknown child.hukouProvince']],
    [{ nationality: 'US' }, ['nationalityForeign child.nationality']],
    [{ nationality: 'ZZ' }, ['valueUnknown child.nationality']],
    [{ nationality: 'HK' }, ['valueUnknown child.nationality']],
    [{ nationality: '' }, ['required child.nationality']],
    [{ ground: 'ONE_PARENT_LOCAL' }, ['groundNotForService ground']],
    [{ ground: 'BEAUTIFUL_EYES' }, ['valueUnknown ground']],
  ] as const)('for children without Beijing hukou, %j: %j', (origin, rules) =>
    expect(refusedBy('NON_LOCAL_HUKOU', origin)).toEqual(rules),
  );

  test('for children with Beijing hukou, which has a district', () => {
    expect(refusedBy('LOCAL_HUKOU', { hukouProvince: '110000' }, '01')).toEqual([]);
    expect(refusedBy('LOCAL_HUKOU', { hukouProvince: '110000' })).toEqual([
      'hukouRequired child.hukouDistrict',
    ]);
    expect(refusedBy('LOCAL_HUKOU', {})).toEqual(['hukouOutsideBeijing child.hukouProvince']);
  });

  test('treated as local, with a ground that fits the nationality', () => {
    for (const ground of GROUNDS) {
      const nationality = ground === 'FOREIGN_NATIONAL' ? 'US' : 'CN';
      expect(refusedBy('TREATED_AS_LOCAL', { ground, nationality, hukouProvince: null })).toEqual([]);
    }
    expect(refusedBy('TREATED_AS_LOCAL', {})).toEqual(['groundRequired ground']);
    expect(refusedBy('TREATED_AS_LOCAL', { ground: 'FOREIGN_NATIONAL' })).toEqual([
      'groundNotForNationality child.nationality',
    ]);
    expect(refusedBy('TREATED_AS_LOCAL', { ground: 'ONE_PARENT_LOCAL', hukouProvince: '110000' })).toEqual([
      'hukouInBeijing child.hukouProvince',
    ]);
  });

  test.each(['', 'EVERYBODY'])('service %p is none', (service) =>
    expect(refusedBy(service, {})).toHaveLength(1),
  );
});

describe('guidance', () => {
  const guided = (origin: Partial<Origin> & { birthDate?: string }) => {
    const { service, consultDistrict, refusal } = guide(
      { ...hebei, birthDate, ...origin },
      range,
      '010-0000',
    );
    return [service, consultDistrict, refusal?.rule ?? null];
  };

  test.each([
    [{}, null],
    [{ ground: 'WORK_RESIDENCE_PERMIT' }, 'WORK_RESIDENCE_PERMIT'],
    [{ hukouProvince: '710000' }, 'TAIWAN_COMPATRIOT'],
    [{ nationality: 'US', hukouProvince: null }, 'FOREIGN_NATIONAL'],
    [{ hukouProvince: '810000' }, null],
  ])('the ground of %j is %j', (origin, ground) =>
    expect(guide({ ...hebei, birthDate, ...origin }, range, '010-0000').ground).toBe(ground),
  );

  test.each([
    [{}, ['NON_LOCAL_HUKOU', false, null]],
    [{ hukouProvince: '110000' }, ['LOCAL_HUKOU', false, null]],
    [{ ground: 'WORK_RESIDENCE_PERMIT' }, ['TREATED_AS_LOCAL', false, null]],
    [{ hukouProvince: '710000' }, ['TREATED_AS_LOCAL', false, 'taiwanChild']],
    [{ hukouProvince: '810000' }, [null, true, 'hongKongMacaoChild']],
    [{ nationality: 'US', hukouProvince: null }, ['TREATED_AS_LOCAL', true, 'nationalityForeign']],
    [{ birthDate: '2018-01-01' }, [null, true, 'tooOld']],
    [{ hukouProvince: '110000', birthDate: '2018-01-01' }, [null, true, 'tooOld']],
    [{ birthDate: '2021-01-01' }, [null, false, 'tooYoung']],
  ])('%j: %j', (origin, expected) => expect(guided(origin)).toEqual(expected));

  test('whoever is guided to a service without more ado is let in by it, and by no other', () => {
    const origins = fc.record({
      nationality: fc.constantFrom('CN', 'US', 'JP'),
      hukouProvince: fc.constantFrom(...PROVINCES.keys()),
      ground: fc.constantFrom(null, ...GROUNDS),
    });
    fc.assert(
      fc.property(origins, (origin) => {
        fc.pre(origin.ground === null);
        const { service, refusal } = guide({ ...origin, birthDate }, range, '010-0000');
        fc.pre(refusal === null);
        const open = SERVICE_KINDS.filter((kind) => refusedBy(kind, origin, '01').length === 0);
        expect(open).toEqual([service]);
      }),
    );
  });

  test('an origin that does not exist is told, not guessed', () => {
    const unknown = { nationality: 'HK', hukouProvince: '999999', ground: 'BEAUTIFUL_EYES' };
    expect(checkGuided(hebei)).toEqual([]);
    expect(checkGuided({ ...hebei, nationality: 'ZZ' })).toEqual([]); // another nationality, unnamed
    expect(checkGuided(unknown).map(({ field }) => field)).toEqual([
      'ground',
      'nationality',
      'hukouProvince',
    ]);
  });

  test('the reason is a sentence in both languages', () => {
    for (const origin of [{}, { hukouProvince: '810000' }, { ground: 'POSTDOCTORAL' }]) {
      const guidance = guide({ ...hebei, birthDate, ...origin }, range, '010-0000');
      expect(explainGuidance(guidance, 'zh-CN')).toMatch(/^\p{Script=Han}.*。$/u);
      expect(explainGuidance(guidance, 'en')).toMatch(/^[A-Z].*\.$/);
    }
  });
});
