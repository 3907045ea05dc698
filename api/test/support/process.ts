import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { TEST_KEYS } from './api.js';
import { createTestDatabase } from './database.js';
import { AUDIENCE, startIssuer, startSmsGateway, startVerificationGateway } from './outside.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** Runs the compiled API as a process of its own, as in production, for tests of what it survives and how it ends. */
export async function startProcess(
  settings: Record<string, string> | ((url: string) => Record<string, string>) = {},
) {
  const [database, issuer, sms, verification] = await Promise.all([
    createTestDatabase(),
    startIssuer(),
    startSmsGateway(),
    startVerificationGateway(),
  ]);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const lines: string[] = [];
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env.PATH,
      API_PORT: String(port),
      DATABASE_URL: database.servingUrl,
      DATA_KEYS: TEST_KEYS,
      OIDC_ISSUER: issuer.url,
      OIDC_AUDIENCE: AUDIENCE,
      SMS_GATEWAY_URL: sms.url,
      SMS_GATEWAY_TOKEN: 'test',
      VERIFY_GATEWAY_URL: verification.url,
      VERIFY_GATEWAY_TOKEN: 'test',
      PLAYGROUND: 'off',
      ...(typeof settings === 'function' ? settings(url) : settings),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => lines.push(...text.split('\n').filter(Boolean)));
  }
  const exited = once(child, 'exit').then(([code, signal]) => ({ code: code as number | null, signal }));
  const answers = async (path: string) => {
    const response = await fetch(`${url}${path}`).catch(() => null);
    await response?.body?.cancel();
    return response?.status ?? null;
  };
  const started = {
    child,
    database,
    exited,
    issuer,
    lines,
    sms,
    url,
    /** Whether it has ended by itself. */
    ended: () => child.exitCode !== null || child.signalCode !== null,
    async stop() {
      if (!started.ended()) {
        child.kill('SIGKILL');
        await exited;
      }
      await Promise.all([issuer.close(), sms.close(), verification.close()]);
      await database.drop();
    },
  };
  while ((await answers('/readyz')) !== 200) {
    if (started.ended()) {
      await started.stop();
      throw new Error(`the API does not start: ${lines.join('\n')}`);
    }
    await sleep(50);
  }
  return started;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
