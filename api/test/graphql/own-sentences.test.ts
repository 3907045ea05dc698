import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  DecideReviewItemDocument,
  OwnSentencesDocument,
  PlanSeasonDocument,
  RecordDocument,
  RegisterChildDocument,
  RejectRecordsDocument,
  SetSentencesDocument,
  WriteMessageDocument,
  type FamilyMessage,
  type OwnListInput,
  type OwnSentenceInput,
} from '@enrolment/schema/client';
import { FAMILY_MESSAGES } from '@enrolment/rulebook/family-messages.js';
import { aRegistration, plantCode, register, startApi, type Person, type TestApi } from '../support/api.js';
import { reviewable, reviewables, staff } from '../support/reviewable.js';
import { sentBy } from '../support/statements.js';

let api: TestApi;
let mother: Person;
let admin: Person;
let city: Person;
let officer: Person;
beforeAll(async () => {
  api = await startApi();
  mother = await api.person('mother');
  admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  city = await staff(api, 'MUNICIPAL_ADMIN');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
});
afterAll(() => api.stop());

const FORBIDDEN = [{ extensions: { code: 'FORBIDDEN' } }];
const TEXT = '窗口工作日 9:00-17:00 办公。';
const TEXT_EN = 'The desk is open on working days, 9:00–17:00.';
const on = (kind: FamilyMessage, text = TEXT, textEn = TEXT_EN): OwnSentenceInput => ({ kind, text, textEn });

const sentences = async (person = admin, district = '01') =>
  (await person.request(OwnSentencesDocument, { district })).data.ownData!.sentences;
async function set(
  entries: readonly OwnSentenceInput[],
  { person = admin, ...list }: Partial<OwnListInput> & { person?: Person } = {},
) {
  const revision = list.revision ?? (await sentences()).revision;
  return person.request(SetSentencesDocument, {
    list: { district: '01', ...list, revision },
    entries: [...entries],
  });
}
const messagesOf = async (number: string) =>
  (await mother.request(RecordDocument, { number })).data.collectionRecord!.messages.map(({ text }) => text);

test('a sentence is tried first: how the message reads in both languages, in how many SMS, and how many went out', async () => {
  const { number, input } = await register(api, mother);
  await api.smsTo(input.guardian.phone, 1, '注册成功');
  await api.queueRests();
  const before = await sentences();
  expect(before).toMatchObject({ revision: 0, entries: [] });
  expect(before.messages.map(({ kind }) => kind)).toEqual([...FAMILY_MESSAGES]);
  const { data } = await set([on('REGISTERED', '窗口工作日 9:00-17:00 办公')], { dryRun: true });
  expect(data.setSentences).toMatchObject({ applied: false, sent: 1, touched: [], kept: 0 });
  const [message] = 'messages' in data.setSentences ? data.setSentences.messages : [];
  expect(message).toMatchObject({
    kind: 'REGISTERED',
    chinese: { parts: 2, mostParts: 3 },
    english: { parts: 4, mostParts: 6 },
  });
  expect(message!.chinese.text).toMatch(/^【小学入学服务】.+窗口工作日 9:00-17:00 办公。$/);
  expect(message!.english.text).toMatch(/^\[School enrolment\] .+\. The desk is open .+\.$/);
  expect(message!.chinese.roomLeft).toBeGreaterThan(0);
  expect(await sentences()).toMatchObject({ revision: 0, entries: [] });
  expect(await messagesOf(number)).toEqual([expect.not.stringContaining('窗口')]);
});

test('what went out is counted for a trial alone, of live records, and after the seasons are free', async () => {
  const counts = async (dryRun: boolean) => {
    const sent = (await sentBy(() => set([on('CORRECTED')], { dryRun }))).map(({ text }) => text);
    return sent.flatMap((text, at) =>
      text.includes('split_part') ? [{ text, ended: sent.slice(0, at).includes('commit') }] : [],
    );
  };
  const { revision } = await sentences();
  expect(await counts(true)).toEqual([
    { text: expect.stringContaining('"withdrawn_at" is null'), ended: true },
  ]);
  expect(await counts(false)).toEqual([]);
  const { data } = await set([], { revision: revision + 1 });
  expect(data.setSentences).toMatchObject({ applied: true, sent: null });
});

test('it stands in messages that are written from then on, by SMS and on the site, in the family’s language', async () => {
  const early = await reviewable(api, mother);
  await set([on('REGISTERED'), on('REJECTED', '请到窗口问。', 'Please ask at the desk.')]);
  const { number, phone } = await reviewable(api, mother);
  const [registered] = await api.smsTo(phone, 1, '注册成功');
  expect(registered).toMatch(new RegExp(`。${TEXT}$`));
  expect(await messagesOf(early.number)).toEqual([expect.not.stringContaining('窗口')]);
  await officer.request(RejectRecordsDocument, { numbers: [number], reason: '居住材料不符' });
  expect((await api.smsTo(phone, 1, '审核未通过'))[0]).toMatch(/查看。请到窗口问。$/);
  expect(await messagesOf(number)).toEqual(
    expect.arrayContaining([expect.stringMatching(/请到窗口问。$/), expect.stringMatching(/办公。$/)]),
  );
  // Other kinds have none, and what was written stays when it is taken away.
  await officer.request(WriteMessageDocument, { number, text: '您好。' });
  expect((await api.smsTo(phone, 1, '给您留言'))[0]).toMatch(/直接回复短信无人接收。$/);
  const input = await aRegistration(api);
  input.smsCode = await plantCode(api, input.guardian.phone, { asker: mother.subject });
  await mother.request(RegisterChildDocument, { input }, { 'accept-language': 'en' });
  expect((await api.smsTo(input.guardian.phone))[0]).toMatch(
    /earlier is not better\. The desk is open on working days, 9:00–17:00\.$/,
  );
  await set([]);
  expect(await messagesOf(number)).toEqual(
    expect.arrayContaining([expect.stringMatching(/请到窗口问。$/), expect.stringMatching(/办公。$/)]),
  );
});

test('another district’s families do not get it', async () => {
  await set([on('REGISTERED')]);
  const { input } = await register(api, mother, { district: '02' });
  expect((await api.smsTo(input.guardian.phone, 1, '注册成功'))[0]).not.toContain('窗口');
  await set([]);
});

test('a batch reads it once, however many families it tells', async () => {
  await set([on('RETURNED')]);
  const numbers = await reviewables(api, mother, 3);
  const decision = { kind: 'RESIDENCE', status: 'RETURNED', reason: '居住材料不符' } as const;
  const sent = await sentBy(async () => {
    const { data } = await officer.request(DecideReviewItemDocument, { numbers, ...decision });
    expect(data.decideReviewItem.refused).toEqual([]);
  });
  expect(sent.filter(({ text }) => text.includes('message_sentence'))).toHaveLength(1);
  for (const number of numbers)
    expect(await messagesOf(number)).toEqual(expect.arrayContaining([expect.stringMatching(/办公。$/)]));
  await set([]);
});

test('each refusal is at its place, and nothing is set', async () => {
  const { revision } = await sentences();
  const { data } = await set([
    on('APPROVED', '电话 65123456。'),
    on('REJECTED', TEXT, 'See ruxue.example/a.'),
    on('RETURNED', '您好 {name}。'),
    on('CORRECTED', '【区教委】请核对。'),
    on('WRITTEN', '长'.repeat(130)),
    on('RESULT_PUBLISHED', TEXT, ' '),
    on('RESULT_PUBLISHED'),
  ]);
  expect(data.setSentences).toMatchObject({
    refusals: [
      { rule: 'smsNumber', field: '0.text', code: 'NOT_ALLOWED' },
      { rule: 'smsLink', field: '1.textEn' },
      { rule: 'smsMarkup', field: '2.text' },
      { rule: 'smsMarkup', field: '3.text' },
      { rule: 'smsTooLong', field: '4.text' },
      { rule: 'required', field: '5.textEn' },
      { rule: 'entryTwice', field: '6.kind' },
    ],
  });
  expect((await sentences()).revision).toBe(revision);
});

test('every version is kept, told in words and audited', async () => {
  const { revision } = await sentences();
  await set([on('APPROVED')]);
  const { editions } = await sentences();
  expect(editions[0]).toMatchObject({
    number: revision + 1,
    changes: [
      { field: 'APPROVED.text', label: '审核通过 · 文字', before: null, after: TEXT },
      { field: 'APPROVED.textEn', label: '审核通过 · 英文文字', after: TEXT_EN },
    ],
  });
  const [entry] = await api.sql<{ facts: { kind: string } }>(
    `select facts from audit_entry where action = 'OWN_DATA_SET' order by id desc limit 1`,
  );
  expect(entry).toMatchObject({ facts: { kind: 'SENTENCES' } });
});

test('of fifty changes of one version at once one is made, and the others are told', async () => {
  const { revision } = await sentences();
  const tries = await Promise.all(
    Array.from({ length: 50 }, (_, n) => set([on('APPROVED', `窗口 ${n} 号。`)], { revision })),
  );
  const results = tries.map(({ data }) => data.setSentences);
  expect(results.filter(({ __typename }) => __typename === 'OwnDataChange')).toHaveLength(1);
  for (const result of results.filter(({ __typename }) => __typename === 'Refused'))
    expect(result).toMatchObject({ refusals: [{ rule: 'editedMeanwhile' }] });
  expect(await sentences()).toMatchObject({ revision: revision + 1, entries: [{ kind: 'APPROVED' }] });
});

test('a district alone sets its own; the city has none, and others find none', async () => {
  const other = await staff(api, 'DISTRICT_ADMIN', { district: '02' });
  for (const person of [other, city, officer, mother])
    expect((await set([], { person })).errors).toMatchObject(FORBIDDEN);
  expect((await set([], { person: other, district: '99' })).errors).toMatchObject(FORBIDDEN);
  expect((await set([], { person: city, district: null, revision: 0 })).errors).toMatchObject(FORBIDDEN);
  expect((await other.request(OwnSentencesDocument, { district: '01' })).data.ownData).toBeNull();
  expect((await sentences(city)).entries).toHaveLength(1);
});

test('each season has its own, and a new one begins without', async () => {
  const year = (await api.sql<{ year: number }>('select max(year)::int as year from season'))[0]!.year + 1;
  await city.request(PlanSeasonDocument, {
    year,
    bornFrom: `${year - 7}-09-01`,
    bornTo: `${year - 6}-08-31`,
  });
  const planned = await admin.request(OwnSentencesDocument, { district: '01', season: year });
  expect(planned.data.ownData!.sentences).toMatchObject({ revision: 0, entries: [] });
  await set([on('REGISTERED', '明年的窗口。')], { season: year, revision: 0 });
  const { input } = await register(api, mother);
  expect((await api.smsTo(input.guardian.phone, 1, '注册成功'))[0]).not.toContain('明年');
});
