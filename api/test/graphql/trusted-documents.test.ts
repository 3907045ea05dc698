import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { PortalDocument, ViewerDocument } from '@enrolment/schema/client';
import { startApi, type TestApi } from '../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ worker: false, production: true });
});
afterAll(() => api.stop());

const documents = JSON.parse(readFileSync('schema/client/persisted-documents.json', 'utf8')) as Record<
  string,
  string
>;

const send = (payload: object) =>
  api.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json' },
    payload,
  });

test('in production a document of one’s own is answered for staff alone', async () => {
  expect((await api.nobody.request(PortalDocument)).status).toBe(400);
  expect((await (await api.person('guardian')).request(ViewerDocument)).status).toBe(400);
  const officer = await api.person('officer', { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] });
  expect((await officer.request(ViewerDocument)).status).toBe(200);
});

test('every document of the site is answered by its id, and nothing else is', async () => {
  for (const [documentId, text] of Object.entries(documents)) {
    const { statusCode, body } = await send({ documentId });
    // Variables are missing in most: what matters is that the document was found and understood.
    expect([200, 400]).toContain(statusCode);
    expect(body).not.toContain('Only documents that are registered');
    expect(text.length).toBeGreaterThan(0);
  }
  for (const documentId of ['sha256:0', '__proto__', 1])
    expect((await send({ documentId })).statusCode).toBe(400);
  const [id] = Object.keys(documents);
  expect((await send({ documentId: id, query: '{ now }' })).statusCode).toBe(400);
});
