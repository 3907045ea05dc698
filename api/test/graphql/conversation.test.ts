import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  FamiliesWaitingDocument,
  GrantAuthorizationDocument,
  MarkMessagesReadDocument,
  OfficeConversationDocument,
  RecordConversationDocument,
  RecordExportDocument,
  RecordListDocument,
  RequestWithdrawalCodeDocument,
  SettleMessagesDocument,
  WaitingFamiliesDocument,
  WithdrawRecordDocument,
  WriteMessageDocument,
} from '@enrolment/schema/client';
import { codeIn, register, startApi, type Person, type TestApi } from '../support/api.js';
import { dumpDatabase } from '../support/database.js';
import { staff } from '../support/reviewable.js';
import { nameSecondGuardian, signIn } from '../support/second-guardian.js';

let api: TestApi;
let mother: Person;
let wang: Person;
let li: Person;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  const officer = { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] };
  mother = await api.person('mother');
  wang = await api.person('wang', { ...officer, name: '王测敏' });
  li = await api.person('li', { ...officer, name: '李测华' });
});

const QUESTION = '请问居住证过期了怎么办？';
const ANSWER = '请先到派出所办理签注。';
const write = async (person: Person, number: string, text: string) =>
  (await person.request(WriteMessageDocument, { number, text })).data?.writeMessage;
const read = (person: Person, number: string) => person.request(MarkMessagesReadDocument, { number });
const thread = async (person: Person, number: string) =>
  (await person.request(RecordConversationDocument, { number })).data.collectionRecord?.conversation;
const waitingFor = async (person: Person, district = '01') =>
  (await person.request(FamiliesWaitingDocument, { district })).data.district!.familiesWaiting;
const listed = async (person: Person) =>
  (
    await person.request(WaitingFamiliesDocument, { filter: { district: '01', awaitsAnswer: true } })
  ).data.collectionRecords.edges.map(({ node }) => node.number);

test('a family asks, an officer answers for her office, and each side sees what it has not read', async () => {
  const { number } = await register(api, mother);
  const before = (await waitingFor(wang))!;
  expect(await write(mother, number, ` ${QUESTION}\r\n谢谢 `)).toMatchObject({
    __typename: 'CollectionRecord',
    conversation: { unread: false },
  });
  expect(await waitingFor(wang)).toBe(before + 1);
  expect(await listed(wang)).toContain(number);
  const [asked] = (await thread(wang, number))!.messages;
  expect(asked).toMatchObject({
    author: 'FIRST',
    by: '监护人（一）',
    text: `${QUESTION}\n谢谢`,
    unread: true,
    mine: false,
  });
  expect((await thread(mother, number))!.messages[0]).toMatchObject({
    mine: true,
    seen: false,
    unread: false,
  });

  await read(wang, number);
  // Read for the whole office; it still waits for an answer.
  expect(await thread(li, number)).toMatchObject({ unread: false, waitingSince: asked!.writtenAt });
  expect((await thread(mother, number))!.messages[0]).toMatchObject({ seen: true });

  expect(await write(wang, number, ANSWER)).toMatchObject({ conversation: { waitingSince: null } });
  expect(await waitingFor(wang)).toBe(before);
  expect(await listed(wang)).not.toContain(number);
  const theirs = (await thread(mother, number))!;
  expect(theirs.unread).toBe(true);
  expect(theirs.messages[1]).toMatchObject({ author: 'OFFICE', officer: null, mine: false, unread: true });
  expect(theirs.messages[1]!.by).toMatch(/教育委员会$/);
  expect(JSON.stringify(theirs)).not.toMatch(/王|测敏|wang/);
  expect((await thread(wang, number))!.messages[1]).toMatchObject({ mine: true, seen: false });
  expect((await thread(li, number))!.messages[1]).toMatchObject({ mine: false, officer: '王*敏' });
  await read(mother, number);
  expect((await thread(mother, number))!.unread).toBe(false);
  expect((await thread(li, number))!.messages[1]).toMatchObject({ seen: true });
});

test('the SMS says that there is a message, without a word or a number of it, once an hour', async () => {
  const { number, input } = await register(api, mother);
  const { phone } = input.guardian;
  await write(wang, number, ANSWER);
  const [text] = await api.smsTo(phone, 1, '给您留言');
  expect(text).not.toContain('派出所');
  expect(text).not.toContain(input.child.documentNumber);
  expect(text).not.toContain(phone);
  await write(wang, number, '还有一件事。');
  await write(li, number, '又有一件事。');
  // Whatever is sent after the others shows that they would have come, too.
  api.clock.advance(3_600);
  wang = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  await write(wang, number, '过了一小时。');
  expect(await api.smsTo(phone, 2, '给您留言')).toHaveLength(2);
});

test('the authorised guardian reads, writes and is told, too, and has unread marks of his own', async () => {
  const { number } = await register(api, mother);
  const second = await nameSecondGuardian(api, number);
  const father = await signIn(api, second);
  expect(await write(father, number, QUESTION)).toBeUndefined();
  await mother.request(GrantAuthorizationDocument, { number });
  await write(wang, number, ANSWER);
  await api.smsTo(second.phone, 1, '给您留言');
  await read(mother, number);
  expect((await thread(mother, number))!.unread).toBe(false);
  expect((await thread(father, number))!.unread).toBe(true);
  await write(father, number, QUESTION);
  expect((await thread(mother, number))!.messages[1]).toMatchObject({
    author: 'SECOND',
    by: '监护人（二）',
    mine: false,
  });
  expect((await thread(father, number))!.messages[1]).toMatchObject({ mine: true });
});

test('nobody else reads or writes: other families, other districts, schools, the city', async () => {
  const { number } = await register(api, mother);
  await write(mother, number, QUESTION);
  const city = await staff(api, 'MUNICIPAL_ADMIN');
  const others = [
    await api.person('stranger'),
    await staff(api, 'DISTRICT_OFFICER', { district: '02' }),
    await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' }),
    city,
  ];
  for (const person of others) {
    expect((await thread(person, number)) ?? null).toBeNull();
    const marked = await read(person, number);
    expect(marked.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const settled = await person.request(SettleMessagesDocument, { number });
    expect(settled.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const absent = await person.request(WriteMessageDocument, { number: '20260199999999', text: ANSWER });
    const theirs = await person.request(WriteMessageDocument, { number, text: ANSWER });
    expect(theirs.body).toBe(absent.body);
    expect(theirs.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(await waitingFor(person)).toBeNull();
  }
  // Nor does a filter tell the city what its pages do not show.
  expect(await listed(city)).not.toContain(number);
  const all = await city.request(RecordListDocument, { filter: { awaitsAnswer: false }, total: true });
  const known = await city.request(RecordListDocument, { filter: {}, total: true });
  expect(all.data.collectionRecords.totalCount).toBe(known.data.collectionRecords.totalCount);
  expect(await thread(wang, number)).toMatchObject({ messages: [{ text: QUESTION }] });
});

test('an officer who handles a record as a guardian writes as its family', async () => {
  const both = await api.person('both', { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] });
  const { number } = await register(api, both);
  await write(both, number, QUESTION);
  expect((await thread(wang, number))!.messages[0]).toMatchObject({ author: 'FIRST' });
  const settled = await both.request(SettleMessagesDocument, { number });
  expect(settled.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  expect(await listed(both)).not.toContain(number);
});

test('what needs no answer is settled once, and the trail says by which office', async () => {
  const { number } = await register(api, mother);
  await write(mother, number, '谢谢！');
  expect((await wang.request(SettleMessagesDocument, { number })).data.settleMessages).toMatchObject({
    conversation: { waitingSince: null },
  });
  expect((await li.request(SettleMessagesDocument, { number })).data.settleMessages).toMatchObject({
    refusals: [{ code: 'STAGE_CONFLICT' }],
  });
  const actions = await api.sql<{ action: string; actor_role: string }>(
    `select action, actor_role from audit_entry where record_number = $1 and action like 'MESSAGE%' order by id`,
    [number],
  );
  expect(actions).toEqual([
    { action: 'MESSAGE_TO_OFFICE', actor_role: 'GUARDIAN' },
    { action: 'MESSAGES_SETTLED', actor_role: 'DISTRICT_OFFICER' },
  ]);
});

describe('what is refused', () => {
  test('nothing, too much, and what cannot be seen', async () => {
    const { number } = await register(api, mother);
    for (const text of ['  ', '问'.repeat(1_001), '问\u0007'])
      expect(await write(mother, number, text)).toMatchObject({
        __typename: 'Refused',
        refusals: [{ field: 'text' }],
      });
    expect((await thread(mother, number))!.messages).toEqual([]);
  });

  test('the eleventh message of a side in a day, of 50 at once and from both guardians', async () => {
    const { number } = await register(api, mother);
    const second = await nameSecondGuardian(api, number);
    await mother.request(GrantAuthorizationDocument, { number });
    const father = await signIn(api, second);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => write(n % 2 ? mother : father, number, `第 ${n} 条`)),
    );
    expect(answers.filter((one) => one?.__typename === 'CollectionRecord')).toHaveLength(10);
    expect((await thread(mother, number))!.messages).toHaveLength(10);
    // The office has places of its own.
    expect(await write(wang, number, ANSWER)).toMatchObject({ __typename: 'CollectionRecord' });
  });

  test('the order by what waits, without the filter for it', async () => {
    const answer = await wang.request(WaitingFamiliesDocument, { filter: { district: '01' } });
    expect(answer.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});

test('the longest waiting comes first, page by page', async () => {
  const numbers: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const { number } = await register(api, mother);
    api.clock.advance(60);
    numbers.push(number);
  }
  const [first, second, third] = numbers as [string, string, string];
  for (const number of [second, third, first]) {
    await write(mother, number, QUESTION);
    api.clock.advance(60);
  }
  const ours = (await listed(wang)).filter((number) => numbers.includes(number));
  expect(ours).toEqual([second, third, first]);
  const seen: string[] = [];
  for (let after: string | null | undefined; ;) {
    const { data } = await wang.request(WaitingFamiliesDocument, {
      filter: { district: '01', awaitsAnswer: true },
      first: 2,
      ...(after ? { after } : {}),
    });
    const { edges, pageInfo } = data.collectionRecords;
    seen.push(...edges.map(({ node }) => node.number));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect(seen).toEqual(await listed(wang));
});

test('templates are in the language in which the family registered, and for the office alone', async () => {
  const { number } = await register(api, mother);
  const templates = async (person: Person) =>
    (await person.request(OfficeConversationDocument, { number })).data.collectionRecord!.conversation!
      .templates;
  expect((await templates(wang))[0]!.text).toMatch(/^您好/);
  await api.sql(`update collection_record set language = 'en' where number = $1`, [number]);
  expect((await templates(wang))[0]!.text).toMatch(/^Please/);
  expect(await templates(mother)).toEqual([]);
});

test('it is sealed, in the copy of all that is held, and gone with a withdrawal', async () => {
  const { number, input } = await register(api, mother);
  await write(mother, number, QUESTION);
  const { data } = await mother.request(RecordExportDocument, { number });
  expect(data.recordExport.record.conversation!.messages).toMatchObject([{ text: QUESTION }]);
  const words = [QUESTION, Buffer.from(QUESTION).toString('hex')];
  const dump = await dumpDatabase(api.database.url);
  for (const one of words) expect(dump).not.toContain(one);
  const [{ id } = { id: '' }] = await api.sql<{ id: string }>(
    'select id from collection_record where number = $1',
    [number],
  );
  await mother.request(RequestWithdrawalCodeDocument, { number });
  const smsCode = codeIn((await api.smsTo(input.guardian.phone, 1, '撤销儿童')).at(-1)!);
  expect(
    (await mother.request(WithdrawRecordDocument, { number, smsCode })).data.withdrawRecord,
  ).toMatchObject({
    __typename: 'Withdrawn',
  });
  for (const table of ['conversation', 'conversation_message'])
    expect(await api.sql(`select from ${table} where record_id = $1`, [id])).toEqual([]);
  const late = await wang.request(WriteMessageDocument, { number, text: ANSWER });
  expect(late.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
});
