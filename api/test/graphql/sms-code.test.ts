import { businessDay } from '@enrolment/rulebook/calendar.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
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
let mothers = 0;
beforeAll(async () => {
  api = await startApi();
});
// Another one for each test: what an account may ask for in a day is counted.
beforeEach(async () => {
  mother = await api.person(`mother ${(mothers += 1)}`);
});
afterAll(() => api.stop());

async function ask(phone: string, { person = mother, headers = {} as Record<string, string> } = {}) {
  const { data, errors } = await person.request(
    RequestSmsCodeDocument,
    { input: { phone, captcha: await easyCaptcha(api, person.subject), childName: '测试甲' } },
    headers,
  );
  if (errors) return errors[0]!.extensions.code;
  return data.requestSmsCode.__typename === 'SmsCodeSent' ? 'SENT' : data.requestSmsCode.refusals[0]!;
}

async function tryCode(phone: string, code: string, person = mother) {
  const input = await aRegistration(api, { guardian: { phone } });
  const { data } = await person.request(RegisterChildDocument, { input: { ...input, smsCode: code } });
  return data.registerChild.__typename === 'Refused' ? data.registerChild.refusals[0]!.code : 'REGISTERED';
}

/** A day of its own, a minute old: whatever is counted by day begins anew. */
async function goToTomorrow() {
  const today = businessDay(api.clock.now());
  api.clock.set(new Date(Date.parse(`${today}T00:00:00+08:00`) + 86_400_000 + 60_000));
  mother = await api.person(mother.subject);
}

/** Five strangers with five wrong tries each. */
async function useUpTries(phone: string) {
  for (let n = 0; n < 5; n += 1) {
    const guesser = await api.person(`guesser ${n} of ${mother.subject}`);
    await plantCode(api, phone, { asker: guesser.subject });
    for (let tries = 0; tries < 5; tries += 1)
      expect(await tryCode(phone, '000000', guesser)).toBe('SMS_CODE_WRONG');
  }
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
    expect(text).toContain('如非您本人操作');
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
    await goToTomorrow();
    for (let n = 0; n < 10; n += 1) {
      expect(await ask(phone)).toBe('SENT');
      api.clock.advance(200);
    }
    expect(await ask(phone)).toMatchObject({ code: 'SMS_DAILY_LIMIT' });
    api.clock.advance(86_400);
    mother = await api.person(mother.subject);
    expect(await ask(phone)).toBe('SENT');
  });

  test('the 26th for one network address in 300 s is RATE_LIMITED', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.7' };
    for (let n = 0; n < 25; n += 1) expect(await ask(aPhone(), { headers })).toBe('SENT');
    expect(await ask(aPhone(), { headers })).toBe('RATE_LIMITED');
    const { status, headers: told } = await mother.request(
      RequestSmsCodeDocument,
      { input: { phone: aPhone(), captcha: await solveCaptcha(mother) } },
      { ...headers, accept: 'application/graphql-response+json' },
    );
    expect(status).toBe(429);
    expect(told['retry-after']).toBe('300');
    api.clock.advance(301);
    expect(await ask(aPhone(), { headers })).toBe('SENT');
  });

  test('an address that one account has used up is open to every other family behind it, up to 500', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.8' };
    for (let n = 0; n < 25; n += 1) await ask(aPhone(), { headers });
    expect(await ask(aPhone(), { headers })).toBe('RATE_LIMITED');
    const neighbour = await api.person(`neighbour of ${mother.subject}`);
    expect(await ask(aPhone(), { headers, person: neighbour })).toBe('SENT');
    await api.sql('update rate_window set count = 500 where count = 26');
    expect(await ask(aPhone(), { headers, person: neighbour })).toBe('RATE_LIMITED');
  });

  test('the addresses of an IPv6 /64 are one network', async () => {
    for (let n = 0; n < 25; n += 1)
      await ask(aPhone(), { headers: { 'x-forwarded-for': `2001:db8:0:7::${n}` } });
    const at = (address: string) => ask(aPhone(), { headers: { 'x-forwarded-for': address } });
    expect(await at('2001:db8:0:7:ffff::1')).toBe('RATE_LIMITED');
    expect(await at('2001:db8:0:8::1')).toBe('SENT');
  });

  test('thirty a day for one account, whatever the phones; the next day again', async () => {
    for (let n = 0; n < 30; n += 1) {
      api.clock.advance(20);
      const headers = { 'x-forwarded-for': `198.51.100.${n}` };
      expect(await ask(aPhone(), { headers })).toBe('SENT');
    }
    expect(await ask(aPhone())).toMatchObject({ code: 'SMS_DAILY_LIMIT', field: null });
    api.clock.advance(86_400);
    mother = await api.person(mother.subject);
    expect(await ask(aPhone())).toBe('SENT');
  });

  test('a stranger who asks for codes to a phone takes none of the ten of whoever it belongs to, and no waiting', async () => {
    const phone = aPhone();
    const stranger = await api.person(`stranger to ${mother.subject}`);
    for (let n = 0; n < 10; n += 1) {
      expect(await ask(phone, { person: stranger })).toBe('SENT');
      api.clock.advance(n < 9 ? 180 : 1);
    }
    expect(await ask(phone, { person: stranger })).toMatchObject({ code: 'SMS_COOLDOWN' });
    expect(await ask(phone)).toBe('SENT');
  });

  test('three strangers who use up a phone’s thirty take none from whoever has registered with it, or is known by it', async () => {
    await goToTomorrow();
    const { input } = await register(api, mother);
    const { phone } = input.guardian;
    const strangers = await Promise.all(
      [1, 2, 3].map((n) => api.person(`stranger ${n} to ${mother.subject}`)),
    );
    for (let n = 0; n < 10; n += 1) {
      for (const person of strangers) expect(await ask(phone, { person })).toBe('SENT');
      api.clock.advance(180);
    }
    const fourth = await api.person(`stranger 4 to ${mother.subject}`);
    expect(await ask(phone, { person: fourth })).toMatchObject({ code: 'SMS_DAILY_LIMIT' });
    const known = await api.person(`known by the phone of ${mother.subject}`, { phone_number: phone });
    expect(await ask(phone, { person: known })).toBe('SENT');
    mother = await api.person(mother.subject);
    for (let n = 0; n < 10; n += 1) {
      expect(await ask(phone)).toBe('SENT');
      api.clock.advance(180);
    }
    expect(await ask(phone)).toMatchObject({ code: 'SMS_DAILY_LIMIT' });
  });

  test('a code to withdraw is sent right after one to register: neither waits for the other', async () => {
    const { number, input } = await register(api, mother);
    expect(await ask(input.guardian.phone)).toBe('SENT');
    const { data } = await mother.request(RequestWithdrawalCodeDocument, { number });
    expect(data.requestWithdrawalCode.__typename).toBe('SmsCodeSent');
  });

  test.each([
    [{ captcha: { id: '', answer: '' } }],
    [{ captcha: { id: '\u0000', answer: 'bnVsbA==' } }],
    [{ captcha: { id: '11111111-1111-4111-8111-111111111111', answer: 'bnVsbA==' } }],
    [{ captcha: { id: '11111111-1111-4111-8111-111111111111', answer: '\ud800' } }],
    [{ phone: '\u0000' }],
    [{ phone: '1'.repeat(50_000) }],
    [{ childName: '\u0000\ud800' }],
  ])('what is malformed is refused, and never an incident: %j', async (given) => {
    const captcha = await easyCaptcha(api, mother.subject);
    const { status, body } = await mother.request(RequestSmsCodeDocument, {
      input: { phone: aPhone(), captcha, childName: null, ...given },
    });
    expect([200, 400]).toContain(status);
    expect(body).toMatch(/CAPTCHA_FAILED|INVALID_FORMAT|BAD_USER_INPUT|SmsCodeSent/);
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

  test('belongs to whoever asked: nobody else can use it, nor use up its tries', async () => {
    const phone = aPhone();
    const code = await receiveCode(api, mother, phone);
    const stranger = await api.person(`stranger to ${mother.subject}`);
    for (let n = 0; n < 6; n += 1)
      expect(await tryCode(phone, wrong(code), stranger)).toBe('SMS_CODE_EXPIRED');
    expect(await tryCode(phone, code, stranger)).toBe('SMS_CODE_EXPIRED');
    expect(await tryCode(phone, code)).toBe('REGISTERED');
  });

  test('of 25 wrong tries by all who asked is the last: then nobody’s is compared for 15 minutes', async () => {
    const phone = aPhone();
    await useUpTries(phone);
    expect(await tryCode(phone, await plantCode(api, phone, { asker: mother.subject }))).toBe(
      'SMS_ATTEMPTS_EXCEEDED',
    );
    api.clock.advance(15 * 60);
    expect(await tryCode(phone, await plantCode(api, phone, { asker: mother.subject }))).toBe('REGISTERED');
  });

  test('of whoever has registered with the phone, or is known by it, is compared, however many strangers guess', async () => {
    const { phone } = (await register(api, mother)).input.guardian;
    await useUpTries(phone);
    const stranger = await api.person(`stranger to ${mother.subject}`);
    const theirs = await plantCode(api, phone, { asker: stranger.subject });
    expect(await tryCode(phone, theirs, stranger)).toBe('SMS_ATTEMPTS_EXCEEDED');
    const known = await api.person(`known by the phone of ${mother.subject}`, { phone_number: phone });
    const right = await plantCode(api, phone, { asker: known.subject });
    expect(await tryCode(phone, wrong(right), known)).toBe('SMS_CODE_WRONG');
    expect(await tryCode(phone, right, known)).toBe('REGISTERED');
    const code = await plantCode(api, phone, { asker: mother.subject });
    expect(await tryCode(phone, wrong(code))).toBe('SMS_CODE_WRONG');
    expect(await tryCode(phone, code)).toBe('REGISTERED');
    const next = await plantCode(api, phone, { asker: mother.subject });
    for (let n = 0; n < 5; n += 1) expect(await tryCode(phone, wrong(next))).toBe('SMS_CODE_WRONG');
    expect(await tryCode(phone, next)).toBe('SMS_ATTEMPTS_EXCEEDED');
  });

  test('that is void holds up its own purpose alone: the phone still withdraws', async () => {
    const { number, input } = await register(api, mother);
    const { phone } = input.guardian;
    const code = await plantCode(api, phone, { asker: mother.subject });
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
    const code = await plantCode(api, aPhone(), { asker: mother.subject });
    expect(await tryCode(aPhone(), code)).toBe('SMS_CODE_EXPIRED');
    const phone = aPhone();
    await plantCode(api, phone, { code: '424242', purpose: 'WITHDRAWAL', asker: mother.subject });
    expect(await tryCode(phone, '424242')).toBe('SMS_CODE_EXPIRED');
  });

  test('that is right costs no try when something else has to be mended first', async () => {
    const phone = aPhone();
    const code = await plantCode(api, phone, { asker: mother.subject });
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
    await api.queueRests();
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
