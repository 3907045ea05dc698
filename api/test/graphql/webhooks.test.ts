import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import pg from 'pg';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import {
  ApproveAdmissionsDocument,
  CreateWebhookDocument,
  DecideReviewItemDocument,
  DeleteWebhookDocument,
  PreregisterDocument,
  RejectRecordsDocument,
  ReplayWebhookDeliveriesDocument,
  ReplayWebhookDocument,
  RevokeApiTokenDocument,
  RotateWebhookSecretDocument,
  UpdateWebhookDocument,
  WebhookDeliveriesDocument,
  WebhookDocument,
  WebhooksDocument,
  type WebhookDeliveryState,
} from '@enrolment/schema/client';
import { aSystem } from '../support/api-tokens.js';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { untilWaiting } from '../support/locks.js';
import { reviewable, staff } from '../support/reviewable.js';
import { startReceiver, type Received } from '../support/webhook-receiver.js';

let api: TestApi;
let admin: Person;
let city: Person;
let officer: Person;
let mother: Person;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeAll(async () => {
  api = await startApi({ worker: false });
});
/** Everybody signs in, at the clock as it is. */
const signIn = async () => {
  admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  city = await staff(api, 'MUNICIPAL_ADMIN');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  mother = await api.person('mother');
};
beforeEach(async () => {
  api.clock.set(new Date());
  await signIn();
  receiver = await startReceiver();
});
afterEach(async () => {
  await receiver.close();
  await api.sql('delete from webhook');
});
afterAll(() => api.stop());

const create = async (person: Person, input: object = {}) => {
  const { data, errors } = await person.request(CreateWebhookDocument, {
    input: { name: '大屏', url: receiver.url, district: '01', ...input },
  });
  if (data?.createWebhook.__typename !== 'WebhookSecret')
    throw new Error(JSON.stringify(data?.createWebhook ?? errors));
  return { id: data.createWebhook.webhook.id, ...data.createWebhook };
};
const refused = async (person: Person, input: object) => {
  const { data, errors } = await person.request(CreateWebhookDocument, {
    input: { name: '大屏', url: receiver.url, district: '01', ...input },
  });
  if (errors) return errors[0]!.extensions.code;
  return data.createWebhook.__typename === 'Refused'
    ? data.createWebhook.refusals.map(({ rule }) => rule)
    : null;
};
const see = async (id: string, person = admin) =>
  (await person.request(WebhookDocument, { id })).data.webhook;
const log = async (webhook: string, state: WebhookDeliveryState | null = null) =>
  (await admin.request(WebhookDeliveriesDocument, { webhook, state })).data.webhookDeliveries.nodes;
const number = () => api.services.changes.number(api.orm.em.fork());
/** What the queue does when a webhook has something to send. */
const turn = async (id: string) => {
  await number();
  return api.services.webhookDeliveries.deliver(api.orm.em.fork(), id, () => api.clock.now());
};
/** Until nothing is due any more, over as many pauses as it takes. */
const turns = async (id: string, count: number, seconds: number) => {
  for (let n = 0; n < count; n += 1) {
    await turn(id);
    api.clock.advance(seconds);
  }
};
const cursorBefore = ({ id }: Received) =>
  Buffer.from(`v1:${Number(id.replace('change_', '')) - 1}`).toString('base64url');
const kinds = (received: readonly Received[]) => received.map(({ change }) => change.data['kind']);
const codeOf = async (asked: Promise<{ errors: { extensions: { code: string } }[] | undefined }>) =>
  (await asked).errors?.[0]!.extensions.code;

describe('a webhook', () => {
  test('is told of each change in order, signed, with nothing about anybody', async () => {
    const { id, secret } = await create(admin);
    const record = await reviewable(api, mother);
    await turn(id);
    expect(kinds(receiver.received)).toEqual(['REGISTERED', 'DETAILS_SUBMITTED', 'IDENTITY_VERIFIED']);
    const [first] = receiver.received as [Received];
    expect(first.change).toEqual({
      type: 'record.stage_changed',
      timestamp: expect.any(String),
      data: {
        cursor: expect.any(String),
        number: record.number,
        district: '01',
        service: 'NON_LOCAL_HUKOU',
        kind: 'REGISTERED',
        from: null,
        to: 'REGISTERED',
      },
    });
    const standard = new StandardWebhook(secret);
    for (const { body, headers } of receiver.received) {
      expect(standard.verify(body, headers)).toEqual(JSON.parse(body));
      expect(() => standard.verify(`${body} `, headers)).toThrow();
    }
    expect(receiver.received.map(({ body }) => body).join()).not.toContain(record.phone);
    await turn(id);
    expect(receiver.received).toHaveLength(3);
    expect(await log(id, 'DELIVERED')).toHaveLength(3);
    expect(await see(id)).toMatchObject({ state: 'ACTIVE', waiting: 0, dead: 0, failingSince: null });
  });

  test('gets the same id at each try, and others do not wait for the one that it does not take', async () => {
    const { id } = await create(admin);
    const bad = await register(api, mother);
    const good = await register(api, mother);
    receiver.state.answer = (_, response, { change }) =>
      void response.writeHead(change.data['number'] === bad.number ? 500 : 204).end();
    await turns(id, 3, 60);
    const tries = receiver.received.filter(({ change }) => change.data['number'] === bad.number);
    expect(tries.length).toBeGreaterThan(1);
    expect(new Set(tries.map(({ id: message }) => message)).size).toBe(1);
    expect(new Set(tries.map(({ body }) => body)).size).toBe(1);
    expect(receiver.received.filter(({ change }) => change.data['number'] === good.number)).toHaveLength(1);
    expect(await log(id, 'WAITING')).toMatchObject([{ status: 500, failure: 'STATUS', number: bad.number }]);
  });

  test('that was away for hours gets everything in order once it is back', async () => {
    const { id } = await create(admin);
    await receiver.leave();
    const numbers: string[] = [];
    for (let hour = 0; hour < 5; hour += 1) {
      numbers.push((await register(api, mother)).number);
      await turns(id, 4, 900);
    }
    expect(await see(id)).toMatchObject({ state: 'ACTIVE', failingSince: expect.any(String) });
    expect(receiver.received).toEqual([]);
    await receiver.back();
    api.clock.advance(1_800);
    await turn(id);
    expect(receiver.received.map(({ change }) => change.data['number']).sort()).toEqual(numbers.sort());
    expect(await see(id)).toMatchObject({ waiting: 0, failingSince: null, pausedUntil: null });
    expect(await log(id, 'DELIVERED')).toHaveLength(5);
  });

  test('asks a receiver that is away no more than once in each pause, however much waits', async () => {
    const { id } = await create(admin);
    receiver.state.answer = (_, response) => void response.writeHead(503).end();
    for (let n = 0; n < 5; n += 1) await register(api, mother);
    for (let n = 0; n < 5; n += 1) await turn(id);
    expect(receiver.received).toHaveLength(1);
    api.clock.advance(6);
    for (let n = 0; n < 5; n += 1) await turn(id);
    expect(receiver.received).toHaveLength(2);
  });

  test('leaves a receiver alone for as long as it asks, and says until when', async () => {
    const { id } = await create(admin);
    receiver.state.answer = (_, response) => void response.writeHead(429, { 'retry-after': '7200' }).end();
    for (let n = 0; n < 3; n += 1) await register(api, mother);
    const asked = api.clock.now().getTime();
    await turns(id, 5, 1_400);
    expect(receiver.received).toHaveLength(1);
    expect(Date.parse((await see(id))!.pausedUntil!) - asked).toBeGreaterThanOrEqual(7_200_000);
    receiver.behave();
    api.clock.advance(300);
    await turn(id);
    expect(receiver.received.map(({ change }) => change.data['number'])).toHaveLength(4);
    expect(await see(id)).toMatchObject({ waiting: 0, failingSince: null, pausedUntil: null });
  });

  test('gives a change up after ten tries, and sends it again when an administrator asks', async () => {
    const { id } = await create(admin);
    await register(api, mother);
    receiver.state.answer = (_, response) => void response.writeHead(400).end();
    await turns(id, 11, 7 * 3_600);
    await signIn();
    expect(await log(id)).toMatchObject([{ state: 'DEAD', attempts: 10, status: 400, dueAt: null }]);
    expect(await see(id)).toMatchObject({ dead: 1, waiting: 0 });
    const metrics = (await api.app.inject('/metrics')).body;
    expect(metrics).toContain('webhook_dead_letters{district="01"} 1');
    receiver.behave();
    await admin.request(UpdateWebhookDocument, { id, input: { active: true } });
    const deliveries = (await log(id)).map(({ id: delivery }) => delivery);
    const again = await admin.request(ReplayWebhookDeliveriesDocument, { webhook: id, deliveries });
    expect(again.data.replayWebhookDeliveries).toBe(1);
    await turn(id);
    expect(await log(id)).toMatchObject([{ state: 'DELIVERED', attempts: 1, failure: null }]);
    expect(new Set(receiver.received.map(({ id: message }) => message)).size).toBe(1);
  });

  test('that fails for three days is switched off, told of and audited; switched on and replayed it has all', async () => {
    const { id } = await create(admin);
    for (let n = 0; n < 3; n += 1) await register(api, mother);
    receiver.state.answer = (_, response) => void response.writeHead(500).end();
    let off = null;
    for (let n = 0; n < 20 && !off; n += 1) {
      off = await turn(id);
      api.clock.advance(6 * 3_600);
    }
    await signIn();
    expect(off).toEqual({ webhook: id, district: '01' });
    expect(await see(id)).toMatchObject({ state: 'DISABLED', failingSince: expect.any(String) });
    expect((await api.app.inject('/metrics')).body).toContain('webhooks_disabled{district="01"} 1');
    expect(
      await api.sql(`select from audit_entry where action = 'WEBHOOK_DISABLED' and subject = $1`, [id]),
    ).toHaveLength(1);
    const before = receiver.received.length;
    receiver.behave();
    await turn(id);
    expect(receiver.received).toHaveLength(before);
    await admin.request(UpdateWebhookDocument, { id, input: { active: true } });
    await admin.request(ReplayWebhookDocument, { id, since: cursorBefore(receiver.received[0]!) });
    await turn(id);
    expect(receiver.received).toHaveLength(before + 3);
    expect(await see(id)).toMatchObject({ state: 'ACTIVE', waiting: 0, dead: 0, failingSince: null });
  });

  test('whose receiver answers 410 is switched off at once', async () => {
    const { id } = await create(admin);
    await register(api, mother);
    receiver.state.answer = (_, response) => void response.writeHead(410).end();
    expect(await turn(id)).toEqual({ webhook: id, district: '01' });
    expect((await see(id))!.state).toBe('DISABLED');
  });

  test('signs with both secrets for a day after a change of the secret', async () => {
    const { id, secret } = await create(admin);
    const rotated = (await admin.request(RotateWebhookSecretDocument, { id })).data.rotateWebhookSecret
      .secret;
    expect(rotated).not.toBe(secret);
    const signaturesOf = ({ id: message, headers, body }: Received, key: string) => {
      const mac = createHmac('sha256', Buffer.from(key.replace('whsec_', ''), 'base64'));
      return `v1,${mac.update(`${message}.${headers['webhook-timestamp']!}.${body}`).digest('base64')}`;
    };
    await register(api, mother);
    await turn(id);
    const both = receiver.received.at(-1)!;
    expect(both.headers['webhook-signature']!.split(' ')).toEqual([
      signaturesOf(both, rotated),
      signaturesOf(both, secret),
    ]);
    api.clock.advance(86_400);
    await signIn();
    await admin.request(ReplayWebhookDocument, { id, since: cursorBefore(both) });
    await turn(id);
    const one = receiver.received.at(-1)!;
    expect(one.headers['webhook-signature']).toBe(signaturesOf(one, rotated));
    const [kept] = await api.sql<{ row: string }>('select webhook::text as row from webhook where id = $1', [
      id,
    ]);
    expect(kept!.row).not.toContain(rotated.slice(6));
  });

  test('sends everything after a cursor again, each with its id', async () => {
    const { id } = await create(admin);
    for (let n = 0; n < 3; n += 1) await register(api, mother);
    await turn(id);
    const sent = receiver.received.map(({ id: message }) => message);
    const since = receiver.received[0]!.change.data['cursor']!;
    await admin.request(ReplayWebhookDocument, { id, since });
    await turn(id);
    expect(receiver.received.slice(3).map(({ id: message }) => message)).toEqual(sent.slice(1));
    const future = Buffer.from('v1:999999999').toString('base64url');
    for (const wrong of [future, 'x'])
      expect(await codeOf(admin.request(ReplayWebhookDocument, { id, since: wrong }))).toBe('BAD_USER_INPUT');
  });

  test('is told of its own district alone, and the city’s of no admission before its publication', async () => {
    const { id } = await create(admin);
    const ofCity = await create(city, { district: null });
    const citys = await create(city, { name: '市里设的' });
    expect([(await see(id))!.knowsResults, (await see(citys.id))!.knowsResults]).toEqual([true, false]);
    await register(api, mother, { district: '02' });
    const record = await reviewable(api, mother);
    const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
    for (const kind of ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT'] as const)
      await officer.request(DecideReviewItemDocument, { numbers: [record.number], kind, status: 'PASSED' });
    await registrar.request(PreregisterDocument, { numbers: [record.number], school: '0101' });
    await officer.request(ApproveAdmissionsDocument, { numbers: [record.number], outcome: 'ADMITTED' });
    const toldTo = async (webhook: string) => {
      receiver.received.length = 0;
      await turn(webhook);
      return receiver.received.map(({ change: { data } }) => `${data['district']} ${data['to']}`);
    };
    const before = ['REGISTERED', 'SUBMITTED', 'IDENTITY_VERIFIED', 'APPROVED', 'PREREGISTERED'];
    const own = before.map((stage) => `01 ${stage}`);
    expect(await toldTo(id)).toEqual([...own, '01 ADMITTED']);
    expect(await toldTo(citys.id)).toEqual(own);
    expect(await toldTo(ofCity.id)).toEqual(['02 REGISTERED', ...own]);
    // Whoever of the city gives it another address takes with it what only the district may know.
    await city.request(UpdateWebhookDocument, { id, input: { url: receiver.url } });
    expect((await see(id))!.knowsResults).toBe(false);
  });

  test('is of 50 at most, of 60 at once exactly 50, and each gets its message', async () => {
    const asked = await Promise.all(
      Array.from({ length: 60 }, (_, n) => refused(admin, { name: `第 ${n} 个` })),
    );
    expect(asked.filter((answer) => answer === null)).toHaveLength(50);
    expect(asked.filter((answer) => Array.isArray(answer) && answer[0] === 'webhooksTooMany')).toHaveLength(
      10,
    );
    const record = await register(api, mother);
    await number();
    await api.services.webhookDeliveries.look(api.orm.em.fork(), api.clock.now());
    await api.services.webhookDeliveries.look(api.orm.em.fork(), api.clock.now());
    const jobs = await api.sql<{ id: string }>(
      `select substr(key, 9) as id from graphile_worker._private_jobs where key like 'webhook:%'`,
    );
    expect(jobs).toHaveLength(50);
    await Promise.all(jobs.map(({ id }) => turn(id)));
    expect(receiver.received.map(({ change }) => change.data['number'])).toEqual(
      Array.from({ length: 50 }, () => record.number),
    );
    const { data } = await admin.request(WebhooksDocument, { first: 100 });
    expect(data.webhooks.nodes.every(({ deliveredAt }) => deliveredAt !== null)).toBe(true);
  });

  test('is sent for by one at a time, and after a process was killed by another', async () => {
    const { id } = await create(admin);
    await register(api, mother);
    await Promise.all(Array.from({ length: 10 }, () => turn(id)));
    expect(receiver.received).toHaveLength(1);
    await api.sql('update webhook set busy_until = $2 where id = $1', [
      id,
      new Date(api.clock.now().getTime() + 60_000),
    ]);
    await register(api, mother);
    await turn(id);
    expect(receiver.received).toHaveLength(1);
    api.clock.advance(61);
    await turn(id);
    expect(receiver.received).toHaveLength(2);
  });

  test('waits while it is paused, and is gone with its log when it is deleted', async () => {
    const { id } = await create(admin);
    await admin.request(UpdateWebhookDocument, { id, input: { active: false } });
    const record = await reviewable(api, mother);
    await officer.request(RejectRecordsDocument, { numbers: [record.number], reason: '材料不符' });
    await turn(id);
    expect(receiver.received).toEqual([]);
    await admin.request(UpdateWebhookDocument, { id, input: { active: true, name: '新的' } });
    await turn(id);
    expect(kinds(receiver.received)).toEqual([
      'REGISTERED',
      'DETAILS_SUBMITTED',
      'IDENTITY_VERIFIED',
      'REJECTED',
    ]);
    await api.services.webhookDeliveries.sweep(
      api.orm.em.fork(),
      new Date(api.clock.now().getTime() + 29 * 86_400_000),
    );
    expect(await log(id)).toHaveLength(4);
    await api.services.webhookDeliveries.sweep(
      api.orm.em.fork(),
      new Date(api.clock.now().getTime() + 31 * 86_400_000),
    );
    expect(await log(id)).toEqual([]);
    expect((await admin.request(DeleteWebhookDocument, { id })).data.deleteWebhook).toBe(true);
    expect(await see(id)).toBeNull();
  });

  test('leads nowhere inside, and not by plain http but to this machine in the sandbox', async () => {
    for (const url of [
      'https://10.0.0.1/',
      'https://[fd00::1]/',
      'https://169.254.169.254/',
      'https://x.internal/',
    ])
      expect([url, await refused(admin, { url })]).toEqual([url, ['webhookInside']]);
    for (const url of [
      'ftp://example.com/',
      'https://a:b@example.com/',
      'https://example.com/#x',
      'nonsense',
    ])
      expect([url, await refused(admin, { url })]).toEqual([url, ['webhookAddress']]);
    expect(await refused(admin, { name: ' ' })).toEqual(['webhookName']);
  });

  test('is for the administrators of its district and of the city', async () => {
    const { id } = await create(admin);
    const other = await staff(api, 'DISTRICT_ADMIN', { district: '02' });
    for (const person of [officer, mother, other]) expect(await refused(person, {})).toBe('FORBIDDEN');
    expect(await refused(api.nobody, {})).toBe('UNAUTHENTICATED');
    expect(await refused(admin, { district: null })).toBe('FORBIDDEN');
    expect(await see(id, other)).toBeNull();
    expect(await see(id, city)).toMatchObject({ id });
    const absent = '00000000-0000-7000-8000-000000000000';
    for (const which of [id, absent, 'x']) {
      expect(await codeOf(other.request(DeleteWebhookDocument, { id: which }))).toBe('FORBIDDEN');
      expect(await codeOf(other.request(RotateWebhookSecretDocument, { id: which }))).toBe('FORBIDDEN');
      expect(await codeOf(other.request(ReplayWebhookDocument, { id: which, since: 'djE6MA' }))).toBe(
        'FORBIDDEN',
      );
      expect(await codeOf(other.request(UpdateWebhookDocument, { id: which, input: {} }))).toBe('FORBIDDEN');
      expect(await codeOf(other.request(WebhookDeliveriesDocument, { webhook: which }))).toBe('FORBIDDEN');
      expect(
        await codeOf(
          other.request(ReplayWebhookDeliveriesDocument, { webhook: which, deliveries: [absent] }),
        ),
      ).toBe('FORBIDDEN');
    }
    expect((await other.request(WebhooksDocument)).data.webhooks.nodes).toEqual([]);
    expect((await admin.request(WebhooksDocument)).data.webhooks.nodes).toMatchObject([{ id }]);
    const of = (person: Person, district: string) => person.request(WebhooksDocument, { district });
    expect((await of(city, '01')).data.webhooks.nodes).toMatchObject([{ id }]);
    expect((await of(city, '02')).data.webhooks.nodes).toEqual([]);
    expect(await codeOf(of(other, '01'))).toBe('FORBIDDEN');
  });

  test('can be registered by a system, which handles its own and no others', async () => {
    const system = await aSystem(api, admin, { scopes: ['WEBHOOKS'] });
    const another = await aSystem(api, admin, { scopes: ['WEBHOOKS'] });
    const { id, webhook } = await create(system);
    const ofAdmin = await create(admin);
    // It may not read results, so its receiver is not told of them early.
    expect([webhook.knowsResults, ofAdmin.webhook.knowsResults]).toEqual([false, true]);
    const listed = async (person: Person) =>
      (await person.request(WebhooksDocument)).data.webhooks.nodes.map((node) => node.id);
    expect(await listed(system)).toEqual([id]);
    expect(await listed(another)).toEqual([]);
    expect(await listed(admin)).toEqual([ofAdmin.id, id]);
    expect([await see(id, system), await see(id, another), await see(ofAdmin.id, system)]).toMatchObject([
      { id },
      null,
      null,
    ]);
    for (const [who, which] of [
      [another, id],
      [system, ofAdmin.id],
    ] as const) {
      expect(await codeOf(who.request(DeleteWebhookDocument, { id: which }))).toBe('FORBIDDEN');
      expect(await codeOf(who.request(RotateWebhookSecretDocument, { id: which }))).toBe('FORBIDDEN');
      expect(await codeOf(who.request(WebhookDeliveriesDocument, { webhook: which }))).toBe('FORBIDDEN');
    }
    expect(await refused(system, { district: '02' })).toBe('FORBIDDEN');
    expect(await refused(system, { district: null })).toBe('FORBIDDEN');
    expect(await refused(await aSystem(api, admin, { scopes: ['LISTS'] }), {})).toBe('FORBIDDEN');
    expect((await system.request(DeleteWebhookDocument, { id })).data.deleteWebhook).toBe(true);
    const trail = await api.sql(
      `select actor_role as role, action from audit_entry where subject = $1 order by id`,
      [id],
    );
    expect(trail).toEqual([
      { role: 'DISTRICT_SYSTEM', action: 'WEBHOOK_CREATED' },
      { role: 'DISTRICT_SYSTEM', action: 'WEBHOOK_DELETED' },
    ]);
  });

  test('says which system registered it, to administrators and to itself', async () => {
    const system = await aSystem(api, admin, { name: '区数据平台', scopes: ['WEBHOOKS'] });
    const client = await api.person('platform-01', {
      roles: [{ role: 'DISTRICT_SYSTEM', district: '01' }],
      scope: 'webhooks',
      client_id: 'platform-01',
    });
    expect((await create(system)).webhook.ofSystem).toBe('区数据平台');
    expect((await create(client)).webhook.ofSystem).toBe(client.subject);
    expect((await create(admin)).webhook.ofSystem).toBeNull();
    const seen = async (person: Person) =>
      (await person.request(WebhooksDocument)).data.webhooks.nodes.map(({ ofSystem }) => ofSystem);
    expect(await seen(admin)).toEqual([null, client.subject, '区数据平台']);
    expect(await seen(city)).toEqual(await seen(admin));
    expect(await seen(system)).toEqual(['区数据平台']);
    await admin.request(RevokeApiTokenDocument, { id: system.created.id });
    expect(await seen(admin)).toEqual([null, client.subject, '区数据平台']);
  });

  test('ends with the token that registered it, and an administrator can switch it on again', async () => {
    const system = await aSystem(api, admin, { scopes: ['WEBHOOKS'] });
    const [own, others] = [await create(system), await create(admin)];
    await admin.request(RevokeApiTokenDocument, { id: system.created.id });
    expect([(await see(own.id))?.state, (await see(others.id))?.state]).toEqual(['PAUSED', 'ACTIVE']);
    await register(api, mother);
    await turn(own.id);
    expect(receiver.received).toEqual([]);
    const trail = await api.sql('select action from audit_entry where subject = $1 order by id', [own.id]);
    expect(trail.map(({ action }) => action as string)).toEqual(['WEBHOOK_CREATED', 'WEBHOOK_CHANGED']);
    await admin.request(UpdateWebhookDocument, { id: own.id, input: { active: true } });
    await turn(own.id);
    expect(kinds(receiver.received)).toEqual(['REGISTERED']);
  });

  test('of a system learns no more when an administrator renames, pauses or resumes it, and less from the city', async () => {
    const change = async (id: string, input: object, person = admin) => {
      await person.request(UpdateWebhookDocument, { id, input });
      return (await see(id))?.knowsResults;
    };
    const { id } = await create(await aSystem(api, admin, { scopes: ['WEBHOOKS'] }));
    for (const input of [{ name: '新大屏' }, { active: false }, { active: true }, { url: receiver.url }])
      expect([input, await change(id, input)]).toEqual([input, false]);
    const knowing = await create(await aSystem(api, admin, { scopes: ['WEBHOOKS', 'DECISIONS'] }));
    expect(knowing.webhook.knowsResults).toBe(true);
    expect(await change(knowing.id, { name: '新大屏' })).toBe(true);
    expect(await change(knowing.id, { name: '大屏' }, city)).toBe(false);
  });
});

describe('a token that is revoked at the same time', () => {
  let locker: pg.Client;
  beforeAll(async () => {
    locker = new pg.Client({ connectionString: api.database.url });
    await locker.connect();
  });
  afterAll(() => locker.end());

  const answerOf = async (asked: Promise<{ errors: { extensions: { code: string } }[] | undefined }>) =>
    (await codeOf(asked)) ?? 'DONE';
  const statesOf = async () =>
    (await api.sql('select state from webhook')).map(({ state }) => state as string);
  /** A system with a webhook that is paused, and what may come in while its token is revoked. */
  const theSystem = async () => {
    const system = await aSystem(api, admin, { scopes: ['WEBHOOKS'] });
    const { id } = await create(system);
    await system.request(UpdateWebhookDocument, { id, input: { active: false } });
    const input = { name: '大屏', url: receiver.url, district: '01' };
    return {
      id,
      revoke: () => answerOf(admin.request(RevokeApiTokenDocument, { id: system.created.id })),
      asks: {
        create: () => answerOf(system.request(CreateWebhookDocument, { input })),
        update: () => answerOf(system.request(UpdateWebhookDocument, { id, input: { active: true } })),
      },
    };
  };
  /** Each waits for a lock that is held here when the next one begins. */
  const inOrder = async (lock: string, asked: readonly (() => Promise<string>)[]) => {
    await locker.query('begin');
    await locker.query(lock);
    const answers: Promise<string>[] = [];
    for (const ask of asked) {
      answers.push(ask());
      await untilWaiting(api, answers.length);
    }
    await locker.query('rollback');
    return Promise.all(answers);
  };

  test.each(['create', 'update'] as const)('ends what it switches on just before: %s', async (kind) => {
    const { revoke, asks } = await theSystem();
    const answers = await inOrder('lock table webhook in access exclusive mode', [asks[kind], revoke]);
    expect(answers).toEqual(['DONE', 'DONE']);
    expect(new Set(await statesOf())).toEqual(new Set(['PAUSED']));
  });

  test.each(['create', 'update'] as const)('switches nothing on any more just after: %s', async (kind) => {
    const { revoke, asks } = await theSystem();
    const answers = await inOrder('lock table webhook in access exclusive mode', [revoke, asks[kind]]);
    expect(answers).toEqual(['DONE', 'FORBIDDEN']);
    expect(await statesOf()).toEqual(['PAUSED']);
  });
});
