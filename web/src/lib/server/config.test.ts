import { describe, expect, test } from '@jest/globals';
import { readConfig, type Environment } from './config.ts';

const LOCAL: Environment = {
  SESSION_SECRET: 'a secret of the tests, long enough',
  OIDC_ISSUER: 'http://localhost:4100/oidc',
  OIDC_CLIENT_ID: 'enrolment-web',
  OIDC_CLIENT_SECRET: 'secret',
  OIDC_AUDIENCE: 'urn:enrolment:api',
};
const PRODUCTION: Environment = {
  ...LOCAL,
  NODE_ENV: 'production',
  WEB_ORIGIN: 'https://enrolment.example',
  OIDC_ISSUER: 'https://identity.example',
};

describe('the settings', () => {
  test('have defaults for ports and addresses', () => {
    const { port, host, origin, apiUrl, sandboxUrl, production } = readConfig(LOCAL);
    expect([port, host, origin.href, apiUrl.href, sandboxUrl, production]).toEqual([
      3000,
      '127.0.0.1',
      'http://localhost:3000/',
      'http://127.0.0.1:4000/',
      null,
      false,
    ]);
    expect(readConfig({ ...LOCAL, WEB_PORT: '3210' }).origin.href).toBe('http://localhost:3210/');
  });

  test.each([
    ['WEB_PORT', 'eighty', 'WEB_PORT must be a port number'],
    ['WEB_PORT', '65536', 'WEB_PORT must be a port number'],
    ['WEB_ORIGIN', 'enrolment.example', 'WEB_ORIGIN must be an http or https address'],
    ['API_URL', 'ftp://api', 'API_URL must be an http or https address'],
    ['SESSION_SECRET', 'short', 'SESSION_SECRET must have at least 32 characters'],
    ['OIDC_CLIENT_ID', '', 'OIDC_CLIENT_ID is not set'],
    ['OIDC_ISSUER', undefined, 'OIDC_ISSUER is not set'],
  ])('%s=%s is told by name', (name, value, message) => {
    expect(() => readConfig({ ...LOCAL, [name]: value })).toThrow(message);
  });

  test('production starts on a real provider, and refuses everything of the sandbox', () => {
    expect(readConfig(PRODUCTION).production).toBe(true);
    expect(() => readConfig({ ...PRODUCTION, SANDBOX: '1' })).toThrow('SANDBOX=1');
    expect(() =>
      readConfig({ ...PRODUCTION, SANDBOX_URL: 'https://s.example', OIDC_ISSUER: 'https://s.example/oidc' }),
    ).toThrow('points to the sandbox');
    expect(() => readConfig({ ...PRODUCTION, OIDC_ISSUER: LOCAL['OIDC_ISSUER'] })).toThrow('https://');
  });
});
