import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpVerificationGateway, type VerificationRequest } from './verification-gateway.js';

const REQUEST: VerificationRequest = {
  requestId: '0190c2a0-0000-7000-8000-000000000001',
  documents: [
    {
      holder: 'CHILD',
      name: '测试甲',
      type: 'RESIDENT_ID',
      number: '119999201910010018',
      birthDate: '2019-10-01',
    },
  ],
  hukou: { province: '130000', district: null },
};

let server: Server;
let gateway: HttpVerificationGateway;
let answer: { status: number; body: string; location?: string };
let seen: { authorization: string | undefined; body: unknown };
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      seen = { authorization: request.headers.authorization, body: body && JSON.parse(body) };
      const headers = answer.location ? { location: answer.location } : {};
      response.writeHead(answer.status, headers).end(answer.body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  gateway = new HttpVerificationGateway({ url, token: 'token', callbackUrl: 'https://us.example/back' });
});
afterAll(() => new Promise((done) => server.close(done)));

test('sends who is to be looked up, with its token and where to call back; the id read back means taken', async () => {
  answer = { status: 202, body: JSON.stringify({ requestId: REQUEST.requestId }) };
  await gateway.request(REQUEST);
  expect(seen).toEqual({
    authorization: 'Bearer token',
    body: { ...REQUEST, callbackUrl: 'https://us.example/back' },
  });
});

test.each([
  ['an error', { status: 503, body: '{}' }],
  ['an error that repeats the id', { status: 500, body: JSON.stringify({ requestId: REQUEST.requestId }) }],
  ['a page', { status: 200, body: '<html>It works!</html>' }],
  ['nothing', { status: 200, body: '' }],
  ['null', { status: 200, body: 'null' }],
  ['another id', { status: 200, body: '{"requestId":"other"}' }],
  [
    'a flood',
    { status: 200, body: JSON.stringify({ requestId: REQUEST.requestId, more: 'x'.repeat(20_000) }) },
  ],
  ['a way to elsewhere', { status: 307, body: '', location: 'https://elsewhere.example/' }],
])('%s is not taken, and no error repeats what was asked', async (_what, given) => {
  answer = given;
  const error: Error = await gateway.request(REQUEST).then(
    () => new Error('taken'),
    (reason: Error) => reason,
  );
  expect(error.message).not.toBe('taken');
  expect(error.message).not.toContain(REQUEST.documents[0]!.number);
  expect(error.message).not.toContain(REQUEST.documents[0]!.name);
});
