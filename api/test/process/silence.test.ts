import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startProcess } from '../support/process.js';
import { startSilentProxy } from '../support/silent-proxy.js';

let database: TestDatabase;
let proxy: Awaited<ReturnType<typeof startSilentProxy>>;
let api: Awaited<ReturnType<typeof startProcess>>;
beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await startSilentProxy(database.servingUrl);
  api = await startProcess({ DATABASE_URL: proxy.url });
});
afterAll(async () => {
  await api.stop();
  await proxy.close();
  await database.drop();
});

const ask = async (path = '/graphql') => {
  const response = await fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: '{ guardianNotice(district: "01", service: NON_LOCAL_HUKOU) { title } }' }),
  });
  await response.text();
  return { status: response.status, again: response.headers.get('retry-after') };
};

test('a database that takes everything and says nothing keeps nobody waiting, and is gone on with when it speaks', async () => {
  expect(await ask()).toEqual({ status: 200, again: null });
  proxy.fallSilent();
  for (let round = 0; round < 3; round += 1) {
    // More than there are connections, and than there are places.
    const answers = await Promise.all(Array.from({ length: 60 }, () => ask()));
    for (const answer of answers) expect(answer).toEqual({ status: 503, again: '2' });
  }
  expect((await fetch(`${api.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
  proxy.speak();
  while ((await ask()).status !== 200) await sleep(100);
  expect((await fetch(`${api.url}/readyz`)).status).toBe(200);
  expect(api.ended()).toBe(false);
});
