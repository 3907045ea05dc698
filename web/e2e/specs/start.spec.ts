import { afterEach, describe, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts } from '../support/started-product.js';

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

async function ownPorts() {
  const [web, api, sandbox] = await freePorts(3);
  return { WEB_PORT: String(web), API_PORT: String(api), SANDBOX_PORT: String(sandbox) };
}

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'enrolment-start-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs what `npm start` runs, or another script of the kind, without npm. */
function start(env: Record<string, string>, script = 'start') {
  const child = spawn('node', ['--import', './scripts/node-version.js', `scripts/${script}.ts`], {
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

const commandOf = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, 'utf8');

/** Returns the names of the secrets in the environment of the process that runs the given script. */
function secretsOf(pids: number[], script: string): string[] {
  const pid = pids.find((one) => commandOf(one).includes(script));
  return readFileSync(`/proc/${pid}/environ`, 'utf8')
    .split('\0')
    .map((entry) => entry.split('=')[0]!)
    .filter((name) => /^(MIGRATION_)?DATABASE_URL$|^DATA_KEYS$|_(TOKEN|SECRET)$/.test(name))
    .toSorted();
}

describe('what keeps it from starting is told in a line for each thing, with what to do, and exit code 1', () => {
  test.each([
    ['WEB_PORT', 'port', 'set WEB_PORT to another port'],
    ['API_PORT', 'port', 'set API_PORT to another port'],
    ['SANDBOX_PORT', 'port', 'set SANDBOX_PORT to another port'],
    ['DATABASE_URL', 'postgres://nobody:x@127.0.0.1:1/none', 'start it, or correct DATABASE_URL'],
    ['DATABASE_URL', 'mysql://localhost/x', 'DATABASE_URL must be a postgres: address'],
    ['DATA_KEYS', 'secret', 'DATA_KEYS must be id=base64 pairs'],
    ['SESSION_SECRET', 'short', 'SESSION_SECRET must have at least 32 characters'],
    ['OIDC_ISSUER', 'https://identity.example', 'set OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_AUDIENCE too'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of'],
    ['DATA_DIR', '/dev/null/data', 'DATA_DIR'],
  ])('%s=%s', async (name, value, told) => {
    const taken = await listen();
    ends.push(() => close(taken));
    const env = { ...(await ownPorts()), DATA_DIR: dataFolder() };
    const run = start({ ...env, [name]: value === 'port' ? String(portOf(taken)) : value });
    expect(await run.ended).toBe(1);
    const lines = run.output().trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(told);
  });

  test('production without settings', async () => {
    const run = start({ NODE_ENV: 'production' });
    expect(await run.ended).toBe(1);
    const [what, ...lines] = run.output().trim().split('\n');
    expect(what).toBe('NODE_ENV=production runs without sandbox and embedded database:');
    expect(lines).toContain('DATA_KEYS is not set (docs/settings.md)');
    expect(lines.filter((line) => !/^[A-Z_]+ is not set/.test(line))).toEqual([]);
  });
});

// The children of a process are read from /proc, so this needs Linux.
const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux(
  'Ctrl-C ends all of it within five seconds; after kill -9 of the whole, or of the API alone, it starts again by itself',
  async () => {
    const env = { ...(await ownPorts()), DATA_DIR: dataFolder() };
    const first = start(env);
    await first.ready();
    const all = [first.child.pid!, ...processesOf(first.child)];
    expect(all.length).toBeGreaterThanOrEqual(5);
    expect(secretsOf(all, 'web/server.js')).toEqual(['OIDC_CLIENT_SECRET', 'SESSION_SECRET']);
    expect(secretsOf(all, 'api/dist/main.js')).toEqual([
      'DATABASE_URL',
      'DATA_KEYS',
      'SMS_GATEWAY_TOKEN',
      'VERIFY_GATEWAY_TOKEN',
    ]);
    for (const pid of all) process.kill(pid, 'SIGKILL');
    await first.ended;

    const again = start(env);
    await again.ready();
    const apiStatus = () =>
      fetch(`http://127.0.0.1:${env.API_PORT}/readyz`).then(
        ({ status }) => status,
        () => null,
      );
    expect(await apiStatus()).toBe(200);
    // Only the API is killed. It is started again and answers.
    const killed = processesOf(again.child).find((pid) => commandOf(pid).includes('api/dist/main.js'))!;
    process.kill(killed, 'SIGKILL');
    while (isAlive(killed) || (await apiStatus()) !== 200) await sleep(50);
    expect(again.output()).toContain('api ended (SIGKILL), starts again in 0.1 s');
    const processes = processesOf(again.child);
    again.child.kill('SIGINT');
    expect(await again.ended).toBe(0);
    expect(processes.filter(isAlive)).toEqual([]);
  },
);

onLinux(
  'npm run dev serves pages and the playground from the sources, and Ctrl-C ends the compiler, too',
  async () => {
    const env = { ...(await ownPorts()), DATA_DIR: dataFolder(), SANDBOX_RECORDS: '0' };
    const run = start(env, 'dev');
    await run.ready();
    const processes = processesOf(run.child);
    expect(processes.filter((pid) => commandOf(pid).includes('--watch'))).toHaveLength(1);
    const read = async (address: string) => {
      const answer = await fetch(address, { headers: { 'accept-language': 'zh-CN', accept: 'text/html' } });
      return { status: answer.status, text: await answer.text() };
    };
    const portal = await read(`http://localhost:${env.WEB_PORT}/`);
    expect(portal.status).toBe(200);
    expect(portal.text).toContain('东城区');
    // The page names its sources, which Vite compiles when a browser asks for them.
    expect(portal.text).toContain('/@fs/');
    expect((await read(`http://localhost:${env.API_PORT}/graphql`)).status).toBe(200);
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    expect(processes.filter(isAlive)).toEqual([]);
  },
);
