import { z } from 'zod';
import { areDrawnAtRandom, parseDataKeys } from './data-keys.ts';
import {
  aCount,
  aDatabase,
  aPort,
  aSecretOf,
  aText,
  aWebAddress,
  dataKeys,
  files,
  oneOf,
  proxies,
} from './kinds.ts';
import { VERIFICATION_CALLBACK } from './paths.ts';

export type ProcessName = 'migrate' | 'sandbox' | 'api' | 'web';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Setting {
  /** Reads the text of the variable. */
  readonly type: z.ZodType;
  readonly meaning: string;
  readonly readBy: readonly ProcessName[];
  /** Only the processes that read it are given it. */
  readonly secret?: true;
  /** The value if it is not set; `${NAME}` is another setting. Without one it must be set, unless its type is optional. */
  readonly fallback?: string;
  readonly production?: {
    /** The fallback in production; null if it must be set there. */
    readonly fallback?: string | null;
    /** What production has against a value, in words that follow the name; null if nothing. */
    readonly refuse?: (text: string, env: Environment) => string | null;
  };
}

const httpsOnly = (text: string) =>
  text.startsWith('https:') ? null : 'must be an https: address when NODE_ENV=production';

const notInProduction = () => 'must not be set when NODE_ENV=production: the sandbox signs anyone in';

/** Of sandbox.env. */
const PUBLISHED_SECRET = 'the-sandbox-keeps-no-secret-here-at-all';

/** Every variable that a process of this product reads. docs/settings.md is printed from it. */
export const SETTINGS = {
  NODE_ENV: {
    type: aText,
    meaning: '`production`: nothing starts on the sandbox, on published keys or on plain http',
    readBy: ['migrate', 'sandbox', 'api', 'web'],
    fallback: 'development',
  },
  WEB_PORT: { type: aPort, meaning: 'port of the site', readBy: ['web'], fallback: '3000' },
  API_PORT: { type: aPort, meaning: 'port of the API', readBy: ['api'], fallback: '4000' },
  SANDBOX_PORT: { type: aPort, meaning: 'port of the sandbox', readBy: ['sandbox'], fallback: '4100' },
  WEB_HOST: {
    type: aText,
    meaning: 'where the site listens; wider where a container or another host’s balancer has to reach it',
    readBy: ['web'],
    fallback: '127.0.0.1',
  },
  API_HOST: { type: aText, meaning: 'where the API listens', readBy: ['api'], fallback: '127.0.0.1' },
  SANDBOX_HOST: {
    type: aText,
    meaning: 'where the sandbox listens',
    readBy: ['sandbox'],
    fallback: '127.0.0.1',
  },
  WEB_ORIGIN: {
    type: aWebAddress,
    meaning: 'public address of the site',
    readBy: ['sandbox', 'api', 'web'],
    fallback: 'http://localhost:${WEB_PORT}',
    production: { fallback: null, refuse: httpsOnly },
  },
  API_ORIGIN: {
    type: aWebAddress,
    meaning: 'public address of the API: links to forms lead there',
    readBy: ['api'],
    fallback: 'http://localhost:${API_PORT}',
  },
  API_URL: {
    type: aWebAddress,
    meaning: 'where the site reaches the API',
    readBy: ['web'],
    fallback: 'http://127.0.0.1:${API_PORT}',
  },
  DATA_DIR: {
    type: aText,
    meaning: 'folder of the embedded database, of local keys and of the sandbox',
    readBy: ['sandbox'],
    fallback: '.data',
  },
  DATABASE_URL: {
    type: aDatabase,
    meaning:
      'a PostgreSQL 15 or newer, by the login that serves: it neither owns the tables nor may become their owner. `npm start` brings a database of its own where it is not set',
    readBy: ['migrate', 'sandbox', 'api'],
    secret: true,
  },
  MIGRATION_DATABASE_URL: {
    type: aDatabase,
    meaning: 'the same database, by the login that migrates',
    readBy: ['migrate'],
    secret: true,
    fallback: '${DATABASE_URL}',
    production: {
      fallback: null,
      refuse: (text, { DATABASE_URL: serving }) =>
        text === serving ? 'must be another login than that of DATABASE_URL when NODE_ENV=production' : null,
    },
  },
  DATA_KEYS: {
    type: dataKeys,
    meaning:
      '`index` is behind the blind indexes and stays the same for good; keys named `signing…` sign links, tickets and printed codes (the first one signs, older ones are still recognised); the first other one seals data, further ones open older data',
    readBy: ['api'],
    secret: true,
    production: {
      refuse: (text) =>
        areDrawnAtRandom(parseDataKeys(text)!)
          ? null
          : 'must be keys of your own: make each with openssl rand -base64 32 (docs/operations.md)',
    },
  },
  SESSION_SECRET: {
    type: aSecretOf(32),
    meaning: 'seals the cookies of the site',
    readBy: ['web'],
    secret: true,
    production: {
      refuse: (text) =>
        text === PUBLISHED_SECRET ? 'is the one of sandbox.env, which anybody can read: make your own' : null,
    },
  },
  OIDC_ISSUER: {
    type: aWebAddress,
    meaning: 'the city’s identity provider (OpenID Connect)',
    readBy: ['api', 'web'],
    production: { refuse: httpsOnly },
  },
  OIDC_AUDIENCE: {
    type: aText,
    meaning: 'what access tokens for the API are issued for',
    readBy: ['sandbox', 'api', 'web'],
  },
  OIDC_CLIENT_ID: { type: aText, meaning: 'the site’s name with the provider', readBy: ['sandbox', 'web'] },
  OIDC_CLIENT_SECRET: {
    type: aText,
    meaning: 'the site’s secret with the provider',
    readBy: ['sandbox', 'web'],
    secret: true,
  },
  SMS_GATEWAY_URL: {
    type: aWebAddress,
    meaning: 'takes SMS (docs/operations.md)',
    readBy: ['api'],
    production: { refuse: httpsOnly },
  },
  SMS_GATEWAY_TOKEN: {
    type: aText,
    meaning: 'what the API shows to the SMS gateway',
    readBy: ['sandbox', 'api'],
    secret: true,
  },
  VERIFY_GATEWAY_URL: {
    type: aWebAddress,
    meaning: 'verifies identity and hukou (docs/operations.md)',
    readBy: ['api'],
    production: { refuse: httpsOnly },
  },
  VERIFY_GATEWAY_TOKEN: {
    type: aText,
    meaning: 'what the API shows to the verification gateway',
    readBy: ['sandbox', 'api'],
    secret: true,
  },
  VERIFY_CALLBACK_URL: {
    type: aWebAddress,
    meaning: 'where the verification gateway answers',
    readBy: ['api'],
    fallback: `http://127.0.0.1:\${API_PORT}${VERIFICATION_CALLBACK}`,
    production: { fallback: null, refuse: httpsOnly },
  },
  VERIFY_CALLBACK_SECRET: {
    type: aText,
    meaning: 'what the verification gateway signs its answers with',
    readBy: ['sandbox', 'api'],
    secret: true,
    fallback: '${VERIFY_GATEWAY_TOKEN}',
  },
  WEBHOOK_LOOPBACK: {
    type: oneOf('on', 'off'),
    meaning: 'whether webhooks may lead to this machine, also by plain http: for the sandbox and tests',
    readBy: ['api'],
    fallback: 'off',
    production: {
      refuse: (text) => (text === 'on' ? 'must not be on when NODE_ENV=production' : null),
    },
  },
  RARE_GLYPH_FONTS: {
    type: files.optional(),
    meaning: 'font files for characters of names that the form’s own fonts lack',
    readBy: ['api'],
  },
  TRUSTED_PROXIES: {
    type: proxies,
    meaning: 'whose `X-Forwarded-For` the API believes',
    readBy: ['api'],
    fallback: 'loopback',
  },
  ADDRESS_HEADER: {
    type: aText.optional(),
    meaning: 'header in which the site finds a visitor’s address behind a proxy: `x-forwarded-for`',
    readBy: ['web'],
  },
  PLAYGROUND: {
    type: oneOf('on', 'off'),
    meaning: 'GraphiQL at `GET /graphql` in a browser',
    readBy: ['api'],
    fallback: 'on',
    production: { fallback: 'off' },
  },
  LOG_LEVEL: {
    type: oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
    meaning: 'what the API logs',
    readBy: ['api'],
    fallback: 'info',
  },
  SANDBOX: {
    type: oneOf('1').optional(),
    meaning: 'this product runs on made-up people, and every page says so',
    readBy: ['migrate', 'api', 'web'],
    production: { refuse: notInProduction },
  },
  SANDBOX_RECORDS: {
    type: aCount,
    meaning: 'how many made-up records a new sandbox begins with',
    readBy: ['migrate'],
    fallback: '300',
  },
  SANDBOX_URL: {
    type: aWebAddress,
    meaning: 'where a browser reaches the sandbox',
    readBy: ['sandbox', 'api', 'web'],
    fallback: 'http://localhost:${SANDBOX_PORT}',
    production: { refuse: notInProduction },
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;
