import 'reflect-metadata';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { Askers } from './askers.js';
import type { Config } from './config.js';
import type { FiguresFeed } from './dashboard/live/figures-feed.js';
import { registerLive } from './dashboard/live/live.routes.js';
import type { Reference } from './database/reference.js';
import { registerGraphql } from './graphql.js';
import { registerHealth } from './health.js';
import { registerVerificationCallback } from './identity-check/callback.js';
import { registerMetrics } from './metrics.js';
import { registerPapers } from './paper/paper.routes.js';
import type { Clock } from './platform/clock.js';
import { createHttp, type ApiServer } from './platform/http.js';
import { Line, type LineOptions } from './platform/line.js';
import { Outages } from './platform/outages.js';
import { registerPlayground, type PlaygroundOptions } from './platform/playground.js';
import type { Services } from './services.js';

export interface ServerParts {
  readonly config: Pick<Config, 'oidc' | 'production' | 'trustedProxies'> & {
    readonly verification: Pick<Config['verification'], 'callbackSecret'>;
  };
  readonly orm: MikroORM;
  readonly clock: Clock & { readonly aheadSeconds?: number };
  readonly services: Services;
  readonly reference: Reference;
  readonly figures: FiguresFeed;
  readonly log: Logger;
  readonly playground?: PlaygroundOptions | null;
  /** The product's own when left out. */
  readonly line?: LineOptions;
}

/** The API's HTTP server, ready to listen: POST and GET /graphql, /forms, /notices, /live, /healthz, /readyz, /metrics. */
export async function createServer({ playground, line: options, ...parts }: ServerParts): Promise<ApiServer> {
  const { config, orm, reference, clock, services, figures, log } = parts;
  const outages = new Outages(log);
  const app = await createHttp(config, log, outages);
  const line = new Line(() => orm.em.fork().execute('select 1'), options);
  app.addHook('onClose', async () => line.stop());
  registerVerificationCallback(app, {
    secret: config.verification.callbackSecret,
    clock,
    receive: (answer, now) => services.identityChecks.receive(orm.em.fork(), answer, now),
  });
  if (playground) await registerPlayground(app, playground);
  const askers = new Askers({ ...parts, outages });
  await registerGraphql(app, { ...parts, askers, line, outages });
  registerLive(app, { askers, clock, feed: figures, orm, reference, services });
  registerMetrics(app, { services, reference, clock, fork: () => orm.em.fork() });
  const printers = { forms: services.forms, notices: services.decisionNotices };
  registerPapers(app, { printers, orm, reference, clock, line, outages });
  registerHealth(app, orm, clock);
  return app;
}
