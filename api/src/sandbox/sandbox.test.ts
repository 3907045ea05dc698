import { checkDocument } from '@enrolment/rulebook/document.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { makeChildren } from './children.js';
import type { SandboxDatabase } from './database.js';
import { IDENTITIES } from './identities.js';
import { createSandbox } from './server.js';
import { readSandboxSettings, type SandboxSettings } from './settings.js';

const WEB = 'http://localhost:3999';
const SEASON = { bornFrom: '2019-09-01', bornTo: '2020-08-31' };
let app: FastifyInstance;
let settings: SandboxSettings;
let folder: string;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

const advanced: number[] = [];
/** The database is the service's. Here is only what the sandbox asks it for. */
const database = {
  season: async () => SEASON,
  captchaChallenge: async () => null,
  advanceClock: async (seconds: number) => {
    advanced.push(seconds);
    return seconds;
  },
  close: async () => {},
} as unknown as SandboxDatabase;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'enrolment-sandbox-'));
  const port = await freePort();
  settings = {
    port,
    url: `http://localhost:${port}`,
    folder,
    host: '127.0.0.1',
    databaseUrl: 'postgres://nobody@127.0.0.1:1/none',
    webOrigin: WEB,
    client: { id: 'enrolment-web', secret: 'secret', audience: 'urn:enrolment:api' },
    smsToken: 'sms-token',
    verifyToken: 'verify-token',
    verifyCallbackSecret: 'callback-secret',
  };
  app = await createSandbox(settings, database);
  await app.listen({ host: '127.0.0.1', port });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const verify = (token: string) =>
  jwtVerify(token, createRemoteJWKSet(new URL(`${settings.url}/oidc/jwks`)), {
    issuer: `${settings.url}/oidc`,
    audience: settings.client.audience,
    typ: 'at+jwt',
    algorithms: ['ES256'],
  });

/** A browser's cookies, by hand. */
function browser() {
  const jar = new Map<string, string>();
  return async (url: string, init: RequestInit = {}) => {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  };
}

const location = (response: Response) => new URL(response.headers.get('location')!, settings.url).toString();

function authorizationUrl(challenge: string): string {
  const url = new URL(`${settings.url}/oidc/auth`);
  url.search = new URLSearchParams({
    client_id: settings.client.id,
    response_type: 'code',
    redirect_uri: `${WEB}/sign-in/callback`,
    scope: 'openid offline_access',
    resource: settings.client.audience,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 'state',
  }).toString();
  return url.toString();
}

const redeem = (grant: Record<string, string>) =>
  fetch(`${settings.url}/oidc/token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`${settings.client.id}:${settings.client.secret}`).toString('base64')}`,
    },
    body: new URLSearchParams(grant),
  });

type Tokens = { access_token: string; refresh_token: string; id_token: string };

describe('signing in', () => {
  test('by choosing somebody gives tokens with the claims that the API reads; refreshing rotates; signing out ends it', async () => {
    const visit = browser();
    const verifier = randomBytes(32).toString('base64url');
    const interaction = location(
      await visit(authorizationUrl(createHash('sha256').update(verifier).digest('base64url'))),
    );
    const page = await visit(interaction);
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe-inline');
    expect(await page.text()).toContain('赵试妈');
    let response = await visit(interaction, {
      method: 'POST',
      body: new URLSearchParams({ identity: 'guardian-01' }),
    });
    while (!location(response).startsWith(WEB)) response = await visit(location(response));
    const code = new URL(location(response)).searchParams.get('code')!;
    const tokens = (await (
      await redeem({
        grant_type: 'authorization_code',
        code,
        redirect_uri: `${WEB}/sign-in/callback`,
        code_verifier: verifier,
      })
    ).json()) as Tokens;
    const { payload } = await verify(tokens.access_token);
    expect(payload).toMatchObject({
      sub: 'guardian-01',
      name: '赵试妈',
      phone_number: '19900000001',
      document: { type: 'RESIDENT_ID', number: IDENTITIES[0]!.documentNumber },
    });

    const again = (await (
      await redeem({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token })
    ).json()) as Tokens;
    expect((await verify(again.access_token)).payload.sub).toBe('guardian-01');
    expect(again.refresh_token).not.toBe(tokens.refresh_token);
    expect((await redeem({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token })).status).toBe(
      400,
    );

    const out = await visit(
      `${settings.url}/oidc/session/end?${new URLSearchParams({ id_token_hint: tokens.id_token, post_logout_redirect_uri: `${WEB}/` })}`,
    );
    expect(out.status).toBe(200);
    expect(await out.text()).toContain('logout');
  });

  test('by a phone: what is chosen there goes on here', async () => {
    const visit = browser();
    const interaction = location(await visit(authorizationUrl('x'.repeat(43))));
    const uid = interaction.split('/').at(-1)!;
    const chosen = async () =>
      ((await (await visit(`${interaction}/chosen`)).json()) as { chosen: boolean }).chosen;
    expect(await chosen()).toBe(false);
    const phone = await fetch(`${settings.url}/oidc-qr/${uid}`, {
      method: 'POST',
      body: new URLSearchParams({ identity: 'guardian-02' }),
    });
    expect(phone.status).toBe(200);
    expect(await chosen()).toBe(true);
    expect((await visit(`${interaction}/continue`)).status).toBe(303);
  });

  test('on another browser’s page, or as nobody, leads nowhere', async () => {
    const interaction = location(await browser()(authorizationUrl('y'.repeat(43))));
    const body = () => new URLSearchParams({ identity: 'guardian-01' });
    expect((await fetch(interaction, { method: 'POST', body: body() })).status).toBe(410);
    expect((await fetch(`${settings.url}/oidc-qr/none`, { method: 'POST', body: body() })).status).toBe(410);
  });
});

test('a minted token is like a browser’s', async () => {
  const minted = await app.inject({ method: 'POST', url: '/identities/officer-01/token' });
  const { access_token } = minted.json<{ access_token: string; expires_in: number }>();
  const { payload } = await verify(access_token);
  expect(payload).toMatchObject({ sub: 'officer-01', name: '东审核' });
  // What she may do is the product's to say, not the provider's.
  expect(payload).not.toHaveProperty('roles');
  expect((await app.inject({ method: 'POST', url: '/identities/nobody/token' })).statusCode).toBe(404);
});

test('everyone there is made up, with documents of unassigned regions and right check digits', () => {
  expect(IDENTITIES.filter(({ role }) => role === 'GUARDIAN').length).toBeGreaterThanOrEqual(10);
  for (const district of ['01', '02']) {
    const offices = IDENTITIES.filter((one) => one.district === district).map(({ role }) => role);
    expect(offices).toEqual(expect.arrayContaining(['DISTRICT_OFFICER', 'DISTRICT_ADMIN']));
  }
  // One of them proposes a publication, the other one confirms it.
  const administrators = IDENTITIES.filter(
    ({ role, district }) => role === 'DISTRICT_ADMIN' && district === '01',
  );
  expect(administrators).toHaveLength(2);
  for (const { documentNumber } of [...IDENTITIES, ...makeChildren(200, SEASON)]) {
    expect(documentNumber).toMatch(/^1[13]99/);
    expect(checkDocument('RESIDENT_ID', documentNumber, '')).toEqual([]);
  }
  for (const { birthDate } of makeChildren(200, SEASON)) {
    expect(birthDate >= SEASON.bornFrom && birthDate <= SEASON.bornTo).toBe(true);
  }
});

describe('the SMS gateway', () => {
  const send = (payload: object, token = 'sms-token') =>
    app.inject({
      method: 'POST',
      url: '/gateway/sms',
      headers: { authorization: `Bearer ${token}` },
      payload,
    });
  const rules = (sms: object) => app.inject({ method: 'POST', url: '/gateway/rules', payload: { sms } });

  test('keeps a message once, however often it is sent, and reads the code out', async () => {
    const sms = { id: 'one', phone: '19911112222', text: '【试】验证码 135790，5 分钟内有效' };
    expect((await send(sms)).json()).toEqual({ messageId: 'one' });
    expect((await send(sms)).json()).toEqual({ messageId: 'one' });
    const kept = (await app.inject('/sms?phone=19911112222')).json<object[]>();
    expect(kept).toMatchObject([{ phone: '19911112222', code: '135790', text: sms.text }]);
    const inbox = await app.inject('/inbox?phone=19911112222');
    expect(inbox.body).toContain('135790');
    expect(inbox.body).toContain('<meta http-equiv="refresh" content="4">');
    expect((await send(sms, 'other')).statusCode).toBe(401);
  });

  test('shows each message in its own language, whoever reads the inbox', async () => {
    await send({ phone: '19911113333', text: '[School enrolment] the district’s closing date' });
    await send({ phone: '19911113333', text: '【小学入学服务】验证码' });
    const { body } = await app.inject({ url: '/inbox', headers: { 'accept-language': 'zh-CN' } });
    expect(body).toContain('<p lang="en">[School enrolment] the district’s');
    expect(body).toContain('<p lang="zh-CN">【小学入学服务】');
  });

  test('is slow, or says nothing at all, when it is told to', async () => {
    await rules({ mode: 'SLOW', delayMs: 300 });
    const started = Date.now();
    expect((await send({ phone: '1', text: 'x' })).statusCode).toBe(200);
    expect(Date.now() - started).toBeGreaterThanOrEqual(290);
    await rules({ mode: 'SILENT' });
    const asked = fetch(`${settings.url}/gateway/sms`, {
      method: 'POST',
      headers: { authorization: 'Bearer sms-token', 'content-type': 'application/json' },
      body: JSON.stringify({ phone: '1', text: 'x' }),
      signal: AbortSignal.timeout(500),
    });
    await expect(asked).rejects.toThrow(/timeout/);
    await rules({ mode: 'OK' });
  });

  test('fails when it is told to, and stops failing', async () => {
    await rules({ mode: 'FAIL' });
    expect((await send({ phone: '1', text: 'x' })).statusCode).toBe(503);
    await rules({ mode: 'OK' });
    expect((await send({ phone: '1', text: 'x' })).statusCode).toBe(200);
    expect((await rules({ mode: 'OTHER' })).statusCode).toBe(400);
  });
});

test('pages of this machine may ask the sandbox from a script; other pages may not', async () => {
  const allowed = async (origin: string) => {
    const { headers } = await app.inject({
      method: 'OPTIONS',
      url: '/gateway/rules',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    return headers;
  };
  expect(await allowed('http://localhost:4000')).toMatchObject({
    'access-control-allow-origin': 'http://localhost:4000',
    'access-control-allow-methods': expect.stringContaining('POST'),
    'access-control-allow-headers': 'content-type',
  });
  for (const other of ['https://elsewhere.example', 'http://localhost.elsewhere.example', 'null'])
    expect(await allowed(other)).not.toHaveProperty('access-control-allow-origin');
});

describe('the verification gateway', () => {
  const SECRET = 'callback-secret';
  const post = (url: string, payload: object) =>
    app.inject({ method: 'POST', url, headers: { authorization: 'Bearer verify-token' }, payload });
  const rule = (documentNumber: string, outcome: string) =>
    post('/verification/rules', { documentNumber, outcome });
  const mode = (verification: object) => post('/gateway/rules', { verification });

  /** The system that is called back. It keeps the calls and answers the first ones with `statuses`. */
  async function callee(...statuses: number[]) {
    const calls: { body: string; timestamp: string; signature: string }[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        const { 'x-timestamp': timestamp, 'x-signature': signature } = request.headers;
        calls.push({ body, timestamp: String(timestamp), signature: String(signature) });
        response.writeHead(statuses.shift() ?? 200).end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return {
      callbackUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      async called(count: number) {
        for (let wait = 0; wait < 100 && calls.length < count; wait += 1) await sleep(50);
        return calls;
      },
      close: () => server.close(),
    };
  }

  test('calls back, signed with the time, with what it was told to answer, until it is taken', async () => {
    const { callbackUrl, called, close } = await callee(503);
    await rule('1', 'FAILED');
    const documents = [
      { holder: 'CHILD', number: '1' },
      { holder: 'FIRST', number: '2' },
    ];
    expect((await post('/gateway/verification', { requestId: 'r', documents, callbackUrl })).statusCode).toBe(
      202,
    );
    const { body, timestamp, signature } = (await called(2))[1]!;
    expect(JSON.parse(body)).toEqual({
      requestId: 'r',
      outcome: 'FAILED',
      differences: [{ holder: 'CHILD', field: 'name' }],
    });
    expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(5);
    expect(signature).toBe(createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex'));
    close();
  });

  test('gives one request one answer: asked again it says the same again, also when the rule has changed', async () => {
    const { callbackUrl, called, close } = await callee();
    const ask = () =>
      post('/gateway/verification', { requestId: 'once', documents: [{ number: '3' }], callbackUrl });
    await ask();
    await ask();
    expect(await called(1)).toHaveLength(1);
    await rule('3', 'FAILED');
    await ask();
    const calls = await called(2);
    expect(calls.map(({ body }) => JSON.parse(body) as object)).toEqual([
      { requestId: 'once', outcome: 'PASSED' },
      { requestId: 'once', outcome: 'PASSED' },
    ]);
    close();
  });

  test('that was silent about a document answers once it is asked again and knows', async () => {
    const { callbackUrl, called, close } = await callee();
    const ask = () =>
      post('/gateway/verification', { requestId: 'quiet', documents: [{ number: '4' }], callbackUrl });
    await rule('4', 'SILENT');
    await ask();
    await rule('4', 'PASSED');
    await ask();
    expect((await called(1)).map(({ body }) => JSON.parse(body) as object)).toEqual([
      { requestId: 'quiet', outcome: 'PASSED' },
    ]);
    close();
  });

  test('fails, and talks nonsense, when it is told to', async () => {
    const { callbackUrl, called, close } = await callee();
    const ask = () => post('/gateway/verification', { requestId: 'n', documents: [], callbackUrl });
    expect((await mode({ mode: 'FAIL' })).json()).toMatchObject({ verification: 'FAIL' });
    expect((await ask()).statusCode).toBe(503);
    await mode({ mode: 'RUBBISH' });
    const answer = await ask();
    expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining('<html>')]);
    const { body } = (await called(1))[0]!;
    expect(() => JSON.parse(body) as object).not.toThrow();
    expect(body).not.toContain('"n"');
    await mode({ mode: 'OK' });
    expect((await ask()).statusCode).toBe(202);
    close();
  });

  test('takes no request without its token or without what it needs', async () => {
    const payload = { requestId: 'x', documents: [], callbackUrl: 'http://127.0.0.1:1/' };
    expect((await app.inject({ method: 'POST', url: '/gateway/verification', payload })).statusCode).toBe(
      401,
    );
    for (const bad of [{ requestId: '' }, { documents: 'all' }, { callbackUrl: 'nowhere' }])
      expect((await post('/gateway/verification', { ...payload, ...bad })).statusCode).toBe(400);
  });
});

describe('what tests and tools ask for', () => {
  test('who there is, with all that a sign-in and a form need', async () => {
    const people = (await app.inject('/identities')).json<Record<string, unknown>[]>();
    expect(people.length).toBe(IDENTITIES.length);
    for (const person of people)
      expect(Object.keys(person)).toEqual([
        'id',
        'name',
        'role',
        'district',
        'school',
        'documentNumber',
        'phone',
      ]);
    expect(people.filter(({ role }) => role === 'SCHOOL_REGISTRAR')[0]).toMatchObject({ district: '01' });
    expect(people.filter(({ role }) => role === 'MUNICIPAL_ADMIN')).toHaveLength(1);
  });

  test('messages newest first, of one phone or of all', async () => {
    const send = (text: string, phone: string) =>
      app.inject({
        method: 'POST',
        url: '/gateway/sms',
        headers: { authorization: 'Bearer sms-token' },
        payload: { phone, text },
      });
    await send('one 111111', '19911114444');
    await send('two 222222', '19911114444');
    await send('three', '19911115555');
    const texts = async (url: string) =>
      (await app.inject(url)).json<{ text: string }[]>().map(({ text }) => text);
    expect(await texts('/sms?phone=19911114444')).toEqual(['two 222222', 'one 111111']);
    expect((await texts('/sms')).slice(0, 3)).toEqual(['three', 'two 222222', 'one 111111']);
  });

  test('a clock that goes forward only', async () => {
    const move = (advanceSeconds: unknown) =>
      app.inject({ method: 'POST', url: '/clock', payload: { advanceSeconds } });
    for (const bad of [-1, 0.5, '60', null]) expect((await move(bad)).statusCode).toBe(400);
    const before = Date.parse((await app.inject('/clock')).json<{ now: string }>().now);
    expect(Date.parse((await move(0)).json<{ now: string }>().now)).toBeGreaterThanOrEqual(before);
    expect(advanced).toEqual([0]);
  });

  test('no solution for a robot check that does not exist', async () => {
    for (const id of ['x', '00000000-0000-4000-8000-000000000000'])
      expect((await app.inject({ method: 'POST', url: `/captcha/${id}/solve` })).statusCode).toBe(404);
  });
});

test('does not start in production, and says so in one line', () => {
  expect(() => readSandboxSettings({ NODE_ENV: 'production' })).toThrow(/production/);
});
