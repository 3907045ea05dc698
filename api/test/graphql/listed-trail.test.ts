import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SERVICE_NAMES } from '@enrolment/rulebook/names.js';
import { AuditTrailDocument } from '@enrolment/schema/client';
import { verifyAudit } from '../../src/platform/audit/verify.js';
import { KeyRing } from '../../src/platform/keys.js';
import { register, startApi, TEST_KEYS, type Person, type TestApi } from '../support/api.js';
import { dumpDatabase } from '../support/database.js';
import { listed } from '../support/record-list.js';
import { staff } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
let stranger: Person;
let officer: Person;
let administrator: Person;
let city: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  [mother, stranger] = [await api.person('mother'), await api.person('stranger')];
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  administrator = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  city = await staff(api, 'MUNICIPAL_ADMIN');
});
afterAll(() => api.stop());

async function looks(person: Person, number: string | null, language = 'zh-CN') {
  const headers = { 'accept-language': language };
  const { data, errors } = await person.request(AuditTrailDocument, { number }, headers);
  if (errors) throw new Error(JSON.stringify(errors));
  const entries = data.auditTrail.edges.map(({ node }) => node);
  return entries.filter(({ action }) => action === 'RECORDS_LISTED');
}
const logged = () =>
  api.sql<{ district_code: string; season: number; facts: Record<string, unknown> }>(
    `select district_code, season, facts from audit_entry where action = 'RECORDS_LISTED' order by id`,
  );

test('a page is one look with its filter and numbers, and each family on it reads what it was', async () => {
  const { number: hers } = await register(api, mother);
  const { number: others } = await register(api, stranger);
  await listed(officer, { filter: { stages: ['REGISTERED'], service: 'NON_LOCAL_HUKOU' } });
  const [entry] = await logged();
  expect(entry).toEqual({
    district_code: '01',
    season: Number(hers.slice(0, 4)),
    facts: {
      order: 'REGISTERED_AT_DESC',
      stages: ['REGISTERED'],
      service: 'NON_LOCAL_HUKOU',
      numbers: [others, hers],
    },
  });
  expect(await logged()).toHaveLength(1);

  for (const [person, number] of [
    [mother, hers],
    [stranger, others],
  ] as const) {
    for (const asked of [number, null]) {
      expect(await looks(person, asked)).toEqual([
        expect.objectContaining({
          record: number,
          summary: '查看了名单（证件号码遮盖）',
          detail: `同一页共 2 条；按阶段筛选；服务：${SERVICE_NAMES.NON_LOCAL_HUKOU['zh-CN']}`,
          actor: '东城区教委 审核人员',
          actorId: null,
          byStaff: true,
        }),
      ]);
    }
  }
  const [inEnglish] = await looks(mother, hers, 'en');
  expect(inEnglish).toMatchObject({
    summary: 'looked at a list of records (numbers masked)',
    detail: `2 records on the page; filtered by: stage; service: ${SERVICE_NAMES.NON_LOCAL_HUKOU.en}`,
  });
  // Whose other records were on it is no family's to read.
  expect(JSON.stringify(await looks(mother, null))).not.toContain(others);

  const [read] = await looks(administrator, null);
  expect(read).toMatchObject({
    record: null,
    actorId: officer.subject,
    detail: `同一页共 2 条；阶段：已注册；服务：${SERVICE_NAMES.NON_LOCAL_HUKOU['zh-CN']}`,
  });
  expect(await looks(administrator, hers)).toHaveLength(1);
});

test('a school by which the office looked is not told to the family: the child may be assigned to it', async () => {
  const { number } = await register(api, mother);
  await api.sql(
    `insert into admission (record_id, outcome, school_code, preregistered_at, preregistered_by, assigned_school_code)
     select id, 'PENDING', '0101', $1, 'registrar', '0102' from collection_record where number = $2`,
    [api.clock.now(), number],
  );
  expect((await listed(officer, { filter: { school: '0102' } })).numbers).toEqual([number]);
  const [look] = await looks(mother, number);
  expect(look!.detail).toBe('同一页共 1 条；按学校筛选');
});

test('a search leaves its kind and never what was typed', async () => {
  const { number, input } = await register(api, mother, { child: { name: '上官稀有' } });
  for (const search of ['上官稀有', input.child.documentNumber, input.guardian.phone, number]) {
    expect((await listed(officer, { filter: { search } })).numbers).toEqual([number]);
  }
  const found = (await looks(mother, number)).map(({ detail }) => detail);
  expect(found).toEqual([
    '同一页共 1 条；按信息采集编号查找',
    '同一页共 1 条；按手机号查找',
    '同一页共 1 条；按证件号码查找',
    '同一页共 1 条；按姓名查找',
  ]);
  const dump = await dumpDatabase(api.database.url);
  for (const typed of ['上官稀有', input.child.documentNumber, input.guardian.phone]) {
    expect(dump.includes(typed)).toBe(false);
    expect(api.lines.join('')).not.toContain(typed);
  }
});

test('a family with two children on one page reads one look, at none of them alone', async () => {
  const twins = await api.person('mother of twins');
  const numbers = [(await register(api, twins)).number, (await register(api, twins)).number];
  await listed(city, { first: 2 });
  expect((await looks(twins, null)).map(({ record }) => record)).toEqual([null]);
  for (const number of numbers) {
    expect((await looks(twins, number)).map(({ record, actor }) => [record, actor])).toEqual([
      [number, '市教委 管理人员'],
    ]);
  }
});

test('a look at an empty list is a look, and the trail holds', async () => {
  const before = (await logged()).length;
  expect((await listed(officer, { filter: { search: '查无此人' } })).numbers).toEqual([]);
  const after = await logged();
  expect(after).toHaveLength(before + 1);
  expect(after.at(-1)!.facts).toMatchObject({ search: 'NAME', numbers: [] });
  const { broken } = await verifyAudit(api.database.url, new KeyRing(TEST_KEYS));
  expect(broken).toEqual([]);
});
