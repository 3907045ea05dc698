import cors from '@fastify/cors';
import formBody from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';
import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { createServer } from 'node:http';
import { makeChildren } from './children.js';
import { setClockOffset } from './clock.js';
import type { SandboxDatabase } from './database.js';
import { registerPages } from './front-page.js';
import { GatewaySwitch, VerificationGateway, type Outcome, type VerificationRequest } from './gateways.js';
import { IDENTITIES } from './identities.js';
import { createIdentityProvider } from './identity-provider.js';
import type { SandboxSettings } from './settings.js';
import { registerSignIn } from './sign-in-page.js';
import { SmsInbox } from './sms-inbox.js';

/** The answer of a proxy in between that knows no better. */
const RUBBISH = '<html><body>It works!</body></html>';
/** Pages of this machine, the playground among them, may ask the sandbox. */
const LOCAL = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/;
const TEN_YEARS = 10 * 366 * 86_400;

/** The sandbox's one server: the provider under /oidc, everything else by Fastify. */
export async function createSandbox(
  settings: SandboxSettings,
  database: SandboxDatabase,
): Promise<FastifyInstance> {
  const identityProvider = await createIdentityProvider(settings);
  const oidc = identityProvider.provider.callback();
  const app = Fastify({
    logger: false,
    bodyLimit: 64 * 1024,
    forceCloseConnections: true,
    serverFactory: (handler) =>
      createServer((request, response) => {
        const url = request.url ?? '/';
        if (!/^\/oidc(\/|\?|$)/.test(url) || url.startsWith('/oidc/interaction/'))
          return handler(request, response);
        // The provider is mounted: it reads its own place from originalUrl.
        (request as { originalUrl?: string }).originalUrl = url;
        request.url = url.slice('/oidc'.length) || '/';
        void oidc(request, response);
      }),
  });
  await app.register(formBody);
  await app.register(cors, { origin: LOCAL, allowedHeaders: ['content-type'] });

  const inbox = new SmsInbox(settings.folder);
  const smsSwitch = new GatewaySwitch();
  const verificationSwitch = new GatewaySwitch();
  const verification = new VerificationGateway(settings.verifyCallbackSecret);
  registerSignIn(app, identityProvider, settings);
  registerPages(app, settings, inbox, database);
  app.addHook('onClose', async () => {
    identityProvider.save();
    inbox.save();
    await database.close();
  });

  app.get('/healthz', () => ({ status: 'alive' }));
  app.get('/identities', () =>
    IDENTITIES.map(({ id, name, role, district, school, documentNumber, phone }) => ({
      id,
      name,
      role,
      district,
      school,
      documentNumber,
      phone,
    })),
  );
  app.post<{ Params: { id: string } }>('/identities/:id/token', async (request, reply) => {
    const token = await identityProvider.mint(request.params.id);
    return token ?? reply.status(404).send({ error: 'no such identity' });
  });

  app.get<{ Querystring: { phone?: string } }>('/sms', (request) => inbox.list(request.query.phone ?? null));
  app.post<{ Body: { id?: string; phone?: string; text?: string } }>(
    '/gateway/sms',
    async (request, reply) => {
      if (request.headers.authorization !== `Bearer ${settings.smsToken}`)
        return reply.status(401).send({ error: 'token' });
      const mode = await smsSwitch.behave();
      if (mode === 'FAIL') return reply.status(503).send({ error: 'told to fail' });
      if (mode === 'RUBBISH') return reply.status(502).type('text/html').send(RUBBISH);
      const { id, phone, text } = request.body;
      if (!phone || !text) return reply.status(400).send({ error: 'phone and text' });
      return { messageId: inbox.take({ ...(id ? { id } : {}), phone, text }, new Date()) };
    },
  );
  app.post<{ Body: { sms?: { mode?: unknown }; verification?: { mode?: unknown } } }>(
    '/gateway/rules',
    (request, reply) => {
      const { sms, verification: checks } = request.body;
      const right = (!sms || smsSwitch.set(sms)) && (!checks || verificationSwitch.set(checks));
      return right
        ? { sms: smsSwitch.mode, verification: verificationSwitch.mode }
        : reply.status(400).send({ error: 'mode: OK, FAIL, SLOW, SILENT or RUBBISH' });
    },
  );
  app.post<{ Body: Partial<VerificationRequest> }>('/gateway/verification', async (request, reply) => {
    if (request.headers.authorization !== `Bearer ${settings.verifyToken}`)
      return reply.status(401).send({ error: 'token' });
    const mode = await verificationSwitch.behave();
    if (mode === 'FAIL') return reply.status(503).send({ error: 'told to fail' });
    const { requestId, documents, callbackUrl } = request.body;
    if (!requestId || !Array.isArray(documents) || !callbackUrl || !URL.canParse(callbackUrl))
      return reply.status(400).send({ error: 'requestId, documents, callbackUrl' });
    if (mode === 'RUBBISH') {
      verification.callBackWithRubbish(callbackUrl);
      return reply.type('text/html').send(RUBBISH);
    }
    verification.request({ requestId, documents, callbackUrl });
    return reply.status(202).send({ requestId });
  });
  app.post<{ Body: { documentNumber?: string; outcome?: string } }>(
    '/verification/rules',
    (request, reply) => {
      const { documentNumber, outcome = '' } = request.body;
      if (!documentNumber || !['PASSED', 'FAILED', 'SILENT'].includes(outcome)) {
        return reply.status(400).send({ error: 'documentNumber, outcome: PASSED, FAILED or SILENT' });
      }
      verification.setRule(documentNumber, outcome as Outcome);
      return { documentNumber, outcome };
    },
  );

  app.post<{ Params: { id: string } }>('/captcha/:id/solve', async (request, reply) => {
    const { id } = request.params;
    const challenge = /^[\da-f-]{36}$/i.test(id)
      ? ((await database.captchaChallenge(id)) as Challenge | null)
      : null;
    if (!challenge) return reply.status(404).send({ error: 'no such robot check' });
    const solution = await solveChallenge({ challenge, deriveKey });
    return { answer: Buffer.from(JSON.stringify({ challenge, solution })).toString('base64') };
  });
  app.get<{ Querystring: { count?: string } }>('/children', async (request) => {
    const count = Math.min(100, Math.max(1, Number(request.query.count ?? 5) || 5));
    return makeChildren(count, await database.season());
  });

  const advance = async (seconds: unknown): Promise<{ now: string } | null> => {
    if (!Number.isInteger(seconds) || (seconds as number) < 0 || (seconds as number) > TEN_YEARS) return null;
    setClockOffset(await database.advanceClock(seconds as number));
    return { now: new Date().toISOString() };
  };
  app.get('/clock', () => ({ now: new Date().toISOString() }));
  app.post<{ Body: { advanceSeconds?: unknown } }>(
    '/clock',
    async (request, reply) =>
      (await advance(request.body.advanceSeconds)) ??
      reply.status(400).send({ error: 'advanceSeconds: whole seconds, forward only' }),
  );
  app.post<{ Body: { seconds?: string } }>('/clock/advance', async (request, reply) => {
    await advance(Number(request.body.seconds));
    return reply.redirect('/', 303);
  });
  return app;
}
