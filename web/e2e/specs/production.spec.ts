import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fork, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { residentIdCheckDigit } from '@enrolment/rulebook/document.js';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { makeCertificate } from '../support/certificate.js';
import { freePorts } from '../support/started-product.js';
import { CLIENT, startGateway, startProvider, startProxy } from '../support/outside-world.js';
import { visit } from '../support/visitor.js';

const ends: (() => unknown)[] = [];
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  for (const end of ends.splice(0).toReversed()) await end();
});

const secret = () => randomBytes(32).toString('base64');
const START = ['--import', './scripts/node-version.js'];

/** Starts an outside PostgreSQL with one login that migrates and one that serves, as a DBA would create them. */
async function outsideDatabase(): Promise<{ serving: string; owners: string }> {
  const server = fork('scripts/throwaway-postgres.ts', { detached: true });
  const [address] = (await once(server, 'message')) as [string];
  ends.push(async () => {
    server.disconnect();
    await once(server, 'exit');
  });
  const admin = new pg.Client({ connectionString: address });
  await admin.connect();
  await admin.query(`create role city_dba login createrole password 'dba'`);
  await admin.query('create database city owner city_dba');
  await admin.end();
  const as = (user: string, password: string) =>
    Object.assign(new URL(address), { username: user, password, pathname: '/city' }).href;
  return { serving: as('city_service', 'service'), owners: as('city_dba', 'dba') };
}

/** Copies the example city, with a season that is open now. */
function aCity(folder: string): string {
  const city = join(folder, 'city');
  cpSync('api/setup/example', city, { recursive: true });
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const window = (opens: number, closes: number) => `{ opensAt: ${day(opens)}, closesAt: ${day(closes)} }`;
  writeFileSync(
    join(city, '4-season.yaml'),
    `season: { year: ${new Date().getFullYear()}, open: true }
calendar:
  - districts: all
    services: all
    windows:
      REGISTRATION: ${window(-3, 20)}
      DETAILS: ${window(-3, 20)}
      REVIEW: ${window(5, 30)}
`,
  );
  return city;
}

test('production: nothing is made up, the first start says what to run, and after the set-up a child is registered', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'enrolment-production-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  const tls = makeCertificate();
  const authority = join(folder, 'authority.pem');
  writeFileSync(authority, tls.cert);
  const [database, proxy, sms, verification] = await Promise.all([
    outsideDatabase(),
    startProxy(tls, () => web),
    startGateway(tls),
    startGateway(tls),
  ]);
  const provider = await startProvider(tls, proxy.url);
  // Once nobody here opens a port any more, which could be one of these.
  const [web, api] = await freePorts(2);
  for (const outside of [proxy, sms, verification, provider]) ends.push(() => outside.close());
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'production',
    NODE_EXTRA_CA_CERTS: authority,
    WEB_PORT: String(web),
    API_PORT: String(api),
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: database.serving,
    MIGRATION_DATABASE_URL: database.owners,
    DATA_KEYS: `index=${secret()},signing-1=${secret()},one=${secret()}`,
    SESSION_SECRET: secret(),
    WEB_ORIGIN: proxy.url,
    OIDC_ISSUER: provider.url,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_AUDIENCE: CLIENT.audience,
    SMS_GATEWAY_URL: sms.url,
    SMS_GATEWAY_TOKEN: secret(),
    VERIFY_GATEWAY_URL: verification.url,
    VERIFY_GATEWAY_TOKEN: secret(),
    VERIFY_CALLBACK_URL: `${proxy.url}/callbacks/verification`,
  } as NodeJS.ProcessEnv;

  const product = spawn('node', [...START, 'scripts/start.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [product.stdout, product.stderr])
    stream.on('data', (part) => (output += String(part)));
  const ended = once(product, 'close');
  ends.push(async () => {
    product.kill('SIGTERM');
    await ended;
  });
  while (!output.includes('网站 Site')) {
    if (product.exitCode !== null) throw new Error(output);
    await sleep(100);
  }
  expect(output).toContain('run npm run setup -- --apply FILES');
  const ready = async () => fetch(`http://127.0.0.1:${api}/readyz`);
  expect((await ready()).status).toBe(503);
  expect(((await (await ready()).json()) as { status: string }).status).toContain('npm run setup');

  const visitor = await visit(browser, {
    width: 390,
    language: 'zh-CN',
    baseURL: proxy.url,
    ignoreHTTPSErrors: true,
  });
  const { page } = visitor;
  expect((await page.goto('/'))!.status()).toBe(503);
  await page.getByRole('heading', { name: '小学入学服务还没有开放' }).waitFor();
  await visitor.look('not-open-yet');

  const setUp = (...words: string[]) =>
    spawnSync('node', [...START, 'scripts/database.ts', 'setup', ...words], { env, encoding: 'utf8' });
  const city = resolve(aCity(folder));
  const trial = setUp(city);
  expect({ status: trial.status, said: trial.stdout }).toMatchObject({
    status: 0,
    said: expect.stringContaining('add --apply'),
  });
  expect((await ready()).status).toBe(503);
  expect(setUp('--apply', city).stdout).toContain('changes made');
  expect(setUp('--apply', city).stdout).toContain('everything stands as the files say');
  expect((await ready()).status).toBe(200);

  const guardian = new GuardianPages(page);
  await page.goto('/d/01/apply');
  await guardian.chooseService('non-local-hukou');
  await guardian.readAndAccept();
  await page.locator('input[name=login]').fill('a-guardian');
  await page.locator('input[name=password]').fill('x');
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/\/register$/);
  const born = `${new Date().getFullYear() - 7}1001`;
  const documentOf = (body: string) => body + residentIdCheckDigit(body);
  await guardian.fillChild({
    name: '王小试',
    documentNumber: documentOf(`119999${born}771`),
    sex: 'MALE',
    birthDate: born,
  });
  const phone = '19900039901';
  await guardian.fillGuardian({ documentNumber: documentOf('11999919900315772'), phone });
  await guardian.askForCode();
  const sent = () => sms.taken.find((message) => message.phone === phone);
  while (!sent()) await sleep(50);
  await guardian.code.fill(/\d{6}/.exec(sent()!.text!)![0]);
  await guardian.accept.check();
  await guardian.submit.click();
  const number = await guardian.numberShown();
  expect(number.slice(0, 6)).toBe(`${new Date().getFullYear()}01`);
  await visitor.close();
});
