import { afterEach, expect, test } from '@jest/globals';
import { Agent, request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { connect } from 'node:net';
import { startProcess } from '../support/process.js';

let api: Awaited<ReturnType<typeof startProcess>>;
afterEach(() => api.stop());

/** One request on the agent's connection: may the next one come on it, too? */
async function ask(agent: Agent): Promise<{ status: number; goesOn: boolean }> {
  const headers = { 'content-type': 'application/json' };
  const outgoing = request(`${api.url}/graphql`, { method: 'POST', agent, headers });
  outgoing.end(JSON.stringify({ query: '{ season { year } }' }));
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'end');
  return { status: response.statusCode!, goesOn: response.headers.connection !== 'close' };
}

/** One who comes again on a new connection each time, until nobody takes it. */
async function comeAgain(): Promise<void> {
  for (;;) {
    try {
      const { status } = await ask(new Agent());
      if (status === 200) continue;
      // It came between the last look at who comes and the end of listening.
      expect(status).toBe(503);
      return;
    } catch (error) {
      if (!['ECONNREFUSED', 'ECONNRESET'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      return;
    }
  }
}

test('the end under load: every request on an open connection is answered, and then the connection ends', async () => {
  api = await startProcess();
  let served = 0;
  const clients = Array.from({ length: 40 }, async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (;;) {
      const { status, goesOn } = await ask(agent);
      expect(status).toBe(200);
      served += 1;
      if (!goesOn) return;
    }
  });
  while (served < 400) await new Promise(setImmediate);
  api.child.kill('SIGTERM');
  await Promise.all([...clients, comeAgain()]);
  expect(await api.exited).toEqual({ code: 0, signal: null });
});

test('the end waits for nobody who holds a connection and sends no request, or not all of one', async () => {
  api = await startProcess();
  const { hostname, port } = new URL(api.url);
  const beginnings = [
    '',
    'POST /graphql HTTP/1.1\r\nHost: x\r\n',
    'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
  ];
  const sockets = beginnings.map((text) => {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {}).resume();
    if (text) socket.write(text);
    return socket;
  });
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  // What came after them is answered: the server has taken them.
  expect((await ask(new Agent())).status).toBe(200);
  const cut = sockets.map((socket) => once(socket, 'close'));
  api.child.kill('SIGTERM');
  await Promise.all(cut);
  expect(await api.exited).toEqual({ code: 0, signal: null });
});

test('a promise that nobody looks after ends the process in order, with a line that says where', async () => {
  const stray = `process.on('SIGUSR2', () => void Promise.reject(new Error('138'.concat('00000000'))))`;
  const module = `data:text/javascript,${encodeURIComponent(stray)}`;
  api = await startProcess({ NODE_OPTIONS: `--import=${module}` });
  api.child.kill('SIGUSR2');
  expect(await api.exited).toEqual({ code: 1, signal: null });
  const told = api.lines.filter((line) => line.includes('unhandledRejection'));
  expect(told).toHaveLength(1);
  expect(JSON.parse(told[0]!)).toMatchObject({ level: 60, err: { type: 'Error' } });
  expect(api.lines.join('\n')).not.toContain('13800000000');
});
