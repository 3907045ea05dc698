import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  RegisterChildDocument,
  TypedDocumentString,
  type RegisterChildInput,
} from '@enrolment/schema/client';
import { aRegistration, plantCode, startApi, type Person, type TestApi } from '../support/api.js';
import { whileClosed } from '../support/closed-database.js';
import { until } from '../support/until.js';

const SEASON = new TypedDocumentString<{ season: { year: number } }, Record<string, never>>(
  '{ season { year } }',
);

let api: TestApi;
let mother: Person;
let port: number;
beforeAll(async () => {
  api = await startApi({ hurried: true });
  await api.app.listen({ host: '127.0.0.1', port: 0 });
  port = (api.app.server.address() as AddressInfo).port;
});
beforeEach(async () => {
  mother = await api.person('mother');
});
afterAll(() => api.stop());

async function inputs(count: number): Promise<RegisterChildInput[]> {
  const all: RegisterChildInput[] = [];
  for (let n = 0; n < count; n += 1) {
    const at = api.clock.now();
    all.push(await aRegistration(api));
    if (n > 0) api.clock.set(at);
  }
  for (const input of all) input.smsCode = await plantCode(api, input.guardian.phone);
  return all.map((input) => ({ ...input, noticeTicket: all[0]!.noticeTicket }));
}

const numberOf = async (input: RegisterChildInput) => {
  const { data } = await mother.request(RegisterChildDocument, { input });
  return data.registerChild.__typename === 'CollectionRecord'
    ? data.registerChild.number
    : data.registerChild;
};

const recordsOf = (input: RegisterChildInput) =>
  api.sql<{ number: string }>('select number from collection_record where attempt_key = $1', [
    input.idempotencyKey,
  ]);

/** Records that lack what is written with them: none, ever. */
const halves = () =>
  api.sql(`select from collection_record r where withdrawn_at is null and not (
    exists (select from child where record_id = r.id) and exists (select from guardian where record_id = r.id)
    and exists (select from record_event where record_id = r.id)
    and exists (select from message where record_id = r.id)
    and exists (select from audit_entry where record_number = r.number))`);

test('a connection that is cut after sending, at whatever moment: sent again, the same record', async () => {
  const all = await inputs(20);
  await Promise.all(
    all.map(async (input, n) => {
      const body = JSON.stringify({ query: RegisterChildDocument.toString(), variables: { input } });
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => {});
      await new Promise<void>((done) =>
        socket.write(
          `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\nauthorization: Bearer ${mother.token}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
          () => done(),
        ),
      );
      await sleep(n * 3);
      socket.destroy();
    }),
  );
  const first = await Promise.all(all.map(numberOf));
  expect(await Promise.all(all.map(numberOf))).toEqual(first);
  for (const [n, input] of all.entries()) expect(await recordsOf(input)).toEqual([{ number: first[n] }]);
});

describe('PostgreSQL away', () => {
  test('in the middle of registrations: told as such, nothing half written, and sent again it goes through', async () => {
    const all = await inputs(30);
    let over = false;
    const cutting = (async () => {
      while (!over) {
        await api
          .sql(
            `select pg_terminate_backend(pid) from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid() and usename = 'enrolment_service'`,
          )
          .catch(() => {});
        await sleep(15);
      }
    })();
    const answers = await Promise.all(all.map((input) => mother.request(RegisterChildDocument, { input })));
    over = true;
    await cutting;
    const failed = answers.filter(({ errors }) => errors);
    expect(failed.length).toBeGreaterThan(0);
    for (const { body, errors } of failed) {
      expect(errors![0]!.extensions.code).toBe('SERVICE_UNAVAILABLE');
      expect(body).not.toMatch(/terminat|postgres|127\.0\.0\.1|57P01/i);
    }
    expect(await halves()).toEqual([]);
    for (const [n, input] of all.entries()) {
      const number = await numberOf(input);
      expect(number).toMatch(/^\d{14}$/);
      const told = answers[n]!.data?.registerChild;
      if (told?.__typename === 'CollectionRecord') expect(told.number).toBe(number);
      expect(await recordsOf(input)).toEqual([{ number }]);
    }
    expect(await halves()).toEqual([]);
  });

  test('for readers is SERVICE_UNAVAILABLE without a word about it, and the service comes back by itself', async () => {
    const ask = () => api.nobody.request(SEASON);
    const before = api.lines.length;
    await whileClosed(api, async () => {
      for (const { body, errors } of await Promise.all(Array.from({ length: 10 }, ask))) {
        expect(errors![0]!.extensions.code).toBe('SERVICE_UNAVAILABLE');
        expect(body).not.toMatch(/terminat|postgres|127\.0\.0\.1|accepting/i);
      }
      const modern = await api.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        payload: { query: SEASON.toString() },
      });
      expect(modern.statusCode).toBe(503);
      expect(modern.headers['retry-after']).toBe('2');
      // The eleven are told together.
      const lines = api.lines.slice(before).filter((line) => line.includes('database away'));
      expect(lines.length).toBeLessThan(5);
      expect((await api.app.inject('/readyz')).statusCode).toBe(503);
      expect((await api.app.inject('/healthz')).statusCode).toBe(200);
    });
    expect((await ask()).errors).toBeUndefined();
    expect((await api.app.inject('/readyz')).statusCode).toBe(200);
  });
});

test('the SMS gateway takes a message and says nothing: it is sent again, and stays one message', async () => {
  api.gateway.state.silent = true;
  const [input] = await inputs(1);
  const number = await numberOf(input!);
  const delivered = async () =>
    (
      await api.sql<{ delivered: boolean | null }>(
        'select delivered from message join collection_record r on r.id = record_id where number = $1',
        [number],
      )
    )[0]!.delivered;
  await until('the message is told as not sent', async () => (await delivered()) === false);
  api.gateway.state.silent = false;
  await api.sql('update graphile_worker._private_jobs set run_at = now() where locked_at is null');
  await until('the message is sent', delivered);
  expect(api.gateway.taken.filter(({ phone }) => phone === input!.guardian.phone)).toHaveLength(1);
});

test('what was accepted before the end is answered; what comes after is not accepted', async () => {
  const all = await inputs(30);
  const send = (input: RegisterChildInput) =>
    fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${mother.token}` },
      body: JSON.stringify({ query: RegisterChildDocument.toString(), variables: { input } }),
    }).then(
      // Whoever comes on a connection that was open already is told that it closes.
      async (response) =>
        response.status === 503
          ? null
          : ((await response.json()) as { data: { registerChild: { number?: string } } }).data,
      () => null,
    );
  const before = Promise.all(all.map(send));
  while ((await Promise.all(all.map(recordsOf))).flat().length === 0) await sleep(1);
  await api.app.close();
  expect(await send(all[0]!)).toBeNull();
  for (const [n, answer] of (await before).entries()) {
    const records = await recordsOf(all[n]!);
    // Not accepted at all, or done and told.
    if (answer === null) expect(records).toEqual([]);
    else expect(records).toEqual([{ number: answer.registerChild.number }]);
  }
});
