import { describe, expect, test } from '@jest/globals';
import { readConfig } from './config.js';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const LOCAL = {
  DATABASE_URL: 'postgres://localhost/enrolment',
  DATA_KEYS: `index=${key(1)},one=${key(2)}`,
  OIDC_ISSUER: 'http://localhost:4100/oidc',
  OIDC_AUDIENCE: 'urn:enrolment:api',
  SMS_GATEWAY_URL: 'http://localhost:4100/gateway/sms',
  SMS_GATEWAY_TOKEN: 'x',
  VERIFY_GATEWAY_URL: 'http://localhost:4100/gateway/verification',
  VERIFY_GATEWAY_TOKEN: 'x',
};
const REAL = {
  ...LOCAL,
  NODE_ENV: 'production',
  WEB_ORIGIN: 'https://enrolment.example',
  OIDC_ISSUER: 'https://identity.example',
  SMS_GATEWAY_URL: 'https://sms.example',
  VERIFY_GATEWAY_URL: 'https://verification.example',
  VERIFY_CALLBACK_URL: 'https://enrolment.example/callbacks/verification',
};

describe('the settings of the API', () => {
  test('that are empty are those that are not set', () => {
    const empty = { PLAYGROUND: '', TRUSTED_PROXIES: '', LOG_LEVEL: '', API_ORIGIN: '', SANDBOX_URL: '' };
    expect(readConfig({ ...LOCAL, ...empty })).toEqual(readConfig(LOCAL));
    expect(readConfig(LOCAL)).toMatchObject({
      playground: true,
      trustedProxies: 'loopback',
      logLevel: 'info',
    });
  });

  test.each([
    ['API_PORT', 'four thousand', 'API_PORT must be a port'],
    ['API_PORT', '0', 'API_PORT must be a port'],
    ['DATABASE_URL', 'mysql://localhost/x', 'DATABASE_URL is not a postgres:'],
    ['DATABASE_URL', '', 'DATABASE_URL is not set'],
    ['DATA_KEYS', 'secret', 'DATA_KEYS must be id=base64 pairs of 32 bytes'],
    ['DATA_KEYS', `index=${key(1)},one=AAAA`, 'DATA_KEYS must be id=base64 pairs of 32 bytes'],
    ['DATA_KEYS', `index=${key(1)}`, 'DATA_KEYS needs a key with the id index and at least one other'],
    ['OIDC_ISSUER', 'identity', 'OIDC_ISSUER is not a http: or https: address'],
    ['SMS_GATEWAY_URL', 'ftp://sms', 'SMS_GATEWAY_URL is not a http: or https: address'],
    ['VERIFY_CALLBACK_URL', 'here', 'VERIFY_CALLBACK_URL is not a http: or https: address'],
    ['API_ORIGIN', 'enrolment', 'API_ORIGIN is not a http: or https: address'],
    ['PLAYGROUND', 'yes', 'PLAYGROUND must be one of on, off'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of trace'],
    ['TRUSTED_PROXIES', 'the balancer', 'TRUSTED_PROXIES must be addresses'],
    ['TRUSTED_PROXIES', '10.0.0.0/33', 'TRUSTED_PROXIES must be addresses'],
    ['RARE_GLYPH_FONTS', '/nowhere/font.ttf', 'RARE_GLYPH_FONTS: /nowhere/font.ttf cannot be read'],
  ])('%s=%s is told by name', (name, value, message) => {
    expect(() => readConfig({ ...LOCAL, [name]: value })).toThrow(message);
  });

  test('name proxies by range, address and network', () => {
    for (const TRUSTED_PROXIES of ['loopback', '10.0.0.1', '10.0.0.0/8, fd00::/8,uniquelocal'])
      expect(readConfig({ ...LOCAL, TRUSTED_PROXIES }).trustedProxies).toBe(TRUSTED_PROXIES);
  });

  test('of production are real ones, and nothing of the sandbox is among them', () => {
    expect(readConfig(REAL)).toMatchObject({ production: true, playground: false });
    expect(() => readConfig({ ...REAL, SANDBOX: '1' })).toThrow('does not start with the sandbox');
    expect(() => readConfig({ ...REAL, SANDBOX_URL: 'https://sandbox.example' })).toThrow('sandbox');
    for (const name of [
      ...['OIDC_ISSUER', 'SMS_GATEWAY_URL', 'VERIFY_GATEWAY_URL', 'VERIFY_CALLBACK_URL', 'WEB_ORIGIN'],
    ]) {
      expect(() => readConfig({ ...REAL, [name]: 'http://localhost:4100/x' })).toThrow(`${name} `);
    }
    expect(() => readConfig({ ...REAL, DATA_KEYS: undefined })).toThrow('DATA_KEYS is not set');
  });
});
