import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { openDatabase } from '../../src/database/orm.js';
import { layCity } from '../../src/sandbox/city.js';
import { readFiles } from '../../src/setup/main.js';
import { setUp, type SetupOptions } from '../../src/setup/setup.service.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let orm: MikroORM;
let admin: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  orm = await openDatabase(database.url, 'enrolment_app');
});
beforeEach(async () => {
  await admin.query(
    'truncate district, season, site, notice_text, review_requirement, review_paper, detail_requirement, policy, phase, school, holiday, subdistrict, edition cascade',
  );
});
afterAll(async () => {
  await orm.close();
  await admin.end();
  await database.drop();
});

const NOW = new Date('2026-03-01T00:00:00Z');
const EXAMPLE = readFiles([fileURLToPath(new URL('../../setup/example/', import.meta.url))]);
const SANDBOX = readFiles([fileURLToPath(new URL('../../setup/sandbox/', import.meta.url))]);
const actor = { subject: 'city', role: 'OPERATOR' } as const;
const lay = (files: Parameters<typeof setUp>[1], options: Partial<SetupOptions> = {}) =>
  setUp(orm.em, files, { apply: true, now: NOW, actor, ...options });
const count = async (table: string) =>
  Number((await admin.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]!.n);
const file = (text: string, name = 'city.yaml') => ({ name, text });
const DISTRICTS = `
districts:
  - { code: '01', name: 东城区, nameEn: Dongcheng, hotline: ['010-0000 0001'] }
  - { code: '02', name: 西城区, nameEn: Xicheng, hotline: ['010-0000 0002'] }
`;

describe('a set-up', () => {
  test('tries by default, does it when asked, and changes nothing the second time', async () => {
    const trial = await lay(EXAMPLE, { apply: false });
    expect(trial).toMatchObject({ applied: false, mistakes: [] });
    expect(trial.changes.length).toBeGreaterThan(50);
    expect(await count('district')).toBe(0);

    const done = await lay(EXAMPLE);
    expect(done).toEqual({ ...trial, applied: true });
    expect(await count('district')).toBe(18);
    expect((await admin.query('select year, state from season')).rows).toEqual([
      { year: 2027, state: 'OPEN' },
    ]);
    expect(await lay(EXAMPLE)).toMatchObject({ applied: true, mistakes: [], changes: [] });
    const { rows } = await admin.query(
      `select actor, actor_role from audit_entry where action = 'SET_UP' and actor <> 'sandbox'`,
    );
    expect(rows).toEqual([{ actor: 'city', actor_role: 'OPERATOR' }]);
  });

  test('of the sandbox is its own; days from today are for it alone', async () => {
    expect(await lay(SANDBOX, { today: NOW })).toMatchObject({ applied: true, mistakes: [] });
    expect(await count('phase')).toBe(18 * 3 * 7);
    const { mistakes } = await lay(SANDBOX);
    expect(mistakes).toContainEqual({
      file: expect.stringContaining('4-season.yaml'),
      line: 4,
      message: '“today” is no number from 2000 to 2100',
    });
  });

  test('of the sandbox is laid again at each start, over what is there', async () => {
    await layCity(orm.em.fork(), NOW);
    await admin.query(`update district set desk_hours = '九点到五点' where code = '01'`);
    const before = [await count('policy'), await count('review_requirement'), await count('phase')];
    await layCity(orm.em.fork(), new Date(NOW.getTime() + 86_400_000));
    expect([await count('policy'), await count('review_requirement'), await count('phase')]).toEqual(before);
    const { rows } = await admin.query(`select desk_hours from district where code = '01'`);
    expect(rows).toEqual([{ desk_hours: '九点到五点' }]);
  });

  test('says what it changes, and takes what a whole list does not name any more', async () => {
    const policies = (...titles: string[]) =>
      file(
        `season: { year: 2026 }\n${DISTRICTS}policies:\n${titles.map((title) => `  - title: ${title}\n`).join('')}`,
      );
    await lay([policies('招生意见', '旧的')]);
    const { changes } = await lay([policies('招生意见', '新的')]);
    expect(changes).toEqual([
      { section: 'policies', kind: 'ADDED', key: '2026 — 新的' },
      { section: 'policies', kind: 'REMOVED', key: '2026 — 旧的' },
    ]);
    const renamed = await lay([file(DISTRICTS.replace('Xicheng', 'West City'))]);
    expect(renamed.changes).toEqual([{ section: 'districts', kind: 'CHANGED', key: '02' }]);
  });

  test('is one transaction: a mistake anywhere, and nothing is done', async () => {
    const wrong = file(
      `schools:\n  - { code: '0901', district: '09', name: 甲, nameEn: A }\n`,
      'schools.yaml',
    );
    expect(await lay([file(DISTRICTS), wrong])).toEqual({
      applied: false,
      changes: [],
      mistakes: [
        { file: 'schools.yaml', line: 2, message: 'there is no district 09: add it to “districts”' },
      ],
    });
    expect(await count('district')).toBe(0);
  });
});

describe('a mistake is told with its file and line', () => {
  test.each([
    ['a: [', 1, /flow|expected/i],
    ['cities: []', 1, /there is no section “cities”/],
    ['site:\n  hotline: 010\n  hours: 8\n', 3, /there is no field “hours”/],
    ['site:\n  hotline: 010\n', 2, /“serviceHours” is missing/],
    [`districts:\n  - { code: '19', name: 甲, nameEn: A, hotline: ['1'] }`, 2, /entry code from 01 to 18/],
    [
      `${DISTRICTS}  - { code: '01', name: 甲, nameEn: A, hotline: ['1'] }`,
      5,
      /01 stands in city.yaml, line 3, already/,
    ],
    [`schools:\n  - { code: '0201', district: '01', name: 甲, nameEn: A }`, 2, /begins with its district/],
    ['season: { year: 2026, bornFrom: 2019-09-31, bornTo: 2020-08-31 }', 1, /2019-09-31/],
    [
      `season: { year: 2026 }\ncalendar:\n  - districts: all\n    services: all\n    windows:\n      REVIEW: { opensAt: 2026-06-01, closesAt: 2026-07-01 }\n      RESULT: { opensAt: 2026-05-01, closesAt: 2026-09-01 }`,
      7,
      /“Publication of results” cannot open before “Review”/,
    ],
    [
      `questions:\n  - district: '01'\n    services: all\n    key: INCOME\n    label: 家庭月收入\n    labelEn: Monthly income\n    kind: NUMBER\n    required: true`,
      2,
      /may not ask for this: “收入”/,
    ],
    [
      `questions:\n  - { district: '01', services: all, key: A, label: 甲, labelEn: A, kind: CHOICE, required: true, choices: [一, 二], choicesEn: [one] }`,
      2,
      /not the same number in both languages/,
    ],
    [
      `${DISTRICTS}season: { year: 2026 }\nreviewItems:\n  - { services: all, kind: IDENTITY_AND_HUKOU, label: 甲, labelEn: A }`,
      7,
      /at least besides the identity|one review item at least/,
    ],
    [
      `season: { year: 2026 }\nreviewItems:\n  - { services: all, kind: RESIDENCE, label: 甲, labelEn: A }\n  - { services: [LOCAL_HUKOU], kind: RESIDENCE, label: 乙, labelEn: B }`,
      4,
      /the item RESIDENCE: This was entered twice/,
    ],
    [
      `season: { year: 2026 }\npolicies:\n${Array.from({ length: 101 }, (_, n) => `  - { title: P${n} }`).join('\n')}`,
      3,
      /^A list can have 100 entries at most/,
    ],
  ])('%p', async (text, line, message) => {
    const { mistakes } = await lay([file(text)]);
    expect(mistakes).toContainEqual({ file: 'city.yaml', line, message: expect.stringMatching(message) });
  });

  test('an entry for several services is told once; a list is each district’s own', async () => {
    const items = (...lines: string[]) =>
      file(
        `season: { year: 2026 }\n${DISTRICTS}reviewItems:\n${lines.map((l) => `  - { ${l} }\n`).join('')}`,
      );
    const identity = 'services: all, kind: IDENTITY_AND_HUKOU, label: 甲, labelEn: A';
    const home = 'services: all, kind: RESIDENCE, label: 乙, labelEn: B';
    expect((await lay([items(identity, `${home}, district: '01'`)])).mistakes).toMatchObject([{ line: 7 }]);
    expect((await lay([items(identity, home, `${home}, district: '01'`)])).mistakes).toEqual([]);
  });

  test('a season that is open keeps something to review for each service in every district', async () => {
    const items = (...services: string[]) =>
      `season: { year: 2026 }\nreviewItems:\n${services.map((one) => `  - { ${one}, kind: RESIDENCE, label: 甲, labelEn: A }\n`).join('')}`;
    const own = ['01', '02'].map((district) => `services: all, district: '${district}'`);
    expect(await lay([file(DISTRICTS + items(...own))])).toMatchObject({ applied: true });
    await admin.query(`update season set state = 'OPEN'`);
    const refused = (line: number) => ({
      applied: false,
      changes: [],
      mistakes: [{ line, message: expect.stringContaining('no review items: Enrolment') }],
    });
    expect(await lay([file(items(own[0]!))])).toMatchObject(refused(3));
    expect(await lay([file('season: { year: 2026 }\nreviewItems: []')])).toMatchObject(refused(1));
    const more = `${DISTRICTS}  - { code: '03', name: 朝阳区, nameEn: Chaoyang, hotline: ['010-0000 0003'] }\n`;
    expect(await lay([file(more)])).toMatchObject(refused(3));
    expect(await lay([file(items('services: all'))])).toMatchObject({ applied: true, mistakes: [] });
    expect(await lay([file(more)])).toMatchObject({ applied: true, mistakes: [] });
  });

  test('windows are judged with those that stand already, and a changed calendar has a version', async () => {
    const windows = (lines: string) =>
      file(
        `season: { year: 2027, bornFrom: 2020-09-01, bornTo: 2021-08-31 }\ncalendar:\n  - districts: ['01']\n    services: all\n    windows:\n${lines}`,
      );
    const review = '      REVIEW: { opensAt: 2027-06-01, closesAt: 2027-07-01 }';
    const versions = async () =>
      (await admin.query(`select subject, number, "by", name from edition where kind = 'CALENDAR'`)).rows;
    expect(await lay([file(DISTRICTS, 'districts.yaml'), windows(review)])).toMatchObject({ applied: true });
    expect(await versions()).toEqual([]);
    const early = windows('      RESULT: { opensAt: 2027-05-01, closesAt: 2027-09-01 }');
    const refused = await lay([early]);
    expect(refused).toMatchObject({ applied: false, changes: [] });
    expect(refused.mistakes).toMatchObject([{ file: 'city.yaml', line: 6 }]);
    expect(refused.mistakes[0]!.message).toMatch(/cannot open before “Review”/);
    expect(await count('phase')).toBe(3);
    const late = windows('      REVIEW: { opensAt: 2027-06-02, closesAt: 2027-07-01 }');
    const city = { subject: 'city-admin', role: 'MUNICIPAL_ADMIN', name: '市管理' } as const;
    expect(await lay([late], { actor: city, apply: false })).toMatchObject({ mistakes: [] });
    expect(await versions()).toEqual([]);
    expect(await lay([late], { actor: city })).toMatchObject({ applied: true });
    expect(await versions()).toEqual([{ subject: '2027/01', number: 1, by: 'city-admin', name: '市*理' }]);
    expect(await lay([late], { actor: city })).toMatchObject({ changes: [] });
    expect(await versions()).toHaveLength(1);
  });

  test('a question that a file no longer names is asked no more, with a version, and keeps its kind', async () => {
    const questions = (...kinds: [key: string, kind: string][]) =>
      file(
        `season: { year: 2027, bornFrom: 2020-09-01, bornTo: 2021-08-31 }\nquestions:\n${kinds.map(([key, kind]) => `  - { district: '01', services: [LOCAL_HUKOU], key: ${key}, label: 甲, labelEn: A, kind: ${kind}, required: false }\n`).join('')}`,
      );
    const rows = async () =>
      (
        await admin.query(
          `select key, kind, retired_at is null as asked from district_question order by position, key`,
        )
      ).rows;
    const versions = async () =>
      (await admin.query(`select subject, number from edition where kind = 'QUESTIONS' order by number`))
        .rows;
    await lay([file(DISTRICTS, 'districts.yaml'), questions(['A', 'TEXT'], ['B', 'TEXT'])]);
    expect(await versions()).toEqual([]);
    const { changes } = await lay([questions(['A', 'TEXT'])]);
    expect(changes).toEqual([{ section: 'questions', kind: 'REMOVED', key: '2027 01 LOCAL_HUKOU B' }]);
    expect(await rows()).toEqual([
      { key: 'A', kind: 'TEXT', asked: true },
      { key: 'B', kind: 'TEXT', asked: false },
    ]);
    expect(await versions()).toEqual([{ subject: '2027/01', number: 1 }]);
    expect(await lay([questions(['A', 'TEXT'])])).toMatchObject({ changes: [] });

    await admin.query(`update season set state = 'OPEN'`);
    const otherKind = await lay([questions(['A', 'TEXT'], ['B', 'NUMBER'])]);
    expect(otherKind.mistakes).toMatchObject([{ line: 4, message: expect.stringMatching(/kind of answer/) }]);
    await lay([questions(['A', 'TEXT'], ['B', 'TEXT'])]);
    expect((await rows()).map(({ asked }) => asked)).toEqual([true, true]);
    expect(await versions()).toHaveLength(2);
  });

  test('whoever decides a review item changes by a version in each district that was there', async () => {
    const deciders = (...given: [district: string, decider: string][]) =>
      file(
        `deciders:\n${given.map(([district, decider]) => `  - { district: '${district}', kind: RESIDENCE, decider: ${decider} }\n`).join('')}`,
      );
    const versions = async () =>
      (
        await admin.query(
          `select subject, number, "by", before ->> 'RESIDENCE' as before, after ->> 'RESIDENCE' as after
           from edition where kind = 'JOINT_REVIEW' order by subject, number`,
        )
      ).rows;
    const first = deciders(['01', 'SUBDISTRICT']);
    expect(await lay([file(DISTRICTS, 'districts.yaml'), first])).toMatchObject({ applied: true });
    expect(await versions()).toEqual([]);
    const next = deciders(['01', 'HOUSING'], ['02', 'SUBDISTRICT']);
    expect(await lay([next], { apply: false })).toMatchObject({ mistakes: [] });
    expect(await versions()).toEqual([]);
    expect(await lay([next])).toMatchObject({ applied: true });
    const kept = [
      { subject: '01', number: 1, by: 'city', before: 'SUBDISTRICT', after: 'HOUSING' },
      { subject: '02', number: 1, by: 'city', before: 'DISTRICT', after: 'SUBDISTRICT' },
    ];
    expect(await versions()).toEqual(kept);
    expect(await lay([next])).toMatchObject({ changes: [] });
    expect(await versions()).toEqual(kept);
    const work = (line: string) =>
      file(`deciders:\n  - { district: '02', kind: EMPLOYMENT, decider: HUMAN_RESOURCES }\n${line}`);
    await lay([
      work(`  - { district: '02', kind: EMPLOYMENT, part: OWN_BUSINESS, decider: MARKET_REGULATION }\n`),
    ]);
    const parts = async () =>
      (
        await admin.query<{ part: string; decider: string }>(
          `select part, decider from item_decider where district_code = '02' and kind = 'EMPLOYMENT' order by part`,
        )
      ).rows.map(({ part, decider }) => `${part} ${decider}`);
    const divided = [
      'EMPLOYED HUMAN_RESOURCES',
      'FLEXIBLE HUMAN_RESOURCES',
      'MIXED HUMAN_RESOURCES',
      'OWN_BUSINESS MARKET_REGULATION',
      'WHOLE HUMAN_RESOURCES',
    ];
    expect(await parts()).toEqual(divided);
    // A line without a part leaves what the district has given to another office where it is.
    expect(await lay([work('')])).toMatchObject({ changes: [] });
    expect(await parts()).toEqual(divided);
    const taxed = file(`deciders:\n  - { district: '02', kind: EMPLOYMENT, decider: TAXATION }\n`);
    expect((await lay([taxed])).changes).toHaveLength(4);
    expect(await parts()).toEqual(divided.map((one) => one.replace('HUMAN_RESOURCES', 'TAXATION')));
    const wrong = await lay([
      work(`  - { district: '02', kind: RESIDENCE, part: MIXED, decider: HOUSING }\n`),
    ]);
    expect(wrong.mistakes).toMatchObject([{ line: 3, message: expect.stringMatching(/kind of work/) }]);
  });

  test('the order of the review is a version of the same', async () => {
    const order = (value: string, district = '01') =>
      file(`reviewOrder:\n  - { district: '${district}', order: ${value} }\n`);
    expect(await lay([file(DISTRICTS, 'districts.yaml'), order('STREET_FIRST')])).toMatchObject({
      applied: true,
    });
    expect((await admin.query('select code, review_order from district order by code')).rows).toEqual([
      { code: '01', review_order: 'STREET_FIRST' },
      { code: '02', review_order: 'ONLINE_FIRST' },
    ]);
    // What a file says of the district itself leaves it as it is.
    expect(await lay([file(DISTRICTS)])).toMatchObject({ changes: [] });
    expect((await lay([order('ONLINE_FIRST')])).changes).toEqual([
      { section: 'reviewOrder', kind: 'CHANGED', key: '01' },
    ]);
    const versions = `select subject, number, before ->> 'order' as before, after ->> 'order' as after from edition`;
    expect((await admin.query(versions)).rows).toEqual([
      { subject: '01', number: 1, before: 'STREET_FIRST', after: 'ONLINE_FIRST' },
    ]);
    expect((await lay([order('STREET_FIRST', '03')])).mistakes).toMatchObject([
      { line: 2, message: expect.stringContaining('there is no district 03') },
    ]);
  });

  test('plans are of the season, of schools that there are, and a change is a version of the school', async () => {
    const schools = file(
      `schools:\n  - { code: '0101', district: '01', name: 甲校, nameEn: A }\n`,
      'schools.yaml',
    );
    const plans = (line: string) => file(`season: { year: 2026 }\nplans:\n  - { ${line} }\n`, 'plans.yaml');
    const first = [file(DISTRICTS, 'districts.yaml'), schools, plans(`school: '0101', quota: 90`)];
    expect(await lay(first)).toMatchObject({ mistakes: [], applied: true });
    expect(await lay(first)).toMatchObject({ changes: [] });
    expect((await lay([plans(`school: '0101', quota: 60, closed: true`)])).changes).toEqual([
      { section: 'plans', kind: 'CHANGED', key: '2026 0101' },
    ]);
    const { rows } = await admin.query(`select kind, subject, after from edition`);
    expect(rows).toEqual([
      {
        kind: 'SCHOOL',
        subject: '0101',
        after: { name: '甲校', nameEn: 'A', 'quota.2026': '60', 'closed.2026': 'yes' },
      },
    ]);
    expect((await lay([plans(`school: '0102', quota: 1`)])).mistakes).toMatchObject([
      { line: 3, message: expect.stringContaining('there is no school 0102') },
    ]);
    expect((await lay([file(`plans:\n  - { school: '0101' }\n`)])).mistakes).toMatchObject([
      { line: 2, message: expect.stringContaining('need the section “season”') },
    ]);
  });

  test('the holidays that a file names of a year are the whole of it, and a change is a version', async () => {
    const holidays = (...lines: string[]) =>
      file(`holidays:\n${lines.map((line) => `  - { ${line} }\n`).join('')}`);
    const labour = (to: string) =>
      `year: 2026, name: 劳动节, nameEn: Labour Day, from: 2026-05-01, to: ${to}`;
    const newYear = (year: number) =>
      `year: ${year}, name: 元旦, nameEn: New Year, from: ${year}-01-01, to: ${year}-01-01`;
    expect(await lay([holidays(labour('2026-05-05'), newYear(2026), newYear(2027))])).toMatchObject({
      applied: true,
    });
    const next = holidays(`${labour('2026-05-04')}, worked: [2026-05-09]`);
    expect((await lay([next])).changes).toEqual([
      { section: 'holidays', kind: 'CHANGED', key: '2026 劳动节' },
      { section: 'holidays', kind: 'REMOVED', key: '2026 元旦' },
    ]);
    expect((await lay([next])).changes).toEqual([]);
    expect(await count('holiday')).toBe(2);
    expect((await admin.query(`select kind, subject, number, district_code from edition`)).rows).toEqual([
      { kind: 'HOLIDAYS', subject: '2026', number: 1, district_code: null },
    ]);
    const wrong = holidays(`${labour('2026-05-04')}, worked: [2026-05-11]`, labour('2026-05-02'));
    expect((await lay([wrong])).mistakes).toMatchObject([
      { line: 2, message: expect.stringContaining('Saturday or Sunday') },
      { line: 3, message: expect.stringContaining('entered twice') },
      { line: 3, message: expect.stringContaining('already') },
    ]);
  });

  test('the subdistricts that a file names of a district are the whole of its list, and a change is a version', async () => {
    const list = (...lines: string[]) =>
      file(`subdistricts:\n${lines.map((line) => `  - { ${line} }\n`).join('')}`);
    const [first, second, other] = ["'01', name: 甲街道", "'01', name: 乙镇", "'02', name: 甲街道"].map(
      (line) => `district: ${line}`,
    ) as [string, string, string];
    expect(await lay([file(DISTRICTS, 'districts.yaml'), list(first, second, other)])).toMatchObject({
      applied: true,
    });
    expect(await count('edition')).toBe(0);
    const next = list(first, "district: '01', name: 丙镇, formerNames: [乙镇], closedFrom: 2027-01-01");
    expect((await lay([next])).changes).toEqual([
      { section: 'subdistricts', kind: 'ADDED', key: '01 丙镇' },
      { section: 'subdistricts', kind: 'REMOVED', key: '01 乙镇' },
    ]);
    expect((await lay([next])).changes).toEqual([]);
    expect(await count('subdistrict')).toBe(3);
    const complete = (district: string) =>
      file(`subdistrictLists:\n  - { district: '${district}', complete: true }\n`);
    expect((await lay([complete('01')])).changes).toMatchObject([{ section: 'subdistrictLists', key: '01' }]);
    const { rows } = await admin.query(
      'select subject, number, district_code, after from edition order by number',
    );
    expect(rows).toMatchObject([
      {
        subject: '01',
        number: 1,
        district_code: '01',
        after: { list: '甲街道、丙镇', '丙镇.formerNames': '乙镇' },
      },
      { subject: '01', number: 2, after: { complete: 'yes' } },
    ]);
    expect((await lay([list(first, "district: '01', name: 甲地区")])).mistakes).toMatchObject([
      { line: 3, message: expect.stringContaining('“甲地区”') },
    ]);
    expect(
      (await lay([list("district: '02', name: 乙镇, closedFrom: 2026-01-01"), complete('02')])).mistakes,
    ).toMatchObject([{ message: expect.stringContaining('cannot be complete') }]);
  });

  test('so are the other texts that have a page', async () => {
    const words = file(`
season: { year: 2027 }
schools:
  - { district: '01', code: '0191', name: ' 东城一小 ', nameEn: First  School, phone: 010-64000001 }
policies:
  - { district: '01', title: ' 招生 意见 ', url: 'https://one.example/a ', body: "一\\u202e\\n\\n\\n\\n二 " }
reviewItems:
  - { district: '01', services: [LOCAL_HUKOU], kind: RESIDENCE, label: ' 居住  材料 ', labelEn: Home }
papers:
  - { district: '01', kind: RESIDENCE, label: '租房合同\u3000 ', labelEn: ' Lease' }
questions:
  - district: '01'
    services: [LOCAL_HUKOU]
    key: MONTHS
    label: ' 住了几个月 '
    labelEn: 'Months  here'
    kind: CHOICE
    required: true
    choices: [' 半年 ', １２ 个月]
    choicesEn: [Half a year, A year]
notices:
  - kind: PRIVACY
    version: ' 2027-1 '
    publishedAt: 2027-01-01
    title: ' 政策 '
    titleEn: Policy
    body: "一 \\n二"
    bodyEn: One
staff:
  - { account: ' someone ', name: ' 第一\u3000人 ', role: DISTRICT_ADMIN, district: '01' }
`);
    const districts = file(DISTRICTS.replace('010-0000 0001', ' 010-0000\u3000\uff10001 '), 'districts.yaml');
    expect(await lay([districts, words])).toMatchObject({ mistakes: [] });
    const kept = async (columns: string, table: string, more = '') =>
      (await admin.query(`select ${columns} from ${table} ${more}`)).rows;
    expect(await kept('hotline', 'district', "where code = '01'")).toEqual([{ hotline: ['010-0000 0001'] }]);
    expect(await kept('name, name_en', 'school', "where code = '0191'")).toEqual([
      { name: '东城一小', name_en: 'First School' },
    ]);
    expect(await kept('title, url, body', 'policy')).toEqual([
      { title: '招生 意见', url: 'https://one.example/a', body: '一\n\n二' },
    ]);
    expect(await kept('label', 'review_requirement')).toEqual([{ label: '居住 材料' }]);
    expect(await kept('label, label_en', 'review_paper')).toEqual([{ label: '租房合同', label_en: 'Lease' }]);
    expect(await kept('label, label_en, choices', 'district_question')).toEqual([
      { label: '住了几个月', label_en: 'Months here', choices: ['半年', '12 个月'] },
    ]);
    expect(await kept('version, title, body', 'notice_text', "where language = 'zh-CN'")).toEqual([
      { version: '2027-1', title: '政策', body: '一\n二' },
    ]);
    expect(await kept('subject, name', 'staff_grant')).toEqual([{ subject: 'someone', name: '第一 人' }]);
    expect((await lay([districts, words])).changes).toEqual([]);
  });

  test('sentences and answers of a file are kept as the office’s pages keep them', async () => {
    const words = (more = '') =>
      file(`
season: { year: 2027 }
sentences:
  - { district: '01', kind: APPROVED, text: ' 窗口工作日办公 ', textEn: 'The desk is  open on working days' }
answers:
  - { district: '01', name: ' 窗口时间 ', nameEn: Hours, text: "窗口\\u202e工作日办公。 ", textEn: Open. }
${more}`);
    expect(await lay([file(DISTRICTS, 'districts.yaml'), words()])).toMatchObject({ mistakes: [] });
    expect((await admin.query('select text, text_en from message_sentence')).rows).toEqual([
      { text: '窗口工作日办公。', text_en: 'The desk is open on working days.' },
    ]);
    expect((await admin.query('select name, text from answer_template')).rows).toEqual([
      { name: '窗口时间', text: '窗口工作日办公。' },
    ]);
    expect((await lay([words()])).changes).toEqual([]);
    const twice = words("  - { district: '01', name: 窗口时间, nameEn: Desk, text: 请来。, textEn: Come. }");
    expect((await lay([twice])).mistakes.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('the answer “窗口时间”'),
    );
  });

  test('a subdistrict whose name a role has is not dropped by a file', async () => {
    const list = (name: string, more = '') =>
      file(`subdistricts:\n  - { district: '01', name: ${name}${more} }\n`);
    const staff = file(
      `staff:\n  - { account: street, name: 街道甲, role: SUBDISTRICT_OFFICER, district: '01', subdistricts: [甲街道] }\n`,
      'staff.yaml',
    );
    await lay([file(DISTRICTS, 'districts.yaml'), list('甲街道'), staff]);
    expect((await lay([list('乙街道')])).mistakes).toMatchObject([
      { line: 2, message: expect.stringContaining('have it: 1') },
    ]);
    expect((await lay([list('乙街道', ', formerNames: [甲街道]')])).mistakes).toEqual([]);
    await admin.query('delete from staff_grant');
  });

  test('a published text of an earlier set-up stands as its file had it, and the same file changes nothing', async () => {
    const notice = (body: string) =>
      file(
        `notices:\n  - { kind: PRIVACY, version: ２０２７-１, publishedAt: 2026-01-01, title: '政策  总则', titleEn: P, body: "${body}", bodyEn: A }`,
      );
    const raw = '\u3000\u3000第１条  总则。\n\u3000\u3000一';
    await admin.query(
      `insert into notice_text (kind, version, language, title, body, published_at) values
         ('PRIVACY', '２０２７-１', 'zh-CN', '政策  总则', $1, '2026-01-01T00:00:00+08:00'),
         ('PRIVACY', '２０２７-１', 'en', 'P', 'A', '2026-01-01T00:00:00+08:00')`,
      [raw],
    );
    expect(await lay([notice(raw.replace('\n', '\\n'))])).toMatchObject({ mistakes: [], changes: [] });
    const { rows } = await admin.query("select version, body from notice_text where language = 'zh-CN'");
    expect(rows).toEqual([{ version: '２０２７-１', body: raw }]);
    expect((await lay([notice('另一条')])).mistakes).toMatchObject([
      { line: 2, message: expect.stringContaining('never changed') },
    ]);
  });

  test('a published text is never changed, and a season opens with a calendar and review items alone', async () => {
    const notice = (title: string) =>
      file(
        `notices:\n  - { kind: PRIVACY, version: '1', publishedAt: 2026-01-01, title: ${title}, titleEn: P, body: 甲, bodyEn: A }`,
      );
    await lay([notice('政策')]);
    expect((await lay([notice('新政策')])).mistakes).toMatchObject([
      { line: 2, message: expect.stringContaining('never changed') },
    ]);
    expect((await lay([file(`${DISTRICTS}season: { year: 2026, open: true }`)])).mistakes).toMatchObject([
      { line: 5, message: expect.stringContaining('Dongcheng, Xicheng') },
      { line: 5, message: expect.stringContaining('no review items: Enrolment of children without Beijing') },
    ]);
    expect(await count('season')).toBe(0);
  });
});
