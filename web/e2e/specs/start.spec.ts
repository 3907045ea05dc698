import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

jest.setTimeout(180_000);

const ends: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

const listen = (): Promise<Server> =>
  new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => done(server));
  });
const portOf = (server: Server) => (server.address() as AddressInfo).port;
const close = (server: Server) => new Promise((done) => server.close(done));

async function freePorts(): Promise<{ WEB_PORT: string; API_PORT: string; SANDBOX_PORT: string }> {
  const servers = [await listen(), await listen(), await listen()];
  const [web, api, sandbox] = servers.map((server) => String(portOf(server)));
  await Promise.all(servers.map(close));
  return { WEB_PORT: web!, API_PORT: api!, SANDBOX_PORT: sandbox! };
}

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'enrolment-start-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** `npm start`, without npm. */
function start(env: Record<string, string>) {
  const child = spawn('node', ['--import', './scripts/node-version.js', 'scripts/start.ts'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)));
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  ends.push(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
  });
  return {
    child,
    ended,
    output: () => output,
    async ready(): Promise<void> {
      while (!output.includes('Ctrl-C')) {
        if (child.exitCode !== null) throw new Error(output);
        await sleep(50);
      }
    },
  };
}

const processesOf = (supervisor: ChildProcess): number[] =>
  readFileSync(`/proc/${supervisor.pid}/task/${supervisor.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .map(Number);
const isAlive = (pid: number) => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

describe('what keeps it from starting is told in one line, with what to do, and exit code 1', () => {
  test.each([
    ['WEB_PORT', 'port', 'set WEB_PORT to another port'],
    ['API_PORT', 'port', 'set API_PORT to another port'],
    ['SANDBOX_PORT', 'port', 'set SANDBOX_PORT to another port'],
    ['DATABASE_URL', 'postgres://nobody:x@127.0.0.1:1/none', 'start it, or correct DATABASE_URL'],
    ['DATABASE_URL', 'mysql://localhost/x', 'DATABASE_URL is not a postgres:'],
    ['DATA_KEYS', 'secret', 'DATA_KEYS must be id=base64 pairs'],
    ['SESSION_SECRET', 'short', 'SESSION_SECRET must have at least 32 characters'],
    ['OIDC_ISSUER', 'https://identity.example', 'set OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_AUDIENCE too'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of'],
    ['DATA_DIR', '/dev/null/data', 'DATA_DIR'],
    [
      'NODE_ENV',
      'production',
      'NODE_ENV=production runs without sandbox and embedded database: set DATABASE_URL',
    ],
  ])('%s=%s', async (name, value, told) => {
    const taken = await listen();
    ends.push(() => close(taken));
    const env = { ...(await freePorts()), DATA_DIR: dataFolder() };
    const run = start({ ...env, [name]: value === 'port' ? String(portOf(taken)) : value });
    expect(await run.ended).toBe(1);
    const lines = run.output().trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(told);
  });
});

// Who the children of a process are is read from Linux.
const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux(
  'Ctrl-C ends all of it within five seconds; after kill -9 of the whole it starts again by itself',
  async () => {
    const env = { ...(await freePorts()), DATA_DIR: dataFolder() };
    const first = start(env);
    await first.ready();
    const all = [first.child.pid!, ...processesOf(first.child)];
    expect(all.length).toBeGreaterThanOrEqual(5);
    for (const pid of all) process.kill(pid, 'SIGKILL');
    await first.ended;

    const again = start(env);
    await again.ready();
    const processes = processesOf(again.child);
    const ready = await fetch(`http://127.0.0.1:${env.API_PORT}/readyz`);
    expect(ready.status).toBe(200);
    again.child.kill('SIGINT');
    expect(await again.ended).toBe(0);
    expect(processes.filter(isAlive)).toEqual([]);
  },
);
