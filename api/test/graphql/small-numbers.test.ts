import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { STAGES, type Stage } from '@enrolment/rulebook/vocabulary.js';
import {
  DashboardDocument,
  type DashboardQuery,
  type DashboardQueryVariables,
} from '@enrolment/schema/client';
import { mergeTallies } from '../../src/dashboard/merge.statements.js';
import { aSystem } from '../support/api-tokens.js';
import { startApi, type Person, type TestApi } from '../support/api.js';
import { approved, staff } from '../support/reviewable.js';

/** Before the seasons of the sandbox: nobody else writes there. */
const SEASON = 2019;
const DISTRICTS = ['01', '02', '03', '04'];
const COUNTED = ['REGISTERED', 'SUBMITTED', 'RETURNED', 'WITHDRAWN'] as const satisfies Stage[];

let api: TestApi;
let system: Person;
/** It reads what is counted of one district. */
let ofDistrict: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  // It reads what is counted of the city and of every district, and none of the records.
  system = await aSystem(api, await staff(api, 'MUNICIPAL_ADMIN'), { district: null });
  ofDistrict = await aSystem(api, await staff(api, 'DISTRICT_ADMIN', { district: '01' }));
});
afterAll(() => api.stop());

type Counts = readonly (readonly number[])[];

async function write(counts: Counts): Promise<void> {
  await api.sql('delete from tally where season = $1', [SEASON]);
  const rows = counts.flatMap((line, d) =>
    line.flatMap((n, s) => [
      [DISTRICTS[d], COUNTED[s], n],
      ['00', COUNTED[s], n],
    ]),
  );
  await api.sql(
    `insert into tally (season, district_code, facet, key, n)
     select $1, r->>0, 'STAGE', 'LOCAL_HUKOU//' || (r->>1), sum((r->>2)::int) from jsonb_array_elements($2) r
     group by 2, 4 having sum((r->>2)::int) > 0`,
    [SEASON, JSON.stringify(rows)],
  );
}

async function request(person: Person, asked: DashboardQueryVariables): Promise<DashboardQuery['dashboard']> {
  const { data, errors } = await person.request(DashboardDocument, asked);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.dashboard;
}
const board = (district: string | null) => request(system, { district, season: SEASON });
const present = async () =>
  (await api.sql<{ year: number }>(`select max(year) as year from season where state = 'OPEN'`))[0]!.year;

/** What was added up of a district, in place of what there is. */
async function fill(district: string, stages: Record<string, number>): Promise<void> {
  const year = await present();
  await mergeTallies(api.orm.em.fork());
  await api.sql(
    `with gone as (delete from tally where season = $1 and district_code = $2 and facet = 'STAGE' returning key, n)
     update tally t set n = t.n - g.n from gone g where t.season = $1 and t.district_code = '00' and t.facet = 'STAGE' and t.key = g.key`,
    [year, district],
  );
  for (const [stage, n] of Object.entries(stages)) {
    await api.sql(
      `insert into tally (season, district_code, facet, key, n)
       select $1, place, 'STAGE', 'NON_LOCAL_HUKOU//' || $3, $4 from unnest(array[$2, '00']) place
       on conflict (season, district_code, facet, key) do update set n = tally.n + excluded.n`,
      [year, district, stage, n],
    );
  }
}

/** An equation: how often each number of the table is in a sum that is told. */
type Sum = number[];

/** Which numbers follow from the sums: those that elimination leaves alone. */
function following(sums: readonly Sum[], width: number): number[] {
  const rows = sums.map((sum) => [...sum]);
  let done = 0;
  for (let column = 0; column < width && done < rows.length; column += 1) {
    const at = rows.findIndex((row, index) => index >= done && Math.abs(row[column]!) > 1e-9);
    if (at < 0) continue;
    [rows[done], rows[at]] = [rows[at]!, rows[done]!];
    const pivot = rows[done]!;
    for (const [index, row] of rows.entries()) {
      if (index === done || Math.abs(row[column]!) < 1e-9) continue;
      const times = row[column]! / pivot[column]!;
      for (let n = 0; n < width; n += 1) row[n]! -= times * pivot[n]!;
    }
    done += 1;
  }
  return rows.flatMap((row) => {
    const left = row.flatMap((value, at) => (Math.abs(value) > 1e-9 ? [at] : []));
    return left.length === 1 ? left : [];
  });
}

/** All that the system is told, as sums of the numbers of the table. */
async function everythingTold(): Promise<Sum[]> {
  const width = DISTRICTS.length * COUNTED.length;
  const sum = (has: (district: string, stage: Stage) => boolean): Sum =>
    Array.from({ length: width }, (_, at) =>
      has(DISTRICTS[Math.floor(at / COUNTED.length)]!, COUNTED[at % COUNTED.length]!) ? 1 : 0,
    );
  const sums: Sum[] = [];
  for (const scope of [null, ...DISTRICTS]) {
    const { total, totalDisclosure, byStage, byDistrict, byService } = await board(scope);
    const inScope = (district: string) => scope === null || scope === district;
    if (totalDisclosure === 'TOLD') sums.push(sum(inScope));
    for (const line of byStage) {
      if (line.disclosure === 'TOLD')
        sums.push(sum((district, stage) => inScope(district) && stage === line.stage));
      else expect(line.count).toBe(0);
    }
    for (const line of byDistrict)
      if (line.disclosure === 'TOLD')
        sums.push(sum((district) => inScope(district) && district === line.district.code));
    for (const line of byService)
      if (line.disclosure === 'TOLD' && line.service === 'LOCAL_HUKOU') sums.push(sum(inScope));
    expect(totalDisclosure === 'TOLD' || total === 0).toBe(true);
  }
  return sums;
}

const number = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 60 }));
const line = fc.array(number, { minLength: COUNTED.length, maxLength: COUNTED.length });
const tables = fc.array(line, { minLength: DISTRICTS.length, maxLength: DISTRICTS.length });

test('do not follow from the city’s figures and those of all districts together', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (counts) => {
      await write(counts);
      // A system may ask only so much in a minute.
      api.clock.advance(60);
      const width = DISTRICTS.length * COUNTED.length;
      const flat = counts.flat();
      const found = following(await everythingTold(), width);
      expect(found.filter((at) => flat[at]! > 0 && flat[at]! < 5)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

/** A kind of record: all of its tables at once. */
interface Kind {
  readonly district: string;
  readonly service: string;
  readonly ground?: string;
  readonly province?: string;
  readonly stage: Stage;
  /** Day and subdistrict of the details. */
  readonly submitted?: string;
}
const isLive = ({ stage }: Kind) => stage !== 'WITHDRAWN';

/** The cells of a record, as the triggers would write them. */
const cellsOf = (kind: Kind): [facet: string, key: string][] => [
  ['STAGE', `${kind.service}/${kind.ground ?? ''}/${kind.stage}`],
  ['REACHED', 'REGISTERED/2019-05-01'],
  ...(kind.submitted ? [['REACHED', `SUBMITTED/${kind.submitted}`] as [string, string]] : []),
  ...(kind.province && isLive(kind) ? [['PROVINCE', kind.province] as [string, string]] : []),
  ...(kind.submitted && isLive(kind) ? [['SUBDISTRICT', `01/${kind.submitted}`] as [string, string]] : []),
];

async function writeKinds(kinds: readonly (Kind & { n: number })[]): Promise<void> {
  await api.sql('delete from tally where season = $1', [SEASON]);
  const rows = kinds.flatMap((kind) =>
    cellsOf(kind).flatMap((cell) => [
      [kind.district, ...cell, kind.n],
      ['00', ...cell, kind.n],
    ]),
  );
  await api.sql(
    `insert into tally (season, district_code, facet, key, n)
     select $1, r->>0, r->>1, r->>2, sum((r->>3)::int) from jsonb_array_elements($2) r
     group by 2, 3, 4 having sum((r->>3)::int) > 0`,
    [SEASON, JSON.stringify(rows)],
  );
}

const LOCAL = { service: 'LOCAL_HUKOU', province: '110000' };
const FOREIGN = { service: 'TREATED_AS_LOCAL', ground: 'FOREIGN_NATIONAL' };
const TAIWANESE = { service: 'TREATED_AS_LOCAL', ground: 'TAIWAN_COMPATRIOT', province: '710000' };
const treated = (province: string) => ({
  service: 'TREATED_AS_LOCAL',
  ground: 'ONE_PARENT_LOCAL',
  province,
});
const nonLocal = (province: string) => ({ service: 'NON_LOCAL_HUKOU', province });
const SUBMITTED = { stage: 'SUBMITTED', submitted: '2019-05-02' } as const;
const DRAFTED = { stage: 'DETAILS_DRAFTED' } as const;

test.each<
  [
    string,
    (Omit<Kind, 'district'> & { n: number })[],
    Partial<Record<'days' | 'homes' | 'provinces', string[]>>,
  ]
>([
  [
    'what days and subdistricts leave out is a small stage',
    [
      { ...LOCAL, ...SUBMITTED, n: 20 },
      { ...LOCAL, ...DRAFTED, n: 3 },
    ],
    { days: [], homes: [], provinces: ['110000'] },
  ],
  [
    'days and subdistricts would part two hidden stages',
    [
      { ...LOCAL, stage: 'REGISTERED', n: 5 },
      { ...LOCAL, ...DRAFTED, n: 10 },
      { ...LOCAL, ...SUBMITTED, n: 3 },
      { ...LOCAL, ...SUBMITTED, stage: 'APPROVED', n: 9 },
    ],
    { days: [], homes: [], provinces: ['110000'] },
  ],
  [
    'few withdrew before their details',
    [
      { ...LOCAL, ...SUBMITTED, n: 20 },
      { ...LOCAL, stage: 'WITHDRAWN', n: 3 },
      { ...LOCAL, stage: 'WITHDRAWN', submitted: '2019-05-02', n: 9 },
    ],
    { days: [], homes: ['2019-05-02'] },
  ],
  [
    'few have no hukou, and a service is small',
    [
      { ...LOCAL, ...SUBMITTED, n: 20 },
      { ...FOREIGN, ...SUBMITTED, n: 3 },
    ],
    { provinces: [], days: ['2019-05-02'], homes: ['2019-05-02'] },
  ],
  [
    'few have no hukou, and no service is small',
    [
      { ...LOCAL, ...SUBMITTED, n: 20 },
      { ...FOREIGN, ...SUBMITTED, n: 3 },
      { ...treated('120000'), ...SUBMITTED, n: 7 },
    ],
    { provinces: [] },
  ],
  [
    'Beijing is a service that is hidden',
    [
      { ...LOCAL, ...SUBMITTED, n: 20 },
      { ...treated('120000'), ...SUBMITTED, n: 10 },
      { ...nonLocal('130000'), ...SUBMITTED, n: 3 },
    ],
    { provinces: [] },
  ],
  [
    'Beijing is a service that is told: it hides no other province',
    [
      { ...LOCAL, ...SUBMITTED, n: 20 },
      { ...nonLocal('130000'), ...SUBMITTED, n: 3 },
      { ...nonLocal('140000'), ...SUBMITTED, n: 17 },
    ],
    { provinces: ['110000'] },
  ],
  [
    'nobody of Beijing is left, and few others withdrew: that a line is not there would tell',
    [
      { ...LOCAL, stage: 'WITHDRAWN', n: 5 },
      { ...treated('120000'), stage: 'WITHDRAWN', n: 2 },
      { ...nonLocal('120000'), ...SUBMITTED, n: 20 },
      { ...treated('120000'), ...SUBMITTED, n: 20 },
    ],
    { provinces: [] },
  ],
  [
    'few with hukou of Taiwan withdrew',
    [
      { ...LOCAL, ...SUBMITTED, n: 20 },
      { ...TAIWANESE, ...SUBMITTED, n: 20 },
      { ...TAIWANESE, stage: 'WITHDRAWN', n: 2 },
      { ...treated('120000'), stage: 'WITHDRAWN', n: 9 },
    ],
    { provinces: [] },
  ],
  [
    'one province alone is small, whatever Beijing is',
    [
      { ...LOCAL, ...SUBMITTED, n: 20 },
      { ...nonLocal('130000'), ...SUBMITTED, n: 3 },
      { ...nonLocal('130000'), stage: 'WITHDRAWN', n: 10 },
    ],
    { provinces: [] },
  ],
  [
    'none is small, and nothing is left out',
    [
      { ...LOCAL, ...SUBMITTED, n: 20 },
      { ...nonLocal('130000'), ...SUBMITTED, n: 9 },
      { ...nonLocal('130000'), ...DRAFTED, n: 8 },
      { ...FOREIGN, ...SUBMITTED, n: 6 },
    ],
    { days: ['2019-05-02'], homes: ['2019-05-02'], provinces: ['110000', '130000'] },
  ],
])('do not follow from what tables leave out or share: %s', async (_, kinds, told) => {
  await writeKinds(kinds.map((kind) => ({ ...kind, district: '01' })));
  const { byDay, bySubdistrict, byHukouProvince } = await request(ofDistrict, {
    district: '01',
    season: SEASON,
  });
  const shown = {
    days: byDay.filter(({ submitted }) => submitted > 0).map(({ day }) => day),
    homes: bySubdistrict.filter(({ hidden }) => !hidden).map(({ subdistrict }) => subdistrict),
    provinces: byHukouProvince
      .filter(({ hidden }) => !hidden)
      .map(({ province }) => province)
      .sort(),
  };
  expect(shown).toMatchObject(told);
  // Which lines there are would tell: a table hidden whole has none.
  for (const lines of [bySubdistrict, byHukouProvince])
    expect(lines.length > 0 && lines.every(({ hidden }) => hidden)).toBe(false);
});

const KINDS: readonly Kind[] = ['01', '02'].flatMap((district) =>
  // No province but Beijing is one service's alone: only what holds of every city follows.
  [
    LOCAL,
    FOREIGN,
    ...['120000', '130000'].flatMap((one) => [treated(one), nonLocal(one)]),
    TAIWANESE,
  ].flatMap((child) =>
    [
      { stage: 'REGISTERED' } as const,
      DRAFTED,
      SUBMITTED,
      { stage: 'APPROVED', submitted: '2019-05-03' } as const,
      { stage: 'WITHDRAWN' } as const,
      { stage: 'WITHDRAWN', submitted: '2019-05-02' } as const,
    ].map((state) => ({ district, ...child, ...state })),
  ),
);

/** What rows in echelon form leave of a sum: nothing if it follows from them. */
function remainder(echelon: readonly { pivot: number; row: Sum }[], sum: Sum): Sum {
  const left = [...sum];
  for (const { pivot, row } of echelon) {
    const times = left[pivot]!;
    if (Math.abs(times) > 1e-9) row.forEach((value, at) => (left[at]! -= times * value));
  }
  return left;
}
const firstOf = (sum: Sum) => sum.findIndex((value) => Math.abs(value) > 1e-9);

/** The numbers of a dashboard as sums of kinds: each with what is told of it. */
async function numbersOf(scope: string | null): Promise<{ name: string; sum: Sum; told: boolean }[]> {
  const { totalDisclosure, byStage, byService, byGround, byHukouProvince, bySubdistrict, byDay } =
    await board(scope);
  const number = (name: string, told: boolean, has: (kind: Kind) => boolean | undefined) => ({
    name: `${scope ?? 'city'} ${name}`,
    told,
    sum: KINDS.map((kind) => ((scope === null || kind.district === scope) && has(kind) ? 1 : 0)),
  });
  /** Of a table with lines: a word without one is told to be of nobody. */
  const noneOf = <Line>(lines: readonly Line[], words: readonly string[], wordOf: (line: Line) => string) =>
    lines.length === 0 ? [] : words.filter((word) => !lines.some((one) => wordOf(one) === word));
  return [
    number('total', totalDisclosure === 'TOLD', () => true),
    ...noneOf(byHukouProvince, ['110000', '120000', '130000', '710000'], ({ province }) => province).map(
      (word) => number(`no ${word}`, true, (kind) => isLive(kind) && kind.province === word),
    ),
    ...noneOf(bySubdistrict, ['2019-05-02', '2019-05-03'], ({ subdistrict }) => subdistrict).map((word) =>
      number(`no home ${word}`, true, (kind) => isLive(kind) && kind.submitted === word),
    ),
    ...byStage.map((line) => number(line.stage, !line.hidden, ({ stage }) => stage === line.stage)),
    ...byService.map((line) => number(line.service, !line.hidden, ({ service }) => service === line.service)),
    ...byGround.map((line) => number(line.ground, !line.hidden, ({ ground }) => ground === line.ground)),
    ...byHukouProvince.map((line) =>
      number(line.province, !line.hidden, (kind) => isLive(kind) && kind.province === line.province),
    ),
    ...bySubdistrict.map((line) =>
      number(
        `home ${line.subdistrict}`,
        !line.hidden,
        (kind) => isLive(kind) && kind.submitted === line.subdistrict,
      ),
    ),
    ...byDay.flatMap((line) => [
      number(`registered ${line.day}`, line.registeredDisclosure === 'TOLD', () => line.day === '2019-05-01'),
      number(
        `submitted ${line.day}`,
        line.submittedDisclosure === 'TOLD',
        ({ submitted }) => submitted === line.day,
      ),
    ]),
    number('without hukou', false, (kind) => isLive(kind) && !kind.province),
    number('withdrawn before', false, (kind) => !isLive(kind) && !kind.submitted),
    number('registered and not submitted on 2 May', false, ({ submitted }) => submitted !== '2019-05-02'),
    // Of two tables at once.
    ...byStage.flatMap((line) => [
      ...byService.map(({ service }) =>
        number(
          `${service} ${line.stage}`,
          false,
          (kind) => kind.stage === line.stage && kind.service === service,
        ),
      ),
      ...byGround.map(({ ground }) =>
        number(
          `${ground} ${line.stage}`,
          false,
          (kind) => kind.stage === line.stage && kind.ground === ground,
        ),
      ),
      ...byHukouProvince.map(({ province }) =>
        number(
          `${province} ${line.stage}`,
          false,
          (kind) => kind.stage === line.stage && kind.province === province,
        ),
      ),
      number(
        `other than LOCAL_HUKOU ${line.stage}`,
        false,
        (kind) => kind.stage === line.stage && kind.service !== 'LOCAL_HUKOU',
      ),
      number(
        `neither LOCAL_HUKOU nor FOREIGN_NATIONAL ${line.stage}`,
        false,
        (kind) =>
          kind.stage === line.stage && kind.service !== 'LOCAL_HUKOU' && kind.ground !== 'FOREIGN_NATIONAL',
      ),
    ]),
    ...byHukouProvince.flatMap(({ province }) =>
      byService.map(({ service }) =>
        number(
          `${province} ${service}`,
          false,
          (kind) => isLive(kind) && kind.province === province && kind.service === service,
        ),
      ),
    ),
  ];
}

const NOBODY = [0, 0, 0, 0, 0, 0];
/** What random tables have found: a line for each child of KINDS, by districts, and in it a number for each state. */
const FOUND: readonly (readonly (readonly number[])[])[] = [
  // Nobody of Beijing is left in 01, which hides the provinces: the city's line of Beijing told it.
  [
    [0, 0, 0, 0, 5, 0],
    [0, 0, 0, 5, 0, 0],
    [0, 1, 0, 2, 0, 2],
    [8, 0, 0, 0, 0, 0],
    NOBODY,
    [0, 0, 5, 0, 0, 0],
    NOBODY,
    [5, 0, 0, 5, 0, 0],
    [0, 0, 0, 0, 5, 5],
    [0, 0, 5, 0, 0, 0],
    [0, 5, 0, 1, 0, 0],
    [0, 0, 5, 1, 0, 5],
    [5, 5, 0, 5, 5, 0],
    NOBODY,
  ],
  // Nobody with hukou is left in 02, so its table has no line.
  [
    [0, 0, 0, 0, 0, 18],
    NOBODY,
    [5, 5, 0, 16, 5, 0],
    [0, 0, 0, 0, 0, 39],
    [0, 0, 0, 1, 0, 31],
    [0, 0, 0, 0, 0, 14],
    NOBODY,
    NOBODY,
    [0, 0, 0, 5, 3, 0],
    NOBODY,
    NOBODY,
    NOBODY,
    [0, 0, 0, 0, 5, 0],
    NOBODY,
  ],
];

test('do not follow from all the tables of the city and of all districts together', async () => {
  const few = fc.oneof(
    { weight: 12, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }) },
    { weight: 4, arbitrary: fc.integer({ min: 5, max: 40 }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(few, { minLength: KINDS.length, maxLength: KINDS.length }), async (counts) => {
      await writeKinds(KINDS.map((kind, at) => ({ ...kind, n: counts[at]! })));
      api.clock.advance(60);
      const numbers = [...(await numbersOf(null)), ...(await numbersOf('01')), ...(await numbersOf('02'))];
      const echelon: { pivot: number; row: Sum }[] = [];
      for (const { sum } of numbers.filter(({ told }) => told)) {
        const left = remainder(echelon, sum);
        const pivot = firstOf(left);
        if (pivot >= 0) echelon.push({ pivot, row: left.map((value) => value / left[pivot]!) });
      }
      const small = numbers.filter(({ sum }) => {
        const n = sum.reduce((all, times, at) => all + times * counts[at]!, 0);
        return n > 0 && n < 5;
      });
      expect(small.filter(({ sum }) => firstOf(remainder(echelon, sum)) < 0).map(({ name }) => name)).toEqual(
        [],
      );
    }),
    { numRuns: 25, examples: FOUND.map((lines): [number[]] => [lines.flat()]) },
  );
});

test('of a district’s total are hidden there as in the city’s table, with another district’s', async () => {
  await write([
    [1, 1, 1, 0],
    [9, 8, 0, 0],
    [40, 30, 20, 10],
    [30, 0, 0, 0],
  ]);
  const city = await board(null);
  const told = Object.fromEntries(
    city.byDistrict
      .filter(({ count, disclosure }) => count > 0 || disclosure !== 'TOLD')
      .map(({ district, count, disclosure }) => [district.code, disclosure === 'TOLD' ? count : disclosure]),
  );
  expect(told).toEqual({ '01': 'SMALL', '02': 17, '03': 100, '04': 'HIDDEN' });
  expect(await board('04')).toMatchObject({ total: 0, totalDisclosure: 'HIDDEN' });
  expect(await board('02')).toMatchObject({ total: 17, totalDisclosure: 'TOLD' });
  expect((await board('04')).byStage.every(({ disclosure }) => disclosure === 'HIDDEN')).toBe(true);
  expect(STAGES).toHaveLength(city.byStage.length);
});

test('are judged by what a registrar cannot read herself: what she can count does not tell the rest', async () => {
  const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '05', school: '0501' });
  await fill('05', { REGISTERED: 20, DETAILS_DRAFTED: 9, APPROVED: 6, IDENTITY_VERIFIED: 3 });
  const byStage = async () =>
    Object.fromEntries(
      (await request(registrar, { district: '05' })).byStage
        .filter(({ disclosure, count }) => disclosure !== 'TOLD' || count > 0)
        .map(({ stage, disclosure, count }) => [stage, disclosure === 'TOLD' ? count : disclosure]),
    );
  // None of those that count as approved here is there to be read: the nearest line goes along.
  expect(await byStage()).toEqual({
    REGISTERED: 20,
    DETAILS_DRAFTED: 'HIDDEN',
    IDENTITY_VERIFIED: 'SMALL',
    APPROVED: 6,
  });
  const mother = await api.person('of-05');
  for (let n = 0; n < 4; n += 1) {
    await approved(api, mother, { district: '05' });
  }
  // Ten are approved now, of whom she reads four: the six others are none that could be told apart.
  expect(await byStage()).toMatchObject({ APPROVED: 10, IDENTITY_VERIFIED: 'SMALL' });
  await fill('05', { REGISTERED: 20, DETAILS_DRAFTED: 9, APPROVED: 6, IDENTITY_VERIFIED: 3 });
  // Of six approved she reads four: two are left, and they are small.
  expect(await byStage()).toMatchObject({ APPROVED: 'HIDDEN', IDENTITY_VERIFIED: 'SMALL' });
});
