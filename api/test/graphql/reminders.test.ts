import { businessDay } from '@enrolment/rulebook/calendar.js';
import { startOfDay } from '@enrolment/rulebook/wall-clock.js';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import {
  DecideIdentityCheckDocument,
  DecideReviewItemDocument,
  GrantAuthorizationDocument,
  PreregisterDocument,
  RecordDocument,
  RequestWithdrawalCodeDocument,
  RevokeAuthorizationDocument,
  SetSentencesDocument,
  SubmitDetailsDocument,
  WithdrawRecordDocument,
} from '@enrolment/schema/client';
import { failedMessages } from '../../src/message/message.statements.js';
import type { ReminderJob } from '../../src/reminder/reminder.service.js';
import { layWindow } from '../support/calendar.js';
import { codeIn, register, startApi, type Person, type TestApi } from '../support/api.js';
import { aDetailsInput } from '../support/details.js';
import { reviewable, staff } from '../support/reviewable.js';
import { nameSecondGuardian } from '../support/second-guardian.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** The last days of the sandbox's windows, counted from today. */
const DETAILS_END = 29;
const SCHOOL_END = 64;

let api: TestApi;
let midnight: number;
let mother: Person;
beforeEach(async () => {
  api = await startApi({ worker: false });
  midnight = startOfDay(businessDay(api.clock.now())).getTime();
  await goTo(0, 9);
});
afterEach(() => api.stop());

/** To an hour of a day from today on; tokens of before are over then. */
async function goTo(day: number, hour: number): Promise<void> {
  api.clock.set(new Date(midnight + day * DAY + hour * HOUR));
  mother = await api.person('mother');
}

const write = () => api.services.reminders.write(api.orm.em.fork(), api.reference.read(), api.clock.now());
/** Runs the jobs that are in the queue, as a worker does. */
async function deliver(): Promise<void> {
  const jobs = await api.sql<{ payload: ReminderJob }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'send_reminder' order by j.id`,
  );
  for (const { payload } of jobs) {
    await api.services.reminders.send(api.orm.em.fork(), api.reference.read(), payload, api.clock.now());
  }
}
async function remind(): Promise<number> {
  const written = await write();
  await deliver();
  return written;
}
const remindersTo = (phone: string) =>
  api.gateway.taken
    .filter((sms) => sms.phone === phone && /提醒|Reminder/.test(sms.text))
    .map(({ text }) => text);
const messagesOf = async (number: string) =>
  (await mother.request(RecordDocument, { number })).data.collectionRecord!.messages;
const officer = () => staff(api, 'DISTRICT_OFFICER', { district: '01' });
const ITEMS = ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT'] as const;
const decide = async (number: string, kind: (typeof ITEMS)[number], rest: object) => {
  const decision = { numbers: [number], kind, reason: '看不清', ...rest } as never;
  const { data } = await (await officer()).request(DecideReviewItemDocument, decision);
  expect(data.decideReviewItem.refused).toEqual([]);
};
async function approve(number: string): Promise<void> {
  for (const kind of ITEMS) await decide(number, kind, { status: 'PASSED' });
}
async function withdraw(number: string): Promise<void> {
  await mother.request(RequestWithdrawalCodeDocument, { number });
  const [code] = await api.sql<{ id: string }>(
    `select id from message where expires_at is not null and sent_at is null`,
  );
  await api.services.messages.send(api.orm.em.fork(), code!.id, api.clock.now());
  const smsCode = codeIn(api.gateway.taken.at(-1)!.text);
  const { data } = await mother.request(WithdrawRecordDocument, { number, smsCode });
  expect(data.withdrawRecord.__typename).toBe('Withdrawn');
}

describe('details that are not submitted', () => {
  test('are reminded of 7, 3 and 1 days before the window closes, with what to do and by when', async () => {
    const { number, input } = await register(api, mother);
    for (let day = 1; day <= DETAILS_END + 2; day += 1) {
      await goTo(day, 10);
      expect(await remind()).toBe([7, 3, 1].includes(DETAILS_END - day) ? 1 : 0);
      expect(await remind()).toBe(0);
    }
    const texts = remindersTo(input.guardian.phone);
    expect(texts).toHaveLength(3);
    for (const text of texts) {
      expect(text).toMatch(/测\*甲.*请录入详细信息，.+ 24:00 前提交即可.*个人中心/);
      expect(text).not.toContain('测试甲');
    }
    const shown = (await messagesOf(number)).filter(({ text }) => text.includes('提醒'));
    expect(shown).toHaveLength(3);
    expect(shown[0]).toMatchObject({
      delivered: true,
      text: texts[2],
      sentTo: expect.stringMatching(/\*{4}/),
    });
  });

  test('in the language in which the child was registered', async () => {
    const english = {
      ...mother,
      request: ((document, variables) =>
        mother.request(document, variables, { 'accept-language': 'en' })) as Person['request'],
    };
    const { number, input } = await register(api, english);
    await goTo(DETAILS_END - 3, 10);
    await remind();
    // Names stand in it in Chinese, and its reader may be Chinese as well: it is English all the same.
    expect((await messagesOf(number)).map(({ language }) => language)).toEqual(['en', 'en']);
    expect(remindersTo(input.guardian.phone)).toEqual([
      expect.stringMatching(
        /^\[School enrolment\] Reminder for .+ Please fill in the details and submit them before/,
      ),
    ]);
  });

  test('with what the district adds to it', async () => {
    const { input } = await register(api, mother);
    await goTo(DETAILS_END - 7, 10);
    const admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
    const set = await admin.request(SetSentencesDocument, {
      list: { district: '01', revision: 0 },
      entries: [{ kind: 'REMINDER', text: '窗口周末也办公。', textEn: 'The desk is open on weekends, too.' }],
    });
    expect(set.data.setSentences).toMatchObject({ applied: true });
    await remind();
    expect(remindersTo(input.guardian.phone)).toEqual([expect.stringMatching(/无需理会。窗口周末也办公。$/)]);
  });

  test('at night nothing is written or sent, and what waited until the night is not sent the next day', async () => {
    const { number, input } = await register(api, mother);
    await goTo(DETAILS_END - 7, 7.99);
    expect(await write()).toBe(0);
    await goTo(DETAILS_END - 7, 20.5);
    expect(await write()).toBe(1);
    for (const hour of [21, 23, 24 + 7, 24 + 10]) {
      await goTo(DETAILS_END - 7, hour);
      await deliver();
    }
    expect(remindersTo(input.guardian.phone)).toEqual([]);
    expect((await messagesOf(number)).filter(({ text }) => text.includes('提醒'))).toEqual([]);
  });

  test('a gateway that fails is tried again on the same day; then it stands as not delivered', async () => {
    const { number, input } = await register(api, mother);
    await goTo(DETAILS_END - 7, 10);
    await write();
    api.gateway.state.failing = true;
    await expect(deliver()).rejects.toThrow('503');
    api.gateway.state.failing = false;
    await goTo(DETAILS_END - 6, 10);
    await deliver();
    expect(remindersTo(input.guardian.phone)).toEqual([]);
    const [shown] = (await messagesOf(number)).filter(({ text }) => text.includes('提醒'));
    expect(shown).toMatchObject({ delivered: false });
    // Nobody needs it any more, so no administrator is told of it.
    expect(await failedMessages(api.orm.em.fork(), new Date(midnight))).toEqual([]);
  });

  test('after a jump of the clock over all three days nothing that was due before is sent, and nothing twice', async () => {
    const { input } = await register(api, mother);
    await goTo(DETAILS_END - 3, 10);
    expect(await remind()).toBe(1);
    await goTo(DETAILS_END, 10);
    expect(await remind()).toBe(0);
    expect(remindersTo(input.guardian.phone)).toHaveLength(1);
  });

  test('whoever registers on a day of reminders has only just been told', async () => {
    await goTo(DETAILS_END - 3, 9);
    await register(api, mother);
    await goTo(DETAILS_END - 3, 10);
    expect(await write()).toBe(0);
    await goTo(DETAILS_END - 1, 10);
    expect(await write()).toBe(1);
  });

  test('many runs at once, in several processes, write each reminder once', async () => {
    for (let nth = 0; nth < 30; nth += 1) await register(api, mother);
    await goTo(DETAILS_END - 7, 10);
    const runs = await Promise.all(Array.from({ length: 6 }, write));
    expect(runs.reduce((sum, written) => sum + written, 0)).toBe(30);
    await Promise.all([deliver(), deliver()]);
    expect(api.gateway.taken.filter(({ text }) => text.includes('提醒'))).toHaveLength(30);
    const keys = await api.sql(`select from message where event_key like 'reminder:%'`);
    expect(keys).toHaveLength(30);
  });

  test('withdrawn or submitted between writing and sending: no reminder', async () => {
    const withdrawn = await register(api, mother);
    const submitted = await register(api, mother);
    await goTo(DETAILS_END - 1, 10);
    expect(await write()).toBe(2);
    await withdraw(withdrawn.number);
    const input = await aDetailsInput(api, { version: 1 });
    const { data } = await mother.request(SubmitDetailsDocument, { number: submitted.number, input });
    expect(data.submitDetails.__typename).toBe('CollectionRecord');
    await deliver();
    expect(await write()).toBe(0);
    expect(remindersTo(withdrawn.input.guardian.phone)).toEqual([]);
    expect(remindersTo(submitted.input.guardian.phone)).toEqual([]);
    expect((await messagesOf(submitted.number)).filter(({ text }) => text.includes('提醒'))).toEqual([]);
  });

  test('while somebody withdraws a record, nothing is written about it', async () => {
    const { number } = await register(api, mother);
    await goTo(DETAILS_END - 1, 10);
    const client = new pg.Client({ connectionString: api.database.url });
    await client.connect();
    await client.query('begin');
    await client.query('select from collection_record where number = $1 for update', [number]);
    expect(await write()).toBe(0);
    await client.query('rollback');
    await client.end();
    expect(await write()).toBe(1);
  });

  test('a window that the district moves has new days of its own', async () => {
    await register(api, mother);
    const [opensAt, closesAt] = [new Date(midnight - DAY), new Date(midnight + 10 * DAY)];
    await layWindow(api, { kind: 'DETAILS', opensAt, closesAt });
    await goTo(2, 10);
    expect(await write()).toBe(1);
    await goTo(DETAILS_END - 7, 10);
    expect(await write()).toBe(0);
  });
});

describe('the other guardian', () => {
  test('is reminded as well as long as he is authorised', async () => {
    const { number, input } = await register(api, mother);
    const { phone } = await nameSecondGuardian(api, number);
    await goTo(DETAILS_END - 7, 10);
    expect(await remind()).toBe(1);
    await mother.request(GrantAuthorizationDocument, { number });
    await goTo(DETAILS_END - 3, 10);
    expect(await remind()).toBe(2);
    await goTo(DETAILS_END - 1, 10);
    expect(await write()).toBe(2);
    await mother.request(RevokeAuthorizationDocument, { number });
    await deliver();
    expect(remindersTo(phone)).toHaveLength(1);
    expect(remindersTo(input.guardian.phone)).toHaveLength(3);
  });
});

describe('what was returned', () => {
  const due = (day: number) => new Date(midnight + (day + 1) * DAY).toISOString();

  test('is reminded of 3 and 1 days before the next date that is to come', async () => {
    const { number, phone } = await reviewable(api, mother);
    await decide(number, 'RESIDENCE', { status: 'RETURNED', dueAt: due(20) });
    await decide(number, 'EMPLOYMENT', { status: 'RETURNED', dueAt: due(12) });
    const reminded: number[] = [];
    for (let day = 0; day <= 24; day += 1) {
      await goTo(day, 10);
      if ((await remind()) > 0) reminded.push(day);
    }
    expect(reminded).toEqual([9, 11, 17, 19]);
    expect(remindersTo(phone)[0]).toMatch(/请补充更正退回的内容，.+ 24:00 前重新提交/);
  });

  test('not before the calendar shows it, and by the calendar’s date where the identity check gave it back', async () => {
    const { number: hidden } = await reviewable(api, mother);
    const window = (kind: 'REVIEW' | 'CORRECTION', opens: number, closes: number) => ({
      kind,
      opensAt: new Date(midnight + opens * DAY),
      closesAt: new Date(midnight + (closes + 1) * DAY),
    });
    await layWindow(api, window('REVIEW', 15, 50));
    await layWindow(api, window('CORRECTION', 0, 20));
    await decide(hidden, 'RESIDENCE', { status: 'RETURNED', dueAt: due(13) });
    const { number, input } = await register(api, mother);
    const details = await aDetailsInput(api, { version: 1 });
    await mother.request(SubmitDetailsDocument, { number, input: details });
    const returned = { numbers: [number], status: 'RETURNED' as const, reason: '看不清' };
    const { data } = await (await officer()).request(DecideIdentityCheckDocument, returned);
    expect(data.decideIdentityCheck.refused).toEqual([]);
    const reminded: number[] = [];
    for (let day = 1; day <= 22; day += 1) {
      await goTo(day, 10);
      if ((await remind()) > 0) reminded.push(day);
    }
    expect(reminded).toEqual([17, 19]);
    expect(remindersTo(input.guardian.phone)).toHaveLength(2);
  });
});

test('a form that has not been taken to the school is reminded of until the school has preregistered the child', async () => {
  const { number, phone } = await reviewable(api, mother);
  await approve(number);
  await goTo(SCHOOL_END - 7, 10);
  expect(await remind()).toBe(1);
  expect(remindersTo(phone)[0]).toMatch(/打印信息采集表，按学校通知带到学校预登记，到 .+ 24:00 为止/);
  await goTo(SCHOOL_END - 3, 10);
  expect(await write()).toBe(1);
  const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
  const { data } = await registrar.request(PreregisterDocument, { numbers: [number], school: '0101' });
  expect(data.preregister.done).toHaveLength(1);
  await deliver();
  await goTo(SCHOOL_END - 1, 10);
  expect(await remind()).toBe(0);
  expect(remindersTo(phone)).toHaveLength(1);
});

test('forty reminders cost as many statements as one, and none at night', async () => {
  let statements: string[] = [];
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  const spy = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...args: unknown[]
  ) {
    const [first] = args;
    statements.push(typeof first === 'string' ? first : ((first as { text?: string }).text ?? ''));
    return query.apply(this, args) as never;
  } as never);
  const costs = async (written: number) => {
    statements = [];
    expect(await write()).toBe(written);
    return statements.length;
  };
  await register(api, mother);
  await goTo(DETAILS_END - 8, 9);
  await goTo(DETAILS_END - 7, 10);
  const one = await costs(1);
  expect(one).toBeLessThanOrEqual(13);
  await goTo(DETAILS_END - 6, 9);
  for (let nth = 0; nth < 39; nth += 1) await register(api, mother);
  await goTo(DETAILS_END - 3, 10);
  expect(await costs(40)).toBe(one);
  await goTo(DETAILS_END - 1, 6);
  expect(await costs(0)).toBe(0);
  spy.mockRestore();
});

test('the clockwork runs in the queue', async () => {
  await api.stop();
  api = await startApi();
  await goTo(0, 9);
  const { input } = await register(api, mother);
  await goTo(DETAILS_END - 3, 10);
  await api.sql(`select graphile_worker.add_job('write_reminders')`);
  expect(await api.smsTo(input.guardian.phone, 1, '提醒')).toHaveLength(1);
  expect(api.lines.join('')).not.toContain(input.guardian.phone);
});
