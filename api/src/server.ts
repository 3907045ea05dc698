import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import helmet from '@fastify/helmet';
import type { MikroORM } from '@mikro-orm/postgresql';
import Fastify, { LogController, type FastifyError, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { registerForms } from './collection-form/collection-form.routes.js';
import type { Config } from './config.js';
import type { Context } from './context.js';
import { districtLoaders } from './district/district.loaders.js';
import { registerVerificationCallback } from './identity-check/callback.js';
import type { Clock } from './platform/clock.js';
import { errorFormatter } from './platform/errors.js';
import { Identity } from './platform/identity.js';
import { readLanguage } from './platform/language.js';
import { LIMITS, limitsRule, limitVariables } from './platform/limits.js';
import { registerPlayground, type PlaygroundOptions } from './platform/playground.js';
import { acceptDocumentIds, checkOwnDocument } from './platform/trusted-documents.js';
import { recordLoaders } from './record/record.loaders.js';
import { createSchema } from './schema.js';
import { noticeLoader } from './notice/notice.loader.js';
import { schoolLoader } from './school/school.loader.js';
import type { Services } from './services.js';

export interface ServerParts {
  readonly config: Pick<Config, 'oidc' | 'production' | 'trustedProxies'> & {
    readonly verification: Pick<Config['verification'], 'callbackSecret'>;
  };
  readonly orm: MikroORM;
  readonly clock: Clock & { readonly aheadSeconds?: number };
  readonly services: Services;
  readonly log: Logger;
  readonly playground?: PlaygroundOptions | null;
}

/** The API's HTTP server, ready to listen: POST and GET /graphql, /forms, /healthz, /readyz, /metrics. */
export async function createServer({
  config,
  orm,
  clock,
  services,
  log,
  playground,
}: ServerParts): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustedProxies,
    bodyLimit: LIMITS.bodyBytes,
    requestTimeout: LIMITS.requestMs,
    // Node takes the longer of the two for the whole request, and would look twice a minute.
    http: { headersTimeout: LIMITS.headersMs, connectionsCheckingInterval: 1_000 },
    forceCloseConnections: 'idle',
  }) as unknown as FastifyInstance;
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 500;
    if (status === 500) log.error({ err: error }, 'request failed');
    const code = status === 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
    const message =
      status === 413
        ? 'The request is too large.'
        : status === 415
          ? 'Send application/json.'
          : 'The request is malformed.';
    return reply.status(status).send({ errors: [{ message, extensions: { code } }] });
  });
  await app.register(helmet, {
    hsts: config.production,
    contentSecurityPolicy: { directives: { defaultSrc: ["'none'"] } },
  });
  let closing = false;
  app.addHook('preClose', async () => void (closing = true));
  app.addHook('onSend', async (_request, reply) => {
    // The last answer on a connection says so: else it would hold up the end until the client lets go of it.
    if (closing) reply.header('connection', 'close');
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  registerVerificationCallback(app, {
    secret: config.verification.callbackSecret,
    clock,
    receive: (answer, now) => services.identityChecks.receive(orm.em.fork(), answer, now),
  });
  if (playground) await registerPlayground(app, playground);

  const apollo = new ApolloServer<Context>({
    schema: await createSchema(),
    // The library's own landing page loads its scripts from elsewhere.
    plugins: [fastifyApolloDrainPlugin(app), ApolloServerPluginLandingPageDisabled(), limitVariables],
    validationRules: [limitsRule],
    parseOptions: { maxTokens: LIMITS.tokens },
    formatError: errorFormatter(log),
    introspection: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: config.production,
    stopOnTerminationSignals: false,
  });
  await apollo.start();

  acceptDocumentIds(app);
  const identity = new Identity(config.oidc, clock);
  app.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    handler: fastifyApolloHandler(apollo, {
      context: async (request): Promise<Context> => {
        const em = orm.em.fork();
        const viewer = await identity.viewer(request.headers.authorization);
        if (config.production) checkOwnDocument(request, viewer);
        return {
          viewer,
          language: readLanguage(request.headers['accept-language']),
          now: clock.now(),
          address: request.ip,
          em,
          services,
          districts: districtLoaders(em),
          records: recordLoaders(em),
          schools: schoolLoader(em),
          notices: noticeLoader(em),
        };
      },
    }),
  });
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  new Gauge({
    name: 'identity_checks_overdue',
    help: 'Identity checks of a district that the gateway has not answered in the expected time.',
    labelNames: ['district'],
    registers: [metrics],
    async collect() {
      this.reset();
      try {
        for (const { district, overdue } of await services.identityChecks.countOverdue(orm.em.fork())) {
          this.set({ district }, overdue);
        }
      } catch {
        // Not a number while the database is away: an old figure would calm where it should not.
        this.set(NaN);
      }
    },
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  );
  registerForms(app, { forms: services.forms, orm, clock });
  app.get('/healthz', () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    const ready = await orm.em
      .fork()
      .execute('select 1 from season limit 1')
      .then(
        (rows) => rows.length === 1,
        () => false,
      );
    return reply
      .status(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'database not ready', clockAheadSeconds: clock.aheadSeconds ?? 0 });
  });
  return app;
}
