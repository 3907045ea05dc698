/** The settings of the site, checked once. Read by server.js before it listens, and by the pages' server side. */
export interface Config {
  port: number;
  /** Where it listens: 127.0.0.1, unless a container or another host's balancer has to reach it. */
  host: string;
  /** What people type into the address bar: scheme, host, port. */
  origin: URL;
  apiUrl: URL;
  production: boolean;
  sessionSecret: string;
  identity: { issuer: URL; clientId: string; clientSecret: string; audience: string };
  /** The sandbox's own pages, where this site runs on made-up people; null everywhere else. */
  sandboxUrl: URL | null;
}

export class BadSetting extends Error {
  override name = 'BadSetting';
}

export type Environment = Readonly<Record<string, string | undefined>>;

export function readConfig(env: Environment): Config {
  const port = readPort(env, 'WEB_PORT', 3000);
  const apiPort = readPort(env, 'API_PORT', 4000);
  const production = env['NODE_ENV'] === 'production';
  const sandboxUrl = env['SANDBOX'] === '1' ? readUrl(env, 'SANDBOX_URL', 'http://localhost:4100') : null;
  const config: Config = {
    port,
    host: env['WEB_HOST'] || '127.0.0.1',
    origin: readUrl(env, 'WEB_ORIGIN', `http://localhost:${port}`),
    apiUrl: readUrl(env, 'API_URL', `http://127.0.0.1:${apiPort}`),
    production,
    sessionSecret: readSecret(env, 'SESSION_SECRET'),
    identity: {
      issuer: readUrl(env, 'OIDC_ISSUER'),
      clientId: readText(env, 'OIDC_CLIENT_ID'),
      clientSecret: readText(env, 'OIDC_CLIENT_SECRET'),
      audience: readText(env, 'OIDC_AUDIENCE'),
    },
    sandboxUrl,
  };
  if (production) refuseSandbox(config, env);
  return config;
}

/** A production site with made-up people behind its sign-in would look real: it must not start. */
function refuseSandbox(config: Config, env: Environment): void {
  if (config.sandboxUrl)
    throw new BadSetting('SANDBOX=1 cannot be used with NODE_ENV=production: unset one of them.');
  const { issuer } = config.identity;
  if (env['SANDBOX_URL'] && issuer.origin === new URL(env['SANDBOX_URL']).origin) {
    throw new BadSetting(
      'OIDC_ISSUER points to the sandbox, but NODE_ENV is production: set the real provider.',
    );
  }
  for (const [name, url] of [
    ['OIDC_ISSUER', issuer],
    ['WEB_ORIGIN', config.origin],
  ] as const) {
    if (url.protocol !== 'https:')
      throw new BadSetting(`${name} must start with https:// when NODE_ENV=production.`);
  }
}

function readText(env: Environment, name: string): string {
  const value = env[name];
  if (!value) throw new BadSetting(`${name} is not set.`);
  return value;
}

function readSecret(env: Environment, name: string): string {
  const value = readText(env, name);
  if (value.length < 32) throw new BadSetting(`${name} must have at least 32 characters.`);
  return value;
}

function readUrl(env: Environment, name: string, fallback?: string): URL {
  const value = env[name] || fallback;
  if (!value) throw new BadSetting(`${name} is not set.`);
  const url = URL.parse(value);
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new BadSetting(`${name} must be an http or https address.`);
  }
  return url;
}

function readPort(env: Environment, name: string, fallback: number): number {
  const value = env[name] || String(fallback);
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port < 1 || port > 65535) {
    throw new BadSetting(`${name} must be a port number from 1 to 65535.`);
  }
  return port;
}

let current: Config | undefined;

/** The settings of this process. Not read when the module loads: a build has none. */
export function config(): Config {
  current ??= readConfig(process.env);
  return current;
}
