import { HEALTH_STATES, type Standing } from '@enrolment/rulebook/service-health.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Reference } from './database/reference.js';
import type { Clock } from './platform/clock.js';
import type { StandingThere } from './service-health/found.js';
import { linesOf } from './service-health/service-health.service.js';
import type { Services } from './services.js';

interface MetricsParts {
  readonly services: Pick<Services, 'serviceHealth'>;
  readonly reference: Reference;
  readonly clock: Clock;
  readonly fork: () => EntityManager;
}

const CITY = '00';

/** `/metrics` for Prometheus, for the inside of the network: what administrators read of the service’s health, in numbers. */
export function registerMetrics(
  app: FastifyInstance,
  { services, reference, clock, fork }: MetricsParts,
): void {
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const gauge = (name: string, help: string, ...labelNames: string[]) =>
    new Gauge({ name, help, labelNames, registers: [metrics] });
  const states = gauge(
    'service_health_state',
    'What administrators read at /office/health: 0 is well, 1 late, 2 failed.',
    'kind',
  );
  const counts = gauge('service_health_count', 'The number that stands there.', 'kind');
  const overdue = gauge(
    'identity_checks_overdue',
    'Identity checks of a district that the gateway has not answered in the expected time.',
    'district',
  );
  const dead = gauge(
    'webhook_dead_letters',
    `Deliveries of webhooks that were given up and not sent again; ${CITY} is the city.`,
    'district',
  );
  const disabled = gauge(
    'webhooks_disabled',
    `Webhooks that were switched off because nothing arrived there for long; ${CITY} is the city.`,
    'district',
  );
  const all = [states, counts, overdue, dead, disabled];

  const add = (to: Gauge, standings: readonly StandingThere[], of: (standing: Standing) => number) => {
    for (const one of standings) to.inc({ district: one.district ?? CITY }, of(one));
  };

  async function look(): Promise<void> {
    const found = await services.serviceHealth.look(fork(), clock.now());
    const districts = [...(await reference.read().districts()).keys()];
    for (const one of all) one.reset();
    for (const { kind, state, count } of linesOf(found, null)) {
      states.set({ kind }, HEALTH_STATES.indexOf(state));
      counts.set({ kind }, count);
    }
    for (const district of districts) overdue.set({ district }, 0);
    add(overdue, found.places.IDENTITY_CHECKS, ({ count }) => count);
    add(dead, found.places.DEAD_LETTERS, ({ count }) => count);
    add(disabled, found.places.WEBHOOKS, ({ failed }) => failed);
  }

  app.get('/metrics', async (_request, reply) => {
    await look().catch(() => {
      // They are NaN while the database is away, because old figures would hide the outage.
      for (const one of all) {
        one.reset();
        one.set(NaN);
      }
    });
    return reply.type(metrics.contentType).send(await metrics.metrics());
  });
}
