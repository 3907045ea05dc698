import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  TypedDocumentString,
  CreateReturnTextDocument,
  CreateSchoolDocument,
  DashboardDocument,
  NoticeVersionsDocument,
  OfficeConversationDocument,
  RecordDocument,
  ReturnTextDocument,
  ReturnTextsDocument,
  SetUpCityDocument,
  SwitchReturnTextDocument,
  WriteMessageDocument,
} from '@enrolment/schema/client';
import { findHandled } from '../../src/record/record.statements.js';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { staff } from '../support/reviewable.js';

const SENT = new TypedDocumentString<
  { collectionRecord: { messages: { sentAt: string }[] } },
  { number: string }
>('query Sent($number: CollectionNumber!) { collectionRecord(number: $number) { messages { sentAt } } }');

const COPY = new TypedDocumentString<
  {
    recordExport: {
      record: { history: unknown[]; messages: unknown[]; conversation: { messages: unknown[] } };
    };
  },
  { number: string }
>(
  `query Copy($number: CollectionNumber!) { recordExport(number: $number) { record {
    history { at } messages { sentAt } conversation { messages { writtenAt } }
  } } }`,
);

let api: TestApi;
let mother: Person;
let officer: Person;
let administrator: Person;
let city: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  mother = await api.person('mother');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  administrator = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  city = await staff(api, 'MUNICIPAL_ADMIN');
});
afterAll(() => api.stop());

describe('of a record', () => {
  let number: string;
  beforeAll(async () => {
    ({ number } = await register(api, mother));
    await mother.request(WriteMessageDocument, { number, text: '请问什么时候审核？' });
  });

  /** As if what there is had happened so many times more, a minute after the other. */
  const again = (table: string, columns: string, given: string, moment: string) =>
    api.sql(
      `insert into ${table} (${columns}) select ${given} from generate_series(1, 600) n,
       (select * from ${table} where record_id = (select id from collection_record where number = $1) order by ${moment} limit 1) t`,
      [number],
    );

  test('the newest 500 events are told, the oldest of them first', async () => {
    const columns = 'record_id, kind, at, actor, from_stage, to_stage';
    await again(
      'record_event',
      columns,
      "record_id, kind, at + n * interval '1 minute', actor, to_stage, to_stage",
      'at',
    );
    const { history } = (await mother.request(RecordDocument, { number })).data.collectionRecord!;
    expect(history).toHaveLength(500);
    const at = history.map((event) => Date.parse(event.at));
    expect(at).toEqual(at.toSorted((one, other) => one - other));
    expect(at.at(-1)! - at[0]!).toBe(499 * 60_000);
  });

  test('the newest 500 messages are told, the newest first, of each record', async () => {
    const { number: other } = await register(api, mother);
    // The keys of the texts are each message's own.
    await again(
      'message',
      'id, event_key, queued_at, sent_at, record_id, channel',
      `gen_random_uuid(), 'again:' || n, queued_at - n * interval '1 minute', queued_at - n * interval '1 minute', record_id, channel`,
      'queued_at desc',
    );
    const sent = async (of: string) =>
      (await mother.request(SENT, { number: of })).data.collectionRecord.messages.map((message) =>
        Date.parse(message.sentAt),
      );
    const at = await sent(number);
    expect(at).toHaveLength(500);
    expect(at).toEqual(at.toSorted((one, other) => other - one));
    expect(at[1]! - at.at(-1)!).toBe(498 * 60_000);
    expect(await sent(other)).toHaveLength(1);
  });

  test('the newest 500 lines of its conversation are told, the oldest of them first', async () => {
    await again(
      'conversation_message',
      'id, record_id, author, text_sealed, written_at',
      "gen_random_uuid(), record_id, author, text_sealed, written_at + n * interval '1 minute'",
      'written_at',
    );
    const { conversation } = (await officer.request(OfficeConversationDocument, { number })).data
      .collectionRecord!;
    const at = conversation!.messages.map((message) => Date.parse(message.writtenAt));
    expect(at).toHaveLength(500);
    expect(at.at(-1)! - at[0]!).toBe(499 * 60_000);
  });

  test('a copy of what is held has them all', async () => {
    const { errors, data } = await mother.request(COPY, { number });
    expect(errors).toBeUndefined();
    const { history, messages, conversation } = data.recordExport.record;
    const held = async (table: string) =>
      (
        await api.sql(
          `select 1 from ${table} where record_id = (select id from collection_record where number = $1)`,
          [number],
        )
      ).length;
    expect(messages).toHaveLength(await held('message'));
    expect(conversation.messages).toHaveLength(await held('conversation_message'));
    expect(history).toHaveLength(await held('record_event'));
    for (const list of [history, messages, conversation.messages]) expect(list.length).toBeGreaterThan(600);
  });
});

test('an account is told of its first hundred records', async () => {
  const many = await api.person('many');
  const { number } = await register(api, many);
  const columns = (
    await api.sql<{ name: string }>(
      `select string_agg(quote_ident(column_name), ', ') name from information_schema.columns
       where table_name = 'collection_record' and column_name not in ('id', 'number', 'attempt_key', 'attempt_hash') and is_generated = 'NEVER'`,
    )
  )[0]!.name;
  await api.sql(
    `insert into collection_record (id, number, ${columns})
     select gen_random_uuid(), (number::bigint + 1000000 + n)::text, ${columns} from collection_record, generate_series(1, 120) n where number = $1`,
    [number],
  );
  // The keys of the copies are the first one's, so what is read of them is no answer yet.
  const found = await findHandled(api.orm.em.fork(), {
    subject: many.subject,
    wholeCity: false,
    districts: [],
    schoolDistricts: [],
    schools: [],
    documentType: null,
    documentIndex: null,
    phoneIndex: null,
  });
  expect(found).toHaveLength(100);
});

test('a dashboard names the 500 subdistricts with the most records: families may write their own', async () => {
  await register(api, mother);
  await api.sql(
    `insert into tally (season, district_code, facet, key, n)
     select season, '02', 'SUBDISTRICT', '02/自己写的' || n || '街道', 5 + n from generate_series(1, 600) n,
       (select min(season) season from collection_record) s`,
  );
  const admin = await staff(api, 'DISTRICT_ADMIN', { district: '02' });
  const { bySubdistrict } = (await admin.request(DashboardDocument, { district: '02' })).data.dashboard!;
  expect(bySubdistrict).toHaveLength(500);
  expect(bySubdistrict[0]).toMatchObject({ subdistrict: '自己写的600街道', count: 605 });
});

test('the newest hundred versions of a notice are told', async () => {
  await api.sql(
    `insert into notice_text (kind, version, language, title, body, published_at)
     select 'PRIVACY', 'test-' || n, language, title, body, published_at - n * interval '1 day' from notice_text, generate_series(1, 120) n
     where kind = 'PRIVACY' and version = (select min(version) from notice_text where kind = 'PRIVACY')`,
  );
  const { noticeVersions } = (await city.request(NoticeVersionsDocument, { kind: 'PRIVACY' })).data;
  expect(noticeVersions).toHaveLength(100);
});

describe('what administrators add', () => {
  const text = (name: string) =>
    administrator.request(CreateReturnTextDocument, {
      district: '01',
      kind: 'RESIDENCE',
      input: { name, nameEn: null, reason: '没有产权页。', reasonEn: null, remedy: null, remedyEn: null },
    });
  const school = (code: string, name = '示例学校') =>
    administrator.request(CreateSchoolDocument, {
      district: '01',
      code,
      input: { name, nameEn: 'Example School', address: null, phone: null, quota: null, closed: false },
    });

  test('a hundred and first text of a district is refused, also when fifty come at once', async () => {
    await api.sql(
      `insert into return_text (district_code, kind, name, reason, active)
       select '01', 'OTHER', '已有' || n, '原因', true from generate_series(1, 90) n`,
    );
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => text(`新的${n}`)));
    const kinds = answers.map(({ data }) => data.createReturnText);
    const refused = kinds.flatMap((one) => (one.__typename === 'Refused' ? one.refusals : []));
    expect(refused.map(({ rule }) => rule)).toEqual(Array.from({ length: 40 }, () => 'listTooLong'));
    expect((await api.sql(`select 1 from return_text where district_code = '01'`)).length).toBe(100);
  });

  test('a text that is switched off makes room for another one, and waits for room to come back', async () => {
    const list = async () =>
      (await administrator.request(ReturnTextsDocument, { district: '01' })).data.returnTexts;
    const { id } = (await list()).find(({ name }) => name.startsWith('新的'))!;
    const { revision: made } = (await administrator.request(ReturnTextDocument, { id })).data.returnText!;
    const turn = async (revision: number | null, active: boolean) =>
      (await administrator.request(SwitchReturnTextDocument, { id, revision: revision!, active })).data
        .switchReturnText;
    const off = await turn(made, false);
    if (off.__typename !== 'ReturnText') throw new Error(JSON.stringify(off));
    expect((await text('补上的')).data.createReturnText.__typename).toBe('ReturnText');
    expect((await text('再补的')).data.createReturnText).toMatchObject({
      refusals: [{ rule: 'listTooLong' }],
    });
    expect(await turn(off.revision, true)).toMatchObject({ refusals: [{ rule: 'listTooLong' }] });
    expect(await list()).toHaveLength(101);
  });

  test('a district has 500 schools at most, by hand and by file', async () => {
    await api.sql(
      `insert into school (code, district_code, name, name_en)
       select '019' || lpad(n::text, 4, '0'), '01', '示例学校' || n, 'School' from
       generate_series(1, 499 - (select count(*)::int from school where district_code = '01')) n`,
    );
    expect((await school('0188001')).data.createSchool.__typename).toBe('PlannedSchool');
    expect((await school('0188002')).data.createSchool).toMatchObject({
      refusals: [{ rule: 'schoolsTooMany', message: expect.stringContaining('500') }],
    });
    const file = {
      name: 'city.yaml',
      text: `schools:\n  - { code: '0188003', district: '01', name: 示例新校, nameEn: New School }\n`,
    };
    const { setUpCity } = (await city.request(SetUpCityDocument, { files: [file], apply: true })).data;
    expect(setUpCity).toMatchObject({
      applied: false,
      mistakes: [{ file: 'city.yaml', message: expect.stringContaining('at most 500 schools') }],
    });
    expect((await api.sql(`select 1 from school where district_code = '01'`)).length).toBe(500);
  });

  test('a school of a district with too many is still described anew by a file', async () => {
    await api.sql(
      `insert into school (code, district_code, name, name_en) values ('0188009', '01', '多出来的学校', 'School')`,
    );
    const file = {
      name: 'city.yaml',
      text: `schools:\n  - { code: '0188009', district: '01', name: 示例改名, nameEn: Renamed School }\n`,
    };
    const { setUpCity } = (await city.request(SetUpCityDocument, { files: [file], apply: true })).data;
    expect(setUpCity).toMatchObject({ applied: true, mistakes: [] });
  });
});
