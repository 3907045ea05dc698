import type { MikroORM } from '@mikro-orm/postgresql';
import type { Clock } from './platform/clock.js';
import type { ApiServer } from './platform/http.js';
import { isSetUp, NOT_SET_UP } from './setup/set-up.js';

/** `/healthz`: alive. `/readyz`: it can be given requests. */
export function registerHealth(
  app: ApiServer,
  orm: MikroORM,
  clock: Clock & { readonly aheadSeconds?: number },
): void {
  app.get('/healthz', () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    if (app.ending()) return reply.status(503).send({ status: 'ending' });
    const status = await isSetUp(orm.em.fork()).then(
      (done) => (done ? 'ready' : NOT_SET_UP),
      () => 'database not ready',
    );
    return reply
      .status(status === 'ready' ? 200 : 503)
      .send({ status, clockAheadSeconds: clock.aheadSeconds ?? 0 });
  });
}
