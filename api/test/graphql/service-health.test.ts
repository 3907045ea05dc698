import { makeCollectionNumber } from '@enrolment/rulebook/collection-number.js';
import { EXPECTED_WAIT_MINUTES } from '@enrolment/rulebook/identity-check.js';
import { FAILED_HOURS, HEALTH_KINDS, type HealthKind } from '@enrolment/rulebook/service-health.js';
import {
  CreateWebhookDocument,
  DecideReviewItemDocument,
  OfficeSurroundDocument,
  ReplayWebhookDeliveriesDocument,
  ServiceHealthDocument,
  UpdateWebhookDocument,
  type ServiceHealthQuery,
} from '@enrolment/schema/client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { verifyAndNote } from '../../src/dashboard/verify.js';
import { Message } from '../../src/message/message.entity.js';
import { KeyRing } from '../../src/platform/keys.js';
import { createLogger } from '../../src/platform/logger.js';
import { byGuardian, Chronicle } from '../../src/record/chronicle.js';
import { layItems } from '../../src/review/review.statements.js';
import { GATEWAYS } from '../../src/service-health/pulse.entity.js';
import { noteDone, noteFailed, noteTaken, watch } from '../../src/service-health/pulse.statements.js';
import { linesOf } from '../../src/service-health/service-health.service.js';
import { TIMETABLE } from '../../src/timetable.js';
import { startWorker } from '../../src/worker.js';
import { askForCode, register, startApi, TEST_KEYS, type Person, type TestApi } from '../support/api.js';
import { aPhone } from '../support/people.js';
import { staff } from '../support/reviewable.js';
import { sentBy, SentStatements } from '../support/statements.js';
import { until } from '../support/until.js';
import { startReceiver } from '../support/webhook-receiver.js';

let api: TestApi;
let mother: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
});
beforeEach(async () => {
  api.clock.set(new Date());
  mother = await api.person('mother');
  await watch(em(), [...TIMETABLE.map(({ task }) => task), ...GATEWAYS], api.clock.now());
});
afterEach(async () => {
  api.gateway.state.failing = false;
  api.verification.state.mode = 'OK';
  for (const table of ['message', 'pulse', 'webhook', 'publication', 'job', 'identity_check'])
    await api.sql(`delete from ${table}`);
  await api.sql('delete from graphile_worker._private_jobs');
});
afterAll(() => api.stop());

const em = () => api.orm.em.fork();
const aWorker = () =>
  startWorker(
    api.database.servingUrl,
    api.orm,
    { ...api.services },
    api.reference,
    api.clock,
    createLogger('silent'),
  );
type Line = ServiceHealthQuery['serviceHealth']['lines'][number];

/** What is told now, line by line: of the whole city, or to an administrator of a district. */
async function told(district: string | null = null): Promise<Partial<Record<HealthKind, Line>>> {
  const person =
    district === null
      ? await staff(api, 'MUNICIPAL_ADMIN')
      : await staff(api, 'DISTRICT_ADMIN', { district });
  await api.services.serviceHealth.look(em(), api.clock.now());
  const { data } = await person.request(ServiceHealthDocument, { district });
  return Object.fromEntries(data.serviceHealth.lines.map((line) => [line.kind, line]));
}
const line = async (kind: HealthKind, district: string | null = null) => (await told(district))[kind];
const moment = (minutes = 0) => new Date(api.clock.now().getTime() - minutes * 60_000).toISOString();

const waitingMessages = async (): Promise<string[]> =>
  (await api.sql<{ id: string }>('select id from message where sent_at is null order by queued_at')).map(
    ({ id }) => id,
  );
/** What the queue does with every message that waits. */
async function sendAll(last = false): Promise<void> {
  for (const id of await waitingMessages())
    await api.services.messages.send(em(), id, api.clock.now(), last).catch(() => {});
}

test('the city is told every line in order, a district what is its own', async () => {
  expect(Object.keys(await told())).toEqual([...HEALTH_KINDS]);
  expect(Object.keys(await told('01'))).toEqual([
    'MESSAGES_WAITING',
    'BULK_MESSAGES_WAITING',
    'MESSAGES_FAILED',
    'IDENTITY_CHECKS',
    'WEBHOOKS',
    'DEAD_LETTERS',
    'JOBS',
    'PUBLICATIONS',
  ]);
});

test('only administrators are told, each of her own district', async () => {
  const asked = async (person: Person, district: string | null) =>
    (await person.request(ServiceHealthDocument, { district })).errors?.[0]?.extensions.code ?? 'TOLD';
  const admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  expect(await asked(admin, '01')).toBe('TOLD');
  expect(await asked(admin, null)).toBe('TOLD');
  expect(await asked(admin, '02')).toBe('FORBIDDEN');
  expect(await asked(await staff(api, 'MUNICIPAL_ADMIN'), '02')).toBe('TOLD');
  expect(await asked(await staff(api, 'DISTRICT_OFFICER', { district: '01' }), '01')).toBe('FORBIDDEN');
  expect(await asked(mother, null)).toBe('FORBIDDEN');
  expect(await asked(api.nobody, null)).toBe('UNAUTHENTICATED');
});

describe('messages', () => {
  test('that the gateway does not take: it is late, then away, and well again with the next one that it takes', async () => {
    api.gateway.state.failing = true;
    await register(api, mother);
    const before = moment();
    expect(await line('SMS_GATEWAY')).toMatchObject({ state: 'OK', countText: null, advice: null });
    await sendAll();
    expect(await line('SMS_GATEWAY')).toMatchObject({ state: 'LATE', since: before, failedAt: before });
    api.clock.advance(60);
    await sendAll();
    await sendAll();
    expect(await line('SMS_GATEWAY')).toMatchObject({
      state: 'FAILED',
      countText: '最近 3 次都没有发出',
      since: before,
      failedAt: moment(),
      succeededAt: null,
      advice: expect.stringContaining('短信网关的服务商'),
    });
    expect(Object.keys(await told('01'))).not.toContain('SMS_GATEWAY');
    const { body } = await api.app.inject('/metrics');
    expect(body).toContain('service_health_state{kind="SMS_GATEWAY"} 2');
    expect(body).toContain('service_health_count{kind="SMS_GATEWAY"} 3');
    api.gateway.state.failing = false;
    await sendAll();
    expect(await line('SMS_GATEWAY')).toMatchObject({ state: 'OK', succeededAt: moment(), since: null });
    expect((await api.app.inject('/metrics')).body).toContain('service_health_state{kind="SMS_GATEWAY"} 0');
  });

  test('that wait for long are late in their own district, and nobody else is told a number', async () => {
    await register(api, mother);
    const [{ at }] = (await api.sql<{ at: Date }>('select min(queued_at) as at from message')) as [
      { at: Date },
    ];
    expect(await line('MESSAGES_WAITING', '01')).toMatchObject({ state: 'OK', countText: '1 条在等' });
    api.clock.advance(31 * 60);
    const late = { state: 'LATE', countText: '1 条在等', since: at.toISOString() };
    expect(await line('MESSAGES_WAITING')).toMatchObject({
      ...late,
      places: [{ district: { code: '01' }, state: 'LATE', count: 1 }],
    });
    expect(await line('MESSAGES_WAITING', '01')).toMatchObject({ ...late, places: [] });
    expect(await line('MESSAGES_WAITING', '02')).toMatchObject({
      state: 'OK',
      countText: null,
      since: null,
      places: [],
    });
    await sendAll();
    expect(await line('MESSAGES_WAITING')).toMatchObject({ state: 'OK', countText: null });
  });

  test('that are not due yet do not wait', async () => {
    await register(api, mother);
    await api.sql(`update message set queued_at = queued_at + interval '1 day'`);
    api.clock.advance(31 * 60);
    expect(await line('MESSAGES_WAITING')).toMatchObject({ state: 'OK', countText: null });
  });

  test('that go to many have longer', async () => {
    await register(api, mother);
    await api.sql(`update message set event_key = 'result:' || id`);
    api.clock.advance(31 * 60);
    expect(await told()).toMatchObject({
      MESSAGES_WAITING: { state: 'OK', countText: null },
      BULK_MESSAGES_WAITING: { state: 'OK', countText: '1 条在等' },
    });
    api.clock.advance(6 * 3_600);
    expect((await told('01')).BULK_MESSAGES_WAITING).toMatchObject({ state: 'LATE' });
  });

  test('that the queue gives up are told for a day, and wait no longer', async () => {
    api.gateway.state.failing = true;
    await register(api, mother);
    api.clock.advance(31 * 60);
    await sendAll(true);
    expect(await told('01')).toMatchObject({
      MESSAGES_WAITING: { state: 'OK', countText: null },
      MESSAGES_FAILED: { state: 'FAILED', countText: '1 条不再发送', since: moment() },
    });
    expect(await line('MESSAGES_FAILED', '02')).toMatchObject({ state: 'OK', countText: null });
    expect(await line('MESSAGES_FAILED')).toMatchObject({
      places: [{ district: { code: '01' }, state: 'FAILED', count: 1 }],
    });
    api.clock.advance(FAILED_HOURS * 3_600);
    expect(await line('MESSAGES_FAILED', '01')).toMatchObject({ state: 'OK' });
  });

  test('with codes are late behind any number of others, and a number that was cut says so, of each district', async () => {
    await register(api, mother);
    await askForCode(mother, aPhone());
    await api.sql(
      `insert into message (id, event_key, channel, queued_at)
       select gen_random_uuid(), 'result:' || n, 'SMS', $1 from generate_series(1, 20001) n`,
      [new Date(api.clock.now().getTime() - 3_600_000)],
    );
    api.clock.advance(31 * 60);
    expect(await told()).toMatchObject({
      CODES_WAITING: { state: 'LATE', countText: '1 条在等' },
      MESSAGES_WAITING: { state: 'LATE', countText: expect.stringMatching(/^\d 条在等$/) },
      BULK_MESSAGES_WAITING: { state: 'OK', countText: '20000 条以上在等' },
    });
    const found = await api.services.serviceHealth.look(em(), api.clock.now());
    const more = (districts: string[] | null) =>
      Object.fromEntries(linesOf(found, districts).map((one) => [one.kind, one.more]));
    expect(more(null)).toMatchObject({ CODES_WAITING: false, BULK_MESSAGES_WAITING: true });
    expect(more(['02'])).toMatchObject({ MESSAGES_WAITING: false, BULK_MESSAGES_WAITING: true });
  });

  test('that lost their jobs are given up after five days by the sweep', async () => {
    await register(api, mother);
    await askForCode(mother, aPhone());
    const sweep = () => api.services.messages.giveUpLost(em(), api.clock.now());
    api.clock.advance(5 * 86_400);
    await sweep();
    expect(await told()).toMatchObject({
      CODES_WAITING: { state: 'LATE' },
      MESSAGES_WAITING: { state: 'LATE' },
    });
    api.clock.advance(1);
    await sweep();
    expect(await told()).toMatchObject({
      CODES_WAITING: { state: 'OK', countText: null },
      CODES_FAILED: { state: 'FAILED' },
      MESSAGES_WAITING: { state: 'OK', countText: null },
      MESSAGES_FAILED: { state: 'FAILED', since: moment() },
    });
    // Nothing of a code is kept; what a family may still get can be tried once more.
    expect(
      await api.sql('select count(text_sealed)::int as n from message where expires_at is not null'),
    ).toEqual([{ n: 0 }]);
    await sendAll();
    expect(await line('MESSAGES_FAILED')).toMatchObject({ state: 'OK' });
  });

  test('with codes whose key is unknown expire like the others', async () => {
    await askForCode(mother, aPhone());
    await api.sql(`update message set key_id = 'gone'`);
    api.clock.advance(3_600);
    await sendAll();
    expect(await told()).toMatchObject({
      CODES_WAITING: { state: 'OK', countText: null },
      CODES_FAILED: { state: 'FAILED' },
    });
  });

  test('with codes are late after two minutes, and failed once they have expired', async () => {
    await askForCode(mother, aPhone());
    expect(await line('CODES_WAITING')).toMatchObject({ state: 'OK', countText: '1 条在等' });
    api.clock.advance(121);
    expect(await line('CODES_WAITING')).toMatchObject({ state: 'LATE' });
    expect(Object.keys(await told('01'))).not.toContain('CODES_WAITING');
    api.clock.advance(3_600);
    await sendAll();
    expect(await told()).toMatchObject({
      CODES_WAITING: { state: 'OK', countText: null },
      CODES_FAILED: { state: 'FAILED', countText: '1 条过期了没有发出' },
      MESSAGES_FAILED: { state: 'OK' },
    });
  });
});

describe('the mark on every page', () => {
  const surround = async () => {
    const city = await staff(api, 'MUNICIPAL_ADMIN');
    const shown = { district: '', season: null, waiting: false, watched: null, watches: true };
    const { data, errors } = await city.request(OfficeSurroundDocument, shown);
    expect(errors).toBeUndefined();
    return data.serviceTroubles;
  };
  const look = () => api.services.serviceHealth.look(em(), api.clock.now());

  test('is what the last look found, while the next one fails, and none after a minute', async () => {
    await look();
    const known = await surround();
    expect(known).toBeGreaterThan(0);
    await api.sql('alter table pulse rename to pulse_away');
    try {
      await expect(look()).rejects.toThrow(/pulse/);
      expect(await surround()).toBe(known);
      api.clock.advance(60);
      expect(await surround()).toBeNull();
    } finally {
      await api.sql('alter table pulse_away rename to pulse');
    }
    await look();
    expect(await surround()).toBe(known);
  });

  test('waits for no look that hangs, and a look that hangs is one', async () => {
    await look();
    const known = await surround();
    const owner = new pg.Client({ connectionString: api.database.url });
    await owner.connect();
    await owner.query('begin');
    await owner.query('lock table pulse');
    const looks = [look(), look()];
    expect(looks[0]).toBe(looks[1]);
    expect(await surround()).toBe(known);
    api.clock.advance(60);
    expect(await surround()).toBeNull();
    await owner.query('rollback');
    await owner.end();
    await Promise.all(looks);
  });
});

describe('identity checks', () => {
  const submitted = async () => {
    const { number } = await register(api, mother);
    await api.change(mother, number, async (tx, { now }, record) => {
      await new Chronicle(new KeyRing(TEST_KEYS)).write(tx, record, {
        by: byGuardian(record),
        at: now,
        step: 'SUBMIT_DETAILS',
      });
      await layItems(tx, record, { employments: [] });
      await api.services.identityChecks.request(tx, record, now);
    });
    return api.requestOf(number);
  };
  const ask = (requestId: string) =>
    api.services.identityChecks.ask(em(), requestId, api.clock.now()).catch(() => {});

  test('that the gateway does not take are its failure, and well again once it takes one', async () => {
    const requestId = await submitted();
    api.verification.state.mode = 'FAIL';
    for (let n = 0; n < 3; n += 1) await ask(requestId);
    expect(await line('VERIFICATION_GATEWAY')).toMatchObject({
      state: 'FAILED',
      countText: '最近 3 次都没有受理',
      since: moment(),
    });
    api.verification.state.mode = 'OK';
    await ask(requestId);
    expect(await line('VERIFICATION_GATEWAY')).toMatchObject({ state: 'OK', succeededAt: moment() });
  });

  test('without an answer are late in their district beyond the promised time, until the answer comes', async () => {
    const requestId = await submitted();
    await ask(requestId);
    const requestedAt = moment();
    api.clock.advance(EXPECTED_WAIT_MINUTES * 60 - 1);
    expect(await line('IDENTITY_CHECKS', '01')).toMatchObject({ state: 'OK', countText: null });
    api.clock.advance(1);
    expect(await line('IDENTITY_CHECKS', '01')).toMatchObject({
      state: 'LATE',
      countText: '1 名儿童在等',
      since: requestedAt,
      succeededAt: null,
    });
    expect(await line('IDENTITY_CHECKS', '02')).toMatchObject({ state: 'OK', countText: null });
    const { body } = await api.app.inject('/metrics');
    expect(body).toContain('service_health_count{kind="IDENTITY_CHECKS"} 1');
    expect(body).toContain('identity_checks_overdue{district="01"} 1');
    await api.app.inject(api.verification.answer({ requestId, outcome: 'PASSED' }, api.clock.now()));
    expect(await line('IDENTITY_CHECKS', '02')).toMatchObject({ state: 'OK', succeededAt: moment() });
    expect(await line('IDENTITY_CHECKS', '01')).toMatchObject({ state: 'OK', countText: null });
  });
});

describe('webhooks', () => {
  test('are late while the receiver is away, failed once switched off, and so are changes that were given up', async () => {
    const receiver = await startReceiver();
    // Of what was before it is told nothing.
    await api.services.changes.number(em());
    const { data } = await (
      await staff(api, 'DISTRICT_ADMIN', { district: '01' })
    ).request(CreateWebhookDocument, { input: { name: '大屏', url: receiver.url, district: '01' } });
    if (data.createWebhook.__typename !== 'WebhookSecret') throw new Error(JSON.stringify(data));
    const { id } = data.createWebhook.webhook;
    await register(api, mother);
    receiver.state.answer = (_, response) => void response.writeHead(400).end();
    const turn = async (seconds: number) => {
      await api.services.changes.number(em());
      await api.services.webhookDeliveries.deliver(em(), id, () => api.clock.now());
      api.clock.advance(seconds);
    };
    const began = moment();
    await turn(60);
    await turn(600);
    expect(await line('WEBHOOKS', '01')).toMatchObject({ state: 'OK' });
    await turn(3_600);
    expect(await line('WEBHOOKS', '01')).toMatchObject({
      state: 'LATE',
      countText: '1 个接收地址',
      since: began,
    });
    expect(await line('WEBHOOKS', '02')).toMatchObject({ state: 'OK', countText: null });
    for (let n = 0; n < 7; n += 1) await turn(9 * 3_600);
    expect(await line('DEAD_LETTERS', '01')).toMatchObject({ state: 'FAILED', countText: '1 条' });
    expect(await line('DEAD_LETTERS', '02')).toMatchObject({ state: 'OK', countText: null });
    // A thousand of one webhook are counted.
    await api.sql(
      `insert into webhook_delivery (id, webhook_id, place, state, attempts, due_at, created_at, tried_at)
       select gen_random_uuid(), webhook_id, -n, state, attempts, due_at, created_at, tried_at
       from webhook_delivery, generate_series(1, 999) n where state = 'DEAD'`,
    );
    expect(await line('DEAD_LETTERS', '01')).toMatchObject({ state: 'FAILED', countText: '1000 条以上' });
    await api.sql('delete from webhook_delivery where place < 0');
    await register(api, await api.person('mother'));
    api.clock.advance(12 * 3_600);
    await turn(0);
    expect(await line('WEBHOOKS')).toMatchObject({
      state: 'FAILED',
      places: [{ district: { code: '01' }, state: 'FAILED', count: 1 }],
    });
    const { body } = await api.app.inject('/metrics');
    expect(body).toContain('webhooks_disabled{district="01"} 1');
    expect(body).toContain('webhook_dead_letters{district="01"} 1');
    await receiver.close();
  });
});

describe('a webhook', () => {
  test('whose changes are sent again, or that is resumed, has nothing late yet', async () => {
    const receiver = await startReceiver();
    await api.services.changes.number(em());
    const admin = () => staff(api, 'DISTRICT_ADMIN', { district: '01' });
    const created = await (
      await admin()
    ).request(CreateWebhookDocument, { input: { name: '大屏', url: receiver.url, district: '01' } });
    if (created.data.createWebhook.__typename !== 'WebhookSecret') throw new Error(created.body);
    const { id } = created.data.createWebhook.webhook;
    await register(api, mother);
    await api.services.changes.number(em());
    await api.services.webhookDeliveries.deliver(em(), id, () => api.clock.now());
    api.clock.advance(2 * 3_600);
    const sent = await api.sql<{ id: string }>('select id from webhook_delivery');
    const deliveries = sent.map(({ id: one }) => one);
    await (await admin()).request(ReplayWebhookDeliveriesDocument, { webhook: id, deliveries });
    expect(await line('WEBHOOKS', '01')).toMatchObject({ state: 'OK' });
    const setActive = async (active: boolean) => {
      const { errors } = await (await admin()).request(UpdateWebhookDocument, { id, input: { active } });
      expect(errors).toBeUndefined();
    };
    await setActive(false);
    api.clock.advance(2 * 3_600);
    await setActive(true);
    const resumed = moment();
    expect(await line('WEBHOOKS', '01')).toMatchObject({ state: 'OK' });
    api.clock.advance(3_601);
    expect(await line('WEBHOOKS', '01')).toMatchObject({ state: 'LATE', since: resumed });
    await receiver.close();
  });
});

describe('work', () => {
  test('a job that does not move is late, one that moves is not, and one that failed is told for a day', async () => {
    const officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
    const numbers = Array.from({ length: 301 }, (_, n) => makeCollectionNumber(2026, '01', 9_000_000 + n));
    const { data } = await officer.request(DecideReviewItemDocument, {
      numbers,
      kind: 'RESIDENCE',
      status: 'PASSED',
    });
    const { id } = data.decideReviewItem.job!;
    const asked = moment();
    api.clock.advance(30 * 60);
    expect(await line('JOBS', '01')).toMatchObject({ state: 'OK' });
    api.clock.advance(1);
    expect(await line('JOBS', '01')).toMatchObject({ state: 'LATE', countText: '1 个任务', since: asked });
    expect(await line('JOBS', '02')).toMatchObject({ state: 'OK', countText: null });
    await api.services.jobs.run(em(), id, () => api.clock.now(), 1);
    expect(await line('JOBS', '01')).toMatchObject({ state: 'OK' });
    await api.sql(`update job set state = 'FAILED', finished_at = $1 where id = $2`, [api.clock.now(), id]);
    expect(await line('JOBS')).toMatchObject({
      state: 'FAILED',
      places: [{ district: { code: '01' }, state: 'FAILED', count: 1 }],
    });
    api.clock.advance(FAILED_HOURS * 3_600);
    expect(await line('JOBS', '01')).toMatchObject({ state: 'OK' });
  });

  test('results that are due are late after two minutes; a failed publication is told until there is another one', async () => {
    const publication = (state: string, at: Date) =>
      api.sql(
        `insert into publication (id, season, district_code, service, state, publish_at, check_code, admitted, not_admitted, undecided, proposed_by, proposed_at, second_by)
         values ($1, (select max(year) from season), '01', 'LOCAL_HUKOU', $2, $3, 'AAAA-AAAA', 1, 0, 0, 'wang', $4, 'li')`,
        [randomUUID(), state, at, api.clock.now()],
      );
    const due = api.clock.now();
    await publication('CONFIRMED', due);
    api.clock.advance(120);
    expect(await line('PUBLICATIONS', '01')).toMatchObject({ state: 'OK', countText: null });
    api.clock.advance(1);
    expect(await line('PUBLICATIONS', '01')).toMatchObject({ state: 'LATE', since: due.toISOString() });
    expect(await line('PUBLICATIONS', '02')).toMatchObject({ state: 'OK', countText: null });
    await api.sql(`update publication set state = 'FAILED'`);
    expect(await line('PUBLICATIONS', '01')).toMatchObject({ state: 'FAILED', countText: '1 项' });
    await publication('PROPOSED', new Date(api.clock.now().getTime() + 3_600_000));
    expect(await line('PUBLICATIONS', '01')).toMatchObject({ state: 'OK' });
  });

  test('a queue without a worker has failed, and what it gave up is told', async () => {
    expect(await line('QUEUE')).toMatchObject({ state: 'FAILED' });
    expect(await line('GIVEN_UP')).toMatchObject({ state: 'OK', countText: null });
    const [job] = (await api.sql<{ id: string }>(
      `select id from graphile_worker.add_job('announce_results', '{}', max_attempts => 1)`,
    )) as [{ id: string }];
    await api.sql(`update graphile_worker._private_jobs set attempts = max_attempts where id = $1`, [job.id]);
    expect(await line('GIVEN_UP')).toMatchObject({ state: 'FAILED', countText: '1 项' });
    await api.sql(
      `update graphile_worker._private_jobs set updated_at = now() - interval '25 hours' where id = $1`,
      [job.id],
    );
    expect(await line('GIVEN_UP')).toMatchObject({ state: 'OK' });
  });

  test('texts about results may wait in the queue as long as whatever goes to many', async () => {
    await register(api, mother);
    const worker = await aWorker();
    // No worker knows this task, so it stays.
    await api.sql(
      `select graphile_worker.add_job('nobody_does_this', '{}', run_at => now() + interval '1 hour')`,
    );
    await api.sql('delete from graphile_worker._private_jobs');
    const [{ id }] = (await api.sql<{ id: string }>('select id from collection_record limit 1')) as [
      { id: string },
    ];
    const wait = async (event: string) => {
      const text = {
        event,
        phone: aPhone(),
        text: '结果',
        language: 'zh-CN',
        recordId: id,
        expiresAt: null,
      } as const;
      const now = api.clock.now();
      const later = new Date(now.getTime() + 3_600_000);
      await em().transactional(
        async (tx) => void tx.persist(Message.sms(new KeyRing(TEST_KEYS), text, now, later)),
      );
      await api.sql(
        `update graphile_worker._private_jobs set run_at = now() - interval '11 minutes', task_id =
         (select id from graphile_worker._private_tasks where identifier = 'nobody_does_this')`,
      );
    };
    await wait(`result:${id}`);
    expect(await line('QUEUE')).toMatchObject({ state: 'OK', countText: '1 项到时间没有做' });
    await wait(`corrected:${id}`);
    expect(await line('QUEUE')).toMatchObject({ state: 'LATE', countText: '2 项到时间没有做' });
    await worker.stop();
  });

  test('a queue is late by the oldest job of each kind, however many others come before it', async () => {
    const worker = await aWorker();
    await api.queueRests();
    expect(await line('QUEUE')).toMatchObject({ state: 'OK' });
    // No worker knows this task, so it stays.
    const add = (priority: number, minutes: number) =>
      api.sql(
        `select graphile_worker.add_job('nobody_does_this', '{}', run_at => now() - $1 * interval '1 minute', priority => $2)`,
        [minutes, priority],
      );
    await add(10, 300);
    await add(-10, 5);
    expect(await line('QUEUE')).toMatchObject({ state: 'OK', countText: '2 项到时间没有做' });
    await add(0, 11);
    expect(await line('QUEUE')).toMatchObject({ state: 'LATE', countText: '3 项到时间没有做' });
    await api.sql('delete from graphile_worker._private_jobs where priority = 0');
    expect(await line('QUEUE')).toMatchObject({ state: 'OK' });
    await add(10, 361);
    expect(await line('QUEUE')).toMatchObject({ state: 'LATE' });
    await worker.stop();
  });
});

describe('work by the clock', () => {
  test('is late by its own measure, failed when it was tried in vain, and well again once it was done', async () => {
    const sweep = () => line('SWEEP');
    expect(await sweep()).toMatchObject({ state: 'OK', succeededAt: null });
    await noteDone(em(), 'sweep', api.clock.now());
    const done = moment();
    api.clock.advance(130 * 60);
    expect(await sweep()).toMatchObject({ state: 'OK', since: null, succeededAt: done });
    api.clock.advance(1);
    expect(await sweep()).toMatchObject({ state: 'LATE', since: done });
    await noteFailed(em(), 'sweep', api.clock.now());
    expect(await sweep()).toMatchObject({ state: 'FAILED', since: done, failedAt: moment() });
    await noteDone(em(), 'sweep', api.clock.now());
    expect(await sweep()).toMatchObject({ state: 'OK', since: null, succeededAt: moment() });
  });

  test('that nobody has ever watched is late', async () => {
    await api.sql('delete from pulse');
    expect(await told()).toMatchObject({
      REMINDERS: { state: 'LATE', since: null },
      ERASURE: { state: 'LATE' },
      SMS_GATEWAY: { state: 'OK' },
    });
  });

  test('of several tasks in one line the worst counts', async () => {
    for (const { task } of TIMETABLE) await noteDone(em(), task, api.clock.now());
    const done = moment();
    api.clock.advance(11 * 60);
    await noteDone(em(), 'index_names', api.clock.now());
    await noteDone(em(), 'find_likenesses', api.clock.now());
    expect(await line('SEARCH_INDEXES')).toMatchObject({ state: 'LATE', since: done, succeededAt: done });
    await noteDone(em(), 'index_persons', api.clock.now());
    expect(await line('SEARCH_INDEXES')).toMatchObject({ state: 'OK' });
  });

  test('50 failures at once are 50, and 50 successes at once are one', async () => {
    const at = api.clock.now();
    const fifty = <Done>(work: () => Promise<Done>) => Promise.all(Array.from({ length: 50 }, work));
    await fifty(() => noteFailed(em(), 'sms_gateway', at));
    expect(await line('SMS_GATEWAY')).toMatchObject({ countText: '最近 50 次都没有发出' });
    await fifty(() => noteTaken(em(), 'sms_gateway', at));
    expect(await line('SMS_GATEWAY')).toMatchObject({ state: 'OK', succeededAt: moment() });
    const [before] = await api.sql(`select xmin::text from pulse where name = 'sms_gateway'`);
    // What is known already is not written again.
    await fifty(() => noteTaken(em(), 'sms_gateway', at));
    expect(await api.sql(`select xmin::text from pulse where name = 'sms_gateway'`)).toEqual([before]);
  });
});

describe('verification', () => {
  test('of the audit trail is told as the audit page tells it', async () => {
    await register(api, mother);
    await api.services.auditSeals.seal(em(), api.clock.now());
    await api.services.auditVerifications.verify(em(), api.clock.now());
    const verified = moment();
    expect(await line('AUDIT_TRAIL')).toMatchObject({ state: 'OK', succeededAt: verified });
    api.clock.advance(36 * 3_600 + 1);
    expect(await line('AUDIT_TRAIL')).toMatchObject({ state: 'LATE', since: verified });
    await api.sql(
      'update audit_chain set length = length + 1 where chain = (select max(chain) from audit_chain)',
    );
    expect(await line('AUDIT_TRAIL')).toMatchObject({ state: 'FAILED', countText: '1 处对不上' });
    await api.sql(
      'update audit_chain set length = length - 1 where chain = (select max(chain) from audit_chain)',
    );
  });

  test('of the counters is done by the queue, which says how many are wrong', async () => {
    const worker = await aWorker();
    const verify = async () => {
      api.clock.advance(1);
      await api.sql(`select graphile_worker.add_job('verify_counters', '{}')`);
      await until('verified counters', async () => {
        const [pulse] = await api.sql<{ at: Date | null }>(
          `select succeeded_at as at from pulse where name = 'verify_counters'`,
        );
        return pulse!.at?.getTime() === api.clock.now().getTime();
      });
    };
    await verify();
    expect(await line('COUNTERS')).toMatchObject({ state: 'OK', countText: null, succeededAt: moment() });
    const count = (n: number) =>
      api.sql(
        `insert into tally_change (season, district_code, facet, key, n) values ((select max(year) from season), '01', 'STAGE', 'LOCAL_HUKOU//REGISTERED', $1)`,
        [n],
      );
    await count(1);
    await verify();
    expect(await line('COUNTERS')).toMatchObject({
      state: 'FAILED',
      countText: expect.stringMatching(/^\d 个数对不上$/),
    });
    expect((await verifyAndNote(em(), false)).left.length).toBeGreaterThan(0);
    expect(await line('COUNTERS')).toMatchObject({ state: 'FAILED' });
    expect(await verifyAndNote(em(), true)).toMatchObject({ left: [] });
    expect(await line('COUNTERS')).toMatchObject({ state: 'OK', countText: null });
    await worker.stop();
  });
});

describe('the calendar', () => {
  test('tells what begins or ends within seven days, the same moment of several districts once', async () => {
    const ahead = async (district: string | null) => {
      const person = await staff(api, 'MUNICIPAL_ADMIN');
      return (await person.request(ServiceHealthDocument, { district })).data.phasesAhead;
    };
    const [first] = await api.sql<{ at: Date }>(
      'select min(closes_at) as at from phase where closes_at > $1',
      [api.clock.now()],
    );
    api.clock.set(new Date(first!.at.getTime() - 7 * 86_400_000 - 1));
    expect((await ahead(null)).filter(({ at }) => at === first!.at.toISOString())).toEqual([]);
    api.clock.advance(1);
    const all = (await ahead(null)).filter(({ at, begins }) => at === first!.at.toISOString() && !begins);
    expect(all.length).toBeGreaterThan(0);
    const [{ n }] = (await api.sql<{ n: number }>(
      'select count(*)::int as n from phase where closes_at = $1',
      [first!.at],
    )) as [{ n: number }];
    expect(all.reduce((sum, { districts }) => sum + districts.length, 0)).toBe(n);
    for (const { districts } of await ahead('01')) expect(districts.map(({ code }) => code)).toEqual(['01']);
  });
});

describe('what it costs', () => {
  test('a look sends as many statements for many districts as for one, and readers share it', async () => {
    for (const district of ['01', '02', '03']) await register(api, mother, { district });
    const sent = new SentStatements();
    const look = await sent.of(() => api.services.serviceHealth.look(em(), api.clock.now()));
    expect(look.length).toBeLessThanOrEqual(15);
    const city = await staff(api, 'MUNICIPAL_ADMIN');
    const again = await sent.of(() =>
      Promise.all(Array.from({ length: 50 }, () => city.request(ServiceHealthDocument, { district: null }))),
    );
    expect(again.filter((text) => text.includes('pulse'))).toEqual([]);
    api.clock.advance(60);
    const anew = await sent.of(() =>
      Promise.all(Array.from({ length: 50 }, () => city.request(ServiceHealthDocument, { district: null }))),
    );
    expect(anew.filter((text) => text.includes('pulse'))).toHaveLength(1);
    sent.stop();
  });

  test('every statement finds what it looks for by an index; of tables that stay small, three are read whole', async () => {
    const sent = await sentBy(() => api.services.serviceHealth.look(em(), api.clock.now()));
    const client = new pg.Client({ connectionString: api.database.url });
    await client.connect();
    await client.query('set enable_seqscan = off');
    const scanned: string[] = [];
    for (const { text, values } of sent.filter(({ text: one }) => /^(select|with)/.test(one))) {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
      scanned.push(...rows.flatMap((row) => /Seq Scan on (\w+)/.exec(row['QUERY PLAN'])?.[1] ?? []));
    }
    await client.end();
    expect([...new Set(scanned)].sort()).toEqual(['publication', 'pulse', 'webhook']);
  });

  test('what waits and what was given up is found by its index, however many were sent', async () => {
    await api.sql(
      `insert into message (id, event_key, channel, queued_at, sent_at, delivered)
       select gen_random_uuid(), 'withdrawn:' || n, 'SMS', now(), now(), true from generate_series(1, 20000) n`,
    );
    await api.sql('analyze message');
    const sent = await sentBy(() => api.services.serviceHealth.look(em(), api.clock.now()));
    const ofMessages = sent.filter(({ text }) => text.includes('"message"'));
    expect(ofMessages).toHaveLength(2);
    for (const { text, values } of ofMessages) {
      const plan = JSON.stringify(await api.sql(`explain (format json) ${text}`, values));
      expect(plan).toMatch(/"message_(waiting|failed)"/);
      expect(plan).not.toMatch(/"Node Type":"Seq Scan"[^{}]*"Relation Name":"message"/);
    }
  });
});
