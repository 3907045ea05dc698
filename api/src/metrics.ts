import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Services } from './services.js';

/** `/metrics` for Prometheus, for the inside of the network. */
export function registerMetrics(
  app: FastifyInstance,
  { identityChecks, webhookDeliveries }: Pick<Services, 'identityChecks' | 'webhookDeliveries'>,
  fork: () => EntityManager,
): void {
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
        for (const { district, overdue } of await identityChecks.countOverdue(fork())) {
          this.set({ district }, overdue);
        }
      } catch {
        // It is NaN while the database is away, because an old figure would hide the outage.
        this.set(NaN);
      }
    },
  });
  const ofWebhooks = (name: string, help: string, count: 'dead' | 'disabled') =>
    new Gauge({
      name,
      help: `${help}; 00 is the city.`,
      labelNames: ['district'],
      registers: [metrics],
      async collect() {
        this.reset();
        try {
          for (const { district, ...counts } of await webhookDeliveries.counts(fork())) {
            this.set({ district: district ?? '00' }, Number(counts[count]));
          }
        } catch {
          this.set(NaN);
        }
      },
    });
  ofWebhooks('webhook_dead_letters', 'Deliveries of webhooks that were given up and not sent again', 'dead');
  ofWebhooks(
    'webhooks_disabled',
    'Webhooks that were switched off because nothing arrived there for long',
    'disabled',
  );
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  );
}
