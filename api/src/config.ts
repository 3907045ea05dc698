import { accessSync, constants } from 'node:fs';
import { isIP } from 'node:net';

/** A setting that cannot be worked with: told in one line, exit 1. */
export class SettingError extends Error {}

export interface Config {
  readonly production: boolean;
  readonly sandboxUrl: string | null;
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly dataKeys: string;
  readonly oidc: { issuer: string; audience: string };
  readonly sms: { url: string; token: string };
  readonly verification: { url: string; token: string; callbackUrl: string; callbackSecret: string };
  readonly forms: FormSettings;
  readonly playground: boolean;
  readonly trustedProxies: string;
  readonly logLevel: string;
}

export interface FormSettings {
  /** Where people reach the API: links to forms lead there. */
  readonly apiOrigin: string;
  /** Where people reach the site: the code on a form leads there. */
  readonly webOrigin: string;
  /** Files of fonts for characters that the fonts of the packages lack. */
  readonly rareGlyphFonts: readonly string[];
}

/** Where the verification gateway calls back. */
export const VERIFICATION_CALLBACK = '/callbacks/verification';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
const PROXY_RANGES = ['loopback', 'linklocal', 'uniquelocal'];

type Env = Readonly<Record<string, string | undefined>>;

/** Reads and checks the environment (docs/operations.md lists the variables). */
export function readConfig(env: Env): Config {
  const need = (name: string): string => {
    const value = env[name];
    if (!value) throw new SettingError(`${name} is not set: see docs/operations.md`);
    return value;
  };
  const url = (name: string, protocols: string[]): string => {
    const value = need(name);
    if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
      throw new SettingError(`${name} is not a ${protocols.join(' or ')} address`);
    }
    return value;
  };
  const origin = (name: string, fallback: string): string =>
    new URL(env[name] ? url(name, ['http:', 'https:']) : fallback).origin;
  const oneOf = (name: string, choices: readonly string[], fallback: string): string => {
    const value = env[name] || fallback;
    if (!choices.includes(value)) throw new SettingError(`${name} must be one of ${choices.join(', ')}`);
    return value;
  };
  const production = env.NODE_ENV === 'production';
  const sandboxUrl = env.SANDBOX_URL || null;
  const port = readPort(env, 'API_PORT', 4000);
  const config: Config = {
    production,
    sandboxUrl,
    host: env.API_HOST || '127.0.0.1',
    port,
    databaseUrl: url('DATABASE_URL', ['postgres:', 'postgresql:']),
    dataKeys: need('DATA_KEYS'),
    oidc: { issuer: url('OIDC_ISSUER', ['http:', 'https:']), audience: need('OIDC_AUDIENCE') },
    sms: { url: url('SMS_GATEWAY_URL', ['http:', 'https:']), token: need('SMS_GATEWAY_TOKEN') },
    verification: {
      url: url('VERIFY_GATEWAY_URL', ['http:', 'https:']),
      token: need('VERIFY_GATEWAY_TOKEN'),
      callbackUrl: env.VERIFY_CALLBACK_URL
        ? url('VERIFY_CALLBACK_URL', ['http:', 'https:'])
        : `http://127.0.0.1:${port}${VERIFICATION_CALLBACK}`,
      callbackSecret: env.VERIFY_CALLBACK_SECRET || need('VERIFY_GATEWAY_TOKEN'),
    },
    forms: {
      apiOrigin: origin('API_ORIGIN', `http://localhost:${port}`),
      webOrigin: production
        ? new URL(url('WEB_ORIGIN', ['https:'])).origin
        : origin('WEB_ORIGIN', `http://localhost:${readPort(env, 'WEB_PORT', 3000)}`),
      rareGlyphFonts: readFiles(env, 'RARE_GLYPH_FONTS'),
    },
    playground: oneOf('PLAYGROUND', ['on', 'off'], production ? 'off' : 'on') === 'on',
    trustedProxies: readProxies(env, 'TRUSTED_PROXIES'),
    logLevel: oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
  };
  readDataKeys(config.dataKeys);
  if (production) refuseSandbox(env, config);
  return config;
}

export function readPort(env: Env, name: string, fallback: number): number {
  const port = Number(env[name] ?? fallback);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new SettingError(`${name} must be a port between 1 and 65535`);
  }
  return port;
}

/** DATA_KEYS, `id=base64,…` of 32 bytes each: `index` is the root, the first other one the master key in force. */
export function readDataKeys(setting: string): { root: Buffer; masters: Map<string, Buffer> } {
  const masters = new Map<string, Buffer>();
  for (const entry of setting.split(',')) {
    const [id = '', value = ''] = entry.trim().split(/=(.*)/s);
    const key = Buffer.from(value, 'base64');
    if (!/^[\w-]{1,40}$/.test(id) || key.length !== 32) {
      throw new SettingError('DATA_KEYS must be id=base64 pairs of 32 bytes each, separated by commas');
    }
    masters.set(id, key);
  }
  const root = masters.get('index');
  masters.delete('index');
  if (!root || masters.size === 0) {
    throw new SettingError('DATA_KEYS needs a key with the id index and at least one other');
  }
  return { root, masters };
}

/** Addresses, networks and names of ranges, separated by commas. */
function readProxies(env: Env, name: string): string {
  const value = env[name] || 'loopback';
  const known = value.split(',').every((entry) => {
    const [address = '', length = '0', ...more] = entry.trim().split('/');
    if (PROXY_RANGES.includes(entry.trim())) return true;
    const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)]!;
    return /^\d{1,3}$/.test(length) && Number(length) <= longest && more.length === 0;
  });
  if (!known) {
    throw new SettingError(
      `${name} must be addresses, networks such as 10.0.0.0/8, or ${PROXY_RANGES.join(', ')}`,
    );
  }
  return value;
}

/** Paths, separated by commas; each is there and can be read. */
function readFiles(env: Env, name: string): string[] {
  const paths = (env[name] ?? '').split(',').map((path) => path.trim());
  return paths
    .filter((path) => path !== '')
    .map((path) => {
      try {
        accessSync(path, constants.R_OK);
        return path;
      } catch {
        throw new SettingError(`${name}: ${path} cannot be read`);
      }
    });
}

/** The sandbox signs anyone in: in production nothing may come from it. */
function refuseSandbox(env: Env, config: Config): void {
  if (env.SANDBOX || config.sandboxUrl) {
    throw new SettingError(
      'NODE_ENV=production does not start with the sandbox: unset SANDBOX and SANDBOX_URL',
    );
  }
  for (const [name, value] of [
    ['OIDC_ISSUER', config.oidc.issuer],
    ['SMS_GATEWAY_URL', config.sms.url],
    ['VERIFY_GATEWAY_URL', config.verification.url],
    ['VERIFY_CALLBACK_URL', config.verification.callbackUrl],
  ] as const) {
    if (new URL(value).protocol !== 'https:') {
      throw new SettingError(`${name} must be an https address when NODE_ENV=production`);
    }
  }
}
