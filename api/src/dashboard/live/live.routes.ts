import { isOfSystem } from '@enrolment/rulebook/access.js';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import type { Askers } from '../../askers.js';
import type { Reference } from '../../database/reference.js';
import type { Clock } from '../../platform/clock.js';
import { forbidden, unauthenticated } from '../../platform/errors.js';
import type { Viewer } from '../../platform/identity.js';
import { readLanguage } from '../../platform/language.js';
import type { Services } from '../../services.js';
import { withoutTheirRoles } from '../../staff-grant/held-roles.js';
import type { FiguresFeed } from './figures-feed.js';
import { FiguresStreams } from './figures-streams.js';

interface LiveParts {
  readonly askers: Askers;
  readonly clock: Clock;
  readonly feed: FiguresFeed;
  readonly orm: MikroORM;
  readonly reference: Reference;
  readonly services: Pick<Services, 'dashboards' | 'sessions'>;
}

interface Asked {
  readonly Querystring: { readonly district?: string; readonly school?: string };
}

/**
 * GET /live/dashboard?district=01: server-sent events for signed-in staff, one each time figures of the place may have
 * changed. They say no more than that: whoever hears it asks for the dashboard again. Systems have webhooks.
 */
export function registerLive(
  app: FastifyInstance,
  { askers, clock, feed, orm, reference, services }: LiveParts,
): void {
  const withoutRoles = (viewers: readonly Viewer[]) => withoutTheirRoles(orm.em.fork(), viewers, clock.now());
  const streams = new FiguresStreams({ feed, clock, sessions: services.sessions, withoutRoles });
  app.addHook('preClose', async () => streams.stop());
  app.addHook('onClose', async () => feed.stop());
  app.get<Asked>('/live/dashboard', { exposeHeadRoute: false }, async (request, reply) => {
    const { viewer, siteSession } = await askers.of(request, reply);
    if (!viewer) throw unauthenticated();
    if (isOfSystem(viewer.roles)) throw forbidden();
    const { district = null, school = null } = request.query;
    const language = readLanguage(request.headers['accept-language']);
    const actor = { viewer, language, now: clock.now(), address: request.ip };
    const place = await services.dashboards.placeOf(actor, reference.read(), { district, school });
    const stream = streams.open(viewer, siteSession, place.district);
    // Fastify ends the stream when its reader leaves.
    const headers = { 'x-accel-buffering': 'no', connection: 'close' };
    return reply.type('text/event-stream').headers(headers).send(stream);
  });
}
