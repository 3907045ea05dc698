import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { PortalDocument, ViewerDocument } from '@enrolment/schema/client';
import { aSystem } from '../support/api-tokens.js';
import { startApi, type Person, type TestApi } from '../support/api.js';
import { staff } from '../support/reviewable.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ worker: false, production: true });
});
afterAll(() => api.stop());

const documents = JSON.parse(readFileSync('schema/client/persisted-documents.json', 'utf8')) as Record<
  string,
  string
>;

const send = (payload: object, headers: Record<string, string> = {}) =>
  api.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  });

const reasonOf = (body: string) =>
  (JSON.parse(body) as { errors?: { extensions: { reason?: string } }[] }).errors?.[0]?.extensions.reason;
const bearer = ({ token }: Person): Record<string, string> =>
  token ? { authorization: `Bearer ${token}` } : {};

test('in production a document of one’s own is answered for staff and systems alone', async () => {
  const asked = async (person: Person) => {
    const { statusCode, body } = await send({ query: '{ now }' }, bearer(person));
    return [statusCode, reasonOf(body)];
  };
  const [refused, answered] = [
    [400, 'DOCUMENT_UNKNOWN'],
    [200, undefined],
  ];
  const administrator = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  expect(await asked(api.nobody)).toEqual(refused);
  expect(await asked(await api.person('guardian'))).toEqual(refused);
  expect(await asked(await api.person('mother', { roles: [{ role: 'GUARDIAN' }] }))).toEqual(refused);
  expect(await asked(await staff(api, 'DISTRICT_OFFICER', { district: '01' }))).toEqual(answered);
  expect(await asked(administrator)).toEqual(answered);
  expect(await asked(await aSystem(api, administrator))).toEqual(answered);
  const client = await api.person('platform', {
    client_id: 'platform',
    roles: [{ role: 'DISTRICT_SYSTEM', district: '01' }],
    scope: 'dashboards',
  });
  expect(await asked(client)).toEqual(answered);
});

test('a guardian and whoever is not signed in get the site’s documents, by their ids', async () => {
  expect((await api.nobody.request(PortalDocument)).status).toBe(200);
  const guardian = await api.person('guardian');
  expect((await guardian.request(ViewerDocument)).data.viewer?.name).toBe('测试家长');
});

test('there is no other way for them: not its text, not by GET, not as a persisted query, not the schema', async () => {
  const [[id, text]] = Object.entries(documents) as [[string, string]];
  const get = (query: string) =>
    api.app.inject({
      url: `/graphql?${query}`,
      headers: { 'apollo-require-preflight': '1', 'content-type': 'application/json' },
    });
  const sha256Hash = createHash('sha256').update('{ now }').digest('hex');
  const persistedQuery = { version: 1, sha256Hash };
  const tried = await Promise.all([
    send({ query: PortalDocument.toString() }),
    send({ query: text }),
    send({ query: '{ __schema { queryType { name } } }' }),
    send({ query: '{ now }', extensions: { persistedQuery } }),
    send({ extensions: { persistedQuery } }),
    send({ documentId: id, query: '{ now }' }),
    send({ documentId: id.replace('sha256:', '') }),
    get('query=%7Bnow%7D'),
    get(`documentId=${encodeURIComponent(id)}`),
    get(`extensions=${encodeURIComponent(JSON.stringify({ persistedQuery }))}`),
  ]);
  for (const [n, { statusCode, body }] of tried.entries()) {
    expect([n, statusCode, (JSON.parse(body) as { data?: unknown }).data]).toEqual([n, 400, undefined]);
  }
});

test('nothing of an answer comes later: whoever asks freely gets neither @defer nor @stream', async () => {
  const officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  for (const query of [
    '{ dashboard(district: "01") { total ... @defer { byStage { count } } } }',
    '{ districts @stream { code } }',
  ]) {
    const { statusCode, body } = await send({ query }, bearer(officer));
    const { errors } = JSON.parse(body) as { errors: { extensions: { code: string } }[] };
    expect([query, statusCode, errors[0]!.extensions.code]).toEqual([
      query,
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ]);
  }
});

test('whoever is refused reads why in their language', async () => {
  const said = async (language: string) =>
    (await send({ query: '{ now }' }, { 'accept-language': language })).body;
  expect(await said('zh-CN')).toContain('这里只回答本网站自己的查询。');
  expect(await said('en')).toContain('Only the site’s own documents are answered here.');
});

test('every document of the site is answered by its id, and nothing else is', async () => {
  for (const [documentId, text] of Object.entries(documents)) {
    const { statusCode, body } = await send({ documentId });
    // Variables are missing in most: what matters is that the document was found and understood.
    expect([200, 400]).toContain(statusCode);
    expect(reasonOf(body)).not.toBe('DOCUMENT_UNKNOWN');
    expect(body).not.toMatch(/unknown document|GRAPHQL_VALIDATION_FAILED|GRAPHQL_PARSE_FAILED/);
    expect(text.length).toBeGreaterThan(0);
  }
  for (const documentId of ['sha256:0', '__proto__', 1])
    expect((await send({ documentId })).statusCode).toBe(400);
});
