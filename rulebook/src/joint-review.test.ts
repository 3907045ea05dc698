import { describe, expect, test } from '@jest/globals';
import { officeFor, type GivenItem, type OfficeGrant } from './access.js';
import {
  awaitsStreet,
  checkDecider,
  checkItemDeciders,
  checkTurn,
  deciderOf,
  decidersAfter,
  givenItem,
  partOf,
  reviewedBlocks,
  reviewedPeople,
  type DeciderChange,
  type ItemDeciders,
  type ReviewStanding,
} from './joint-review.js';
import { explain } from './refusal.js';
import { REVIEW_ITEM_KINDS, type EmploymentKind, type ItemPart, type ReviewItemKind } from './vocabulary.js';

const office = (role: OfficeGrant['role'], bound: Partial<OfficeGrant> = {}): OfficeGrant => ({
  role,
  district: '01',
  school: null,
  ...bound,
});
const whole = (kind: ReviewItemKind) => ({ kind, part: 'WHOLE' }) as const;
const STREET = office('SUBDISTRICT_OFFICER', { subdistricts: ['东直门街道'] });
const LABOUR = office('DEPARTMENT_REVIEWER', { department: 'HUMAN_RESOURCES', items: ['EMPLOYMENT'] });
const HOME: GivenItem = { kind: 'RESIDENCE', decider: 'SUBDISTRICT', subdistrict: '东直门' };
const WORK: GivenItem = { kind: 'EMPLOYMENT', decider: 'HUMAN_RESOURCES', subdistrict: '东直门' };

describe('what a district has given away', () => {
  test.each<[string, OfficeGrant, GivenItem, string, boolean]>([
    ['its subdistrict', STREET, HOME, '01', true],
    ['another district', STREET, HOME, '02', false],
    ['another subdistrict', STREET, { ...HOME, subdistrict: '北新桥街道' }, '01', false],
    ['a home without a subdistrict', STREET, { ...HOME, subdistrict: null }, '01', false],
    ['an item of the district itself', STREET, { ...HOME, decider: 'DISTRICT' }, '01', false],
    ['an item of a department', STREET, WORK, '01', false],
    ['its item', LABOUR, WORK, '01', true],
    ['its item in another district', LABOUR, WORK, '02', false],
    ['an item that she does not decide', LABOUR, { ...WORK, kind: 'RESIDENCE_PERMIT' }, '01', false],
    ['its kind of item, given to another department', LABOUR, { ...WORK, decider: 'TAXATION' }, '01', false],
    ['its kind of item, given to nobody', LABOUR, { ...WORK, decider: 'DISTRICT' }, '01', false],
    ['an item of a subdistrict', LABOUR, HOME, '01', false],
    ['whatever an officer of the district is not given', office('DISTRICT_OFFICER'), HOME, '01', false],
  ])('is decided by the office that it was given to: %s', (_, grant, item, district, may) => {
    expect(officeFor('DECIDE_GIVEN_ITEMS', [grant], { district, item })).toBe(may ? grant : null);
  });

  test('is refused to officers of the district, who read whom they wait for, and not to its administrators', () => {
    const [refusal] = checkDecider('HUMAN_RESOURCES', [office('DISTRICT_OFFICER')], '01');
    expect(explain(refusal!, 'zh-CN').message).toContain('人力社保');
    expect(explain(refusal!, 'en').message).toContain('Human resources');
    expect(explain(refusal!, 'en').wayOut).toContain('administrator');
    expect(checkDecider('DISTRICT', [office('DISTRICT_OFFICER')], '01')).toEqual([]);
    expect(checkDecider('SUBDISTRICT', [office('DISTRICT_ADMIN')], '01')).toEqual([]);
    expect(checkDecider('SUBDISTRICT', [office('DISTRICT_ADMIN', { district: '02' })], '01')).toHaveLength(1);
  });
});

test('an item of a record without a subdistrict here stays with the district, and so does what was never given', () => {
  const deciders: ItemDeciders = new Map([
    ['RESIDENCE', 'SUBDISTRICT'],
    ['EMPLOYMENT', 'HUMAN_RESOURCES'],
  ]);
  const home = { district: '01', residenceDistrict: '01', residenceSubdistrict: '东直门' };
  const [residence, employment, ground] = (['RESIDENCE', 'EMPLOYMENT', 'GROUND'] as const).map(whole);
  const unknown = { ...home, residenceSubdistrict: null };
  const elsewhere = { ...home, residenceDistrict: '02' };
  expect(givenItem(deciders, residence!, home)).toEqual({ ...HOME, subdistrict: '东直门' });
  expect(givenItem(deciders, residence!, unknown).decider).toBe('DISTRICT');
  expect(givenItem(deciders, residence!, elsewhere)).toEqual({
    kind: 'RESIDENCE',
    decider: 'DISTRICT',
    subdistrict: null,
  });
  expect(givenItem(deciders, employment!, elsewhere)).toEqual({ ...WORK, subdistrict: null });
  expect(givenItem(deciders, ground!, home).decider).toBe('DISTRICT');
});

test.each<[string, (EmploymentKind | null)[], ItemPart]>([
  ['of one guardian', ['EMPLOYED'], 'EMPLOYED'],
  ['of two employed guardians', ['EMPLOYED', 'EMPLOYED'], 'EMPLOYED'],
  ['of a shareholder and a shopkeeper', ['SHAREHOLDER', 'SELF_EMPLOYED'], 'OWN_BUSINESS'],
  ['of a partner', ['PARTNER'], 'OWN_BUSINESS'],
  ['of a legal representative', ['LEGAL_REPRESENTATIVE'], 'OWN_BUSINESS'],
  ['in flexible employment', ['FLEXIBLE'], 'FLEXIBLE'],
  ['of guardians whom two offices would check', ['EMPLOYED', 'SELF_EMPLOYED'], 'MIXED'],
  ['of an unknown kind beside a known one', [null, 'FLEXIBLE'], 'FLEXIBLE'],
  ['of which nothing is known', [], 'WHOLE'],
])('work is checked by its kind: %s', (_, kinds, part) => {
  const employments = kinds.map((kind, at) => ({ guardian: at === 0 ? 'FIRST' : 'SECOND', kind }));
  expect(partOf('EMPLOYMENT', { employments } as never)).toBe(part);
  expect(partOf('RESIDENCE', { employments } as never)).toBe('WHOLE');
});

test('an item takes the parts with it that were decided with it, and no other', () => {
  const WORK = ['WHOLE', 'EMPLOYED', 'OWN_BUSINESS', 'FLEXIBLE', 'MIXED'] as const;
  const all = (deciders: ItemDeciders) =>
    WORK.map((part) => deciderOf(deciders, { kind: 'EMPLOYMENT', part }));
  const then = (before: ItemDeciders, ...changes: DeciderChange[]) => decidersAfter(before, changes);
  const labour = then(new Map(), { kind: 'EMPLOYMENT', decider: 'HUMAN_RESOURCES' });
  expect(all(labour)).toEqual(WORK.map(() => 'HUMAN_RESOURCES'));
  const market = { kind: 'EMPLOYMENT', part: 'OWN_BUSINESS', decider: 'MARKET_REGULATION' } as const;
  const divided = then(labour, market, { kind: 'EMPLOYMENT', part: 'MIXED', decider: 'DISTRICT' });
  const [H, M, D] = ['HUMAN_RESOURCES', 'MARKET_REGULATION', 'DISTRICT'] as const;
  expect(all(divided)).toEqual([H, H, M, H, D]);
  expect(all(then(divided, { kind: 'EMPLOYMENT', decider: 'SUBDISTRICT' }))).toEqual([
    'SUBDISTRICT',
    'SUBDISTRICT',
    M,
    'SUBDISTRICT',
    D,
  ]);
  expect(all(then(divided, { kind: 'EMPLOYMENT', part: 'WHOLE', decider: D }))).toEqual([D, H, M, H, D]);
  // In one change, what is named itself goes where it is named.
  expect(all(then(new Map(), market, { kind: 'EMPLOYMENT', decider: H }))).toEqual([H, H, M, H, H]);
  expect(all(labour)).toEqual(WORK.map(() => H));
});

test.each([
  [[{ kind: 'RESIDENCE', decider: 'SUBDISTRICT' }], []],
  [[{ kind: 'IDENTITY_AND_HUKOU', decider: 'DISTRICT' }], []],
  [[{ kind: 'IDENTITY_AND_HUKOU', decider: 'PUBLIC_SECURITY' }], ['itemStays']],
  [
    [
      { kind: 'RESIDENCE', decider: 'SUBDISTRICT' },
      { kind: 'RESIDENCE', decider: 'HOUSING' },
    ],
    ['entryTwice'],
  ],
  [
    [
      { kind: 'EMPLOYMENT', decider: 'DISTRICT' },
      { kind: 'EMPLOYMENT', part: 'OWN_BUSINESS', decider: 'MARKET_REGULATION' },
      { kind: 'EMPLOYMENT', part: 'EMPLOYED', decider: 'HUMAN_RESOURCES' },
    ],
    [],
  ],
  [
    [
      { kind: 'EMPLOYMENT', part: 'MIXED', decider: 'DISTRICT' },
      { kind: 'EMPLOYMENT', part: 'MIXED', decider: 'SUBDISTRICT' },
    ],
    ['entryTwice'],
  ],
  [[{ kind: 'RESIDENCE', part: 'EMPLOYED', decider: 'HOUSING' }], ['itemNotDivided']],
] as const)('to give %j breaks %j', (deciders, broken) => {
  expect(checkItemDeciders(deciders).map(({ rule }) => rule)).toEqual(broken);
});

test('whoever reviews an item reads neither how to reach the guardians nor what is said of special needs', () => {
  for (const kind of REVIEW_ITEM_KINDS) {
    expect(reviewedBlocks(kind)).not.toContain('GUARDIANS');
    expect(reviewedBlocks(kind)).not.toContain('SUPPORT');
  }
  expect(reviewedBlocks('RESIDENCE')).toEqual(['RESIDENCE']);
  expect(reviewedBlocks('EMPLOYMENT')).toEqual(['EMPLOYMENT']);
  expect(reviewedPeople('EMPLOYMENT')).not.toContain('CHILD');
  expect(reviewedPeople('HOUSEHOLD_REGISTER')).toContain('CHILD');
});

describe('where the subdistrict is first', () => {
  const standing = (given: Partial<ReviewStanding> = {}): ReviewStanding => ({
    order: 'STREET_FIRST',
    deciders: new Map([
      ['RESIDENCE', 'SUBDISTRICT'],
      ['EMPLOYMENT', 'HUMAN_RESOURCES'],
    ]),
    home: { district: '01', residenceDistrict: '01', residenceSubdistrict: '东直门' },
    items: [
      { kind: 'RESIDENCE', part: 'WHOLE', status: 'PENDING' },
      { kind: 'EMPLOYMENT', part: 'WHOLE', status: 'PENDING' },
      { kind: 'OTHER', part: 'WHOLE', status: 'PENDING' },
    ],
    ...given,
  });
  const decidedBy = (status: 'PASSED' | 'RETURNED' | 'FAILED') =>
    standing({
      items: [
        { kind: 'RESIDENCE', part: 'WHOLE', status },
        { kind: 'OTHER', part: 'WHOLE', status: 'PENDING' },
      ],
    });

  test.each<[string, ReviewStanding, boolean]>([
    ['its item is not decided', standing(), true],
    ['everybody reviews at once', standing({ order: 'ONLINE_FIRST' }), false],
    ['it has passed its item', decidedBy('PASSED'), false],
    ['it has returned its item', decidedBy('RETURNED'), false],
    ['it has not passed its item', decidedBy('FAILED'), false],
    ['it was given nothing', standing({ deciders: new Map() }), false],
    [
      'the home is in another district',
      standing({ home: { ...standing().home, residenceDistrict: '02' } }),
      false,
    ],
    [
      'the home has no subdistrict',
      standing({ home: { ...standing().home, residenceSubdistrict: null } }),
      false,
    ],
  ])('the others wait for it as long as there is something to wait for: %s', (_, given, waits) => {
    expect(awaitsStreet(given)).toBe(waits);
    for (const kind of ['OTHER', 'EMPLOYMENT'] as const)
      expect(checkTurn(given, whole(kind), [office('DISTRICT_OFFICER'), LABOUR], '01')).toHaveLength(
        waits ? 1 : 0,
      );
  });

  test('it need not wait itself, and administrators of the district need not wait for it', () => {
    expect(checkTurn(standing(), whole('RESIDENCE'), [STREET], '01')).toEqual([]);
    expect(checkTurn(standing(), whole('OTHER'), [office('DISTRICT_ADMIN')], '01')).toEqual([]);
    expect(
      checkTurn(standing(), whole('OTHER'), [office('DISTRICT_ADMIN', { district: '02' })], '01'),
    ).toHaveLength(1);
    const [refusal] = checkTurn(standing(), whole('OTHER'), [office('DISTRICT_OFFICER')], '01');
    expect(refusal).toMatchObject({ rule: 'streetFirst', field: 'kind' });
  });
});
