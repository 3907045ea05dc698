import { describe, expect, test } from '@jest/globals';
import { NO_DETAILS, normaliseDetails, type DetailsTyped } from './details/details.js';
import type { Paper } from './papers.js';
import { checkSimulation, simulate, type AskedDocument, type PolicyChange } from './simulation.js';

const NOTHING: PolicyChange = { bornFrom: null, bornTo: null, residenceSince: null, document: null };
const season = { year: 2026, state: 'OPEN', bornFrom: '2019-09-01', bornTo: '2020-08-31' } as const;
const facts = { season, anyRecord: true, reviewed: true };
const a = (document: Partial<AskedDocument>): AskedDocument => ({
  item: 'RESIDENCE',
  service: null,
  ground: null,
  ...document,
});

describe('a change that cannot be simulated', () => {
  const rules = (change: Partial<PolicyChange>, known: Partial<typeof facts> = {}) =>
    checkSimulation({ ...NOTHING, ...change }, { ...facts, ...known }).map(({ rule, field }) => [
      rule,
      field,
    ]);
  test.each([
    ['nothing', {}, [['simulationEmpty', null]]],
    ['a day that does not exist', { bornFrom: '2019-02-30' }, [['dateFormat', 'bornFrom']]],
    ['a range that ends before it begins', { bornTo: '2019-08-31' }, [['seasonAges', 'bornTo']]],
    [
      'a cut-off that does not exist, and the end of the range as well',
      { bornTo: '2020-13-01', residenceSince: '2026-02-29' },
      [
        ['dateFormat', 'bornTo'],
        ['dateFormat', 'residenceSince'],
      ],
    ],
    [
      'a ground of another service',
      { document: a({ service: 'LOCAL_HUKOU', ground: 'POSTDOCTORAL' }) },
      [['groundNotForService', 'document.ground']],
    ],
  ] as const)('%s', (_, change, expected) => expect(rules(change)).toEqual(expected));

  test('an item that nobody reviews, a season without a record, and one that is archived', () => {
    expect(rules({ document: a({}) }, { reviewed: false })).toEqual([
      ['simulationUnreviewed', 'document.item'],
    ]);
    expect(rules({ residenceSince: '2025-09-30' }, { anyRecord: false })).toEqual([
      ['simulationOfNobody', 'season'],
    ]);
    const archived = { ...facts, season: { ...season, state: 'ARCHIVED' as const } };
    expect(checkSimulation(NOTHING, archived).map(({ rule }) => rule)).toEqual(['seasonState']);
  });

  test('what the city could decide is no such change', () =>
    expect(
      rules({
        bornFrom: '2019-01-01',
        bornTo: '2020-12-31',
        residenceSince: '2025-09-30',
        document: a({ service: 'TREATED_AS_LOCAL', ground: 'POSTDOCTORAL' }),
      }),
    ).toEqual([]));
});

const whose = { district: '01', service: 'NON_LOCAL_HUKOU', ground: null } as const;
const PAPERS: readonly Paper[] = [
  { kind: 'RESIDENCE' },
  { kind: 'RESIDENCE', district: '04', service: 'NON_LOCAL_HUKOU' },
];
const outcome = (
  change: Partial<PolicyChange>,
  record: Partial<Parameters<typeof simulate>[0]> = {},
  district: string | null = null,
) =>
  simulate(
    { whose, birthDate: '2020-01-01', details: null, submitted: false, ...record },
    {
      season,
      change: { ...NOTHING, ...change },
      district,
      papers: PAPERS,
      reviewed: ['IDENTITY_AND_HUKOU', 'RESIDENCE'],
    },
  );

test.each([
  ['2019-08-31', [], []],
  ['2019-09-01', ['TOO_OLD'], []],
  ['2020-01-01', [], []],
  ['2020-08-31', [], ['TOO_YOUNG']],
  ['2020-09-01', [], []],
])('born on %s: a later beginning gives %p, an earlier end %p', (birthDate, later, earlier) => {
  expect(outcome({ bornFrom: '2019-09-02' }, { birthDate }).reasons).toEqual(later);
  expect(outcome({ bornTo: '2020-08-30' }, { birthDate }).reasons).toEqual(earlier);
});

test('a child out of today’s range comes into a wider one, and stays out of one that does not reach it', () => {
  expect(outcome({ bornTo: '2020-09-01' }, { birthDate: '2020-09-01' }).reasons).toEqual([
    'COMES_INTO_RANGE',
  ]);
  expect(outcome({ bornTo: '2020-09-01' }, { birthDate: '2020-09-02' }).reasons).toEqual([]);
});

describe('a cut-off for the residence', () => {
  const at = (residence: NonNullable<DetailsTyped['residence']> | null) =>
    outcome(
      { residenceSince: '2025-09-30' },
      { details: residence === null ? NO_DETAILS : normaliseDetails({ residence }) },
    );
  test('is kept by a lease of its last day, and missed by one of the day after', () => {
    expect(at({ kind: 'RENTED', leaseFrom: '2025-09-30' })).toEqual({ reasons: [], undeclared: false });
    expect(at({ kind: 'PUBLIC_RENTAL', leaseFrom: '2025-10-01' })).toEqual({
      reasons: ['RESIDENCE_TOO_LATE'],
      undeclared: false,
    });
  });
  test.each([
    ['nothing has been typed', null],
    ['the home is owned', { kind: 'OWNED', leaseFrom: '2025-10-01' }],
    ['the day is half typed', { kind: 'RENTED', leaseFrom: '2025-1' }],
    ['there is no day', { kind: 'RENTED' }],
  ] as const)('says nothing where %s', (_, residence) =>
    expect(at(residence)).toEqual({ reasons: [], undeclared: true }),
  );
});

test('one more document is asked where its item is reviewed, of its service and ground, again of whoever has submitted', () => {
  const document = a({});
  expect(outcome({ document }).reasons).toEqual(['DOCUMENT_ASKED']);
  expect(outcome({ document }, { submitted: true }).reasons).toEqual(['DOCUMENT_ASKED_AGAIN']);
  expect(outcome({ document: a({ item: 'EMPLOYMENT' }) }).reasons).toEqual([]);
  expect(outcome({ document: a({ service: 'LOCAL_HUKOU' }) }).reasons).toEqual([]);
  const postdoctoral = { ...whose, service: 'TREATED_AS_LOCAL', ground: 'POSTDOCTORAL' } as const;
  const ofGround = { document: a({ ground: 'POSTDOCTORAL' }) };
  expect(outcome(ofGround, { whose: postdoctoral }).reasons).toEqual(['DOCUMENT_ASKED']);
  expect(outcome(ofGround, { whose: { ...postdoctoral, ground: 'OVERSEAS_CHINESE' } }).reasons).toEqual([]);
  expect(outcome(ofGround).reasons).toEqual([]);
});

test('the city’s document is not asked where a district has papers of its own for the item', () => {
  const inThatDistrict = { whose: { ...whose, district: '04' } };
  expect(outcome({ document: a({}) }, inThatDistrict).reasons).toEqual([]);
  expect(outcome({ document: a({}) }, inThatDistrict, '04').reasons).toEqual(['DOCUMENT_ASKED']);
});
