import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  AppealDocument,
  GrantAuthorizationDocument,
  MyRecordsDocument,
  RecordDocument,
  RecordWithdrawalDocument,
  RejectRecordsDocument,
  RequestWithdrawalCodeDocument,
  WithdrawRecordDocument,
} from '@enrolment/schema/client';
import { codeIn, plantCode, register, startApi, type Person, type TestApi } from '../support/api.js';
import { dumpDatabase } from '../support/database.js';
import { approved, reviewable, staff, take } from '../support/reviewable.js';
import { nameSecondGuardian } from '../support/second-guardian.js';

let api: TestApi;
let mother: Person;
beforeAll(async () => {
  api = await startApi();
  mother = await api.person('mother');
});
afterAll(() => api.stop());

async function withdrawalCode(number: string, phone: string) {
  const before = api.gateway.taken.filter(
    (sms) => sms.phone === phone && sms.text.includes('撤销儿童'),
  ).length;
  const { data } = await mother.request(RequestWithdrawalCodeDocument, { number });
  expect(data.requestWithdrawalCode.__typename).toBe('SmsCodeSent');
  return codeIn((await api.smsTo(phone, before + 1, '撤销儿童')).at(-1)!);
}

const withdraw = async (number: string, smsCode: string, person = mother) =>
  person.request(WithdrawRecordDocument, { number, smsCode });

test('erases the record in every table, frees document and phone at once, and leaves a tombstone without a word', async () => {
  const { number, input } = await register(api, mother);
  const code = await withdrawalCode(number, input.guardian.phone);
  const { data } = await withdraw(number, code);
  expect(data.withdrawRecord).toMatchObject({ __typename: 'Withdrawn', number });

  const [tombstone] = await api.sql<{
    id: string;
    stage: string;
    wrapped_key: unknown;
    registered_by: unknown;
  }>('select id, stage, wrapped_key, registered_by from collection_record where number = $1', [number]);
  expect(tombstone).toMatchObject({ stage: 'WITHDRAWN', wrapped_key: null, registered_by: null });
  for (const table of ['child', 'guardian', 'message', 'sms_code']) {
    expect(await api.sql(`select from ${table} where record_id = $1`, [tombstone!.id])).toHaveLength(0);
  }
  expect(
    await api.sql('select kind, actor from record_event where record_id = $1 order by id', [tombstone!.id]),
  ).toEqual([
    { kind: 'REGISTERED', actor: 'GUARDIAN' },
    { kind: 'WITHDRAWN', actor: 'GUARDIAN' },
  ]);
  expect((await mother.request(RecordDocument, { number })).data.collectionRecord).toBeNull();
  expect((await mother.request(MyRecordsDocument)).data.myRecords).toHaveLength(0);

  const again = await register(api, mother, { child: input.child, guardian: input.guardian });
  expect(again.number).not.toBe(number);
  await api.smsTo(input.guardian.phone, 1, '已撤销');
});

test('of a record that has come far leaves nothing of it in any table but its number, its stages and the trail', async () => {
  const { number, phone } = await reviewable(api, mother);
  await nameSecondGuardian(api, number);
  await mother.request(GrantAuthorizationDocument, { number });
  const officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  await officer.request(RejectRecordsDocument, { numbers: [number], reason: '材料不符' });
  await mother.request(AppealDocument, { number, statement: '请再看一次' });
  const [{ id } = { id: '' }] = await api.sql<{ id: string }>(
    'select id from collection_record where number = $1',
    [number],
  );
  const tables = await api.sql<{ name: string }>(
    `select table_name as name from information_schema.columns where column_name = 'record_id' order by 1`,
  );
  const filled = async () => {
    const names: string[] = [];
    for (const { name } of tables)
      if ((await api.sql(`select from ${name} where record_id = $1`, [id])).length > 0) names.push(name);
    return names;
  };
  // Whoever adds a table to this list has to erase it, too.
  expect(tables.map(({ name }) => name)).toEqual([
    'admission',
    'assistance',
    'child',
    'conversation',
    'conversation_message',
    'correction_request',
    'details',
    'guardian',
    'identity_check',
    'message',
    'missing_originals',
    'preregistration',
    'record_authorization',
    'record_claim',
    'record_event',
    'record_freeze',
    'rejection',
    'result_correction',
    'review_item',
    'sms_code',
    'untold_verdict',
  ]);
  expect(await filled()).toEqual(
    expect.arrayContaining(['child', 'guardian', 'record_authorization', 'rejection']),
  );
  const code = await withdrawalCode(number, phone);
  expect((await withdraw(number, code)).data.withdrawRecord.__typename).toBe('Withdrawn');
  expect(await filled()).toEqual(['record_event']);
  const dump = await dumpDatabase(api.database.url);
  for (const words of ['材料不符', '请再看一次', phone]) {
    expect(dump).not.toContain(words);
    expect(dump).not.toContain(Buffer.from(words).toString('hex'));
  }
});

test('needs the code sent for it: a registration’s code, another record’s and a wrong one are refused', async () => {
  const { number, input } = await register(api, mother);
  await plantCode(api, input.guardian.phone, { code: '111222' });
  expect((await withdraw(number, '111222')).data.withdrawRecord).toMatchObject({
    refusals: [{ code: 'SMS_CODE_EXPIRED' }],
  });
  const other = await register(api, mother, { guardian: { phone: input.guardian.phone } });
  const code = await withdrawalCode(other.number, input.guardian.phone);
  expect((await withdraw(number, code)).data.withdrawRecord).toMatchObject({
    refusals: [{ code: 'SMS_CODE_EXPIRED' }],
  });
  const wrong = code.replace(/^./, (digit) => String((Number(digit) + 1) % 10));
  expect((await withdraw(other.number, wrong)).data.withdrawRecord).toMatchObject({
    refusals: [{ code: 'SMS_CODE_WRONG' }],
  });
  expect((await withdraw(other.number, code)).data.withdrawRecord).toMatchObject({ __typename: 'Withdrawn' });
});

test('a code for it counts among the phone’s: not within 180 s of another', async () => {
  const { number, input } = await register(api, mother);
  await withdrawalCode(number, input.guardian.phone);
  const { data } = await mother.request(RequestWithdrawalCodeDocument, { number });
  expect(data.requestWithdrawalCode).toMatchObject({
    refusals: [{ code: 'SMS_COOLDOWN', retryAfterSeconds: 180 }],
  });
});

test('is refused from the school’s preregistration on, and the record says why', async () => {
  const { number } = await approved(api, mother);
  await take(api, number, 'PREREGISTER');
  const { data } = await mother.request(RequestWithdrawalCodeDocument, { number });
  expect(data.requestWithdrawalCode).toMatchObject({ refusals: [{ code: 'STAGE_CONFLICT' }] });
  expect((await withdraw(number, '123456')).data.withdrawRecord).toMatchObject({
    refusals: [{ code: 'STAGE_CONFLICT' }, { code: 'SMS_CODE_EXPIRED' }],
  });
  const { data: seen } = await mother.request(RecordDocument, { number });
  expect(seen.collectionRecord!.actions).toContainEqual({
    kind: 'WITHDRAW',
    allowed: false,
    reason: expect.any(String),
  });
});

test('is for whoever registered alone: others are told the same as for a number that does not exist', async () => {
  const { number } = await register(api, mother);
  const officer = await api.person('officer', { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] });
  const stranger = await api.person('stranger');
  const absent = await withdraw('20260199999999', '123456', stranger);
  for (const person of [stranger, officer]) {
    const answer = await withdraw(number, '123456', person);
    expect(answer.body).toBe(absent.body);
    expect(answer.errors![0]!.extensions.code).toBe('FORBIDDEN');
  }
});

test('once the registration has closed, page and message say so, and which districts still register', async () => {
  const { number, input } = await register(api, mother);
  const outlook = async () =>
    (await mother.request(RecordWithdrawalDocument, { number })).data.collectionRecord!.registration;
  const before = await outlook();
  expect(before).toMatchObject({ open: true });
  expect(before.openDistricts.map(({ code }) => code)).toHaveLength(17);
  const windows = await api.sql<{ id: string; closes_at: Date }>(
    `select district_code as id, closes_at from phase where kind = 'REGISTRATION' and service = 'NON_LOCAL_HUKOU'`,
  );
  const closed = new Date(api.clock.now().getTime() - 1_000);
  const close = (at: (district: string) => Date) =>
    Promise.all(
      windows.map(({ id }) =>
        api.sql(
          `update phase set closes_at = $2 where district_code = $1 and kind = 'REGISTRATION' and service = 'NON_LOCAL_HUKOU'`,
          [id, at(id)],
        ),
      ),
    );
  const open = windows[0]!.closes_at;
  await close((district) => (['04', '17'].includes(district) ? open : closed));
  try {
    expect(await outlook()).toMatchObject({
      open: false,
      closesAt: closed.toISOString(),
      openDistricts: [
        { code: '04', name: '海淀区' },
        { code: '17', name: '燕山地区' },
      ],
    });
    await close(() => closed);
    expect(await outlook()).toMatchObject({ open: false, openDistricts: [] });
    await withdraw(number, await withdrawalCode(number, input.guardian.phone));
    const [text] = await api.smsTo(input.guardian.phone, 1, '已撤销');
    expect(text).toContain('不在注册时间内');
    expect(text).not.toContain('可以重新注册');
  } finally {
    await close(() => open);
  }
});
