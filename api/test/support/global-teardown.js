import { once } from 'node:events';

export default async function tearDown() {
  const server = globalThis.testPostgres;
  const ended = once(server, 'exit');
  server.disconnect();
  await ended;
}
