import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { Captcha } from '../../src/captcha/captcha.entity.js';
import { openDatabase } from '../../src/database/orm.js';
import { DatabaseClock } from '../../src/platform/clock.js';
import { SandboxDatabase } from '../../src/sandbox/database.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { until } from '../support/until.js';

let database: TestDatabase;
let sandbox: SandboxDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  sandbox = await SandboxDatabase.open(database.url);
});
afterAll(async () => {
  await sandbox.close();
  await database.drop();
});

test('the clock is moved by so many seconds, and whoever listens hears of it', async () => {
  const clock = new DatabaseClock(database.url, pino({ enabled: false }));
  await clock.start();
  try {
    const before = await sandbox.clockOffset();
    expect(await sandbox.advanceClock(61)).toBe(before + 61);
    expect(await sandbox.advanceClock(9)).toBe(before + 70);
    expect(await sandbox.clockOffset()).toBe(before + 70);
    await until('the clock has heard', () => clock.aheadSeconds === before + 70);
  } finally {
    await clock.stop();
  }
});

test('a robot check is read as it was handed out; one that is not there is none', async () => {
  const orm = await openDatabase(database.url, 'enrolment_app');
  const [id, challenge] = [randomUUID(), { parameters: { cost: 1 }, signature: 'made up' }];
  try {
    const em = orm.em.fork();
    em.create(Captcha, { id, challenge, subjectIndex: Buffer.alloc(32), expiresAt: new Date() });
    await em.flush();
  } finally {
    await orm.close();
  }
  expect(await sandbox.captchaChallenge(id)).toEqual(challenge);
  expect(await sandbox.captchaChallenge(randomUUID())).toBeNull();
});

test('children are made for the season that is open', async () => {
  const { bornFrom, bornTo } = await sandbox.season();
  expect([bornFrom, bornTo]).toEqual([
    expect.stringMatching(/^\d{4}-09-01$/),
    expect.stringMatching(/^\d{4}-08-31$/),
  ]);
});
