import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  RegisterChildDocument,
  RequestSmsCodeDocument,
  RequestWithdrawalCodeDocument,
  WithdrawRecordDocument,
} from '@enrolment/schema/client';
import {
  aRegistration,
  easyCaptcha,
  codeIn,
  plantCode,
  receiveCode,
  register,
  solveCaptcha,
  startApi,
  type Person,
  type TestApi,
} from '../support/api.js';
import { aPhone } from '../support/people.js';

let api: TestApi;
let mother: Person;
beforeAll(async () => {
  api = await startApi();
  mother = await api.person('mother');
});
afterAll(() => api.stop());

async function ask(phone: string, { person = mother, headers = {} as Record<string, string> } = {}) {
  const { data, errors } = await person.request(
    RequestSmsCodeDocument,
    { input: { phone, captcha: await easyCaptcha(api, 'mother'), childName: '测试甲' } },
    headers,
  );
  if (errors) return errors[0]!.extensions.code;
  return data.requestSmsCode.__typename === 'SmsCodeSent' ? 'SENT' : data.requestSmsCode.refusals[0]!;
}

async function tryCode(phone: string, code: string) {
  const input = await aRegistration(api, { guardian: { phone } });
  const { data } = await mother.request(RegisterChildDocument, { input: { ...input, smsCode: code } });
  return data.registerChild.__typename === 'Refused' ? data.registerChild.refusals[0]!.code : 'REGISTERED';
}

const wrong = (code: string) => code.replace(/^./, (digit) => String((Number(digit) + 1) % 10));

describe('sending', () => {
  test('the SMS says what the code is for, for whom (masked), and what to do if one did not ask', async () => {
    const phone = aPhone();
    expect(await ask(phone)).toBe('SENT');
    const [text] = await api.smsTo(phone);
    expect(text).toMatch(/\d{6}/);
    expect(text).toContain('注册');
    expect(text).toContain('测*甲');
    expect(text).toContain('如果不是您本人操作');
  });

  test('again is refused at 179 s and goes through at 180 s', async () => {
    const phone = aPhone();
    expect(await ask(phone)).toBe('SENT');
    api.clock.advance(179);
    expect(await ask(phone)).toMatchObject({ code: 'SMS_COOLDOWN', retryAfterSeconds: 1 });
    api.clock.advance(1);
    expect(await ask(phone)).toBe('SENT');
  });

  test('ten a day and no more; the next day again', async () => {
    const phone = aPhone();
    const midnight = Date.parse(
      `${new Date(api.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)}T00:00:00+08:00`,
    );
    api.clock.set(new Date(midnight + 86_400_000 + 60_000));
    mother = await api.person('mother');
    for (let n = 0; n < 10; n += 1) {
      expect(await ask(phone)).toBe('SENT');
      api.clock.advance(200);
    }
    expect(await ask(phone)).toMatchObject({ code: 'SMS_DAILY_LIMIT' });
    api.clock.advance(86_400);
    mother = await api.person('mother');
    expect(await ask(phone)).toBe('SENT');
  });

  test('the 26th for one network address in 300 s is RATE_LIMITED', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.7' };
    for (let n = 0; n < 25; n += 1) expect(await ask(aPhone(), { headers })).toBe('SENT');
    expect(await ask(aPhone(), { headers })).toBe('RATE_LIMITED');
    api.clock.advance(301);
    expect(await ask(aPhone(), { headers })).toBe('SENT');
  });

  test('with +86 and blanks goes to the same phone; a number that is none is refused', async () => {
    const phone = aPhone();
    expect(await ask(`+86 ${phone.slice(0, 3)}-${phone.slice(3)}`)).toBe('SENT');
    expect(await ask(phone)).toMatchObject({ code: 'SMS_COOLDOWN' });
    expect(await ask('010-64000000')).toMatchObject({ code: 'INVALID_FORMAT', field: 'phone' });
  });

  test('a robot check answers once, to the person it was handed to', async () => {
    const captcha = await solveCaptcha(mother);
    const send = async (person: Person, answer = captcha) =>
      (await person.request(RequestSmsCodeDocument, { input: { phone: aPhone(), captcha: answer } })).data
        .requestSmsCode;
    expect(await send(await api.person('somebody else'))).toMatchObject({
      refusals: [{ code: 'CAPTCHA_FAILED' }],
    });
    expect(await send(mother)).toMatchObject({ __typename: 'SmsCodeSent' });
    expect(await send(mother)).toMatchObject({ refusals: [{ code: 'CAPTCHA_FAILED' }] });
    expect(await send(mother, { id: 'x', answer: 'y' })).toMatchObject({
      refusals: [{ code: 'CAPTCHA_FAILED' }],
    });
    const expired = await solveCaptcha(mother);
    api.clock.advance(601);
    expect(await send(mother, expired)).toMatchObject({ refusals: [{ code: 'CAPTCHA_FAILED' }] });
  });
});

describe('a code', () => {
  test('is dead after five wrong tries: the right one is refused, and no new one for 15 minutes', async () => {
    const phone = aPhone();
    const code = await receiveCode(api, mother, phone);
    for (let n = 0; n < 5; n += 1) expect(await tryCode(phone, wrong(code))).toBe('SMS_CODE_WRONG');
    expect(await tryCode(phone, code)).toBe('SMS_ATTEMPTS_EXCEEDED');
    api.clock.advance(200);
    expect(await ask(phone)).toMatchObject({ code: 'SMS_ATTEMPTS_EXCEEDED' });
    api.clock.advance(15 * 60);
    expect(await tryCode(phone, await receiveCode(api, mother, phone))).toBe('REGISTERED');
  });

  test('that is void holds up its own purpose alone: the phone still withdraws', async () => {
    const { number, input } = await register(api, mother);
    const { phone } = input.guardian;
    const code = await plantCode(api, phone);
    for (let n = 0; n < 5; n += 1) await tryCode(phone, wrong(code));
    expect(await tryCode(phone, code)).toBe('SMS_ATTEMPTS_EXCEEDED');
    const { data } = await mother.request(RequestWithdrawalCodeDocument, { number });
    expect(data.requestWithdrawalCode.__typename).toBe('SmsCodeSent');
    const goodbye = codeIn((await api.smsTo(phone, 1, '撤销儿童'))[0]!);
    const withdrawn = await mother.request(WithdrawRecordDocument, { number, smsCode: goodbye });
    expect(withdrawn.data.withdrawRecord.__typename).toBe('Withdrawn');
  });

  test('is good for five minutes and used once', async () => {
    const phone = aPhone();
    const late = await receiveCode(api, mother, phone);
    api.clock.advance(300);
    expect(await tryCode(phone, late)).toBe('SMS_CODE_EXPIRED');
    const code = await receiveCode(api, mother, phone);
    expect(await tryCode(phone, code)).toBe('REGISTERED');
    expect(await tryCode(phone, code)).toBe('SMS_CODE_EXPIRED');
  });

  test('of another phone or another purpose is none', async () => {
    const code = await plantCode(api, aPhone());
    expect(await tryCode(aPhone(), code)).toBe('SMS_CODE_EXPIRED');
    const phone = aPhone();
    await plantCode(api, phone, { code: '424242', purpose: 'WITHDRAWAL' });
    expect(await tryCode(phone, '424242')).toBe('SMS_CODE_EXPIRED');
  });

  test('that is right costs no try when something else has to be mended first', async () => {
    const phone = aPhone();
    const code = await plantCode(api, phone);
    for (let n = 0; n < 8; n += 1) {
      const input = await aRegistration(api, { guardian: { phone }, child: { name: '1' } });
      await mother.request(RegisterChildDocument, { input: { ...input, smsCode: code } });
    }
    expect(await tryCode(phone, code)).toBe('REGISTERED');
  });

  test('is kept nowhere in clear, and its message is erased once sent', async () => {
    const phone = aPhone();
    await ask(phone);
    const code = codeIn((await api.smsTo(phone))[0]!);
    await new Promise((done) => setTimeout(done, 100));
    const [left] = await api.sql<{ n: number }>(
      'select count(*)::int as n from message where expires_at is not null and text_sealed is not null',
    );
    expect(left!.n).toBe(0);
    expect(api.lines.join('\n')).not.toContain(code);
  });
});

test('a registered and an unknown phone are answered alike', async () => {
  const { input } = await register(api, mother);
  api.clock.advance(1);
  expect([await ask(input.guardian.phone), await ask(aPhone())]).toEqual(['SENT', 'SENT']);
});
