import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AppealDocument,
  ClaimRecordDocument,
  DecideAppealDocument,
  DecideIdentityCheckDocument,
  DecideReviewItemDocument,
  LeaveRecordDocument,
  OfficeRecordDocument,
  RecordFileDocument,
  RejectRecordsDocument,
  ReleaseRecordDocument,
  SubmitDetailsDocument,
  type ReviewItemKind,
} from '@enrolment/schema/client';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { layWindow } from '../support/calendar.js';
import { aDetailsInput } from '../support/details.js';
import { reviewable, reviewables, staff, withdraw } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
let wang: Person;
let li: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
});
afterAll(() => api.stop());
beforeEach(async () => {
  const officer = { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] };
  mother = await api.person('mother');
  wang = await api.person('wang', { ...officer, name: '王测敏' });
  li = await api.person('li', { ...officer, name: '李测华' });
});

const ITEMS = ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT'] as const;
const minutes = (n: number) => api.clock.advance(n * 60);
const claim = (number: string, person = wang) => person.request(ClaimRecordDocument, { number });
/** In hand of an officer, as a page of the office opens it. */
async function inHand(): Promise<string> {
  const { number } = await reviewable(api, mother);
  await claim(number);
  return number;
}
/** In hand, and returned by the identity check. */
async function submittedInHand(): Promise<string> {
  const { number } = await register(api, mother);
  const input = await aDetailsInput(api, { version: 1 });
  await mother.request(SubmitDetailsDocument, { number, input });
  await claim(number);
  const asked = { numbers: [number], status: 'RETURNED' as const, reason: '姓名与户口簿不一致' };
  const { data } = await wang.request(DecideIdentityCheckDocument, asked);
  expect(data.decideIdentityCheck).toMatchObject({ done: [number] });
  return number;
}
async function decide(number: string, kind: ReviewItemKind, status: 'PASSED' | 'RETURNED' | 'PENDING') {
  const reason = status === 'RETURNED' ? '材料不清楚' : null;
  const { data } = await wang.request(DecideReviewItemDocument, { numbers: [number], kind, status, reason });
  expect(data.decideReviewItem).toMatchObject({ done: [number] });
}
const approve = async (number: string) => {
  for (const kind of ITEMS) await decide(number, kind, 'PASSED');
};
const leave = async (number: string, person = wang) =>
  (await person.request(LeaveRecordDocument, { number })).data?.leaveRecord;
const toldAt = async (number: string, person = wang) =>
  (await person.request(OfficeRecordDocument, { number })).data.collectionRecord!.toldAt;
const tellDue = () => api.services.verdicts.tellDue(api.orm.em.fork(), api.clock.now());
const WORDS = {
  identity: '身份证及户籍信息需要更正',
  returned: '需要补充更正',
  approved: '已全部通过',
  rejected: '审核未通过',
  appeal: '复核申请已有答复',
};
/** What the family was told of the review, in order. */
async function told(number: string): Promise<string[]> {
  const { messages } = (await mother.request(RecordFileDocument, { number })).data.collectionRecord!;
  return messages
    .flatMap(({ text }) =>
      Object.entries(WORDS).flatMap(([name, words]) => (text?.includes(words) ? name : [])),
    )
    .reverse();
}

describe('what is decided of a record in hand', () => {
  test('is told by one message once its officer leaves it, as it stands then', async () => {
    const number = await inHand();
    await decide(number, 'RESIDENCE', 'RETURNED');
    await decide(number, 'EMPLOYMENT', 'RETURNED');
    expect(await told(number)).toEqual([]);
    expect(await leave(number)).toBe(true);
    const jobs = await api.sql(
      `select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'tell_verdicts'`,
    );
    expect(jobs).toHaveLength(1);
    await tellDue();
    expect(await told(number)).toEqual(['returned']);
    expect(await toldAt(number)).toBeNull();
    expect(await leave(number)).toBe(false);
    await tellDue();
    expect(await told(number)).toEqual(['returned']);
    // It is still hers.
    expect((await claim(number, li)).data.claimRecord).toMatchObject({ refusals: [{ code: 'CLAIMED' }] });
  });

  test('is told by itself after ten quiet minutes; each decision begins them anew', async () => {
    const number = await inHand();
    await decide(number, 'RESIDENCE', 'RETURNED');
    minutes(9);
    await decide(number, 'EMPLOYMENT', 'PASSED');
    expect(await toldAt(number)).toBe(new Date(api.clock.now().getTime() + 600_000).toISOString());
    minutes(9);
    await tellDue();
    expect(await told(number)).toEqual([]);
    minutes(1);
    await tellDue();
    expect(await told(number)).toEqual(['returned']);
  });

  test('is not told once it was taken back, and what came of it is', async () => {
    const [lifted, passed] = [await inHand(), await inHand()];
    for (const number of [lifted, passed]) await decide(number, 'RESIDENCE', 'RETURNED');
    await decide(lifted, 'RESIDENCE', 'PENDING');
    await approve(passed);
    for (const number of [lifted, passed]) expect(await leave(number)).toBe(true);
    await tellDue();
    expect(await told(lifted)).toEqual([]);
    expect(await told(passed)).toEqual(['approved']);
  });

  test('is told once it is given back, too, and when the record is nobody’s any more', async () => {
    const [given, approved] = [await inHand(), await inHand()];
    await decide(given, 'RESIDENCE', 'RETURNED');
    await wang.request(ReleaseRecordDocument, { number: given });
    await approve(approved);
    expect(await told(approved)).toEqual([]);
    expect(await leave(approved)).toBe(true);
    await tellDue();
    expect(await told(given)).toEqual(['returned']);
    expect(await told(approved)).toEqual(['approved']);
  });

  test('sends nothing once the family has withdrawn', async () => {
    const number = await inHand();
    await wang.request(RejectRecordsDocument, { numbers: [number], reason: '不符' });
    await withdraw(api, mother, number);
    minutes(11);
    expect(await tellDue()).toBe(0);
    expect(await api.sql(`select from untold_verdict`)).toEqual([]);
    expect(await api.sql(`select from message where event_key like 'rejected:%'`)).toEqual([]);
  });

  test('waits for the calendar to show it, whoever leaves when', async () => {
    const number = await inHand();
    const opensAt = new Date(api.clock.now().getTime() + 86_400_000);
    const closesAt = new Date(opensAt.getTime() + 30 * 86_400_000);
    const [before] = await api.sql<{ opens_at: Date; closes_at: Date }>(
      `select opens_at, closes_at from phase where district_code = '01' and service = 'NON_LOCAL_HUKOU' and kind = 'REVIEW'`,
    );
    await layWindow(api, { kind: 'REVIEW', opensAt, closesAt });
    await decide(number, 'RESIDENCE', 'RETURNED');
    expect(await toldAt(number)).toBe(opensAt.toISOString());
    expect(await leave(number)).toBe(false);
    expect(await tellDue()).toBe(0);
    expect(await toldAt(number)).toBe(opensAt.toISOString());
    // What the identity check returned is no verdict: the family sees it at once, and is told at once.
    const identity = await submittedInHand();
    expect(await leave(identity)).toBe(true);
    expect(await tellDue()).toBe(1);
    expect(await told(identity)).toEqual(['identity']);
    minutes(24 * 60);
    mother = await api.person('mother');
    wang = await api.person('wang', {
      roles: [{ role: 'DISTRICT_OFFICER', district: '01' }],
      name: '王测敏',
    });
    expect(await tellDue()).toBe(1);
    expect(await told(number)).toEqual(['returned']);
    await layWindow(api, { kind: 'REVIEW', opensAt: before!.opens_at, closesAt: before!.closes_at });
  });

  test('has one message for an answer to an appeal and what follows from it', async () => {
    const [one, other] = await reviewables(api, mother, 2);
    for (const number of [one!, other!]) {
      await wang.request(RejectRecordsDocument, { numbers: [number], reason: '不符' });
      await mother.request(AppealDocument, { number, statement: '请再看' });
      await claim(number);
      await wang.request(DecideAppealDocument, { number, accepted: number === one, reason: '已核对' });
    }
    await approve(one!);
    for (const number of [one!, other!]) await leave(number);
    await tellDue();
    expect(await told(one!)).toEqual(['rejected', 'approved']);
    expect(await told(other!)).toEqual(['rejected', 'appeal']);
  });

  test('is told although another family cannot be', async () => {
    const [broken, fine] = [await inHand(), await inHand()];
    for (const number of [broken, fine]) {
      await decide(number, 'RESIDENCE', 'RETURNED');
      await leave(number);
    }
    const [{ key } = { key: null }] = await api.sql<{ key: Buffer }>(
      `select wrapped_key as key from collection_record where number = $1`,
      [broken],
    );
    const keyed = (value: Buffer | null) =>
      api.sql(`update collection_record set wrapped_key = $1 where number = $2`, [value, broken]);
    await keyed(Buffer.alloc(60));
    await expect(tellDue()).rejects.toThrow();
    await keyed(key);
    expect(await told(fine)).toEqual(['returned']);
    expect(await told(broken)).toEqual([]);
    expect(await tellDue()).toBe(1);
    expect(await told(broken)).toEqual(['returned']);
  });

  test('is told once by 50 processes at once', async () => {
    const number = await inHand();
    await decide(number, 'RESIDENCE', 'RETURNED');
    await leave(number);
    const counts = await Promise.all(Array.from({ length: 50 }, () => tellDue()));
    expect(counts.reduce((all, one) => all + one)).toBe(1);
    expect(await told(number)).toEqual(['returned']);
  });
});

describe('a record in nobody’s hand', () => {
  test('is told of at once, as a batch is', async () => {
    const numbers = await reviewables(api, mother, 2);
    const returned = { numbers, kind: 'RESIDENCE', status: 'RETURNED', reason: '不清楚' } as const;
    await wang.request(DecideReviewItemDocument, returned);
    for (const number of numbers) {
      expect(await told(number)).toEqual(['returned']);
      expect(await toldAt(number)).toBeNull();
    }
  });
});

describe('who leaves a record', () => {
  test('ends the wait of nobody else, and learns nothing of a record elsewhere', async () => {
    const number = await inHand();
    await decide(number, 'RESIDENCE', 'RETURNED');
    expect(await leave(number, li)).toBe(false);
    expect(await toldAt(number, li)).not.toBeNull();
    expect(await toldAt(number, await staff(api, 'MUNICIPAL_ADMIN'))).toBeNull();
    const others = [
      await staff(api, 'DISTRICT_OFFICER', { district: '02' }),
      await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' }),
      await staff(api, 'MUNICIPAL_ADMIN'),
      mother,
    ];
    for (const person of others) {
      const [foreign, absent] = await Promise.all(
        [number, '20260199999999'].map((asked) => person.request(LeaveRecordDocument, { number: asked })),
      );
      expect(foreign!.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect(foreign!.body).toBe(absent!.body);
    }
    await tellDue();
    expect(await told(number)).toEqual([]);
  });
});
