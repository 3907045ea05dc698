import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { parseEnv } from 'node:util';
import { parseDataKeys } from './data-keys.js';
import { namesOf, readSettings, readSettingsOf, withoutSecretsOfOthers } from './read.js';
import { SETTINGS, type Setting } from './settings.js';

const ALL = namesOf('migrate', 'sandbox', 'api', 'web');
const read = (env: Record<string, string | undefined>) => readSettings(ALL, env);
const told = (env: Record<string, string | undefined>, names = ALL): string[] => {
  try {
    readSettings(names, env);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
};

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const drawn = () => randomBytes(32).toString('base64');
const LOCAL = {
  DATABASE_URL: 'postgres://localhost/enrolment',
  DATA_KEYS: `index=${key(1)},signing-1=${key(3)},one=${key(2)}`,
  SESSION_SECRET: 'a secret of the tests, long enough',
  OIDC_ISSUER: 'http://localhost:4100/oidc',
  OIDC_CLIENT_ID: 'enrolment-web',
  OIDC_CLIENT_SECRET: 'secret',
  OIDC_AUDIENCE: 'urn:enrolment:api',
  SMS_GATEWAY_URL: 'http://localhost:4100/gateway/sms',
  SMS_GATEWAY_TOKEN: 'x',
  VERIFY_GATEWAY_URL: 'http://localhost:4100/gateway/verification',
  VERIFY_GATEWAY_TOKEN: 'y',
};
const REAL = {
  ...LOCAL,
  NODE_ENV: 'production',
  MIGRATION_DATABASE_URL: 'postgres://owner@localhost/enrolment',
  DATA_KEYS: `index=${drawn()},signing-1=${drawn()},one=${drawn()}`,
  WEB_ORIGIN: 'https://enrolment.example',
  OIDC_ISSUER: 'https://identity.example',
  SMS_GATEWAY_URL: 'https://sms.example',
  VERIFY_GATEWAY_URL: 'https://verification.example',
  VERIFY_CALLBACK_URL: 'https://enrolment.example/callbacks/verification',
};

describe('the settings', () => {
  test('have defaults, which may name each other', () => {
    expect(read({ ...LOCAL, WEB_PORT: '3210', API_PORT: '4210' })).toMatchObject({
      WEB_PORT: 3210,
      WEB_ORIGIN: 'http://localhost:3210',
      API_ORIGIN: 'http://localhost:4210',
      API_URL: 'http://127.0.0.1:4210',
      VERIFY_CALLBACK_URL: 'http://127.0.0.1:4210/callbacks/verification',
      VERIFY_CALLBACK_SECRET: 'y',
      MIGRATION_DATABASE_URL: LOCAL.DATABASE_URL,
      PLAYGROUND: 'on',
      TRUSTED_PROXIES: 'loopback',
      LOG_LEVEL: 'info',
      SANDBOX: undefined,
    });
  });

  test('that are empty are those that are not set', () => {
    const empty = { PLAYGROUND: '', TRUSTED_PROXIES: '', LOG_LEVEL: '', API_ORIGIN: '', SANDBOX: '' };
    expect(read({ ...LOCAL, ...empty })).toEqual(read(LOCAL));
  });

  test('are told all that is wrong with them at once, in a line for each', () => {
    expect(told({ ...LOCAL, API_PORT: '0', OIDC_CLIENT_ID: '', LOG_LEVEL: 'loud' })).toEqual([
      'API_PORT must be a port between 1 and 65535',
      'OIDC_CLIENT_ID is not set (docs/settings.md)',
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent',
    ]);
  });

  test.each([
    ['API_PORT', 'four thousand', 'API_PORT must be a port between 1 and 65535'],
    ['WEB_PORT', '65536', 'WEB_PORT must be a port between 1 and 65535'],
    ['DATABASE_URL', 'mysql://localhost/x', 'DATABASE_URL must be a postgres: address'],
    ['DATABASE_URL', '', 'DATABASE_URL is not set (docs/settings.md)'],
    ['DATA_KEYS', 'secret', 'DATA_KEYS must be id=base64 pairs of 32 bytes'],
    [
      'DATA_KEYS',
      `index=${key(1)},signing-1=${key(2)},one=AAAA`,
      'DATA_KEYS must be id=base64 pairs of 32 bytes',
    ],
    ['DATA_KEYS', `index=${key(1)},signing-1=${key(2)}`, 'and at least one other'],
    ['DATA_KEYS', `index=${key(1)},one=${key(2)}`, 'at least one with an id such as signing-1'],
    ['DATA_KEYS', `signing-1=${key(1)},two=${key(2)}`, 'one with the id index'],
    ['SESSION_SECRET', 'short', 'SESSION_SECRET must have at least 32 characters'],
    ['OIDC_ISSUER', 'identity', 'OIDC_ISSUER must be an http: or https: address'],
    ['SMS_GATEWAY_URL', 'ftp://sms', 'SMS_GATEWAY_URL must be an http: or https: address'],
    ['VERIFY_CALLBACK_URL', 'here', 'VERIFY_CALLBACK_URL must be an http: or https: address'],
    ['API_ORIGIN', 'enrolment', 'API_ORIGIN must be an http: or https: address'],
    ['WEB_ORIGIN', 'enrolment.example', 'WEB_ORIGIN must be an http: or https: address'],
    ['PLAYGROUND', 'yes', 'PLAYGROUND must be one of on, off'],
    ['SANDBOX', 'yes', 'SANDBOX must be one of 1'],
    ['TRUSTED_PROXIES', 'the balancer', 'TRUSTED_PROXIES must be addresses'],
    ['TRUSTED_PROXIES', '10.0.0.0/33', 'TRUSTED_PROXIES must be addresses'],
    [
      'RARE_GLYPH_FONTS',
      '/nowhere/font.ttf',
      'RARE_GLYPH_FONTS names /nowhere/font.ttf, which cannot be read',
    ],
  ])('%s=%s is told by name', (name, value, message) => {
    const lines = told({ ...LOCAL, [name]: value }, [name as (typeof ALL)[number]]);
    expect(lines).toEqual([expect.stringContaining(message)]);
  });

  test('name proxies by range, address and network', () => {
    for (const TRUSTED_PROXIES of ['loopback', '10.0.0.1', '10.0.0.0/8, fd00::/8,uniquelocal'])
      expect(read({ ...LOCAL, TRUSTED_PROXIES }).TRUSTED_PROXIES).toBe(TRUSTED_PROXIES);
  });

  test('name the keys for signatures by their ids, the newest first', () => {
    const [index, newer, older, one] = [key(1), key(2), key(3), key(4)];
    const base64 = (buffers: readonly Buffer[]) => buffers.map((buffer) => buffer.toString('base64'));
    const keys = parseDataKeys(`index=${index},signing-2=${newer},one=${one},signing-1=${older}`)!;
    expect(base64(keys.signing)).toEqual([newer, older]);
    expect([...keys.masters.keys()]).toEqual(['one']);
  });

  test('are read by each process for itself: what another one needs is not missed', () => {
    const { DATA_KEYS: _keys, DATABASE_URL: _url, ...ofTheSite } = LOCAL;
    expect(readSettingsOf('web', ofTheSite).API_URL).toBe('http://127.0.0.1:4000');
    expect(() => readSettingsOf('api', ofTheSite)).toThrow('DATABASE_URL is not set');
  });

  test('that are secret are given to those alone who read them', () => {
    const secrets = ALL.filter((name) => (SETTINGS[name] as Setting).secret);
    const all = { PATH: '/bin', ...Object.fromEntries(ALL.map((name) => [name, 'x'])) };
    const held = Object.keys(withoutSecretsOfOthers('web', all));
    expect(held.filter((name) => secrets.some((secret) => secret === name))).toEqual([
      'SESSION_SECRET',
      'OIDC_CLIENT_SECRET',
    ]);
    expect(held).toContain('PATH');
  });
});

describe('production', () => {
  test('starts on real settings', () => {
    expect(read(REAL)).toMatchObject({ NODE_ENV: 'production', PLAYGROUND: 'off' });
  });

  test('is not filled in: what only a local start may leave out is told', () => {
    expect(
      told({ NODE_ENV: 'production' }, namesOf('migrate', 'api', 'web')).map((line) => line.split(' ')[0]),
    ).toEqual([
      'WEB_ORIGIN',
      'DATABASE_URL',
      'MIGRATION_DATABASE_URL',
      'DATA_KEYS',
      'SESSION_SECRET',
      'OIDC_ISSUER',
      'OIDC_AUDIENCE',
      'OIDC_CLIENT_ID',
      'OIDC_CLIENT_SECRET',
      'SMS_GATEWAY_URL',
      'SMS_GATEWAY_TOKEN',
      'VERIFY_GATEWAY_URL',
      'VERIFY_GATEWAY_TOKEN',
      'VERIFY_CALLBACK_URL',
      'VERIFY_CALLBACK_SECRET',
    ]);
  });

  test('takes nothing from the sandbox', () => {
    expect(told({ ...REAL, SANDBOX: '1' })).toEqual([expect.stringMatching(/^SANDBOX must not be set/)]);
    expect(told({ ...REAL, WEBHOOK_LOOPBACK: 'on' })).toEqual([
      expect.stringMatching(/^WEBHOOK_LOOPBACK must not be on/),
    ]);
    expect(told({ ...REAL, SANDBOX_URL: 'https://sandbox.example' })).toEqual([
      expect.stringMatching(/^SANDBOX_URL must not be set/),
    ]);
  });

  test.each(['OIDC_ISSUER', 'SMS_GATEWAY_URL', 'VERIFY_GATEWAY_URL', 'VERIFY_CALLBACK_URL', 'WEB_ORIGIN'])(
    'takes no plain http as %s',
    (name) => {
      expect(told({ ...REAL, [name]: 'http://localhost:4100/x' })).toEqual([
        `${name} must be an https: address when NODE_ENV=production`,
      ]);
    },
  );

  test('does not migrate by the login that serves', () => {
    expect(told({ ...REAL, MIGRATION_DATABASE_URL: REAL.DATABASE_URL })).toEqual([
      expect.stringMatching(/^MIGRATION_DATABASE_URL must be another login/),
    ]);
  });

  test('holds no key that anybody can know', () => {
    const published = parseEnv(readFileSync(new URL('../../sandbox.env', import.meta.url), 'utf8'));
    const twice = drawn();
    for (const DATA_KEYS of [
      published.DATA_KEYS!,
      `index=${key(0)},signing=${drawn()},one=${drawn()}`,
      `index=${drawn()},signing=${drawn()},one=${key(0)}`,
      `index=${drawn()},signing=${key(7)},one=${drawn()}`,
      `index=${twice},signing=${drawn()},one=${twice}`,
      // The key of the indexes signs nothing, nor did it before.
      `index=${twice},signing=${twice},one=${drawn()}`,
      `index=${twice},signing-2=${drawn()},signing-1=${twice},one=${drawn()}`,
    ]) {
      expect(told({ ...REAL, DATA_KEYS })).toEqual([
        expect.stringMatching(/^DATA_KEYS must be keys of your own/),
      ]);
      expect(read({ ...LOCAL, DATA_KEYS }).DATA_KEYS).toBe(DATA_KEYS);
    }
    expect(told({ ...REAL, DATA_KEYS: `index=${drawn()},signing=${drawn()},one=${drawn()}` })).toEqual([]);
    expect(told({ ...REAL, SESSION_SECRET: published.SESSION_SECRET })).toEqual([
      expect.stringMatching(/^SESSION_SECRET is the one of sandbox.env/),
    ]);
  });
});
