import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  CreateWebhookDocument,
  DeleteWebhookDocument,
  MyRecordsDocument,
  RetentionDueDocument,
  RevokeApiTokenDocument,
} from '@enrolment/schema/client';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { aSystem } from '../support/api-tokens.js';
import { layWindow } from '../support/calendar.js';
import { dumpDatabase } from '../support/database.js';
import { reviewable, staff } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
let city: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  mother = await api.person('mother');
  city = await staff(api, 'MUNICIPAL_ADMIN');
});
afterAll(() => api.stop());

const DAY = 86_400_000;
const later = (days: number) => new Date(api.clock.now().getTime() + days * DAY);
const due = async (person = city) => (await person.request(RetentionDueDocument)).data.retentionDue;
const erase = (at: Date) => api.services.retention.erase(api.orm.em.fork(), at);
const live = async () => (await mother.request(MyRecordsDocument)).data.myRecords.map(({ number }) => number);

test('what was promised to be erased is erased when its period has passed, and not a day before', async () => {
  const { number: drafted, input } = await register(api, mother);
  const { number: submitted } = await reviewable(api, mother);
  const [{ year }] = (await api.sql<{ year: number }>('select year from season')) as [{ year: number }];
  const [opensAt, closesAt] = [later(-30), later(-1)];
  await layWindow(api, { kind: 'DETAILS', opensAt, closesAt });

  expect(await erase(new Date(closesAt.getTime() + 90 * DAY - 1))).toEqual([]);
  const [day90] = [new Date(closesAt.getTime() + 90 * DAY)];
  expect(await api.services.retention.findDue(api.orm.em.fork(), day90)).toContainEqual({
    season: year,
    kind: 'UNSUBMITTED',
    days: 90,
    count: 1,
  });
  expect(await live()).toEqual(expect.arrayContaining([drafted, submitted]));
  expect(await erase(day90)).toEqual([{ season: year, kind: 'UNSUBMITTED', days: 90, count: 1 }]);
  expect(await live()).toEqual([submitted]);
  expect(await erase(day90)).toEqual([]);
  expect((await dumpDatabase(api.database.url)).includes(input.child.documentNumber)).toBe(false);

  // Nothing of the others goes before the season is archived, however long that takes.
  expect(await erase(later(3_000))).toEqual([]);
  await api.sql(`update season set state = 'ARCHIVED', archived_at = $1`, [later(0)]);
  expect(await erase(later(364))).toEqual([]);
  expect(await erase(later(366))).toEqual([{ season: year, kind: 'RECORDS', days: 365, count: 1 }]);
  expect(await live()).toEqual([]);
  for (const table of ['child', 'guardian', 'details', 'review_item', 'identity_check', 'message']) {
    expect({ table, rows: await api.sql(`select from ${table} where record_id is not null`) }).toEqual({
      table,
      rows: [],
    });
  }
  const proofs = await api.sql<{ season: number; detail: { kind: string; count: number } }>(
    `select season, facts as detail from audit_entry where action = 'RETENTION_ERASED' order by id`,
  );
  expect(proofs.map(({ season, detail }) => [season, detail.kind, detail.count])).toEqual([
    [year, 'UNSUBMITTED', 1],
    [year, 'RECORDS', 1],
  ]);
});

test('messages without a record go after their period; the dry run is the city’s alone', async () => {
  await api.sql(
    `insert into message (id, event_key, channel, queued_at) values (gen_random_uuid(), 'withdrawn:gone', 'SMS', $1)`,
    [later(-181)],
  );
  expect(await due()).toContainEqual(
    expect.objectContaining({ kind: 'MESSAGES', days: 180, count: 1, firstAfter: null }),
  );
  // Archived and closed by the test before: both days are known.
  const days = Object.fromEntries((await due()).map(({ kind, firstAfter }) => [kind, firstAfter]));
  expect(days).toMatchObject({
    UNSUBMITTED: later(89).toISOString(),
    RECORDS: later(365).toISOString(),
  });
  for (const person of [mother, await staff(api, 'DISTRICT_ADMIN', { district: '01' })]) {
    const { errors } = await person.request(RetentionDueDocument);
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
  }
  expect(await erase(later(0))).toMatchObject([{ kind: 'MESSAGES', count: 1 }]);
  expect(await api.sql(`select from message where event_key = 'withdrawn:gone'`)).toEqual([]);
});

test('API tokens go after their period, revoked or ended, but not while a webhook of theirs is there', async () => {
  const admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  const scopes = ['WEBHOOKS' as const];
  const [revoked, ended, registrant] = [
    await aSystem(api, admin, { name: '撤销的', scopes }),
    await aSystem(api, admin, { name: '到期的', scopes }),
    await aSystem(api, admin, { name: '登记了通知的', scopes }),
  ];
  await aSystem(api, admin, { name: '还有效的', scopes, expiresAt: later(366).toISOString() });
  const input = { name: '大屏', url: 'http://127.0.0.1:9/changes', district: '01' };
  const { createWebhook } = (await registrant.request(CreateWebhookDocument, { input })).data;
  if (createWebhook.__typename !== 'WebhookSecret') throw new Error('refused');
  await admin.request(RevokeApiTokenDocument, { id: revoked.created.id });
  await admin.request(RevokeApiTokenDocument, { id: registrant.created.id });

  const names = async () =>
    (await api.sql('select name from api_token order by id')).map(({ name }) => name as string);
  expect(await erase(new Date(later(365).getTime() - 60_000))).toEqual([]);
  expect(await erase(later(366))).toMatchObject([{ kind: 'API_TOKENS', days: 365, count: 1 }]);
  expect(await names()).toEqual(['到期的', '登记了通知的', '还有效的']);
  expect(await erase(new Date(Date.parse(ended.created.expiresAt) + 365 * DAY))).toMatchObject([
    { count: 1 },
  ]);
  await admin.request(DeleteWebhookDocument, { id: createWebhook.webhook.id });
  expect(await erase(later(400))).toMatchObject([{ kind: 'API_TOKENS', count: 1 }]);
  expect(await names()).toEqual(['还有效的']);
  const [proof] = await api.sql(
    `select facts from audit_entry where action = 'RETENTION_ERASED' order by id desc limit 1`,
  );
  expect(proof!['facts']).toEqual({ kind: 'API_TOKENS', days: 365, count: 1 });
});
