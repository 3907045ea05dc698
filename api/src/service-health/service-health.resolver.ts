import type { Action } from '@enrolment/rulebook/access.js';
import { AHEAD_DAYS } from '@enrolment/rulebook/service-health.js';
import { Arg, Authorized, Ctx, Int, Query, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { PhaseAheadView, ServiceHealthView } from './service-health.type.js';

const DISTRICT = {
  nullable: true,
  description:
    'Of this district alone, by its code; all that the viewer administers when left out. FORBIDDEN for another’s.',
};

@Resolver()
export class ServiceHealthResolver {
  @Authorized<Action>('WATCH_SERVICE')
  @Query(() => ServiceHealthView, {
    description:
      'For administrators: what of the service is late or has failed, of the whole city or of what is a district’s own.',
  })
  async serviceHealth(
    @Arg('district', () => String, DISTRICT) district: string | null,
    @Ctx() context: Context,
  ): Promise<ServiceHealthView> {
    const { em, services, reference, language } = context;
    const health = await services.serviceHealth.tell(em, actorOf(context), district ?? null);
    return new ServiceHealthView(health, await reference.districts(), language);
  }

  @Authorized<Action>('WATCH_SERVICE')
  @Query(() => Int, {
    nullable: true,
    description:
      'For administrators: how many lines of serviceHealth are not OK. It waits for nothing, so it can stand on every page; null where nothing was found within the last minute.',
  })
  serviceTroubles(
    @Arg('district', () => String, DISTRICT) district: string | null,
    @Ctx() context: Context,
  ): number | null {
    return context.services.serviceHealth.troubles(actorOf(context), district ?? null);
  }

  @Authorized<Action>('WATCH_SERVICE')
  @Query(() => [PhaseAheadView], {
    description: `For administrators: the phases of the calendar that begin or end within ${AHEAD_DAYS} days, the next one first; the first 50.`,
  })
  async phasesAhead(
    @Arg('district', () => String, DISTRICT) district: string | null,
    @Ctx() context: Context,
  ): Promise<PhaseAheadView[]> {
    const { services, reference, language } = context;
    const ahead = await services.serviceHealth.ahead(reference, actorOf(context), district ?? null);
    const districts = await reference.districts();
    return ahead.map((one) => new PhaseAheadView(one, districts, language));
  }
}
