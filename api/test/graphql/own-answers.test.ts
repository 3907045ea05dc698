import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  OfficeConversationDocument,
  OwnAnswersDocument,
  PlanSeasonDocument,
  RecordConversationDocument,
  SetAnswersDocument,
  WriteMessageDocument,
  type OwnAnswerInput,
  type OwnListInput,
} from '@enrolment/schema/client';
import { MESSAGE_TEMPLATES } from '@enrolment/rulebook/conversation.js';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { staff } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
let admin: Person;
let city: Person;
let officer: Person;
let number: string;
beforeAll(async () => {
  api = await startApi();
  mother = await api.person('mother');
  admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  city = await staff(api, 'MUNICIPAL_ADMIN');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  ({ number } = await register(api, mother));
});
afterAll(() => api.stop());

const FORBIDDEN = [{ extensions: { code: 'FORBIDDEN' } }];
const DESK: OwnAnswerInput = {
  name: '窗口时间',
  nameEn: 'Hours of the desk',
  text: '您好。\n窗口工作日上午办公。',
  textEn: 'The desk is open on working days in the morning.',
};
const LEASE: OwnAnswerInput = {
  name: '租期',
  nameEn: 'Lease',
  text: '请把续签的合同带来。',
  textEn: 'Please bring the renewed lease.',
};

const answers = async (person: Person, district: string | null) =>
  (await person.request(OwnAnswersDocument, { district })).data.ownData!.answers;
async function set(person: Person, entries: readonly OwnAnswerInput[], list: Partial<OwnListInput> = {}) {
  const district = 'district' in list ? list.district! : '01';
  const revision = list.revision ?? (await answers(city, district)).revision;
  const answer = await person.request(SetAnswersDocument, {
    list: { ...list, district, revision },
    entries: [...entries],
  });
  await api.reference.settle();
  return answer;
}
const offered = async (person = officer, language = 'zh-CN') =>
  (await person.request(OfficeConversationDocument, { number }, { 'accept-language': language })).data
    .collectionRecord!.conversation!.templates;

test('a district’s answers are offered at once, in the family’s language, instead of those of the product', async () => {
  const common = MESSAGE_TEMPLATES.map(({ name }) => name['zh-CN']);
  expect((await offered()).map(({ name }) => name)).toEqual(common);
  const trial = await set(admin, [DESK, LEASE], { dryRun: true });
  expect(trial.data.setAnswers).toMatchObject({ applied: false, touched: [], kept: 0 });
  expect((await offered()).map(({ name }) => name)).toEqual(common);
  const done = await set(admin, [DESK, LEASE]);
  expect(done.data.setAnswers).toMatchObject({ applied: true, revision: 1 });
  expect(await offered()).toMatchObject([
    { name: DESK.name, text: DESK.text },
    { name: LEASE.name, text: LEASE.text },
  ]);
  await api.sql(`update collection_record set language = 'en' where number = $1`, [number]);
  expect(await offered(officer, 'en')).toMatchObject([
    { name: DESK.nameEn, text: DESK.textEn },
    { name: LEASE.nameEn, text: LEASE.textEn },
  ]);
  await api.sql(`update collection_record set language = 'zh-CN' where number = $1`, [number]);
  expect(await offered(mother)).toEqual([]);
});

test('none goes by itself: what was sent stays, whatever becomes of the answer', async () => {
  const [chosen] = await offered();
  await officer.request(WriteMessageDocument, { number, text: `${chosen!.text}\n周三除外。` });
  const { data } = await set(admin, [LEASE]);
  expect(data.setAnswers).toMatchObject({ applied: true });
  const read = await mother.request(RecordConversationDocument, { number });
  expect(read.data.collectionRecord!.conversation!.messages.map(({ text }) => text)).toEqual([
    `${DESK.text}\n周三除外。`,
  ]);
  expect((await offered()).map(({ name }) => name)).toEqual([LEASE.name]);
});

test('every version is kept and told in words', async () => {
  const { editions, revision } = await answers(admin, '01');
  expect(editions).toHaveLength(revision);
  expect(editions.at(-1)!.changes).toContainEqual({
    field: '窗口时间.text',
    label: '窗口时间 · 文字',
    before: null,
    after: DESK.text,
  });
  const [entry] = await api.sql<{ action: string; facts: { kind: string } }>(
    `select action, facts from audit_entry where action = 'OWN_DATA_SET' order by id desc limit 1`,
  );
  expect(entry).toMatchObject({ facts: { kind: 'ANSWERS' } });
});

test('each refusal is at its place, and nothing is set', async () => {
  const { revision } = await answers(admin, '01');
  const wrong = [
    { ...DESK, textEn: ' ' },
    { ...DESK, nameEn: '' },
    { ...LEASE, text: '长'.repeat(1_001) },
  ];
  const { data } = await set(admin, wrong);
  expect(data.setAnswers).toMatchObject({
    refusals: [
      { rule: 'required', field: '0.textEn' },
      { rule: 'entryTwice', field: '1.name' },
      { rule: 'required', field: '1.nameEn' },
      { rule: 'textTooLong', field: '2.text' },
    ],
  });
  expect((await answers(admin, '01')).revision).toBe(revision);
});

test('of fifty changes of one version at once one is made, and the others are told', async () => {
  const { revision } = await answers(admin, '01');
  const tries = await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      admin.request(SetAnswersDocument, {
        list: { district: '01', revision },
        entries: [{ ...DESK, name: `窗口 ${n}` }],
      }),
    ),
  );
  const results = tries.map(({ data }) => data.setAnswers);
  const made = results.filter(({ __typename }) => __typename === 'OwnDataChange');
  expect(made).toHaveLength(1);
  for (const result of results.filter(({ __typename }) => __typename === 'Refused'))
    expect(result).toMatchObject({ refusals: [{ rule: 'editedMeanwhile' }] });
  expect(await answers(admin, '01')).toMatchObject({ revision: revision + 1, entries: [{}] });
  await api.reference.settle();
});

test('a district without any has the city’s; each edits its own, and reads no other district’s', async () => {
  const other = await staff(api, 'DISTRICT_ADMIN', { district: '02' });
  for (const person of [other, city, officer, mother])
    expect((await set(person, [])).errors).toMatchObject(FORBIDDEN);
  expect((await set(other, [], { district: '99', revision: 0 })).errors).toMatchObject(FORBIDDEN);
  expect((await set(admin, [], { district: null })).errors).toMatchObject(FORBIDDEN);
  expect((await other.request(OwnAnswersDocument, { district: '01' })).data.ownData).toBeNull();
  expect((await set(city, [LEASE], { district: null })).data.setAnswers).toMatchObject({ applied: true });
  expect((await offered()).map(({ name }) => name)).not.toContain(LEASE.name);
  await set(admin, []);
  expect((await offered()).map(({ name }) => name)).toEqual([LEASE.name]);
});

test('a new season begins with the answers of the one before, in rows of its own', async () => {
  const year = (await api.sql<{ year: number }>('select year from season'))[0]!.year + 1;
  await city.request(PlanSeasonDocument, {
    year,
    bornFrom: `${year - 7}-09-01`,
    bornTo: `${year - 6}-08-31`,
  });
  const list = { district: null, season: year, revision: 0 };
  const { data } = await city.request(SetAnswersDocument, { list, entries: [LEASE, DESK] });
  expect(data.setAnswers).toMatchObject({ applied: true, revision: 1 });
  await api.reference.settle();
  expect((await offered()).map(({ name }) => name)).toEqual([LEASE.name]);
});
