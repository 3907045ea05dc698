import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RecordDocument, RequestWithdrawalCodeDocument } from '@enrolment/schema/client';
import { codeIn, register, startApi, type Person, type TestApi } from '../support/api.js';

let api: TestApi;
let mother: Person;
beforeAll(async () => {
  api = await startApi();
  mother = await api.person('mother');
});
afterAll(() => api.stop());

const messages = async (number: string) =>
  (await mother.request(RecordDocument, { number })).data.collectionRecord!.messages;

async function until(number: string, delivered: boolean | null) {
  for (let wait = 0; wait < 100; wait += 1) {
    const [newest] = await messages(number);
    if (newest?.delivered === delivered) return newest;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('the message did not get there');
}

test('every message of a record stands with its text, its masked phone and how far it is', async () => {
  const { number, input } = await register(api, mother);
  await api.smsTo(input.guardian.phone, 1, '注册成功');
  const { phone } = input.guardian;
  expect(await until(number, true)).toMatchObject({
    sentTo: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
    text: expect.stringContaining('注册成功'),
    expiresAt: null,
  });
});

test('a code never stands on the site: not while it waits, not when it could not be sent, not afterwards', async () => {
  const { number, input } = await register(api, mother);
  await until(number, true);
  api.gateway.state.failing = true;
  await mother.request(RequestWithdrawalCodeDocument, { number });
  const waiting = await until(number, false);
  api.gateway.state.failing = false;
  const code = codeIn((await api.smsTo(input.guardian.phone, 1, '撤销儿童'))[0]!);
  const sent = await until(number, true);
  for (const message of [waiting, sent]) {
    expect(message.text).toBe('短信验证码（内容只在手机上，这里不保留）');
    expect(JSON.stringify(message)).not.toContain(code);
    expect(message.expiresAt).not.toBeNull();
  }
  expect(await messages(number)).toHaveLength(2);
});
