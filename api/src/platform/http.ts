import helmet from '@fastify/helmet';
import Fastify, { LogController, type FastifyError, type FastifyInstance } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { Connections } from './connections.js';
import { AGAIN_SECONDS, ApiError, unavailable } from './errors.js';
import { acceptJson } from './json-body.js';
import { LIMITS } from './limits.js';
import type { Outages } from './outages.js';

/** Nothing must have come for this long before the end. The next answer on a connection says that it closes. */
const DRAIN_MS = 500;
/** The drain is never longer, however many requests come, because the rest of the end (process-end.ts) needs time too. */
const DRAIN_AT_MOST_MS = 2_000;
/** An answer under way when the end begins leaves its connection open, so idle connections are closed this often. */
const SWEEP_MS = 200;
/** Whoever holds a connection and has sent no whole request by then is not waited for. */
const SILENT_MS = 1_000;

/** What an error that is told outside GraphQL answers. */
const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  SERVICE_UNAVAILABLE: 503,
};

export type ApiServer = FastifyInstance & {
  /** Whether it only answers what still comes and lets nothing new in. */
  ending(): boolean;
  /** Before the end it goes on answering, tells the load balancer, and asks clients to use another connection. */
  drain(): Promise<void>;
};

/** Fastify with our limits, headers and errors, and with an end that loses no request; without routes. */
export async function createHttp(
  config: Pick<Config, 'production' | 'trustedProxies'>,
  log: Logger,
  outages: Outages,
): Promise<ApiServer> {
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
  app.setErrorHandler((error: FastifyError | ApiError, _request, reply) => {
    if (outages.caused(error)) {
      const { message, extensions } = unavailable();
      return reply
        .status(503)
        .header('retry-after', AGAIN_SECONDS)
        .send({ errors: [{ message, extensions: { code: extensions['code'] } }] });
    }
    if (error instanceof ApiError) {
      const { code, retryAfterSeconds } = error.extensions as { code: string; retryAfterSeconds?: number };
      if (retryAfterSeconds !== undefined) void reply.header('retry-after', retryAfterSeconds);
      return reply
        .status(STATUS[code] ?? 400)
        .send({ errors: [{ message: error.message, extensions: { code } }] });
    }
    const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 500;
    if (status === 500) log.error({ err: error }, 'request failed');
    const code = status === 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
    const message =
      status === 413
        ? 'The request is too large.'
        : status === 415
          ? 'Send application/json in UTF-8.'
          : 'The request is malformed.';
    return reply.status(status).send({ errors: [{ message, extensions: { code } }] });
  });
  acceptJson(app);
  await app.register(helmet, {
    hsts: config.production,
    contentSecurityPolicy: { directives: { defaultSrc: ["'none'"] } },
  });
  let closing = false;
  let requests = 0;
  app.addHook('onRequest', async () => void (requests += 1));
  const connections = new Connections(app);
  let sweeping: NodeJS.Timeout | undefined;
  let cutting: NodeJS.Timeout | undefined;
  app.addHook('preClose', async () => {
    closing = true;
    sweeping = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS).unref();
    cutting = setTimeout(() => connections.cutSilent(), SILENT_MS).unref();
  });
  app.addHook('onClose', async () => {
    clearInterval(sweeping);
    clearTimeout(cutting);
  });
  app.addHook('onSend', async (_request, reply) => {
    // The last answer says that the connection closes; otherwise it would hold up the end until the client closes it.
    if (closing) reply.header('connection', 'close');
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  const drain = async () => {
    closing = true;
    for (let waited = 0, before = -1; before !== requests && waited < DRAIN_AT_MOST_MS; waited += DRAIN_MS) {
      before = requests;
      await sleep(DRAIN_MS);
    }
  };
  return Object.assign(app, { ending: () => closing, drain });
}
