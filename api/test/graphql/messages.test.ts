import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  CorrectRegistrationDocument,
  GrantAuthorizationDocument,
  RecordDocument,
  RegisterChildDocument,
  RequestSmsCodeDocument,
  RequestWithdrawalCodeDocument,
  RevokeAuthorizationDocument,
} from '@enrolment/schema/client';
import { readFileSync } from 'node:fs';
import {
  aRegistration,
  codeIn,
  easyCaptcha,
  plantCode,
  register,
  startApi,
  type Person,
  type TestApi,
} from '../support/api.js';
import { registerAtDesk } from '../support/at-desk.js';
import { aPhone } from '../support/people.js';
import { staff } from '../support/reviewable.js';
import { aSecondGuardian, nameSecondGuardian } from '../support/second-guardian.js';
import { until } from '../support/until.js';

let api: TestApi;
let mother: Person;
beforeAll(async () => {
  api = await startApi();
  mother = await api.person('mother');
});
afterAll(() => api.stop());

const messages = async (number: string) =>
  (await mother.request(RecordDocument, { number })).data.collectionRecord!.messages;

const newestIs = (number: string, delivered: boolean | null) =>
  until(`a message with delivered ${delivered}`, async () => {
    const [newest] = await messages(number);
    return newest?.delivered === delivered && newest;
  });

test('every message of a record stands with its text, its masked phone and how far it is', async () => {
  const { number, input } = await register(api, mother);
  await api.smsTo(input.guardian.phone, 1, '注册成功');
  const { phone } = input.guardian;
  expect(await newestIs(number, true)).toMatchObject({
    sentTo: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
    text: expect.stringContaining('注册成功'),
    expiresAt: null,
    language: 'zh-CN',
  });
});

test('a message says in which language it is, whoever reads it, and a code’s stand-in is in the reader’s', async () => {
  const english = { 'accept-language': 'en' };
  const input = await aRegistration(api);
  input.smsCode = await plantCode(api, input.guardian.phone, { asker: mother.subject });
  const { data } = await mother.request(RegisterChildDocument, { input }, english);
  const { number } = data.registerChild as { number: string };
  await mother.request(RequestWithdrawalCodeDocument, { number });
  const languages = async (headers: Record<string, string>) =>
    (await mother.request(RecordDocument, { number }, headers)).data.collectionRecord!.messages.map(
      ({ language }) => language,
    );
  expect(await languages({})).toEqual(['zh-CN', 'en']);
  expect(await languages(english)).toEqual(['en', 'en']);
});

test('a code never stands on the site: not while it waits, not when it could not be sent, not afterwards', async () => {
  const { number, input } = await register(api, mother);
  await newestIs(number, true);
  api.gateway.state.failing = true;
  await mother.request(RequestWithdrawalCodeDocument, { number });
  const waiting = await newestIs(number, false);
  api.gateway.state.failing = false;
  const code = codeIn((await api.smsTo(input.guardian.phone, 1, '撤销儿童'))[0]!);
  const sent = await newestIs(number, true);
  for (const message of [waiting, sent]) {
    expect(message.text).toBe('短信验证码（内容只在手机上，这里不保留）');
    expect(JSON.stringify(message)).not.toContain(code);
    expect(message.expiresAt).not.toBeNull();
  }
  expect(await messages(number)).toHaveLength(2);
});

const grant = (number: string) => mother.request(GrantAuthorizationDocument, { number });
const revoke = (number: string) => mother.request(RevokeAuthorizationDocument, { number });

const textsTo = (phone: string) => api.gateway.taken.filter((sms) => sms.phone === phone).length;

test('a message says to which guardian it was written', async () => {
  const { number } = await register(api, mother);
  await nameSecondGuardian(api, number);
  await grant(number);
  await api.queueRests();
  const [second, first] = await Promise.all(
    ['您已被授权', '您已授权监护人'].map(async (words) =>
      (await messages(number)).find(({ text }) => text.includes(words)),
    ),
  );
  expect([second!.recipient, first!.recipient]).toEqual(['SECOND', 'FIRST']);
});

test('a phone that is granted and revoked again and again gets one message of each kind in an hour', async () => {
  const { number, input } = await register(api, mother);
  const { phone } = await nameSecondGuardian(api, number);
  for (let n = 0; n < 10; n += 1) {
    await grant(number);
    await revoke(number);
  }
  await api.queueRests();
  expect(textsTo(phone)).toBe(2);
  // The registration's own phone: its confirmation, and one of each.
  expect(textsTo(input.guardian.phone)).toBe(3);
  api.clock.advance(3_601);
  mother = await api.person('mother');
  await grant(number);
  await api.queueRests();
  expect(textsTo(phone)).toBe(3);
});

test('a phone that nobody has confirmed gets five messages a day, whatever records name it', async () => {
  const phone = aPhone();
  const numbers: string[] = [];
  for (let n = 0; n < 8; n += 1) {
    const { number } = await register(api, mother);
    numbers.push(number);
    await nameSecondGuardian(api, number, aSecondGuardian({ phone }));
    await grant(number);
  }
  await api.queueRests();
  expect(textsTo(phone)).toBe(5);
  // What did not go is kept as not delivered, and not tried again.
  const rows = await api.sql<{ delivered: boolean; over: boolean }>(
    `select m.delivered, m.failed_at is not null as over from message m join collection_record r on r.id = m.record_id
     where r.number = any($1) and m.recipient = 'SECOND' order by m.delivered`,
    [numbers],
  );
  expect(rows).toEqual([
    ...Array<unknown>(3).fill({ delivered: false, over: true }),
    ...Array<unknown>(5).fill({ delivered: true, over: false }),
  ]);
  const { input } = await register(api, mother, { guardian: { phone } });
  await api.queueRests();
  expect(textsTo(input.guardian.phone)).toBe(6);
});

test('neither the desk nor a correction confirms a phone', async () => {
  const officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  const { input } = await registerAtDesk(api, officer);
  const corrected = aPhone();
  const { number } = await register(api, mother);
  const { data } = await officer.request(CorrectRegistrationDocument, {
    number,
    input: { guardianPhone: corrected },
    reason: '手机号已停用',
  });
  expect(data.correctRegistration.__typename).toBe('CollectionRecord');
  for (const phone of [input.guardian.phone, corrected]) {
    for (let n = 0; n < 6; n += 1) {
      const named = await register(api, mother);
      await nameSecondGuardian(api, named.number, aSecondGuardian({ phone }));
      await grant(named.number);
    }
    await api.queueRests();
    expect(textsTo(phone)).toBe(5);
  }
});

test('of the phones from before, only a correction of the phone leaves one unconfirmed', async () => {
  const officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  const correct = async (input: object) => {
    const { number } = await register(api, mother);
    const asked = { number, input, reason: '原来填错了' };
    const { data } = await officer.request(CorrectRegistrationDocument, asked);
    expect(data.correctRegistration.__typename).toBe('CollectionRecord');
    return number;
  };
  const numbers = [
    await correct({ guardianName: '王测改' }),
    await correct({ guardianPhone: aPhone() }),
    (await registerAtDesk(api, officer)).number,
  ];
  const confirmed = async () =>
    (
      await api.sql<{ confirmed: boolean }>(
        `select g.phone_confirmed as confirmed from guardian g join collection_record r on r.id = g.record_id
         where r.number = any($1) and g.role = 'FIRST' order by array_position($1, r.number::text)`,
        [numbers],
      )
    ).map((row) => row.confirmed);
  await api.sql(
    'update guardian g set phone_confirmed = false from collection_record r where r.id = g.record_id and r.number = any($1)',
    [numbers],
  );
  await api.sql(
    readFileSync(new URL('../../migrations/0530_phones_confirmed_before.up.sql', import.meta.url), 'utf8'),
  );
  expect(await confirmed()).toEqual([true, false, false]);
});

test('a code goes before every confirmation that waits', async () => {
  const idle = await startApi({ worker: false });
  const asker = await idle.person('mother');
  await register(idle, asker);
  const captcha = await easyCaptcha(idle, 'mother');
  await asker.request(RequestSmsCodeDocument, { input: { phone: aPhone(), captcha } });
  const jobs = await idle.sql<{ code: boolean }>(
    `select m.expires_at is not null as code from graphile_worker._private_jobs j join message m on m.id::text = j.key
     order by j.priority, j.run_at`,
  );
  expect(jobs.map(({ code }) => code)).toEqual([true, false]);
  await idle.stop();
});
