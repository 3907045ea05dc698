import { describe, expect, test } from '@jest/globals';
import { COMMON_BLOCKS, type DraftFacts } from './check.js';
import { checkOnlyReturnedChanged, correctable, openBlocks, returnedItems } from './returned.js';
import { secondGuardianOf, type OtherPeople } from './second-guardian.js';
import { checkEditing } from './window.js';
import { NO_DETAILS, normaliseDetails } from './details.js';
import { STAGES } from '../vocabulary.js';

const OPTIONAL = Object.fromEntries(COMMON_BLOCKS.map((block) => [block, 'OPTIONAL'])) as DraftFacts['needs'];
const opensAt = new Date('2026-05-06T00:00:00+08:00');
const closesAt = new Date('2026-06-01T00:00:00+08:00');
const second = (at: Date, by: number) => new Date(at.getTime() + by * 1000);
const facts = { window: { opensAt, closesAt }, returned: [], hotline: '010-0000' };
const due = (dueAt: Date | null) => ({ kind: 'RESIDENCE' as const, dueAt });
const rulesOf = (...args: Parameters<typeof checkEditing>) => checkEditing(...args).map(({ rule }) => rule);

describe('when details can be changed', () => {
  test.each([
    [second(opensAt, -1), ['windowNotYet']],
    [opensAt, []],
    [second(closesAt, -1), []],
    [closesAt, ['windowOver']],
  ])('before they are submitted, at %p: %p', (now, rules) => {
    expect(rulesOf({ ...facts, stage: 'REGISTERED' }, now)).toEqual(rules);
    expect(rulesOf({ ...facts, stage: 'DETAILS_DRAFTED' }, now)).toEqual(rules);
  });

  test('never in another stage, but for what was returned', () => {
    for (const stage of STAGES) {
      if (['REGISTERED', 'DETAILS_DRAFTED', 'RETURNED'].includes(stage)) continue;
      expect(rulesOf({ ...facts, stage }, opensAt)).toEqual(['detailsLocked']);
    }
  });

  test('what was returned, until it is due: the window of the details does not matter then', () => {
    const returned = {
      ...facts,
      stage: 'RETURNED',
      returned: [due(closesAt), due(second(closesAt, 60))],
    } as const;
    expect(rulesOf(returned, second(closesAt, 59))).toEqual([]);
    expect(checkEditing(returned, second(closesAt, 60))).toMatchObject([
      { rule: 'windowOver', params: { closesAt: { en: '0:01 on 1 June' } } },
    ]);
    expect(rulesOf({ ...returned, returned: [due(null), due(closesAt)] }, second(closesAt, 1e7))).toEqual([]);
  });
});

describe('until when what was returned can be corrected', () => {
  const at = opensAt;
  const returned = {
    items: [
      { kind: 'RESIDENCE', status: 'RETURNED', dueAt: second(at, 300) },
      { kind: 'EMPLOYMENT', status: 'RETURNED', dueAt: second(at, 100) },
      { kind: 'HOUSEHOLD_REGISTER', status: 'PASSED', dueAt: null },
      { kind: 'OTHER', status: 'RETURNED', dueAt: null },
    ],
    identity: { status: 'RETURNED', checkedAt: at },
    reviewShown: true,
    correction: { opensAt, closesAt: second(at, 200) },
  } as const;
  const open = (facts: Parameters<typeof returnedItems>[0], now: Date) =>
    correctable(returnedItems(facts), now).map(({ kind }) => kind);

  test('each until its own date, the most pressing first, and what has no date last', () => {
    expect(open(returned, at)).toEqual(['EMPLOYMENT', 'IDENTITY_AND_HUKOU', 'RESIDENCE', 'OTHER']);
    expect(open(returned, second(at, 100))).toEqual(['IDENTITY_AND_HUKOU', 'RESIDENCE', 'OTHER']);
    expect(open(returned, second(at, 300))).toEqual(['OTHER']);
  });

  test('what the calendar does not show yet is not open; the identity check is none of it', () => {
    expect(open({ ...returned, reviewShown: false }, at)).toEqual(['IDENTITY_AND_HUKOU']);
  });

  test('a check that is returned after the correction has closed stays open without a date', () => {
    const late = {
      ...returned,
      items: [],
      identity: { status: 'RETURNED', checkedAt: second(at, 200) },
    } as const;
    expect(returnedItems(late)).toEqual([{ kind: 'IDENTITY_AND_HUKOU', dueAt: null }]);
  });
});

describe('what was returned', () => {
  const before = normaliseDetails({
    ethnicity: '01',
    residence: { kind: 'RENTED', address: '示例路 1 号' },
    employments: [{ guardian: 'FIRST', kind: 'FLEXIBLE' }],
    answers: [{ key: 'Q', value: '一' }],
  });

  test('can be changed, and nothing else', () => {
    const after = normaliseDetails({
      ethnicity: '02',
      residence: { kind: 'RENTED', address: '示例路 2 号' },
      employments: [{ guardian: 'SECOND', kind: 'FLEXIBLE' }],
      answers: [],
    });
    const told = (kinds: Parameters<typeof openBlocks>[0]) =>
      checkOnlyReturnedChanged(before, after, openBlocks(kinds, OPTIONAL, before)).map(({ field }) => field);
    expect(told([])).toEqual([
      'ethnicity',
      'residence.address',
      'employments.FIRST.kind',
      'employments.SECOND.kind',
      'answers.Q',
    ]);
    expect(told(['RESIDENCE', 'EMPLOYMENT'])).toEqual(['ethnicity', 'answers.Q']);
    expect(told(['IDENTITY_AND_HUKOU', 'RESIDENCE', 'EMPLOYMENT', 'OTHER'])).toEqual([]);
  });

  test('what is needed today and was not asked when the details were sent opens with it', () => {
    const needs = { ...OPTIONAL, RESIDENCE: 'REQUIRED', GROUND: 'REQUIRED' } as const;
    const before = normaliseDetails({ residence: { kind: 'OWNED' } });
    expect([...openBlocks(['EMPLOYMENT'], needs, before)]).toEqual(['EMPLOYMENT', 'GROUND']);
    expect([...openBlocks([], needs, before)]).toEqual([]);
  });

  test('the order in which entries are listed is no change', () => {
    const listed = (answers: string[]) =>
      normaliseDetails({ answers: answers.map((key) => ({ key, value: key })) });
    expect(checkOnlyReturnedChanged(listed(['A', 'B']), listed(['B', 'A']), new Set())).toEqual([]);
  });
});

describe('the second guardian', () => {
  const typed = {
    name: '测试丙',
    documentType: 'RESIDENT_ID',
    documentNumber: '119999198002020031',
    phone: '19900000002',
    relation: 'FATHER',
  };
  const now = new Date('2026-05-10T00:00:00Z');
  const of = (fields: Partial<Record<keyof typeof typed, string | null>>, others?: OtherPeople) =>
    secondGuardianOf(normaliseDetails({ secondGuardian: { ...typed, ...fields } }), now, others);

  test('is one as soon as name, document and phone are right', () => {
    expect(of({})).toEqual(typed);
    expect(of({ relation: null })).toEqual({ ...typed, relation: null });
  });

  test.each([
    [{ name: null }],
    [{ name: '测2' }],
    [{ documentNumber: '1199' }],
    [{ documentType: null }],
    [{ phone: '199' }],
    [{ documentNumber: '119999201809010031' }],
  ])('is none yet with %p', (fields) => expect(of(fields)).toBeNull());

  test('is neither the child nor the first guardian', () => {
    const documentNumber = '119999198002020031';
    const firstGuardian = { documentType: 'RESIDENT_ID', documentNumber: '119999199001010018' };
    expect(of({}, { child: { documentNumber }, firstGuardian })).toBeNull();
    const child = { documentNumber: '119999201901010018' };
    expect(of({}, { child, firstGuardian: { ...firstGuardian, documentNumber } })).toBeNull();
    expect(of({}, { child, firstGuardian })).toEqual(typed);
    expect(secondGuardianOf(NO_DETAILS, now)).toBeNull();
  });
});
