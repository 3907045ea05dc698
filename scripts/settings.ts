import { createServer } from 'node:net';
import { resolve } from 'node:path';
import pg from 'pg';
import { readConfig as readApiConfig, readPort } from '../api/src/config.ts';
import { readConfig as readWebConfig } from '../web/src/lib/server/config.ts';
import { PlainFailure, ROOT } from './command.ts';
import { localKeys } from './local-keys.ts';

const OLDEST_POSTGRES = 150_000;
const IDENTITY = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_AUDIENCE'];
const SMS = ['SMS_GATEWAY_URL', 'SMS_GATEWAY_TOKEN'];
const VERIFICATION = ['VERIFY_GATEWAY_URL', 'VERIFY_GATEWAY_TOKEN'];
const DOORS = [IDENTITY, SMS, VERIFICATION];
const PRODUCTION = [
  'DATABASE_URL',
  ...DOORS.flat(),
  'VERIFY_CALLBACK_URL',
  'DATA_KEYS',
  'SESSION_SECRET',
  'WEB_ORIGIN',
];

export type Environment = Record<string, string | undefined>;

export interface Settings {
  /** Identity provider, SMS or verification gateway are not set: the sandbox stands in. */
  readonly sandbox: boolean;
  readonly ports: { readonly web: number; readonly api: number; readonly sandbox: number };
  readonly dataDir: string;
  /** Null: the embedded one. */
  readonly databaseUrl: string | null;
  /** What every process is started with, but for the database's address. */
  readonly env: Environment;
}

/** Reads the settings of the whole stack, fills in what a local one needs, and lets each process's own reader judge. */
export function readSettings(given: Environment): Settings {
  // Set but empty is not set: compose files and CI forms pass such values.
  const env = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const ports = {
    web: readPort(env, 'WEB_PORT', 3000),
    api: readPort(env, 'API_PORT', 4000),
    sandbox: readPort(env, 'SANDBOX_PORT', 4100),
  };
  const dataDir = resolve(ROOT, env['DATA_DIR'] ?? '.data');
  const databaseUrl = env['DATABASE_URL'] ?? null;
  const missing = (names: string[]) => names.filter((name) => env[name] === undefined);
  if (env['NODE_ENV'] === 'production') {
    const unset = missing(PRODUCTION);
    if (unset.length > 0) {
      throw new PlainFailure(
        `NODE_ENV=production runs without sandbox and embedded database: set ${unset.join(', ')} (docs/operations.md)`,
      );
    }
  }
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
  const settings: Settings = {
    sandbox,
    ports,
    dataDir,
    databaseUrl,
    env: { ...localDefaults(env, ports, dataDir, sandbox), ...env },
  };
  if (new Set(Object.values(needed)).size < Object.values(needed).length) {
    throw new PlainFailure('WEB_PORT, API_PORT and SANDBOX_PORT must be three different ports');
  }
  readApiConfig({ DATABASE_URL: 'postgres://embedded', ...settings.env });
  readWebConfig(settings.env);
  return settings;
}

function localDefaults(
  env: Environment,
  ports: Settings['ports'],
  dataDir: string,
  sandbox: boolean,
): Environment {
  const common = {
    WEB_PORT: String(ports.web),
    API_PORT: String(ports.api),
    SANDBOX_PORT: String(ports.sandbox),
    WEB_ORIGIN: `http://localhost:${ports.web}`,
    DATA_DIR: dataDir,
  };
  if (env['NODE_ENV'] === 'production') return common;
  const keys = localKeys(dataDir);
  const local = {
    ...common,
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

/** Refuses to start where something else listens already. */
export async function checkPorts({ ports, sandbox }: Settings): Promise<void> {
  const wanted: [string, number][] = [
    ['WEB_PORT', ports.web],
    ['API_PORT', ports.api],
  ];
  if (sandbox) wanted.push(['SANDBOX_PORT', ports.sandbox]);
  for (const [name, port] of wanted) {
    // On ::1, too: a browser that takes localhost for it would meet a stranger.
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

/** Is DATABASE_URL a PostgreSQL that we can work with? */
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
