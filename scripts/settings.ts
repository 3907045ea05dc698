import { createServer } from 'node:net';
import { resolve } from 'node:path';
import pg from 'pg';
import { namesOf, readSettings as read } from '@enrolment/settings/read.ts';
import { SettingError } from '@enrolment/settings/setting-error.ts';
import type { Environment } from '@enrolment/settings/settings.ts';
import { PlainFailure, ROOT } from './command.ts';
import { localKeys } from './local-keys.ts';

const OLDEST_POSTGRES = 150_000;
const IDENTITY = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_AUDIENCE'];
const SMS = ['SMS_GATEWAY_URL', 'SMS_GATEWAY_TOKEN'];
const VERIFICATION = ['VERIFY_GATEWAY_URL', 'VERIFY_GATEWAY_TOKEN'];
const DOORS = [IDENTITY, SMS, VERIFICATION];

export interface Settings {
  /** Whether the sandbox stands in, because identity provider, SMS gateway or verification gateway are not set. */
  readonly sandbox: boolean;
  readonly ports: { readonly web: number; readonly api: number; readonly sandbox: number };
  readonly dataDir: string;
  /** Null for the embedded database. */
  readonly database: DatabaseAddresses | null;
  /** The environment of the processes, without the database's addresses. No process gets the secrets of another one. */
  readonly env: Environment;
}

export interface DatabaseAddresses {
  /** The login that serves; it is not the owner and cannot become the owner. */
  readonly serving: string;
  /** The login that migrates. */
  readonly owners: string;
}

/** Reads the settings of the whole stack and fills in what a local stack needs. */
export function readSettings(given: Environment): Settings {
  // An empty value counts as not set: compose files and CI forms pass such values.
  const env = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  if (env['NODE_ENV'] === 'production') return forProduction(env);
  const ports = portsOf(env);
  const dataDir = dataDirOf(env);
  const missing = (names: string[]) => names.filter((name) => env[name] === undefined);
  for (const group of DOORS) {
    const unset = missing(group);
    if (unset.length > 0 && unset.length < group.length) {
      throw new PlainFailure(
        `set ${unset.join(', ')} too, or none of ${group.join(', ')} to use the sandbox`,
      );
    }
  }
  const sandbox = missing(DOORS.flat()).length > 0;
  const needed = sandbox ? ports : { web: ports.web, api: ports.api };
  if (new Set(Object.values(needed)).size < Object.values(needed).length) {
    throw new PlainFailure('WEB_PORT, API_PORT and SANDBOX_PORT must be three different ports');
  }
  const filled = { ...localDefaults(ports, dataDir, sandbox), ...env };
  read(namesOf('api', 'web'), { DATABASE_URL: 'postgres://embedded', ...filled });
  return { sandbox, ports, dataDir, database: databaseOf(env), env: filled };
}

/** Fills in nothing and says what is missing. */
function forProduction(env: Environment): Settings {
  try {
    read(namesOf('migrate', 'api', 'web'), env);
  } catch (error) {
    if (!(error instanceof SettingError)) throw error;
    throw new PlainFailure(
      `NODE_ENV=production runs without sandbox and embedded database:\n${error.message}`,
    );
  }
  const [ports, dataDir] = [portsOf(env), dataDirOf(env)];
  return {
    sandbox: false,
    ports,
    dataDir,
    database: databaseOf(env),
    env: { ...placesOf(ports, dataDir), ...env },
  };
}

function portsOf(env: Environment): Settings['ports'] {
  const { WEB_PORT, API_PORT, SANDBOX_PORT } = read(['WEB_PORT', 'API_PORT', 'SANDBOX_PORT'], env);
  return { web: WEB_PORT, api: API_PORT, sandbox: SANDBOX_PORT };
}

const dataDirOf = (env: Environment) => resolve(ROOT, read(['DATA_DIR'], env).DATA_DIR);

/** Null for the embedded database. */
function databaseOf(env: Environment): DatabaseAddresses | null {
  const { DATABASE_URL: serving, MIGRATION_DATABASE_URL: owners } = env;
  // Migration has no address of its own, so it takes the other one. The API warns, and in production it does not start.
  return serving ? { serving, owners: owners ?? serving } : null;
}

const placesOf = (ports: Settings['ports'], dataDir: string): Environment => ({
  WEB_PORT: String(ports.web),
  API_PORT: String(ports.api),
  SANDBOX_PORT: String(ports.sandbox),
  DATA_DIR: dataDir,
});

function localDefaults(ports: Settings['ports'], dataDir: string, sandbox: boolean): Environment {
  const keys = localKeys(dataDir);
  const local = {
    ...placesOf(ports, dataDir),
    WEB_ORIGIN: `http://localhost:${ports.web}`,
    DATA_KEYS: keys.dataKeys,
    SESSION_SECRET: keys.sessionSecret,
    LOG_LEVEL: 'warn',
  };
  if (!sandbox) return local;
  const sandboxUrl = `http://localhost:${ports.sandbox}`;
  return {
    ...local,
    SANDBOX: '1',
    SANDBOX_URL: sandboxUrl,
    WEBHOOK_LOOPBACK: 'on',
    OIDC_ISSUER: `${sandboxUrl}/oidc`,
    OIDC_CLIENT_ID: 'enrolment-web',
    OIDC_CLIENT_SECRET: keys.oidcClientSecret,
    OIDC_AUDIENCE: 'urn:enrolment:api',
    SMS_GATEWAY_URL: `${sandboxUrl}/gateway/sms`,
    SMS_GATEWAY_TOKEN: keys.smsGatewayToken,
    VERIFY_GATEWAY_URL: `${sandboxUrl}/gateway/verification`,
    VERIFY_GATEWAY_TOKEN: keys.verifyGatewayToken,
  };
}

/** Refuses to start on a port where something else listens. */
export async function checkPorts({ ports, sandbox }: Settings): Promise<void> {
  const wanted: [string, number][] = [
    ['WEB_PORT', ports.web],
    ['API_PORT', ports.api],
  ];
  if (sandbox) wanted.push(['SANDBOX_PORT', ports.sandbox]);
  for (const [name, port] of wanted) {
    // It asks on ::1 as well: a browser that resolves localhost to it would meet another program.
    for (const host of ['127.0.0.1', '::1']) {
      const code = await tryToListen(port, host);
      if (code === 'EADDRINUSE') {
        throw new PlainFailure(
          `port ${port} is taken: end what listens on it, or set ${name} to another port`,
        );
      }
      if (code === 'EACCES') {
        throw new PlainFailure(`port ${port} may not be used by this user: set ${name} to a port above 1023`);
      }
    }
  }
}

function tryToListen(port: number, host: string): Promise<string | null> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? null));
    server.listen(port, host, () => server.close(() => done(null)));
  });
}

/** Checks that DATABASE_URL is a PostgreSQL that the product can work with. */
export async function checkDatabase(databaseUrl: string): Promise<void> {
  const { host } = new URL(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  let version: number;
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
    version = Number(rows[0]?.server_version_num);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new PlainFailure(
      `DATABASE_URL: ${host} does not answer (${message || code}): start it, or correct DATABASE_URL`,
    );
  } finally {
    await client.end().catch(() => {});
  }
  if (version < OLDEST_POSTGRES)
    throw new PlainFailure(`DATABASE_URL: ${host} is older than PostgreSQL 15: update it`);
}
