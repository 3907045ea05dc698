import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  ApproveAdmissionsDocument,
  CollectionFormDocument,
  DecideReviewItemDocument,
  PreregisterDocument,
  PublishResultsDocument,
  RecordDetailsDocument,
  RecordDocument,
  RecordFileDocument,
  RequestWithdrawalCodeDocument,
  SaveDetailsDocument,
  SubmitDetailsDocument,
  WithdrawRecordDocument,
  type DetailsInput,
} from '@enrolment/schema/client';
import { createLogger } from '../../src/platform/logger.js';
import { startWorker } from '../../src/worker.js';
import { AUDIENCE } from '../support/outside.js';
import { codeIn, register, startApi, TEST_KEYS, type Person, type TestApi } from '../support/api.js';
import { aDetailsInput } from '../support/details.js';
import { aGuardianDocument } from '../support/people.js';
import { freePort } from '../support/process.js';
import { reviewable, staff } from '../support/reviewable.js';
import { until } from '../support/until.js';

let api: TestApi;
let mother: Person;
let officer: Person;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(signIn);
afterAll(() => api.stop());

/** Tokens are over when the clock has moved on. */
async function signIn() {
  mother = await api.person('mother');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
}
async function later(days: number) {
  api.clock.advance(days * 86_400);
  await signIn();
}
const dayFrom = (days: number) =>
  new Date(api.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
const momentFrom = (days: number) => new Date(api.clock.now().getTime() + days * 86_400_000).toISOString();

const submit = async (number: string, input: DetailsInput) =>
  (await mother.request(SubmitDetailsDocument, { number, input })).data.submitDetails;
const save = async (number: string, input: DetailsInput) =>
  (await mother.request(SaveDetailsDocument, { number, input })).data.saveDetails;
const see = async (number: string, person = mother) =>
  (await person.request(RecordFileDocument, { number })).data.collectionRecord!;
const refusalsOf = (result: { __typename?: string }) =>
  ((result as { refusals?: { code: string; field: string | null }[] }).refusals ?? []).map(
    ({ code, field }) => [code, field],
  );
const ITEMS = ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT'] as const;
const decide = async (number: string, kind: (typeof ITEMS)[number], rest: object) => {
  const decision = { numbers: [number], kind, reason: '看不清', ...rest };
  const { data } = await officer.request(DecideReviewItemDocument, decision as never);
  expect(data.decideReviewItem.refused).toEqual([]);
};
async function verify(number: string) {
  const requestId = await api.requestOf(number);
  await api.app.inject(api.verification.answer({ requestId, outcome: 'PASSED' }, api.clock.now()));
}
/** A record whose details are submitted and whose identity is verified, and what was submitted. */
async function underReview(overrides: Partial<DetailsInput> = {}) {
  const { number, input: registered } = await register(api, mother);
  const input = await aDetailsInput(api, { version: 1, ...overrides });
  expect(refusalsOf(await submit(number, input))).toEqual([]);
  await verify(number);
  return { number, input, phone: registered.guardian.phone };
}

describe('a certificate number of the wrong kind', () => {
  test.each([
    ['OWNED', '备案2026-0000123'],
    ['RENTED', '京(2020)东城区不动产权第0000000号'],
    ['RENTED', aGuardianDocument()],
  ] as const)(
    '%s with %s is refused beside its field, and kept in a draft',
    async (kind, certificateNumber) => {
      const { number } = await register(api, mother);
      const input = await aDetailsInput(api, { version: 1 });
      Object.assign(input.residence!, { kind, certificateNumber });
      if (kind === 'OWNED') Object.assign(input.residence!, { leaseFrom: null, leaseTo: null });
      expect(refusalsOf(await submit(number, input))).toEqual([
        ['INVALID_FORMAT', 'residence.certificateNumber'],
      ]);
      expect(refusalsOf(await save(number, input))).toEqual([]);
    },
  );
});

describe('an answer to a district’s question', () => {
  const inDistrict = async (district: string, answers: { key: string; value: string }[]) => {
    const { number } = await register(api, mother, { district, child: { residenceDistrict: district } });
    return refusalsOf(await submit(number, await aDetailsInput(api, { version: 1, answers })));
  };

  test('of the wrong kind is refused beside its question', async () => {
    const wrong = [
      { key: 'INSURED_SINCE', value: '去年春天' },
      { key: 'ORIGINALS', value: '寄到区教委' },
    ];
    expect((await inDistrict('02', wrong)).map(([, field]) => field).toSorted()).toEqual([
      'answers.INSURED_SINCE',
      'answers.ORIGINALS',
    ]);
    const number = [{ key: 'MONTHS_IN_DISTRICT', value: '很久' }];
    expect((await inDistrict('04', number)).map(([, field]) => field)).toContain(
      'answers.MONTHS_IN_DISTRICT',
    );
  });

  test('that another district asks for is refused', async () => {
    const refused = await inDistrict('01', [{ key: 'ORIGINALS', value: '到街道窗口' }]);
    expect(refused.map(([, field]) => field)).toEqual(['answers.ORIGINALS']);
  });
});

test('a permit that ends during the review is taken, with a word about it; over when it is returned, it has to be another', async () => {
  const { number } = await register(api, mother);
  const input = await aDetailsInput(api, { version: 1 });
  input.residencePermits![0]!.validUntil = dayFrom(10);
  const saved = await save(number, input);
  expect(saved).toMatchObject({
    details: {
      advice: [{ field: 'residencePermits.FIRST.validUntil', text: expect.stringContaining('签注') }],
    },
  });
  expect(refusalsOf(await submit(number, { ...input, version: 2 }))).toEqual([]);
  await later(12);
  await verify(number);
  await decide(number, 'RESIDENCE_PERMIT', { status: 'RETURNED', dueAt: momentFrom(5) });
  const again = { ...input, version: 3 };
  expect(refusalsOf(await submit(number, again))).toMatchObject([
    [expect.anything(), 'residencePermits.FIRST.validUntil'],
  ]);
  again.residencePermits![0]!.validUntil = dayFrom(365);
  expect(refusalsOf(await submit(number, again))).toEqual([]);
  expect((await see(number)).stage).toBe('IDENTITY_VERIFIED');
});

describe('what was returned', () => {
  test('is open until its own date, each item for itself; the date told is the next one to come', async () => {
    const { number, input } = await underReview();
    const dates = [momentFrom(2), momentFrom(4)] as const;
    await decide(number, 'RESIDENCE', { status: 'RETURNED', dueAt: dates[0] });
    await decide(number, 'EMPLOYMENT', { status: 'RETURNED', dueAt: dates[1] });
    expect(new Date((await see(number)).turn.until!).toISOString()).toBe(dates[0]);
    await later(3);
    expect(new Date((await see(number)).turn.until!).toISOString()).toBe(dates[1]);
    const moved = { ...input, version: 2, residence: { ...input.residence, address: '示例路 10 号' } };
    expect(refusalsOf(await submit(number, moved))).toEqual([['NOT_ALLOWED', 'residence.address']]);
    const employed = structuredClone(input.employments!);
    employed[0]!.employerName = '另一示例公司';
    expect(refusalsOf(await submit(number, { ...input, version: 2, employments: employed }))).toEqual([]);
  });

  test('is closed from the second on at which it is due, and says whom to call', async () => {
    const { number, input } = await underReview();
    const dueAt = momentFrom(2);
    await decide(number, 'RESIDENCE', { status: 'RETURNED', dueAt });
    const residence = { ...input.residence, address: '示例路 10 号' };
    api.clock.set(new Date(new Date(dueAt).getTime() - 1_000));
    await signIn();
    expect(refusalsOf(await save(number, { ...input, version: 2, residence }))).toEqual([]);
    api.clock.set(new Date(dueAt));
    expect(refusalsOf(await submit(number, { ...input, version: 3, residence }))).toContainEqual([
      'OUTSIDE_WINDOW',
      null,
    ]);
    const { stage, turn } = await see(number);
    const { actions } = (await mother.request(RecordDocument, { number })).data.collectionRecord!;
    expect(stage).toBe('RETURNED');
    expect(actions.filter(({ kind }) => /DETAILS/.test(kind)).map(({ allowed }) => allowed)).toEqual([
      false,
      false,
    ]);
    expect(turn.text).toMatch(/时间已经过了.*电话/);
  });
});

test('details can be submitted until the last second of the window, and not one second after', async () => {
  const records = [await register(api, mother), await register(api, mother)];
  const [window] = await api.sql<{ closes_at: Date }>(
    `select closes_at from phase where district_code = '01' and service = 'NON_LOCAL_HUKOU' and kind = 'DETAILS'`,
  );
  const before = api.clock.now();
  const input = await aDetailsInput(api, { version: 1 });
  api.clock.set(new Date(window!.closes_at.getTime() - 1_000));
  await signIn();
  expect(await submit(records[0]!.number, input)).toMatchObject({ stage: 'SUBMITTED' });
  api.clock.set(window!.closes_at);
  expect(refusalsOf(await submit(records[1]!.number, input))).toEqual([['OUTSIDE_WINDOW', null]]);
  expect(await see(records[1]!.number)).toMatchObject({ stage: 'REGISTERED' });
  api.clock.set(before);
});

test('a record of a district that has laid out nothing to be reviewed is never approved by itself', async () => {
  await api.sql(
    `insert into review_requirement (season, service, district_code, kind, label, label_en, position)
     values ((select year from season), 'NON_LOCAL_HUKOU', '03', 'IDENTITY_AND_HUKOU', '身份证及户籍信息', 'Identity', 1)`,
  );
  const { number } = await register(api, mother, { district: '03', child: { residenceDistrict: '03' } });
  expect(refusalsOf(await submit(number, await aDetailsInput(api, { version: 1 })))).toEqual([]);
  await verify(number);
  const { history, reviewItems, stage } = await see(number);
  expect(reviewItems.map(({ kind }) => kind)).toEqual(['IDENTITY_AND_HUKOU']);
  expect(stage).toBe('IDENTITY_VERIFIED');
  expect(history.map(({ kind }) => kind)).not.toContain('APPROVED');
});

test('a form’s link and its code are dead from the withdrawal on', async () => {
  const { number, phone } = await underReview({
    secondGuardian: null,
    noSecondGuardianReason: '单亲家庭',
    employments: (await aDetailsInput(api, { version: 1 })).employments!.slice(0, 1),
    residencePermits: (await aDetailsInput(api, { version: 1 })).residencePermits!.slice(0, 1),
  });
  for (const kind of ITEMS) await decide(number, kind, { status: 'PASSED' });
  const url = (await mother.request(CollectionFormDocument, { number })).data.collectionRecord!.formUrl!;
  const path = new URL(url).pathname;
  expect((await api.app.inject(path)).statusCode).toBe(200);
  await mother.request(RequestWithdrawalCodeDocument, { number });
  const smsCode = codeIn((await api.smsTo(phone, 1, '撤销儿童'))[0]!);
  await mother.request(WithdrawRecordDocument, { number, smsCode });
  expect((await api.app.inject(path)).statusCode).toBe(404);
  expect((await mother.request(RecordDetailsDocument, { number })).data.collectionRecord).toBeNull();
});

test('whoever reads while the results are published sees all of it or nothing, and never less than before', async () => {
  const numbers = await Promise.all(
    Array.from({ length: 4 }, async () => (await reviewable(api, mother)).number),
  );
  const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
  const admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  for (const number of numbers) for (const kind of ITEMS) await decide(number, kind, { status: 'PASSED' });
  await registrar.request(PreregisterDocument, { numbers, school: '0101' });
  await officer.request(ApproveAdmissionsDocument, { numbers, outcome: 'ADMITTED' });
  const seen = new Map<string, string[]>(numbers.map((number) => [number, []]));
  let published = false;
  const reading = numbers.map(async (number) => {
    for (let after = 0, reads = 0; after < 5 && reads < 500; after += published ? 1 : 0, reads += 1) {
      const record = await see(number);
      const { stage, admissionResult, turn, history } = record;
      const told = history.some(({ kind }) => kind === 'RESULT_PUBLISHED');
      const state = `${stage} ${admissionResult?.outcome ?? 'none'} ${turn.holder} ${told}`;
      seen.get(number)!.push(state);
    }
  });
  while ([...seen.values()].some((states) => states.length === 0)) await new Promise(setImmediate);
  const { data } = await admin.request(PublishResultsDocument, {
    district: '01',
    service: 'NON_LOCAL_HUKOU',
  });
  expect(data.publishResults).toMatchObject({ count: 4 });
  published = true;
  await Promise.all(reading);
  for (const states of seen.values()) {
    expect(new Set(states)).toEqual(
      new Set(['PREREGISTERED none DISTRICT false', 'ADMITTED ADMITTED NOBODY true']),
    );
    expect(states).toEqual(states.toSorted().toReversed());
  }
});

describe('a worker that is killed -9', () => {
  test('after the gateway has taken a message and before it is written down: the next one ends it, and one SMS is sent', async () => {
    const other = await startApi({ worker: false });
    try {
      other.gateway.state.silent = true;
      const { input } = await register(other, await other.person('mother'));
      const worker = fork(fileURLToPath(new URL('../../dist/main.js', import.meta.url)), {
        stdio: 'ignore',
        env: {
          PATH: process.env.PATH,
          DATABASE_URL: other.database.servingUrl,
          DATA_KEYS: TEST_KEYS,
          OIDC_ISSUER: other.issuer.url,
          OIDC_AUDIENCE: AUDIENCE,
          API_PORT: String(await freePort()),
          SMS_GATEWAY_URL: other.gateway.url,
          SMS_GATEWAY_TOKEN: 'test',
          VERIFY_GATEWAY_URL: other.verification.url,
          VERIFY_GATEWAY_TOKEN: 'test',
          PLAYGROUND: 'off',
        },
      });
      const exited = once(worker, 'exit');
      try {
        await until('the SMS', () => other.gateway.taken.length > 0);
        expect(other.gateway.taken).toMatchObject([{ phone: input.guardian.phone }]);
      } finally {
        worker.kill('SIGKILL');
        await exited;
      }
      const standing = () => other.sql('select delivered from message');
      expect(await standing()).toEqual([{ delivered: null }]);
      const locked = await other.sql(
        'select 1 from graphile_worker._private_jobs where locked_by is not null',
      );
      expect(locked).toHaveLength(1);
      other.gateway.state.silent = false;
      const next = await startWorker(
        other.database.servingUrl,
        other.orm,
        other.services,
        other.reference,
        other.clock,
        createLogger('silent'),
      );
      try {
        // The living worker looks for jobs of dead ones every few seconds, and takes them at the second look.
        await until('the job taken over', async () =>
          (await standing()).every(({ delivered }) => delivered === true),
        );
        expect(await standing()).toEqual([{ delivered: true }]);
        expect(other.gateway.taken.filter(({ phone }) => phone === input.guardian.phone)).toHaveLength(1);
      } finally {
        await next.stop();
      }
    } finally {
      await other.stop();
    }
  });
});
