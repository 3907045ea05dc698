import { ASK_AGAIN_MINUTES, EXPECTED_WAIT_MINUTES } from '@enrolment/rulebook/identity-check.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  DecideIdentityCheckDocument,
  IdentityCheckDocument,
  OfficeRecordDocument,
  RecordDocument,
  RequestWithdrawalCodeDocument,
  WithdrawRecordDocument,
  type CheckStatus,
} from '@enrolment/schema/client';
import { KeyRing } from '../../src/platform/keys.js';
import { createLogger } from '../../src/platform/logger.js';
import { layItems } from '../../src/review/review.statements.js';
import { byGuardian, Chronicle } from '../../src/record/chronicle.js';
import { VerificationGateway } from '../../src/sandbox/gateways.js';
import { startWorker } from '../../src/worker.js';
import { codeIn, register, startApi, TEST_KEYS, type Person, type TestApi } from '../support/api.js';
import { dumpDatabase } from '../support/database.js';
import { CALLBACK_SECRET } from '../support/outside.js';
import { take } from '../support/reviewable.js';
import { aSecondGuardian, nameSecondGuardian } from '../support/second-guardian.js';
import { until } from '../support/until.js';

let api: TestApi;
let mother: Person;
let officer: Person;
beforeAll(async () => {
  api = await startApi();
  mother = await api.person('mother');
  officer = await staff('DISTRICT_OFFICER', { district: '01' });
});
afterAll(() => api.stop());
beforeEach(() => {
  api.verification.state.mode = 'OK';
});

const ABSENT = '20260199999999';
const staff = (role: string, where: object = {}, subject = role) =>
  api.person(subject, { roles: [{ role, ...where }] });

/** As submitting the details does it: the stage and the request in one transaction. */
async function submit(number: string, person = mother) {
  await api.change(person, number, async (tx, { now }, record) => {
    const by = byGuardian(record);
    await new Chronicle(new KeyRing(TEST_KEYS)).write(tx, record, { by, at: now, step: 'SUBMIT_DETAILS' });
    await layItems(tx, record, { employments: [] });
    await api.services.identityChecks.request(tx, record, now);
  });
}

const requestIdOf = async (number: string) =>
  (
    await api.sql<{ id: string }>(
      'select c.request_id as id from identity_check c join collection_record r on r.id = c.record_id where r.number = $1',
      [number],
    )
  )[0]!.id;
const asked = (requestId: string) =>
  api.verification.asked.filter((request) => request.requestId === requestId);

/** A submitted record about which the gateway has been asked. */
async function submitted(overrides: Parameters<typeof register>[2] = {}) {
  const { number, input } = await register(api, mother, overrides);
  await submit(number);
  const requestId = await requestIdOf(number);
  await until('the gateway’s part', () => asked(requestId).length > 0);
  return { number, input, requestId };
}

const send = (call: ReturnType<typeof api.verification.answer>) => api.app.inject(call);
const answer = (requestId: string, outcome: string, more: object = {}) =>
  send(api.verification.answer({ requestId, outcome, ...more }, api.clock.now()));
const see = async (number: string, person = mother, headers = {}) =>
  (await person.request(IdentityCheckDocument, { number }, headers)).data.collectionRecord!;
const events = async (number: string) =>
  (
    await api.sql<{ kind: string; actor: string }>(
      `select e.kind, e.actor from record_event e join collection_record r on r.id = e.record_id where r.number = $1 order by e.id`,
      [number],
    )
  ).map(({ kind, actor }) => `${kind} ${actor}`);
const SO_FAR = ['REGISTERED GUARDIAN', 'DETAILS_SUBMITTED GUARDIAN'];
const decide = (
  numbers: string[],
  status: CheckStatus,
  {
    reason = null,
    dryRun = false,
    person = officer,
  }: { reason?: string | null; dryRun?: boolean | null; person?: Person } = {},
) => person.request(DecideIdentityCheckDocument, { numbers, status, reason, dryRun });
/** What a change would show in, once the queue has sent what was to be sent: all rows but those of the clockwork. */
const everything = async () => {
  await api.queueRests();
  const dump = await dumpDatabase(api.database.url);
  return dump
    .split('\n')
    .filter(
      (line) =>
        !/^graphile_worker\.|^public\.(sms_quota|sms_tries|rate_window|captcha|audit_seal) /.test(line),
    )
    .join('\n');
};

describe('a submission', () => {
  test('asks the gateway about the child and both guardians; its answer goes on to the review', async () => {
    const { number, input } = await register(api, mother);
    const second = await nameSecondGuardian(api, number);
    expect(await see(number)).toMatchObject({
      identityCheck: { status: 'PENDING', requestedAt: null, expectedBy: null, overdue: false, reason: null },
    });
    await submit(number);
    const requestId = await requestIdOf(number);
    const [request] = await until(
      'the gateway’s part',
      () => asked(requestId).length > 0 && asked(requestId),
    );
    expect(request).toMatchObject({
      documents: [
        {
          holder: 'CHILD',
          name: input.child.name,
          number: input.child.documentNumber,
          birthDate: input.child.birthDate,
        },
        {
          holder: 'FIRST',
          name: input.guardian.name,
          type: 'RESIDENT_ID',
          number: input.guardian.documentNumber,
        },
        { holder: 'SECOND', name: second.name, number: second.documentNumber },
      ],
      hukou: { province: '130000', district: null },
      callbackUrl: expect.stringContaining('/callbacks/verification'),
    });
    const now = api.clock.now();
    expect(await see(number)).toMatchObject({
      stage: 'SUBMITTED',
      identityCheck: {
        status: 'PENDING',
        requestedAt: now.toISOString(),
        expectedBy: new Date(now.getTime() + EXPECTED_WAIT_MINUTES * 60_000).toISOString(),
        checkedAt: null,
      },
    });
    api.clock.advance(5);
    expect((await answer(requestId, 'PASSED')).statusCode).toBe(200);
    expect(await see(number)).toMatchObject({
      stage: 'IDENTITY_VERIFIED',
      identityCheck: { status: 'PASSED', checkedAt: api.clock.now().toISOString(), expectedBy: null },
    });
    expect(await events(number)).toEqual([...SO_FAR, 'IDENTITY_VERIFIED SYSTEM']);
  });

  test('of documents that have passed is not asked about again; of other documents it is', async () => {
    const { number, requestId } = await submitted();
    await answer(requestId, 'PASSED');
    await decide([number], 'RETURNED', { reason: '请看一下姓名' });
    await answer(requestId, 'PASSED');
    expect(await see(number)).toMatchObject({ stage: 'RETURNED', identityCheck: { status: 'RETURNED' } });
    await submit(number);
    const again = await requestIdOf(number);
    expect(again).not.toBe(requestId);
    await answer(again, 'PASSED');
    expect((await see(number)).stage).toBe('IDENTITY_VERIFIED');

    // Sent back for something else, with the documents as they were.
    await take(api, number, 'RETURN');
    await submit(number);
    expect(await requestIdOf(number)).toBe(again);
    expect((await see(number)).stage).toBe('IDENTITY_VERIFIED');

    await take(api, number, 'RETURN');
    await nameSecondGuardian(api, number);
    await submit(number);
    expect(await requestIdOf(number)).not.toBe(again);
    expect(await see(number)).toMatchObject({ stage: 'SUBMITTED', identityCheck: { status: 'PENDING' } });
  });

  test('rolled back asks nobody', async () => {
    const { number } = await register(api, mother);
    const before = api.verification.asked.length;
    await api
      .change(mother, number, async (tx, { now }, record) => {
        await api.services.identityChecks.request(tx, record, now);
        throw new Error('the submission failed');
      })
      .catch(() => {});
    await api.queueRests();
    expect(api.verification.asked).toHaveLength(before);
    expect((await see(number)).identityCheck.requestedAt).toBeNull();
  });
});

describe('a callback', () => {
  test('that is forged, altered, overheard or unsigned is refused and changes nothing', async () => {
    const { number, requestId } = await submitted();
    const right = { requestId, outcome: 'PASSED' };
    const now = api.clock.now();
    const call = api.verification.answer(right, now);
    const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
    const before = await everything();
    for (const forged of [
      api.verification.answer(right, now, 'another secret'),
      api.verification.answer(right, now, ''),
      api.verification.answer(right, ago(301)),
      api.verification.answer(right, ago(-301)),
      { ...call, payload: JSON.stringify({ requestId, outcome: 'FAILED' }) },
      { ...call, headers: { ...call.headers, 'x-signature': '' } },
      { ...call, headers: { ...call.headers, 'x-timestamp': String(Math.floor(now.getTime() / 1000) - 1) } },
      { ...call, headers: { 'content-type': 'application/json' } },
      { ...call, payload: '' },
    ]) {
      const { statusCode, body } = await send(forged);
      expect([statusCode, body]).toEqual([401, '{"error":"signature"}']);
    }
    expect(await everything()).toBe(before);
    expect(
      (await send({ ...call, headers: { ...call.headers, 'content-type': 'text/plain' } })).statusCode,
    ).toBe(200);
    expect((await see(number)).stage).toBe('IDENTITY_VERIFIED');
  });

  test('rightly signed but without sense is malformed, and one too large is not read', async () => {
    const { requestId } = await submitted();
    const before = await everything();
    for (const body of [
      'rubbish',
      'null',
      '[]',
      '"PASSED"',
      { outcome: 'PASSED' },
      { requestId: 7, outcome: 'PASSED' },
      { requestId: "'; drop table identity_check; --", outcome: 'PASSED' },
      { requestId, outcome: 'MAYBE' },
      { requestId, outcome: ['PASSED'] },
      { requestId, outcome: 'PENDING' },
    ]) {
      expect((await send(api.verification.answer(body, api.clock.now()))).statusCode).toBe(400);
    }
    const large = { requestId, outcome: 'PASSED', more: 'x'.repeat(70_000) };
    expect((await send(api.verification.answer(large, api.clock.now()))).statusCode).toBe(413);
    expect(await everything()).toBe(before);
  });

  test('that is unknown, repeated, or late is answered like any other and changes nothing', async () => {
    const { number, requestId } = await submitted();
    const first = await answer(requestId, 'PASSED');
    const before = await everything();
    for (const late of [
      await answer(requestId, 'PASSED'),
      await answer(requestId, 'FAILED'),
      await answer('0190c2a0-0000-4000-8000-000000000001', 'FAILED'),
    ]) {
      expect([late.statusCode, late.body]).toEqual([200, first.body]);
    }
    expect(await everything()).toBe(before);
    expect((await see(number)).stage).toBe('IDENTITY_VERIFIED');
  });

  test('after an officer has decided, or about documents that have changed since, does not count', async () => {
    const { number, requestId } = await submitted();
    await decide([number], 'FAILED', { reason: '姓名不一致' });
    const before = await everything();
    await answer(requestId, 'PASSED');
    expect(await everything()).toBe(before);

    const other = await submitted();
    await nameSecondGuardian(api, other.number);
    await answer(other.requestId, 'PASSED');
    expect(await see(other.number)).toMatchObject({
      stage: 'SUBMITTED',
      identityCheck: { status: 'PENDING' },
    });
    const anew = await requestIdOf(other.number);
    expect(anew).not.toBe(other.requestId);
    await until('the gateway’s part', () => asked(anew).length > 0);
    await answer(anew, 'PASSED');
    expect((await see(other.number)).stage).toBe('IDENTITY_VERIFIED');
  });

  test('for a record withdrawn meanwhile has no effect, and nothing is written about anybody', async () => {
    const { number, input, requestId } = await submitted();
    await mother.request(RequestWithdrawalCodeDocument, { number });
    const smsCode = codeIn((await api.smsTo(input.guardian.phone, 1, '撤销儿童'))[0]!);
    const { data } = await mother.request(WithdrawRecordDocument, { number, smsCode });
    expect(data.withdrawRecord.__typename).toBe('Withdrawn');
    await api.smsTo(input.guardian.phone, 1, '已撤销');
    const before = await everything();
    for (const outcome of ['PASSED', 'FAILED'])
      expect((await answer(requestId, outcome)).statusCode).toBe(200);
    await api.services.identityChecks.ask(api.orm.em.fork(), requestId, api.clock.now());
    expect(asked(requestId)).toHaveLength(1);
    expect(await everything()).toBe(before);
    expect(before).not.toContain(requestId);
    expect((await events(number)).at(-1)).toBe('WITHDRAWN GUARDIAN');
  });

  test('may name what it found otherwise, which the district’s officers alone read until it passes', async () => {
    const { number, requestId } = await submitted();
    const differences = [
      { holder: 'FIRST', field: 'number' },
      { holder: 'CHILD', field: 'name' },
      { holder: 'CHILD', field: 'photo' },
    ];
    expect((await answer(requestId, 'FAILED', { differences })).statusCode).toBe(200);
    const read = async (person: Person) =>
      (await person.request(OfficeRecordDocument, { number })).data.collectionRecord?.identityCheck
        .differences;
    const named = [
      { holder: 'CHILD', line: 'NAME' },
      { holder: 'FIRST_GUARDIAN', line: 'NUMBER' },
    ];
    expect(await read(officer)).toEqual(named);
    expect(await read(mother)).toEqual([]);
    expect(await read(await staff('MUNICIPAL_ADMIN'))).toEqual([]);
    await decide([number], 'FAILED', { reason: '姓名不一致' });
    expect(await read(officer)).toEqual(named);
    await decide([number], 'PASSED', { reason: '已核对原件' });
    expect(await read(officer)).toEqual([]);
    // One that names nothing, or nothing that can be read, is an answer all the same.
    const other = await submitted();
    expect((await answer(other.requestId, 'FAILED', { differences: 'name' })).statusCode).toBe(200);
    expect((await see(other.number)).identityCheck.status).toBe('FAILED');
  });

  test('that fails waits for an officer; the family reads what that means in her language', async () => {
    const { number, requestId } = await submitted();
    await answer(requestId, 'FAILED');
    const seen = await see(number);
    expect(seen).toMatchObject({ stage: 'SUBMITTED', identityCheck: { status: 'FAILED', overdue: false } });
    expect(seen.identityCheck.reason).toMatch(/人工核对.*010-/);
    expect((await see(number, mother, { 'accept-language': 'en' })).identityCheck.reason).toMatch(
      /not a decision/,
    );
    expect(await events(number)).toEqual([...SO_FAR, 'IDENTITY_CHECK_FAILED SYSTEM']);
    const { data } = await decide([number], 'PASSED', { reason: '已核对原件' });
    expect(data.decideIdentityCheck).toMatchObject({ done: [number], refused: [] });
    expect(await see(number)).toMatchObject({
      stage: 'IDENTITY_VERIFIED',
      identityCheck: { status: 'PASSED', reason: '已核对原件' },
    });
  });
});

describe('the gateway', () => {
  const waits = async (requestId: string) =>
    (
      await api.sql<{ last_error: string | null }>(
        'select last_error from graphile_worker._private_jobs where key = $1 and locked_at is null',
        [requestId],
      )
    )[0];
  const failedOnce = async (requestId: string) => (await waits(requestId))?.last_error != null;

  test.each(['FAIL', 'RUBBISH', 'HANG'] as const)(
    'answering %s is asked again with the same id until it takes it, and nothing is lost',
    async (mode) => {
      api.verification.state.mode = mode;
      const { number } = await register(api, mother);
      await submit(number);
      const requestId = await requestIdOf(number);
      await until('the gateway’s part', () => failedOnce(requestId));
      expect((await see(number)).identityCheck.status).toBe('PENDING');
      api.verification.state.mode = 'OK';
      await api.sql(`update graphile_worker._private_jobs set run_at = now() where locked_at is null`);
      await until('the gateway’s part', () => asked(requestId).length > 1);
      await until('the gateway’s part', async () => !(await waits(requestId)));
      expect(new Set(asked(requestId).map((request) => JSON.stringify(request))).size).toBe(1);
      await answer(requestId, 'PASSED');
      expect((await see(number)).stage).toBe('IDENTITY_VERIFIED');
    },
    30_000,
  );

  test('that stays silent is asked again with the same id; the family sees it, and the office is alerted once', async () => {
    await api.sql(`update identity_check set status = 'FAILED' where status = 'PENDING'`);
    const { number, requestId } = await submitted();
    const look = () => api.services.identityChecks.retryUnanswered(api.orm.em.fork(), api.clock.now());
    api.clock.advance(ASK_AGAIN_MINUTES * 60 - 60);
    await look();
    await api.queueRests();
    expect(asked(requestId)).toHaveLength(1);
    api.clock.advance(120);
    await look();
    await until('the gateway’s part', () => asked(requestId).length === 2);
    await look();
    await api.queueRests();
    expect(asked(requestId)).toHaveLength(2);
    expect((await see(number)).identityCheck).toMatchObject({ overdue: false, reason: null });

    api.clock.advance((EXPECTED_WAIT_MINUTES - ASK_AGAIN_MINUTES) * 60);
    const seen = (await see(number)).identityCheck;
    expect(seen).toMatchObject({ status: 'PENDING', overdue: true });
    expect(seen.reason).toContain(`${EXPECTED_WAIT_MINUTES} 分钟`);
    // The queue's own clockwork may have been a moment quicker.
    const alerts = [...(await look()), ...(await look())];
    const logged = () =>
      api.lines
        .filter((line) => line.includes('wait longer'))
        .flatMap((line) => (JSON.parse(line) as { districts: string[] }).districts);
    await until('the gateway’s part', () => alerts.length + logged().length === 1);
    expect([...alerts, ...logged()]).toEqual(['01']);
    const { body } = await api.app.inject('/metrics');
    expect(body).toContain('identity_checks_overdue{district="01"} 1');
    expect(body).toContain('identity_checks_overdue{district="02"} 0');
    await until('the gateway’s part', () => asked(requestId).length === 3);
    await answer(requestId, 'PASSED');
    expect((await see(number)).identityCheck).toMatchObject({
      status: 'PASSED',
      overdue: false,
      reason: null,
    });
    expect((await api.app.inject('/metrics')).body).toContain('identity_checks_overdue{district="01"} 0');
  });

  test('asked by a worker that was killed before it could say so is asked again by the next one: one answer, one event', async () => {
    api.verification.state.mode = 'FAIL';
    const { number } = await register(api, mother);
    await submit(number);
    const requestId = await requestIdOf(number);
    await until('the gateway’s part', () => failedOnce(requestId));
    // The gateway has taken it, and the worker has died before the queue knew.
    api.verification.state.mode = 'OK';
    await api.sql(
      `update graphile_worker._private_jobs set run_at = now(), locked_by = 'killed', locked_at = now() - interval '2 minutes'`,
    );
    const other = await startWorker(
      api.database.servingUrl,
      api.orm,
      api.services,
      api.reference,
      api.clock,
      createLogger('silent'),
    );
    await until('the gateway’s part', () => asked(requestId).length > 1);
    await other.stop();
    await Promise.all([answer(requestId, 'PASSED'), answer(requestId, 'PASSED')]);
    expect((await events(number)).filter((event) => event.startsWith('IDENTITY'))).toEqual([
      'IDENTITY_VERIFIED SYSTEM',
    ]);
  });
});

describe('an officer’s decision', () => {
  test('is for the officers and administrators of the record’s district alone; absent and not theirs are refused alike', async () => {
    const { number, requestId } = await submitted();
    const refusalOf = async (of: string, person: Person) => {
      const { data, errors } = await decide([of], 'PASSED', { person });
      return JSON.stringify(errors ?? data.decideIdentityCheck.refused).replaceAll(of, '…');
    };
    const people: [Person, string][] = [
      [mother, 'FORBIDDEN'],
      [api.nobody, 'UNAUTHENTICATED'],
      [await api.person('stranger'), 'FORBIDDEN'],
      [await staff('GUARDIAN'), 'FORBIDDEN'],
      [await staff('DISTRICT_OFFICER', { district: '02' }, 'officer-02'), 'NOT_ALLOWED'],
      [await staff('DISTRICT_ADMIN', { district: '02' }, 'admin-02'), 'NOT_ALLOWED'],
      [await staff('DISTRICT_OFFICER', {}, 'officer of nowhere'), 'FORBIDDEN'],
      [await staff('MUNICIPAL_ADMIN'), 'NOT_ALLOWED'],
      [await staff('SCHOOL_REGISTRAR', { district: '01', school: '0101' }), 'NOT_ALLOWED'],
    ];
    for (const [person, code] of people) {
      const refusal = await refusalOf(number, person);
      expect(refusal).toContain(`"code":"${code}"`);
      expect(refusal).toBe(await refusalOf(ABSENT, person));
    }
    expect((await see(number)).identityCheck.status).toBe('PENDING');
    const admin = await staff('DISTRICT_ADMIN', { district: '01' }, 'admin-01');
    expect((await decide([number], 'PASSED', { person: admin })).data.decideIdentityCheck.done).toEqual([
      number,
    ]);
    expect(await events(number)).toEqual([...SO_FAR, 'IDENTITY_VERIFIED DISTRICT']);
    const trail = await api.sql<{ actor: string; actor_role: string }>(
      `select actor, actor_role from audit_entry where record_number = $1 and action = 'IDENTITY_CHECK_PASSED'`,
      [number],
    );
    expect(trail).toEqual([{ actor: 'admin-01', actor_role: 'DISTRICT_ADMIN' }]);
    await answer(requestId, 'FAILED');
    expect((await see(number)).stage).toBe('IDENTITY_VERIFIED');
  });

  test('is all or nothing per record, never per batch, and a trial run leaves nothing but looks', async () => {
    const [one, two] = [await submitted(), await submitted()];
    const { number: early } = await register(api, mother);
    const { number: elsewhere } = await register(api, mother, { district: '02' });
    const numbers = [one.number, early, elsewhere, ABSENT, two.number, one.number];
    const allButLooks = async () =>
      (await everything())
        .split('\n')
        .filter((line) => !/^public\.audit_chain |^public\.audit_entry .*,RECORD_READ,/.test(line))
        .join('\n');
    const before = await allButLooks();
    const trial = (await decide(numbers, 'RETURNED', { reason: '姓名不一致', dryRun: true })).data
      .decideIdentityCheck;
    expect(await allButLooks()).toBe(before);
    expect(trial).toMatchObject({
      dryRun: true,
      done: [one.number, two.number],
      refused: [
        { number: early, refusal: { code: 'STAGE_CONFLICT' } },
        { number: elsewhere, refusal: { code: 'NOT_ALLOWED' } },
        { number: ABSENT, refusal: { code: 'NOT_ALLOWED' } },
      ],
    });
    const done = (await decide(numbers, 'RETURNED', { reason: '姓名不一致', dryRun: null })).data
      .decideIdentityCheck;
    expect(done).toEqual({ ...trial, dryRun: false });
    for (const { number, input } of [one, two]) {
      expect(await see(number)).toMatchObject({
        stage: 'RETURNED',
        identityCheck: { status: 'RETURNED', reason: '姓名不一致' },
      });
      await api.smsTo(input.guardian.phone, 1, '需要更正');
    }
    const lifted = (await decide([one.number], 'PASSED')).data.decideIdentityCheck;
    expect(lifted.done).toEqual([one.number]);
    expect((await see(one.number)).stage).toBe('IDENTITY_VERIFIED');
  });

  test('needs a reason unless it passes, is no PENDING, and takes at most a page of numbers', async () => {
    const { number } = await submitted();
    for (const status of ['RETURNED', 'FAILED'] as const) {
      expect((await decide([number], status)).data.decideIdentityCheck).toMatchObject({
        done: [],
        refused: [{ number, refusal: { code: 'REQUIRED', field: 'reason' } }],
      });
    }
    for (const [numbers, status] of [
      [[number], 'PENDING'],
      [Array.from({ length: 5_001 }, (_, n) => String(20_260_100_000_000 + n)), 'PASSED'],
    ] as [string[], CheckStatus][]) {
      expect((await decide(numbers, status)).errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
    }
    expect((await decide([], 'PASSED')).data.decideIdentityCheck).toEqual({
      dryRun: false,
      done: [],
      refused: [],
    });
    expect((await see(number)).identityCheck.status).toBe('PENDING');
  });

  test('of FAILED keeps the record where it is, with the officer’s words', async () => {
    const { number } = await submitted();
    await decide([number], 'FAILED', { reason: '户口簿上的姓名与证件不同' });
    expect(await see(number)).toMatchObject({
      stage: 'SUBMITTED',
      identityCheck: { status: 'FAILED', reason: '户口簿上的姓名与证件不同' },
    });
  });
});

describe('50 at once', () => {
  const times = <Value>(make: (n: number) => Value) => Array.from({ length: 50 }, (_, n) => make(n));
  const identityEvents = async (number: string) =>
    (await events(number)).filter((event) => !SO_FAR.includes(event));

  test('callbacks of one request count once, whatever they say', async () => {
    const { number, requestId } = await submitted();
    const calls = await Promise.all(times((n) => answer(requestId, n % 2 === 0 ? 'PASSED' : 'FAILED')));
    expect(new Set(calls.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    expect(await identityEvents(number)).toHaveLength(1);
  });

  test.each(['PASSED', 'RETURNED', 'FAILED'] as const)('decisions of %s count once', async (status) => {
    const { number } = await submitted();
    const answers = await Promise.all(times(() => decide([number], status, { reason: '姓名不一致' })));
    expect(answers.every(({ errors }) => errors === undefined)).toBe(true);
    expect(await identityEvents(number)).toHaveLength(1);
  });

  test('callbacks and decisions together: one of them wins', async () => {
    const { number, requestId } = await submitted();
    const all = times((n) => (n % 2 === 0 ? answer(requestId, 'PASSED') : decide([number], 'PASSED')));
    await Promise.all(all as Promise<unknown>[]);
    expect(await identityEvents(number)).toHaveLength(1);
    expect((await see(number)).stage).toBe('IDENTITY_VERIFIED');
  });
});

test('the last thing to pass approves the record in the same transaction', async () => {
  const { number, requestId } = await submitted();
  await api.sql(
    `update review_item set status = 'PASSED' where record_id = (select id from collection_record where number = $1)`,
    [number],
  );
  await answer(requestId, 'PASSED');
  expect((await see(number, officer)).stage).toBe('APPROVED');
  expect(await events(number)).toEqual([...SO_FAR, 'IDENTITY_VERIFIED SYSTEM', 'APPROVED SYSTEM']);
});

test('no document, name or reason stands in logs, job table or a dump in clear', async () => {
  api.verification.state.mode = 'FAIL';
  const { number, input } = await register(api, mother, {
    child: { name: '欧阳核验丁' },
    guardian: { name: '司徒核验戊' },
  });
  const second = await nameSecondGuardian(api, number, aSecondGuardian({ name: '上官核验己' }));
  await submit(number);
  const requestId = await requestIdOf(number);
  await until('the gateway’s part', () => asked(requestId).length > 0);
  await api.queueRests();
  const during = await dumpDatabase(api.database.url);
  api.verification.state.mode = 'OK';
  await answer(requestId, 'FAILED');
  const reason = '户籍核验不符的原因';
  await decide([number], 'RETURNED', { reason });
  await officer.request(RecordDocument, { number });
  const kept = [api.lines.join('\n'), during, await dumpDatabase(api.database.url)];
  const secrets = [
    input.child.name,
    input.child.documentNumber,
    input.guardian.name,
    input.guardian.documentNumber,
    second.name,
    second.documentNumber,
    reason,
  ];
  for (const secret of secrets) {
    for (const text of kept) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString('hex'));
    }
  }
});

test('the sandbox’s gateway and this API understand each other', async () => {
  const { number, requestId } = await submitted();
  // The sandbox signs with the time of now; the other tests have left ours ahead of it.
  api.clock.set(new Date());
  const origin = await api.app.listen({ host: '127.0.0.1', port: 0 });
  const { documents } = asked(requestId)[0]!;
  const sandbox = new VerificationGateway(CALLBACK_SECRET);
  sandbox.setRule(documents[0]!.number, 'FAILED');
  sandbox.request({ requestId, documents, callbackUrl: `${origin}/callbacks/verification` });
  await until('the gateway’s part', async () => (await see(number)).identityCheck.status === 'FAILED');
  expect((await see(number)).stage).toBe('SUBMITTED');
});
