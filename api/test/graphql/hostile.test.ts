import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { getIntrospectionQuery } from 'graphql';
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

test.each([
  ['in the document', { query: '{ schools(district: "\\u0000") { name } }' }],
  [
    'in a variable',
    { query: 'query($d: String!) { schools(district: $d) { name } }', variables: { d: '0\0' } },
  ],
])('U+0000 %s is an input that cannot be used, and is told in the reader’s language', async (_, body) => {
  for (const [language, words] of [
    ['zh-CN', '看不见的空字符'],
    ['en', 'invisible character'],
  ] as const) {
    // Each is asked twice: what is known of a document outlives its first validation.
    for (const status of [400, 400]) {
      const answer = await send(body, { 'accept-language': language });
      expect([answer.statusCode, answer.json()]).toMatchObject([
        status,
        { errors: [{ message: expect.stringContaining(words), extensions: { code: 'BAD_USER_INPUT' } }] },
      ]);
    }
  }
});

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
      'a list of 501 entries in the document',
      400,
      () => send({ query: `{ collectionRecord(number: [${'1,'.repeat(501)}]) { number } }` }),
    ],
    [
      'a list of 501 entries in a variable, however deep',
      400,
      () => send({ query: '{ now }', variables: { a: { b: [Array.from({ length: 501 }, () => 1)] } } }),
    ],
    [
      'lists in lists, 20,000 deep, in a variable',
      400,
      () => send(`{"query":"{ now }","variables":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`),
    ],
    [
      'introspection by many aliases',
      400,
      () =>
        send({
          query: `{ __schema { ${Array.from({ length: 9 }, (_, n) => `a${n}: types { name }`).join(' ')} } }`,
        }),
    ],
    [
      'introspection with many directives',
      400,
      () => send({ query: `{ __typename ${'@include(if: true) '.repeat(10)} }` }),
    ],
    [
      'introspection in circles',
      400,
      () =>
        send({
          query: `{ __schema { types { ${'fields { type { '.repeat(12)} name ${'} } '.repeat(12)} } } }`,
        }),
    ],
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
      '500 inline fragments within each other',
      400,
      () => send({ query: `{ ${'... { '.repeat(500)} now ${'} '.repeat(500)} }` }),
    ],
    [
      'a chain of 100 fragments',
      400,
      () =>
        send({
          query: `{ ...f0 } ${Array.from({ length: 100 }, (_, n) => `fragment f${n} on Query { ...f${n + 1} }`).join(' ')} fragment f100 on Query { now }`,
        }),
    ],
    ['U+0000 in the document', 400, () => send({ query: '{ schools(district: "\\u0000") { name } }' })],
    [
      'U+0000 in a variable, however deep',
      400,
      () =>
        send({
          query: 'query($d: String!) { schools(district: $d) { name } }',
          variables: { d: '0\0', more: [{ deep: '\0' }] },
        }),
    ],
    [
      'another charset',
      415,
      () => send({ query: '{ now }' }, { 'content-type': 'application/json; charset=gbk' }),
    ],
    [
      'bytes that are no UTF-8',
      400,
      () =>
        api.app.inject({
          method: 'POST',
          url: '/graphql',
          headers: { 'content-type': 'application/json' },
          payload: Buffer.from('{"query":"{ now }","variables":{"x":"\xb2\xe2"}}', 'latin1'),
        }),
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
    const response = await ask();
    expect(response.statusCode).toBe(status);
    expect(response.json()).toMatchObject({ errors: expect.any(Array) });
    expect(response.body).not.toMatch(/node_modules|select |at .*\.js/);
    expect((await send({ query: '{ now }' })).statusCode).toBe(200);
  });
});

test('the GraphQL over HTTP specification holds: every MUST and every SHOULD', async () => {
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
  const failed = results
    // `warn` is a SHOULD, `notice` a MAY: queries by GET, which a preflight guards here.
    .filter(({ status }) => status === 'error' || status === 'warn')
    .map(({ name }) => name);
  expect(failed).toEqual([]);
});

test('what is beyond the limits is 4xx for clients of application/json, too', async () => {
  const accept = { accept: 'application/json' };
  const many = Array.from({ length: 20 }, (_, n) => `a${n}: now`).join(' ');
  expect((await send({ query: `{ ${many} }` }, accept)).statusCode).toBe(400);
  expect((await send({ query: '{ nothing }' }, accept)).statusCode).toBe(200);
  expect((await send({ query: '{ nothing }' })).statusCode).toBe(400);
});

test('a charset that is UTF-8 by any of its spellings is taken', async () => {
  for (const charset of ['utf-8', 'UTF-8', '"utf-8"', 'utf8']) {
    const response = await send(
      { query: '{ now }' },
      { 'content-type': `application/json; charset=${charset}` },
    );
    expect(response.statusCode).toBe(200);
  }
});

test('the schema can be asked for as every tool does', async () => {
  const response = await send({ query: getIntrospectionQuery({ inputValueDeprecation: true }) });
  expect(response.statusCode).toBe(200);
  expect(response.json()).toMatchObject({ data: { __schema: { queryType: { name: 'Query' } } } });
});

test('whoever sends a request slowly is answered 408 after a quarter of a minute', async () => {
  await api.app.listen({ host: '127.0.0.1', port: 0 });
  const socket = connect((api.app.server.address() as AddressInfo).port, '127.0.0.1');
  socket.setEncoding('utf8');
  socket.write(
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
  );
  const [answer] = (await once(socket, 'data')) as [string];
  socket.destroy();
  expect(answer).toMatch(/^HTTP\/1.1 408 /);
});

test('anything unforeseen is an incident: its id is in the log, and nothing of it in the answer', async () => {
  await api.sql('alter table season rename to elsewhere');
  try {
    const response = await send({ query: '{ season { year } }' });
    const [error] = response.json<{ errors: { message: string; extensions: Record<string, string> }[] }>()
      .errors;
    const { code, incident } = error!.extensions;
    expect(code).toBe('INTERNAL_SERVER_ERROR');
    expect(error!.message).toBe(`Something went wrong here. Incident ${incident}`);
    expect(Object.keys(error!.extensions).toSorted()).toEqual(['code', 'incident']);
    expect(response.body).not.toMatch(/relation|elsewhere|42P01|select|\.js/);
    expect(api.lines.filter((line) => line.includes(incident!))).toHaveLength(1);
  } finally {
    await api.sql('alter table elsewhere rename to season');
  }
});

test('a number that is none is malformed, and its value is not repeated', async () => {
  const response = await send({
    query: 'query($n: CollectionNumber!) { collectionRecord(number: $n) { number } }',
    variables: { n: '11999920190101001X' },
  });
  expect(response.statusCode).toBe(400);
  expect(response.body).not.toContain('11999920190101001X');
});
