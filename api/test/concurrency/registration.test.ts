import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import pg from 'pg';
import {
  RegisterChildDocument,
  RequestSmsCodeDocument,
  RequestWithdrawalCodeDocument,
  WithdrawRecordDocument,
  type RegisterChildMutation,
} from '@enrolment/schema/client';
import { mergeTallies } from '../../src/dashboard/merge.statements.js';
import { verifyCounters } from '../../src/dashboard/verify.js';
import { KeyRing } from '../../src/platform/keys.js';
import {
  aRegistration,
  codeIn,
  easyCaptcha,
  plantCode,
  register,
  startApi,
  TEST_KEYS,
  type Person,
  type TestApi,
} from '../support/api.js';
import { aHongKongPermit, aPhone } from '../support/people.js';

const AT_ONCE = 50;
let api: TestApi;
let mother: Person;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  mother = await api.person('mother');
});
afterAll(() => api.stop());

const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

function tally(answers: { data: RegisterChildMutation | null; errors?: unknown }[]) {
  const counts: Record<string, number> = {};
  for (const { data, errors } of answers) {
    const result = data?.registerChild;
    const key = !result
      ? `ERROR ${JSON.stringify(errors)}`
      : result.__typename === 'Refused'
        ? result.refusals.map(({ code }) => code).join()
        : 'REGISTERED';
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** Registrations of different children and phones, but for what is given; each with a code of its own. */
async function inputs(count: number, overrides: (n: number) => Parameters<typeof aRegistration>[1]) {
  const { noticeTicket } = await aRegistration(api, overrides(0));
  const made = [];
  // One after the other: only what is tried here goes at once.
  for (let n = 0; n < count; n += 1) {
    const at = api.clock.now();
    const input = await aRegistration(api, overrides(n));
    api.clock.set(at);
    const smsCode = await plantCode(api, input.guardian.phone, { code: String(100_000 + n) });
    made.push({ ...input, noticeTicket, smsCode });
  }
  return made;
}

const registerAll = (all: Awaited<ReturnType<typeof inputs>>) =>
  Promise.all(all.map((input) => mother.request(RegisterChildDocument, { input })));

test('50 registrations of one document at once: one wins, 49 are told the same rule', async () => {
  const { child } = await aRegistration(api);
  const all = await inputs(AT_ONCE, () => ({ child: { documentNumber: child.documentNumber } }));
  expect(tally(await registerAll(all))).toEqual({ REGISTERED: 1, DOCUMENT_ALREADY_REGISTERED: AT_ONCE - 1 });
});

test('whoever loses a race gives the number back: the next ones follow without a gap, 50 at once', async () => {
  const district = '09';
  const { child } = await aRegistration(api, { district });
  const lost = await inputs(AT_ONCE, () => ({ district, child: { documentNumber: child.documentNumber } }));
  expect(tally(await registerAll(lost))).toEqual({ REGISTERED: 1, DOCUMENT_ALREADY_REGISTERED: AT_ONCE - 1 });
  const all = await inputs(AT_ONCE, () => ({ district }));
  expect(tally(await registerAll(all))).toEqual({ REGISTERED: AT_ONCE });
  const numbers = await api.sql<{ number: string }>(
    'select number from collection_record where district_code = $1 order by number',
    [district],
  );
  expect(numbers.map(({ number }) => Number(number.slice(6, 13)))).toEqual(times(AT_ONCE + 1, (n) => n + 1));
});

test('50 registrations of one permit in two spellings at once: one wins', async () => {
  const permit = aHongKongPermit();
  const all = await inputs(AT_ONCE, (n) => ({
    service: 'TREATED_AS_LOCAL',
    ground: 'POSTDOCTORAL',
    child: {
      hukouProvince: '810000',
      documentType: 'HK_MACAO_PERMIT',
      documentNumber: n % 2 === 0 ? permit : `${permit.toLowerCase()} 01`,
    },
  }));
  expect(tally(await registerAll(all))).toEqual({ REGISTERED: 1, DOCUMENT_ALREADY_REGISTERED: AT_ONCE - 1 });
});

test('50 registrations on one phone at once: three win, 47 are refused', async () => {
  const phone = aPhone();
  const all = await inputs(AT_ONCE, () => ({ guardian: { phone } }));
  // Far more codes than a phone can have at one time: the tries on them are not what is tried here.
  await api.sql('alter table sms_code drop constraint sms_attempts_exceeded');
  const counts: Record<string, number> = {};
  for (const answer of await registerAll(all)) {
    expect(answer.errors).toBeUndefined();
    const result = answer.data.registerChild;
    const key = result.__typename === 'Refused' ? 'REFUSED' : 'REGISTERED';
    counts[key] = (counts[key] ?? 0) + 1;
  }
  expect(counts).toEqual({ REGISTERED: 3, REFUSED: AT_ONCE - 3 });
  const phoneIndex = new KeyRing(TEST_KEYS).blindIndex('phone', phone);
  const slots = await api.sql('select phone_slot from guardian where phone_index = $1 order by phone_slot', [
    phoneIndex,
  ]);
  expect(slots).toEqual([{ phone_slot: 1 }, { phone_slot: 2 }, { phone_slot: 3 }]);
});

test('three registrations on a free phone at once all succeed, and so does one into a place that a withdrawal freed', async () => {
  for (let round = 0; round < 10; round += 1) {
    const phone = aPhone();
    expect(tally(await registerAll(await inputs(3, () => ({ guardian: { phone } }))))).toEqual({
      REGISTERED: 3,
    });
  }
});

test('the database itself refuses a fourth place and a second live document, whatever the service believes', async () => {
  const { number, input } = await register(api, mother);
  const copy = async (table: string, change: string) =>
    api.sql(`insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(t) || ${change})).* from ${table} t
      join collection_record r on r.id = t.record_id where r.number = '${number}'`);
  const other = await register(api, mother);
  const [{ id } = { id: '' }] = await api.sql<{ id: string }>(
    'select id from collection_record where number = $1',
    [other.number],
  );
  await api.sql('delete from child where record_id = $1', [id]);
  await api.sql('delete from guardian where record_id = $1', [id]);
  await expect(copy('child', `jsonb_build_object('record_id', '${id}')`)).rejects.toMatchObject({
    constraint: 'document_already_registered',
  });
  await expect(copy('guardian', `jsonb_build_object('record_id', '${id}')`)).rejects.toMatchObject({
    constraint: 'phone_slot_taken',
  });
  await expect(
    copy('guardian', `jsonb_build_object('record_id', '${id}', 'phone_slot', 4)`),
  ).rejects.toMatchObject({ constraint: 'phone_limit_reached' });
  await expect(
    api.sql(
      `update collection_record set residence_district = '02', hukou_district = '03' where number = $1`,
      [number],
    ),
  ).rejects.toMatchObject({ constraint: 'district_mismatch' });
  expect(input.district).toBe('01');
});

test('one attempt sent 50 times at once is one record, and everyone is told its number', async () => {
  const [input] = await inputs(1, () => ({}));
  const answers = await Promise.all(
    times(AT_ONCE, () => mother.request(RegisterChildDocument, { input: input! })),
  );
  const numbers = new Set(
    answers.map(
      ({ data }) => data.registerChild.__typename === 'CollectionRecord' && data.registerChild.number,
    ),
  );
  expect(numbers.size).toBe(1);
  expect([...numbers][0]).toMatch(/^\d{14}$/);
});

test('one key sent 50 times at once with other input each time is one record; 49 are told that the key is used', async () => {
  const all = await inputs(AT_ONCE, () => ({}));
  const { idempotencyKey } = all[0]!;
  const counts = tally(await registerAll(all.map((input) => ({ ...input, idempotencyKey }))));
  expect(counts).toEqual({ REGISTERED: 1, ATTEMPT_REUSED: AT_ONCE - 1 });
});

test('50 requests for codes at once from one network address, over two processes: 25 are sent', async () => {
  const other = await api.anotherProcess();
  const captchas = await Promise.all(times(AT_ONCE, () => easyCaptcha(api, 'mother')));
  const headers = { 'x-forwarded-for': '192.0.2.50' };
  const answers = await Promise.all(
    captchas.map((captcha, n) => {
      const input = { phone: aPhone(), captcha };
      return n % 2 === 0
        ? mother.request(RequestSmsCodeDocument, { input }, headers)
        : other.request(RequestSmsCodeDocument, { input }, mother, headers);
    }),
  );
  await other.stop();
  const sent = answers.filter(({ data }) => data?.requestSmsCode.__typename === 'SmsCodeSent');
  const limited = answers.filter(({ errors }) => errors?.[0]?.extensions.code === 'RATE_LIMITED');
  expect([sent.length, limited.length]).toEqual([25, AT_ONCE - 25]);
});

test('50 requests at once for the tenth code of a day: one is sent', async () => {
  const phone = aPhone();
  const asker = await api.person('asks for the tenth');
  const captcha = () => easyCaptcha(api, asker.subject);
  await asker.request(RequestSmsCodeDocument, { input: { phone, captcha: await captcha() } });
  await api.sql(
    `update sms_quota set sent_on_day = 9, last_sent_at = last_sent_at - interval '1 hour'
     where scope = 'ASKER' and sent_on_day = 1 and last_sent_at = $1`,
    [api.clock.now()],
  );
  const captchas = await Promise.all(times(AT_ONCE, captcha));
  const answers = await Promise.all(
    captchas.map((given) => asker.request(RequestSmsCodeDocument, { input: { phone, captcha: given } })),
  );
  expect(answers.filter(({ data }) => data.requestSmsCode.__typename === 'SmsCodeSent')).toHaveLength(1);
  expect(
    await api.sql(`select sent_on_day from sms_quota where scope = 'ASKER' and sent_on_day > 9`),
  ).toEqual([{ sent_on_day: 10 }]);
});

test('50 requests of one account for codes to 50 phones at once: thirty are sent', async () => {
  const asker = await api.person('asks for many');
  const captchas = await Promise.all(times(AT_ONCE, () => easyCaptcha(api, asker.subject)));
  const answers = await Promise.all(
    captchas.map((captcha) => asker.request(RequestSmsCodeDocument, { input: { phone: aPhone(), captcha } })),
  );
  const sent = answers.filter(({ data }) => data.requestSmsCode.__typename === 'SmsCodeSent');
  expect(sent).toHaveLength(30);
});

test('50 accounts that ask for a code to one phone at once: thirty are sent', async () => {
  const phone = aPhone();
  const askers = await Promise.all(times(AT_ONCE, (n) => api.person(`asker ${n}`)));
  const captchas = await Promise.all(askers.map(({ subject }) => easyCaptcha(api, subject)));
  const answers = await Promise.all(
    askers.map((asker, n) =>
      asker.request(RequestSmsCodeDocument, { input: { phone, captcha: captchas[n]! } }),
    ),
  );
  const sent = answers.filter(({ data }) => data.requestSmsCode.__typename === 'SmsCodeSent');
  expect(sent).toHaveLength(30);
});

test('50 accounts that guess at one phone at once make at most 25 comparisons', async () => {
  const phone = aPhone();
  const askers = await Promise.all(times(AT_ONCE, (n) => api.person(`guesser ${n}`)));
  for (const { subject } of askers) await plantCode(api, phone, { code: '999999', asker: subject });
  const [input] = await inputs(1, () => ({}));
  const guess = { ...input!, guardian: { ...input!.guardian, phone }, smsCode: '111111' };
  const answers = await Promise.all(
    askers.map((asker) => asker.request(RegisterChildDocument, { input: guess })),
  );
  expect(tally(answers)).toEqual({ SMS_CODE_WRONG: 25, SMS_ATTEMPTS_EXCEEDED: AT_ONCE - 25 });
});

test('one code used for 50 children at once registers one', async () => {
  const phone = aPhone();
  const all = await inputs(AT_ONCE, () => ({ guardian: { phone } }));
  await api.sql('delete from sms_code where phone_index = $1', [
    new KeyRing(TEST_KEYS).blindIndex('phone', phone),
  ]);
  const smsCode = await plantCode(api, phone);
  const counts = tally(await registerAll(all.map((input) => ({ ...input, smsCode }))));
  expect(counts.REGISTERED).toBe(1);
  expect(Object.keys(counts).every((key) => /^(REGISTERED|SMS_)/.test(key))).toBe(true);
});

test('200 guesses at once make at most five comparisons, and the code is dead', async () => {
  const phone = aPhone();
  const code = await plantCode(api, phone, { code: '999999' });
  const all = await inputs(1, () => ({}));
  const guesses = times(200, (n) => ({
    ...all[0]!,
    guardian: { ...all[0]!.guardian, phone },
    smsCode: String(n).padStart(6, '0'),
  }));
  const counts = tally(
    await Promise.all(guesses.map((input) => mother.request(RegisterChildDocument, { input }))),
  );
  expect(counts).toEqual({ SMS_CODE_WRONG: 5, SMS_ATTEMPTS_EXCEEDED: 195 });
  expect(
    tally([await mother.request(RegisterChildDocument, { input: { ...guesses[0]!, smsCode: code } })]),
  ).toEqual({ SMS_ATTEMPTS_EXCEEDED: 1 });
});

test('50 requests for a code at once send one', async () => {
  const phone = aPhone();
  const captchas = await Promise.all(times(AT_ONCE, () => easyCaptcha(api, 'mother')));
  const answers = await Promise.all(
    captchas.map((captcha) => mother.request(RequestSmsCodeDocument, { input: { phone, captcha } })),
  );
  const sent = answers.filter(({ data }) => data.requestSmsCode.__typename === 'SmsCodeSent');
  expect(sent).toHaveLength(1);
  await api.smsTo(phone);
  expect(api.gateway.taken.filter((sms) => sms.phone === phone)).toHaveLength(1);
});

test('one robot check answered 50 times at once counts once', async () => {
  const captcha = await easyCaptcha(api, 'mother');
  const answers = await Promise.all(
    times(AT_ONCE, () => mother.request(RequestSmsCodeDocument, { input: { phone: aPhone(), captcha } })),
  );
  expect(answers.filter(({ data }) => data.requestSmsCode.__typename === 'SmsCodeSent')).toHaveLength(1);
});

test('50 withdrawals of one record at once: one succeeds, and history says so once', async () => {
  const { number, input } = await register(api, mother);
  await mother.request(RequestWithdrawalCodeDocument, { number });
  const smsCode = codeIn((await api.smsTo(input.guardian.phone, 1, '撤销儿童'))[0]!);
  const answers = await Promise.all(
    times(AT_ONCE, () => mother.request(WithdrawRecordDocument, { number, smsCode })),
  );
  expect(answers.filter(({ data }) => data?.withdrawRecord.__typename === 'Withdrawn')).toHaveLength(1);
  expect(
    await api.sql(
      `select from record_event e join collection_record r on r.id = e.record_id where r.number = $1 and kind = 'WITHDRAWN'`,
      [number],
    ),
  ).toHaveLength(1);
});

test('the keyed hash of a code says nothing without the server’s key', () => {
  const other = new KeyRing(
    ['k1', 'index', 'signing-1'].map((id) => `${id}=${Buffer.alloc(32, 3).toString('base64')}`).join(),
  );
  const hash = (keys: KeyRing) =>
    createHmac('sha256', keys.derive('sms-code')).update('id:123456').digest('hex');
  expect(hash(other)).not.toBe(hash(new KeyRing(TEST_KEYS)));
});

test('what is counted makes nobody wait: 50 register and changes are added up while one registration is still open', async () => {
  const { number } = await register(api, mother);
  const open = new pg.Client({ connectionString: api.database.url });
  await open.connect();
  try {
    await open.query('begin');
    // The same cells as those of the others: district, service, stage, day.
    await open.query(
      `insert into collection_record select (jsonb_populate_record(r, jsonb_build_object(
         'id', gen_random_uuid(), 'number', '99999999999999', 'attempt_key', gen_random_uuid()))).*
       from collection_record r where number = $1`,
      [number],
    );
    const { rows } = await open.query(`select from tally_change where key like '%/REGISTERED'`);
    expect(rows.length).toBeGreaterThan(0);
    const all = await inputs(AT_ONCE, () => ({}));
    const [answers] = await Promise.all([
      Promise.all(all.map((input) => mother.request(RegisterChildDocument, { input }))),
      mergeTallies(api.orm.em.fork()),
    ]);
    expect(tally(answers)).toEqual({ REGISTERED: AT_ONCE });
    await mergeTallies(api.orm.em.fork());
    expect(await verifyCounters(api.orm.em.fork())).toEqual([]);
    await open.query('commit');
    expect(await verifyCounters(api.orm.em.fork())).toEqual([]);
  } finally {
    await open.end();
  }
});
