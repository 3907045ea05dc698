// Starts the servers that are measured, each in a process of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ARENAS, HEAP } from '../scripts/heap.ts';
import { AUDIENCE, KEYS } from './city.js';

const children = [];
/** Starts a server in its own process; it is ready when it prints its port or answers. */
async function start(file, env, args = []) {
  const child = fork(file, {
    env: { PATH: process.env.PATH, ...ARENAS, ...env },
    execArgv: args,
    silent: true,
  });
  children.push(child);
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => lines.push(text));
  }
  const ended = new Promise((_, no) =>
    child.once('exit', () => no(new Error(`${file} ended: ${lines.join('')}`))),
  );
  ended.catch(() => {});
  return { pid: child.pid, child, ended };
}

export async function startPeer(file, env) {
  const { pid, child, ended } = await start(file, env);
  const { port } = await Promise.race([new Promise((done) => child.once('message', done)), ended]);
  return { pid, url: `http://127.0.0.1:${port}` };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function startOwn(file, path, port, env, args = []) {
  const { pid, ended } = await start(file, env, args);
  const url = `http://127.0.0.1:${port}`;
  const ready = async () => {
    for (;;) {
      const answer = await fetch(url + path).catch(() => null);
      await answer?.body?.cancel();
      if (answer?.ok) return;
      await sleep(50);
    }
  };
  await Promise.race([ready(), ended]);
  return { pid, url };
}

export async function startApi(city, apiArgs = '') {
  const port = await freePort();
  return startOwn(
    'api/dist/main.js',
    '/readyz',
    port,
    {
      API_PORT: String(port),
      DATABASE_URL: city.serving,
      DATA_KEYS: KEYS,
      OIDC_ISSUER: city.issuer.url,
      OIDC_AUDIENCE: AUDIENCE,
      SMS_GATEWAY_URL: city.gateway.url,
      SMS_GATEWAY_TOKEN: 'bench',
      VERIFY_GATEWAY_URL: city.gateway.url,
      VERIFY_GATEWAY_TOKEN: 'bench',
      PLAYGROUND: 'off',
      LOG_LEVEL: 'warn',
    },
    [...HEAP, ...apiArgs.split(' ').filter(Boolean)],
  );
}

export async function startSite(city, api) {
  if (!existsSync('web/build/handler.js')) return null;
  const port = await freePort();
  return startOwn(
    'web/server.js',
    '/healthz',
    port,
    {
      WEB_PORT: String(port),
      WEB_ORIGIN: `http://127.0.0.1:${port}`,
      API_URL: api.url,
      SESSION_SECRET: 'a bench has no secret that is worth to be kept',
      OIDC_ISSUER: city.issuer.url,
      OIDC_CLIENT_ID: 'bench',
      OIDC_CLIENT_SECRET: 'bench',
      OIDC_AUDIENCE: AUDIENCE,
    },
    HEAP,
  );
}

/** The ids of the site's documents, by the names of their operations. */
export function readDocuments() {
  const manifest = JSON.parse(readFileSync('schema/client/persisted-documents.json', 'utf8'));
  return Object.fromEntries(
    Object.entries(manifest).map(([id, text]) => [/\b(?:query|mutation) (\w+)/.exec(text)[1], id]),
  );
}

/** Ends the servers, and waits until each has ended: a profile is written last of all. */
export async function stopAll() {
  const running = children.filter((child) => child.exitCode === null && child.signalCode === null);
  await Promise.all(
    running.map((child) => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      return ended;
    }),
  );
}
