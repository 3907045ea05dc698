import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { adviseDetails } from './advice.js';
import { checkDetails, checkDraft, type DetailsFacts } from './check.js';
import { settleDetails } from './settle.js';
import { NO_DETAILS, normaliseDetails, pathsOf, type DetailsTyped } from './details.js';
import { EVIDENCE_OF_GROUND } from '../evidence.js';
import { explain, refuse } from '../refusal.js';
import { EVIDENCE_KINDS, GROUNDS, type TreatedAsLocalGround } from '../vocabulary.js';

const now = new Date('2026-05-10T02:00:00Z');
const CHILD = '119999201901010018';
const FIRST = '119999198001010018';

const facts: DetailsFacts = {
  needs: {
    CHILD: 'REQUIRED',
    HOUSEHOLD: 'REQUIRED',
    RESIDENCE: 'REQUIRED',
    GUARDIANS: 'REQUIRED',
    GROUND: 'NOT_ASKED',
    EMPLOYMENT: 'REQUIRED',
    RESIDENCE_PERMIT: 'REQUIRED',
  },
  questions: [{ key: 'SIBLING', kind: 'BOOLEAN', required: true, choices: null }],
  ground: null,
  districts: new Set(['01', '02']),
  child: { documentNumber: CHILD },
  firstGuardian: { documentType: 'RESIDENT_ID', documentNumber: FIRST },
};

const right: DetailsTyped = {
  ethnicity: '01',
  household: { kind: 'FAMILY', address: '示例省示例县示例村 1 号', headName: '测试丁', headRelation: '孙女' },
  residence: {
    kind: 'RENTED',
    subdistrict: '示例街道',
    address: '示例路 1 号院 2 号楼 301',
    certificateNumber: 'ZL2026000123',
    leaseFrom: '2025-01-01',
    leaseTo: '2027-12-31',
  },
  firstGuardianRelation: 'MOTHER',
  secondGuardian: {
    name: '测试丙',
    documentType: 'RESIDENT_ID',
    documentNumber: '119999198002020031',
    phone: '19900000002',
    relation: 'FATHER',
  },
  employments: [
    {
      guardian: 'FIRST',
      kind: 'EMPLOYED',
      employerName: '示例科技有限公司',
      employerCreditCode: '91119999MA0000000W',
      insuredDistrict: '01',
    },
    { guardian: 'SECOND', kind: 'FLEXIBLE' },
  ],
  residencePermits: [
    { guardian: 'FIRST', number: '1199990000000001', validUntil: '2027-03-01', address: '示例路 1 号院' },
    { guardian: 'SECOND', number: '1199990000000002', validUntil: '2027-03-01', address: '示例路 1 号院' },
  ],
  answers: [{ key: 'SIBLING', value: 'false' }],
};

const submit = (input: DetailsTyped, known: Partial<DetailsFacts> = {}) =>
  checkDetails(settleDetails(normaliseDetails(input)), { ...facts, ...known }, now);
const draft = (input: DetailsTyped, known: Partial<DetailsFacts> = {}) =>
  checkDraft(normaliseDetails(input), { ...facts, ...known });
const told = (refusals: ReturnType<typeof submit>) => refusals.map(({ rule, field }) => `${rule} ${field}`);

const residence = (fields: NonNullable<DetailsTyped['residence']>) =>
  told(submit({ ...right, residence: { ...right.residence, ...fields } }));
const second = (fields: NonNullable<DetailsTyped['secondGuardian']>) =>
  told(submit({ ...right, secondGuardian: { ...right.secondGuardian, ...fields } }));
const employment = (fields: object) =>
  told(submit({ ...right, employments: [{ guardian: 'FIRST', ...fields }] }));
const permit = (fields: object) =>
  told(
    submit({
      ...right,
      residencePermits: [{ ...right.residencePermits![0]!, ...fields }, right.residencePermits![1]!],
    }),
  );

describe('details that are submitted', () => {
  test('what is right is let through, however it is typed', () => {
    expect(submit(right)).toEqual([]);
    const typed: DetailsTyped = {
      ...right,
      ethnicity: ' ０１ ',
      household: { ...right.household, address: '  示例省示例县示例村　１ 号 ', headName: ' 测试丁　' },
      secondGuardian: {
        ...right.secondGuardian,
        documentNumber: '119999 19800202 ００３１',
        phone: '+86 199-0000-0002',
      },
      noSecondGuardianReason: ' ',
      employments: [
        { ...right.employments![0]!, employerCreditCode: ' 91119999ma0000000w' },
        right.employments![1]!,
      ],
      residence: { ...right.residence, certificateNumber: 'zl2026 000123' },
    };
    expect(submit(typed)).toEqual([]);
    expect(normaliseDetails(typed)).toEqual(normaliseDetails(right));
  });

  test('one residence permit is not both guardians’', () => {
    const both = right.residencePermits!.map((entry) => ({ ...entry, number: '1199990000000001' }));
    expect(told(submit({ ...right, residencePermits: both }))).toEqual([
      'permitOfOtherGuardian residencePermits.SECOND.number',
    ]);
  });

  test('an empty form is answered field by field, in its order', () => {
    expect(told(submit({}))).toEqual([
      'required ethnicity',
      'required household.kind',
      'required household.address',
      'required household.headName',
      'required household.headRelation',
      'required residence.kind',
      'required residence.subdistrict',
      'required residence.address',
      'required firstGuardianRelation',
      'secondGuardianMissing secondGuardian',
      'employmentMissing employments.FIRST.kind',
      'required residencePermits.FIRST.number',
      'required residencePermits.FIRST.validUntil',
      'required residencePermits.FIRST.address',
      'required answers.SIBLING',
    ]);
  });

  test('every broken rule is told at once, each at its field, in the order of the form', () => {
    const broken: DetailsTyped = {
      ...right,
      ethnicity: '57',
      household: { kind: 'FAMILY', address: '村\ufffd', headName: '测😀', headRelation: '子'.repeat(21) },
      residence: { ...right.residence, leaseFrom: '2026-02-31', leaseTo: '2026-05-09' },
      firstGuardianRelation: null,
      secondGuardian: { ...right.secondGuardian, documentNumber: CHILD, phone: '123', relation: null },
      employments: [
        { ...right.employments![0]!, employerCreditCode: '91119999MA0000000X', insuredDistrict: '19' },
      ],
      residencePermits: [{ guardian: 'SECOND', number: '1', validUntil: '2026-05-09' }],
      answers: [
        { key: 'SIBLING', value: '是' },
        { key: 'OTHER', value: '1' },
      ],
    };
    expect(told(submit(broken))).toEqual([
      'valueUnknown ethnicity',
      'textInvisible household.address',
      'nameFormat household.headName',
      'textTooLong household.headRelation',
      'dateFormat residence.leaseFrom',
      'leaseOver residence.leaseTo',
      'required firstGuardianRelation',
      'guardianIsChild secondGuardian.documentNumber',
      'phoneFormat secondGuardian.phone',
      'required secondGuardian.relation',
      'creditCodeCheck employments.FIRST.employerCreditCode',
      'valueUnknown employments.FIRST.insuredDistrict',
      'required residencePermits.FIRST.number',
      'required residencePermits.FIRST.validUntil',
      'required residencePermits.FIRST.address',
      'permitNumberFormat residencePermits.SECOND.number',
      'permitExpired residencePermits.SECOND.validUntil',
      'required residencePermits.SECOND.address',
      'notAsked answers.OTHER',
      'valueUnknown answers.SIBLING',
    ]);
  });

  describe('the home', () => {
    const OWNED = '京(2020)东城区不动产权第0000000号';
    test.each([
      ['OWNED', OWNED],
      ['OWNED', '京（2020）东城区不动产权第 0000000 号'],
      ['OWNED', '京房权证东私字第 000000 号'],
      ['RELATIVE_OWNED', 'X京房权证朝字第0000000号'],
      ['RENTED', 'ZL2026000123'],
      ['RENTED', '京租备字第2026-000123号'],
      ['PUBLIC_RENTAL', '示例公租房合同 2026-000123'],
      ['EMPLOYER_PROVIDED', null],
      ['OTHER', '示例证明 2026-01'],
      ['OTHER', null],
    ])('%s with %p is right', (kind, certificateNumber) =>
      expect(residence({ kind, certificateNumber })).toEqual([]),
    );

    test.each([
      ['OWNED', 'ZL2026000123', 'a filed lease'],
      ['OWNED', '京租备字第2026-000123号', 'a filed lease in words'],
      ['OWNED', FIRST, 'an ID number'],
      ['RELATIVE_OWNED', '不动产权', 'no number'],
      ['RENTED', OWNED, 'an ownership certificate'],
      ['RENTED', FIRST, 'an ID number'],
      ['RENTED', '91119999MA0000000W', 'a credit code'],
      ['PUBLIC_RENTAL', '京房权证东私字第000000号', 'an old ownership certificate'],
      ['OTHER', FIRST, 'an ID number'],
    ])('%s with %p is of the wrong kind: %s', (kind, certificateNumber) =>
      expect(residence({ kind, certificateNumber })).toEqual([
        'certificateWrongKind residence.certificateNumber',
      ]),
    );

    test.each([
      ['OWNED', ['residence.certificateNumber']],
      ['RENTED', ['residence.certificateNumber', 'residence.leaseFrom', 'residence.leaseTo']],
      ['PUBLIC_RENTAL', ['residence.certificateNumber', 'residence.leaseFrom', 'residence.leaseTo']],
      ['EMPLOYER_PROVIDED', []],
      ['RELATIVE_OWNED', ['residence.certificateNumber']],
      ['OTHER', []],
    ])('%s needs its own fields', (kind, fields) =>
      expect(residence({ kind, certificateNumber: null, leaseFrom: null, leaseTo: null })).toEqual(
        fields.map((field) => `required ${field}`),
      ),
    );

    test.each([
      ['2026-05-10', '2026-05-10', null],
      ['2025-01-01', '2026-05-09', 'leaseOver'],
      ['2027-01-01', '2026-12-31', 'leaseEndsBeforeStart'],
      ['2026-05-01', '2026-04-30', 'leaseEndsBeforeStart'],
    ])('a lease from %s to %s: %s', (leaseFrom, leaseTo, rule) =>
      expect(residence({ leaseFrom, leaseTo })).toEqual(rule ? [`${rule} residence.leaseTo`] : []),
    );

    test('a lease left over from another kind of home is dropped', () => {
      const details = normaliseDetails({
        ...right,
        residence: { ...right.residence, kind: 'OWNED', certificateNumber: OWNED },
      });
      expect(settleDetails(details).residence).toMatchObject({ leaseFrom: null, leaseTo: null });
    });
  });

  describe('the guardians', () => {
    test('the second guardian is there, or the reason why not, and never both', () => {
      expect(told(submit({ ...right, noSecondGuardianReason: '一方去世' }))).toEqual([
        'secondGuardianAndReason noSecondGuardianReason',
      ]);
      expect(
        told(submit({ ...right, secondGuardian: null, noSecondGuardianReason: '一方去世，由我抚养。' })),
      ).toEqual([]);
      expect(told(submit({ ...right, secondGuardian: null }))).toEqual([
        'secondGuardianMissing secondGuardian',
      ]);
    });

    test('a chosen document type alone is no guardian yet', () => {
      const secondGuardian = { documentType: 'RESIDENT_ID' };
      expect(told(submit({ ...right, secondGuardian, noSecondGuardianReason: '单亲' }))).toEqual([]);
    });

    test.each([
      [{ documentNumber: FIRST }, 'guardiansTheSame'],
      [{ documentNumber: '1199991980 01010018' }, 'guardiansTheSame'],
      [{ documentNumber: CHILD }, 'guardianIsChild'],
      [{ documentNumber: '119999201809010031' }, 'guardianUnderAge'],
      [{ documentNumber: '119999198002020030' }, 'documentChecksum'],
      [{ documentNumber: 'E123' }, 'documentFormat'],
    ])('%p is refused: %s', (fields, rule) =>
      expect(second(fields)).toEqual([`${rule} secondGuardian.documentNumber`]),
    );

    test('both may use one phone', () => expect(second({ phone: '19900000001' })).toEqual([]));

    test('papers of a second guardian who is not there are dropped', () => {
      const alone = settleDetails(
        normaliseDetails({ ...right, secondGuardian: null, noSecondGuardianReason: '单亲' }),
      );
      expect(pathsOf(alone).filter(([path]) => path.includes('SECOND'))).toEqual([]);
    });
  });

  describe('the proof of the ground', () => {
    const needs = {
      ...facts.needs,
      GROUND: 'REQUIRED',
      EMPLOYMENT: 'NOT_ASKED',
      RESIDENCE_PERMIT: 'NOT_ASKED',
    } as const;
    const PERMIT = {
      kind: 'WORK_RESIDENCE_PERMIT',
      holder: 'FIRST_GUARDIAN',
      number: '京工居0000123',
      issuer: '示例区人力社保局',
      validFrom: '2024-03-01',
      validUntil: '2027-02-28',
    };
    const PROOF = {
      kind: 'LOCAL_HOUSEHOLD_REGISTER',
      holder: 'SECOND_GUARDIAN',
      issuer: '示例派出所',
      validFrom: '2015-01-01',
    };
    const sent = (
      groundEvidence: DetailsTyped['groundEvidence'],
      known: Partial<DetailsFacts> = {},
      rest = {},
    ) =>
      told(
        submit(
          { ...right, employments: [], residencePermits: [], groundEvidence, ...rest },
          { needs, ground: 'WORK_RESIDENCE_PERMIT', ...known },
        ),
      );
    const permit = (fields: object) => sent({ ...PERMIT, ...fields });

    test('is asked of whoever comes with a ground, and not taken from others', () => {
      expect(sent(PERMIT)).toEqual([]);
      expect(told(submit({ ...right, groundEvidence: PERMIT }))).toEqual(['notAsked groundEvidence']);
    });

    test('is missing field by field; a permit has a number and a term, a proof may have none', () => {
      expect(sent(null)).toEqual(
        ['kind', 'holder', 'issuer'].map((name) => `required groundEvidence.${name}`),
      );
      expect(permit({ number: null, validFrom: null, validUntil: null })).toEqual(
        ['number', 'validFrom', 'validUntil'].map((name) => `required groundEvidence.${name}`),
      );
      expect(sent(PROOF, { ground: 'ONE_PARENT_LOCAL' })).toEqual([]);
    });

    test.each(GROUNDS.flatMap((ground) => EVIDENCE_KINDS.map((kind) => [ground, kind] as const)))(
      'of %s by %s',
      (ground, kind) =>
        expect(permitOf(ground, kind)).toEqual(
          EVIDENCE_OF_GROUND[ground].includes(kind) ? [] : ['valueUnknown groundEvidence.kind'],
        ),
    );
    const permitOf = (ground: TreatedAsLocalGround, kind: string) => sent({ ...PERMIT, kind }, { ground });

    test('that has expired is refused, and holds to the end of its last day', () => {
      expect(permit({ validUntil: '2026-05-09' })).toEqual(['evidenceExpired groundEvidence.validUntil']);
      expect(permit({ validUntil: '2026-05-10' })).toEqual([]);
      expect(sent({ ...PROOF, validUntil: '2026-05-09' }, { ground: 'ONE_PARENT_LOCAL' })).toEqual([
        'evidenceExpired groundEvidence.validUntil',
      ]);
    });

    test('does not end before it begins', () => {
      expect(permit({ validFrom: '2027-03-01' })).toEqual([
        'evidenceEndsBeforeStart groundEvidence.validUntil',
      ]);
      expect(permit({ validFrom: '2026-02-30' })).toEqual(['dateFormat groundEvidence.validFrom']);
    });

    test('is the child’s or a guardian’s who is there', () => {
      expect(permit({ holder: 'CHILD' })).toEqual([]);
      expect(permit({ holder: 'SECOND_GUARDIAN' })).toEqual([]);
      expect(permit({ holder: 'GRANDPARENT' })).toEqual(['valueUnknown groundEvidence.holder']);
      const alone = { secondGuardian: null, noSecondGuardianReason: '单亲' };
      expect(sent({ ...PERMIT, holder: 'SECOND_GUARDIAN' }, {}, alone)).toEqual([
        'evidenceHolder groundEvidence.holder',
      ]);
    });

    test.each(['evidenceExpired', 'evidenceEndsBeforeStart', 'evidenceHolder'] as const)(
      '%s is told in both languages, with a way out',
      (rule) => {
        for (const language of ['zh-CN', 'en'] as const) {
          const { message, wayOut } = explain(refuse(rule, { params: { day: '2026-05-09' } }), language);
          expect(message).not.toMatch(/[{}]/);
          expect(wayOut).not.toBeNull();
        }
      },
    );

    test('that ends during the review is advice', () => {
      const details = normaliseDetails({ groundEvidence: { ...PERMIT, validUntil: '2026-06-01' } });
      expect(adviseDetails(details, '2026-06-30').map(({ field }) => field)).toEqual([
        'groundEvidence.validUntil',
      ]);
      expect(adviseDetails(details, '2026-05-31')).toEqual([]);
    });
  });

  describe('work', () => {
    test.each(['EMPLOYED', 'LEGAL_REPRESENTATIVE', 'SHAREHOLDER', 'PARTNER', 'SELF_EMPLOYED'])(
      '%s names the employer and its credit code',
      (kind) =>
        expect(employment({ kind })).toEqual([
          'required employments.FIRST.employerName',
          'required employments.FIRST.employerCreditCode',
        ]),
    );

    test('flexible work names none, and one left over is dropped', () => {
      expect(employment({ kind: 'FLEXIBLE' })).toEqual([]);
      const details = normaliseDetails({
        ...right,
        employments: [{ ...right.employments![0]!, kind: 'FLEXIBLE' }],
      });
      expect(settleDetails(details).employments).toMatchObject([
        { employerName: null, employerCreditCode: null, insuredDistrict: '01' },
      ]);
    });

    test('insured outside Beijing is no district', () => {
      const fields = { ...right.employments![0]!, insuredDistrict: null };
      expect(employment(fields)).toEqual([]);
    });

    test('one guardian’s is enough, whichever', () => {
      expect(told(submit({ ...right, employments: [{ guardian: 'SECOND', kind: 'FLEXIBLE' }] }))).toEqual([]);
      expect(told(submit({ ...right, employments: [] }))).toEqual([
        'employmentMissing employments.FIRST.kind',
      ]);
    });

    test('a guardian’s is given once', () => {
      const twice = [right.employments![0]!, right.employments![0]!];
      expect(told(submit({ ...right, employments: twice }))).toEqual(['entryTwice employments.FIRST']);
    });
  });

  describe('the residence permits', () => {
    test.each([
      ['2026-05-09', ['permitExpired residencePermits.FIRST.validUntil']],
      ['2026-05-10', []],
      ['2026-06-01', []],
      ['2026-06-31', ['dateFormat residencePermits.FIRST.validUntil']],
    ])('valid until %s', (validUntil, expected) => expect(permit({ validUntil })).toEqual(expected));

    test('today is Shanghai’s day', () => {
      const beforeMidnight = new Date('2026-05-09T15:59:59Z');
      const details = normaliseDetails({
        ...right,
        residencePermits: right.residencePermits!.map((entry) => ({ ...entry, validUntil: '2026-05-09' })),
      });
      expect(checkDetails(details, facts, beforeMidnight)).toEqual([]);
      expect(told(checkDetails(details, facts, new Date('2026-05-09T16:00:00Z')))).toEqual([
        'permitExpired residencePermits.FIRST.validUntil',
        'permitExpired residencePermits.SECOND.validUntil',
      ]);
    });

    test('both guardians’ are needed; whoever holds another document has none', () => {
      const [firsts] = right.residencePermits!;
      const input = { ...right, residencePermits: [firsts!] };
      expect(told(submit(input))).toEqual([
        'required residencePermits.SECOND.number',
        'required residencePermits.SECOND.validUntil',
        'required residencePermits.SECOND.address',
      ]);
      const foreign = { ...right.secondGuardian, documentType: 'PASSPORT', documentNumber: 'E12345678' };
      expect(told(submit({ ...input, secondGuardian: foreign }))).toEqual([]);
    });

    test('one that ends during the review is accepted, and said', () => {
      const details = normaliseDetails({
        ...right,
        residence: { ...right.residence, leaseTo: '2026-06-20' },
        residencePermits: [{ ...right.residencePermits![0]!, validUntil: '2026-06-14' }],
      });
      expect(adviseDetails(details, '2026-06-15').map(({ field }) => field)).toEqual([
        'residencePermits.FIRST.validUntil',
      ]);
      expect(adviseDetails(details, '2026-06-30').map(({ field }) => field)).toEqual([
        'residence.leaseTo',
        'residencePermits.FIRST.validUntil',
      ]);
      expect(adviseDetails(details, null)).toEqual([]);
    });
  });

  describe('a district’s questions', () => {
    const answer = (
      kind: DetailsFacts['questions'][number]['kind'],
      value: string,
      choices: string[] | null = null,
    ) =>
      told(
        submit(
          { ...right, answers: [{ key: 'Q', value }] },
          { questions: [{ key: 'Q', kind, required: true, choices }] },
        ),
      );

    test.each([
      ['TEXT', '示例，文字'],
      ['CHOICE', '甲'],
      ['DATE', '2024-02-29'],
      ['NUMBER', '3.5'],
      ['NUMBER', '-12'],
      ['NUMBER', '１２'],
      ['BOOLEAN', 'true'],
    ] as const)('%s takes %p', (kind, value) => expect(answer(kind, value, ['甲', '乙'])).toEqual([]));

    test.each([
      ['CHOICE', '丙', 'valueUnknown'],
      ['DATE', '2023-02-29', 'dateFormat'],
      ['DATE', '昨天', 'dateFormat'],
      ['NUMBER', '十二', 'numberFormat'],
      ['NUMBER', '1e9', 'numberFormat'],
      ['NUMBER', 'NaN', 'numberFormat'],
      ['BOOLEAN', 'yes', 'valueUnknown'],
      ['TEXT', ' ', 'required'],
      ['TEXT', '字'.repeat(201), 'textTooLong'],
    ] as const)('%s does not take %p', (kind, value, rule) =>
      expect(answer(kind, value, ['甲', '乙'])).toEqual([`${rule} answers.Q`]),
    );

    test('one that is not required may stay open, and none is answered twice', () => {
      const questions = [{ key: 'Q', kind: 'TEXT', required: false, choices: null }] as const;
      expect(told(submit({ ...right, answers: [] }, { questions }))).toEqual([]);
      const answers = [
        { key: 'Q', value: '一' },
        { key: 'Q', value: '二' },
      ];
      expect(told(submit({ ...right, answers }, { questions }))).toEqual(['entryTwice answers.Q']);
    });
  });

  test('which parts are asked is data', () => {
    const needs = { ...facts.needs, EMPLOYMENT: 'NOT_ASKED', RESIDENCE_PERMIT: 'OPTIONAL' } as const;
    const { employments, residencePermits, ...rest } = right;
    expect(told(submit(rest, { needs }))).toEqual([]);
    expect(told(submit({ ...rest, employments }, { needs }))).toEqual(['notAsked employments']);
    expect(
      told(submit({ ...rest, residencePermits: [{ guardian: 'FIRST', number: '1199990001' }] }, { needs })),
    ).toEqual(['required residencePermits.FIRST.validUntil', 'required residencePermits.FIRST.address']);
    expect(residencePermits).toHaveLength(2);
  });
});

describe('a draft', () => {
  test('keeps what is half, wrong or no choice', () => {
    const half: DetailsTyped = {
      ethnicity: '汉',
      household: { kind: 'FAMILY', headName: '测2' },
      residence: { kind: 'RENTED', certificateNumber: FIRST, leaseFrom: '2026-02-31' },
      secondGuardian: { documentNumber: '1199', phone: '199' },
      noSecondGuardianReason: '还没想好',
      employments: [{ guardian: 'SECOND', employerCreditCode: '9111' }],
      residencePermits: [{ guardian: 'FIRST', validUntil: '2020-01-01' }],
      answers: [{ key: 'SIBLING', value: '也许' }],
    };
    expect(draft(half)).toEqual([]);
    expect(normaliseDetails(half)).toMatchObject({ ...half, employments: [{ employerCreditCode: '9111' }] });
    expect(draft({})).toEqual([]);
    expect(normaliseDetails({})).toEqual(NO_DETAILS);
  });

  test('does not take what is endless, what cannot be seen and what nobody asked', () => {
    const refusals = draft(
      {
        household: { address: '字'.repeat(10_000), headName: '测\u0000' },
        residence: { certificateNumber: '1'.repeat(61) },
        noSecondGuardianReason: '\u0001单亲',
        employments: Array.from({ length: 5 }, () => ({ guardian: 'FIRST' as const, kind: 'FLEXIBLE' })),
        answers: [{ key: 'KINDERGARTEN', value: '示例' }],
      },
      { needs: { ...facts.needs, RESIDENCE: 'NOT_ASKED' } },
    );
    expect(told(refusals)).toEqual([
      'textTooLong household.address',
      'textInvisible household.headName',
      'notAsked residence',
      'textInvisible noSecondGuardianReason',
      'tooManyEntries employments',
      'notAsked answers.KINDERGARTEN',
    ]);
    expect(explain(refusals[1]!, 'en').message).toContain('U+0000');
  });
});

describe('whatever is typed', () => {
  const anything = fc.option(fc.string({ unit: 'binary' }), { nil: null });
  const orRight = (...values: string[]) => fc.oneof(fc.constantFrom(...values), anything);
  const guardian = fc.constantFrom('FIRST' as const, 'SECOND' as const);
  const garbage: fc.Arbitrary<DetailsTyped> = fc.record(
    {
      ethnicity: orRight('01', '98'),
      household: fc.record({
        kind: orRight('FAMILY', 'COLLECTIVE'),
        address: anything,
        headName: orRight('测试丁'),
        headRelation: anything,
      }),
      residence: fc.record({
        kind: orRight('OWNED', 'RENTED', 'OTHER'),
        subdistrict: anything,
        address: anything,
        certificateNumber: orRight('ZL2026000123', '京(2020)东城区不动产权第0000000号'),
        leaseFrom: orRight('2026-01-01'),
        leaseTo: orRight('2027-01-01', '2020-01-01'),
      }),
      firstGuardianRelation: orRight('MOTHER'),
      secondGuardian: fc.record({
        name: orRight('测试丙'),
        documentType: orRight('RESIDENT_ID', 'PASSPORT'),
        documentNumber: orRight(CHILD, FIRST, '119999198002020031'),
        phone: orRight('19900000002'),
        relation: orRight('FATHER'),
      }),
      noSecondGuardianReason: anything,
      employments: fc.array(
        fc.record({
          guardian,
          kind: orRight('EMPLOYED', 'FLEXIBLE'),
          employerName: anything,
          employerCreditCode: orRight('91119999MA0000000W'),
          insuredDistrict: orRight('01'),
        }),
        { maxLength: 6 },
      ),
      residencePermits: fc.array(
        fc.record({ guardian, number: anything, validUntil: orRight('2027-01-01'), address: anything }),
        { maxLength: 6 },
      ),
      answers: fc.array(
        fc.record({
          key: fc.oneof(fc.constant('SIBLING'), fc.string()),
          value: fc.string({ unit: 'binary' }),
        }),
        { maxLength: 4 },
      ),
    },
    { requiredKeys: [] },
  );

  test('it is answered: never thrown, each rule once a field, in whole sentences', () => {
    fc.assert(
      fc.property(garbage, (input) => {
        const refusals = submit(input);
        const places = told(refusals.filter(({ rule }) => rule !== 'notAsked'));
        expect(new Set(places).size).toBe(places.length);
        for (const refusal of refusals) {
          const { message, wayOut } = explain(refusal, 'zh-CN');
          expect(message).toMatch(/。$/);
          expect(wayOut === null || /。$/.test(wayOut)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('normalising twice is normalising once, and settling twice is settling once', () => {
    fc.assert(
      fc.property(garbage, (input) => {
        const once = normaliseDetails(input);
        expect(normaliseDetails(once)).toEqual(once);
        const settled = settleDetails(once);
        expect(settleDetails(settled)).toEqual(settled);
      }),
    );
  });

  test('what can be submitted can be kept', () => {
    fc.assert(
      fc.property(garbage, (input) => {
        const details = settleDetails(normaliseDetails(input));
        if (checkDetails(details, facts, now).length === 0) expect(checkDraft(details, facts)).toEqual([]);
      }),
    );
  });

  test('every value has a path of its own, and every section of the form too', () => {
    const paths = pathsOf(normaliseDetails(right)).map(([path]) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toContain('employments.FIRST.employerCreditCode');
    expect(paths).toContain('residencePermits.SECOND.validUntil');
    expect(paths).toContain('answers.SIBLING');
  });
});
