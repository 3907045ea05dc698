import { afterEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo, type Server } from 'node:net';
import { SELF_SIGNED } from '../../test/support/certificate.js';
import { WebhookSender, type SendOutcome } from './sender.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listening(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A receiver that says exactly this, and what it says while the connection lasts. */
const saying = (text: string, more = '') =>
  listening(
    net.createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => {
        socket.write(text);
        const on = () =>
          void (more !== '' && !socket.destroyed && socket.write(more, () => setImmediate(on)));
        on();
      });
    }),
  );

const LOOPBACK = { loopback: true, timeoutMs: 400 };
const send = (url: string, settings: ConstructorParameters<typeof WebhookSender>[0] = LOOPBACK) =>
  new WebhookSender(settings).send(url, { 'webhook-id': 'change_1' }, '{}');
const to = (port: number) => `http://127.0.0.1:${port}/`;
const failed = (failure: string, status: number | null = null) =>
  ({ status, failure, waitMs: 0 }) as SendOutcome;

describe('a receiver', () => {
  test('that answers with 2xx has taken the message, as it was sent', async () => {
    const seen: unknown[] = [];
    const port = await listening(
      http.createServer((request, response) => {
        request.on('data', (body: Buffer) => seen.push([request.method, request.url, body.toString()]));
        request.on('end', () => response.writeHead(202).end());
      }),
    );
    expect(await send(`${to(port)}hooks?a=1`)).toEqual({ status: 202, failure: null, waitMs: 0 });
    expect(seen).toEqual([['POST', '/hooks?a=1', '{}']]);
  });

  test.each([
    [500, 'HTTP/1.1 500 Internal Server Error\r\ncontent-length: 0\r\n\r\n'],
    [404, 'HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n'],
    [410, 'HTTP/1.1 410 Gone\r\ncontent-length: 0\r\n\r\n'],
  ])('that answers with %i has not', async (status, text) => {
    expect(await send(to(await saying(text)))).toEqual(failed('STATUS', status));
  });

  test.each([
    ['retry-after: 120', 120],
    ['retry-after: 0', 0],
    ['date: Sun, 10 May 2026 02:00:00 GMT\r\nretry-after: Sun, 10 May 2026 03:00:00 GMT', 3_600],
    ['date: Sun, 10 May 2026 02:00:00 GMT\r\nretry-after: Sun, 10 May 2026 01:00:00 GMT', 0],
    ['retry-after: soon', 0],
    ['retry-after: -5', 0],
    ['retry-after: 99999999999999999999', 0],
    ['x-retry-after: 120', 0],
  ])('that asks for a pause is understood: %j', async (header, seconds) => {
    const port = await saying(`HTTP/1.1 429 Too Many Requests\r\n${header}\r\ncontent-length: 0\r\n\r\n`);
    expect(await send(to(port))).toEqual({ ...failed('STATUS', 429), waitMs: seconds * 1_000 });
  });

  test('that redirects is not followed', async () => {
    let asked = 0;
    const other = await listening(
      http.createServer((_, response) => {
        asked += 1;
        response.end();
      }),
    );
    for (const status of [301, 302, 307, 308]) {
      const port = await saying(
        `HTTP/1.1 ${status} Moved\r\nlocation: ${to(other)}\r\ncontent-length: 0\r\n\r\n`,
      );
      expect(await send(to(port))).toEqual(failed('STATUS', status));
    }
    expect(asked).toBe(0);
  });

  test('that is slow, in its answer or in each of its letters, is given up in time', async () => {
    const begun = performance.now();
    expect(await send(to(await saying('')))).toEqual(failed('TIMEOUT'));
    expect(await send(to(await saying('HTTP/1.1 200 OK\r\nx-slow: ')))).toEqual(failed('TIMEOUT'));
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  test('that lies about its length, or never ends its answer, is read no further than its status', async () => {
    const short = await saying('HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\nshort');
    expect(await send(to(short))).toEqual({ status: 200, failure: null, waitMs: 0 });
    const long = await saying('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nmuch more than two');
    expect((await send(to(long))).failure).toBeNull();
    const endless = await saying('HTTP/1.1 200 OK\r\n\r\n', 'x'.repeat(65_536));
    expect(await send(to(endless))).toEqual({ status: 200, failure: null, waitMs: 0 });
    const headers = await saying('HTTP/1.1 200 OK\r\n', `x-more: ${'x'.repeat(4_000)}\r\n`);
    expect(await send(to(headers))).toEqual(failed('NO_ANSWER'));
  });

  test('that speaks no HTTP, hangs up or is not there is told apart', async () => {
    expect(await send(to(await saying('SSH-2.0-OpenSSH\r\n')))).toEqual(failed('NO_ANSWER'));
    const hangingUp = await listening(net.createServer((socket) => socket.destroy()));
    expect(await send(to(hangingUp))).toEqual(failed('NO_ANSWER'));
    const gone = net.createServer();
    const port = await listening(gone);
    gone.close();
    await once(gone, 'close');
    expect(await send(to(port))).toEqual(failed('NO_CONNECTION'));
  });

  test('whose certificate is not valid is sent nothing', async () => {
    let asked = 0;
    const port = await listening(
      https.createServer(SELF_SIGNED, (_, response) => {
        asked += 1;
        response.end();
      }),
    );
    expect(await send(`https://localhost:${port}/`)).toEqual(failed('CERTIFICATE'));
    expect(asked).toBe(0);
  });
});

describe('a name', () => {
  const resolving = (...addresses: string[]) => ({
    timeoutMs: 400,
    loopback: false,
    resolve: async () => addresses.map((address) => ({ address, family: net.isIP(address) })),
  });

  test('that leads to this machine or network is sent nothing, also if only one of its addresses does', async () => {
    let connected = 0;
    const port = await listening(
      net.createServer((socket) => {
        connected += 1;
        socket.destroy();
      }),
    );
    const url = `https://receiver.example:${port}/`;
    for (const addresses of [
      ['127.0.0.1'],
      ['::1'],
      ['::ffff:127.0.0.1'],
      ['8.8.8.8', '127.0.0.1'],
      ['169.254.169.254'],
      ['10.0.0.1'],
      [],
    ])
      expect([addresses, await send(url, resolving(...addresses))]).toEqual([
        addresses,
        failed('INSIDE_ADDRESS'),
      ]);
    expect(await send(`https://localhost:${port}/`, { loopback: false })).toEqual(failed('INSIDE_ADDRESS'));
    expect(await send(`https://127.0.0.1:${port}/`, { loopback: false })).toEqual(failed('INSIDE_ADDRESS'));
    expect(connected).toBe(0);
  });

  test('is looked up once: what another answer would say changes nothing', async () => {
    let asked = 0;
    const port = await listening(http.createServer((_, response) => void response.writeHead(204).end()));
    const outcome = await send(`http://receiver.example:${port}/`, {
      ...LOOPBACK,
      resolve: async () => {
        asked += 1;
        return [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
      },
    });
    expect(outcome).toEqual({ status: 204, failure: null, waitMs: 0 });
    expect(asked).toBe(1);
  });

  test('by plain http leads to this machine alone', async () => {
    expect(await send('http://receiver.example/', { ...resolving('8.8.8.8'), loopback: true })).toEqual(
      failed('INSIDE_ADDRESS'),
    );
  });

  test('that leads nowhere, or whose look-up does not end, is told apart', async () => {
    const unknown = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    expect(
      await send('https://receiver.example/', { ...LOOPBACK, resolve: () => Promise.reject(unknown) }),
    ).toEqual(failed('NAME_UNKNOWN'));
    const endless = { ...LOOPBACK, resolve: () => new Promise<never>(() => {}) };
    expect(await send('https://receiver.example/', endless)).toEqual(failed('TIMEOUT'));
  });
});
