import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { startApi, type TestApi } from '../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ worker: false });
});
afterAll(() => api.stop());

const send = (payload: string | object, headers: Record<string, string> = {}) =>
  api.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });

const nested = (depth: number) =>
  `{ ${'districts { policies { title } '.repeat(1)} ${'x { '.repeat(depth)} y ${'} '.repeat(depth)} } }`;

describe('is answered 4xx', () => {
  const cases: [name: string, status: number, ask: () => ReturnType<typeof send>][] = [
    ['malformed JSON', 400, () => send('{"query":')],
    ['a body of 2 MiB', 413, () => send({ query: '{ now }', variables: { x: 'x'.repeat(2 * 1024 * 1024) } })],
    [
      'another content type',
      415,
      () => send('query=%7Bnow%7D', { 'content-type': 'application/x-www-form-urlencoded' }),
    ],
    ['no query', 400, () => send({})],
    ['an unknown field', 400, () => send({ query: '{ nothing }' })],
    ['an array of operations', 400, () => send([{ query: '{ now }' }, { query: '{ now }' }])],
    ['a syntax error', 400, () => send({ query: '{ now' })],
    ['10,000 fields', 400, () => send({ query: `{ ${'now '.repeat(10_000)} }` })],
    [
      '1,000 aliases',
      400,
      () => send({ query: `{ ${Array.from({ length: 1000 }, (_, n) => `a${n}: now`).join(' ')} }` }),
    ],
    [
      'aliases of __typename',
      400,
      () => send({ query: `{ ${Array.from({ length: 20 }, (_, n) => `a${n}: __typename`).join(' ')} }` }),
    ],
    ['many directives', 400, () => send({ query: `{ now ${'@include(if: true) '.repeat(10)} }` })],
    ['a deep document', 400, () => send({ query: nested(30) })],
    [
      'fragments spread again and again',
      400,
      () =>
        send({
          query: `{ ...f0 } ${Array.from({ length: 20 }, (_, n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`).join(' ')} fragment f20 on Query { now }`,
        }),
    ],
    [
      'a fragment that spreads itself',
      400,
      () => send({ query: '{ ...f } fragment f on Query { ...f now }' }),
    ],
    [
      'a mutation by GET',
      405,
      () =>
        api.app.inject({
          url: `/graphql?query=${encodeURIComponent('mutation { requestCaptcha { id } }')}`,
          headers: { 'apollo-require-preflight': '1' },
        }),
    ],
    ['a query by GET without preflight', 400, () => api.app.inject({ url: '/graphql?query=%7Bnow%7D' })],
    [
      'a wrong variable',
      400,
      () => send({ query: 'query($d: String!) { district(code: $d) { name } }', variables: { d: 1 } }),
    ],
  ];
  test.each(cases)('%s', async (_name, status, ask) => {
    const started = performance.now();
    const response = await ask();
    expect(response.statusCode).toBe(status);
    expect(response.json()).toMatchObject({ errors: expect.any(Array) });
    expect(response.body).not.toMatch(/node_modules|select |at .*\.js/);
    expect(performance.now() - started).toBeLessThan(60_000);
    expect((await send({ query: '{ now }' })).statusCode).toBe(200);
  });
});

test('the GraphQL over HTTP specification holds: every MUST', async () => {
  const audits = serverAudits({
    url: 'http://localhost/graphql',
    fetchFn: async (
      url: string,
      init: { method?: string; headers?: Record<string, string>; body?: string } = {},
    ) => {
      const { pathname, search } = new URL(url);
      const response = await api.app.inject({
        method: (init.method ?? 'GET') as 'GET',
        url: pathname + search,
        headers: init.headers ?? {},
        ...(init.body ? { payload: init.body } : {}),
      });
      return new Response(response.body, {
        status: response.statusCode,
        headers: response.headers as Record<string, string>,
      });
    },
  });
  const results = await Promise.all(audits.map((audit) => audit.fn()));
  const failed = results.filter((result) => result.status === 'error').map((result) => result.name);
  expect(failed).toEqual([]);
});

test('a number that is none is malformed, and its value is not repeated', async () => {
  const response = await send({
    query: 'query($n: CollectionNumber!) { collectionRecord(number: $n) { number } }',
    variables: { n: '11999920190101001X' },
  });
  expect(response.statusCode).toBe(400);
  expect(response.body).not.toContain('11999920190101001X');
});

test('PostgreSQL away is 503-like, without a word about it, and the service comes back by itself', async () => {
  const kill = () =>
    api.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
  await send({ query: '{ season { year } }' });
  await kill().catch(() => {});
  const answers = await Promise.all(Array.from({ length: 10 }, () => send({ query: '{ season { year } }' })));
  for (const { body } of answers) expect(body).not.toMatch(/terminat|postgres|127\.0\.0\.1/i);
  expect((await send({ query: '{ season { year } }' })).json()).toMatchObject({
    data: { season: { year: expect.any(Number) } },
  });
});
