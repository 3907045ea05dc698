import type { Action } from '@enrolment/rulebook/access.js';
import { Arg, Authorized, Ctx, Int, Query, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { SEASON } from '../district/district.resolver.js';
import { checkPageSize, DEFAULT_PAGE, PAGE_LIMIT, readMoment } from '../paging.js';
import { CalendarDate } from '../scalars.js';
import { PreregistrationConnectionView } from './preregistration.type.js';

@Resolver()
export class PreregistrationResolver {
  @Authorized<Action>('PREREGISTER')
  @Query(() => PreregistrationConnectionView, {
    description:
      'For registrars of the school: what it has preregistered, newest first, including what was undone. Each page is audited as a look at a list.',
  })
  async preregistrations(
    @Arg('school', () => String, { description: 'Code of the registrar’s own school.' }) school: string,
    @Arg('day', () => CalendarDate, {
      nullable: true,
      description: 'Of this day alone; of the whole season when left out.',
    })
    day: string | null,
    @Arg('season', () => Int, SEASON) year: number | null,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: DEFAULT_PAGE,
      description: `The number of entries, at most ${PAGE_LIMIT}.`,
    })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the entry after which to go on.' })
    after: string | null,
    @Ctx() context: Context,
  ): Promise<PreregistrationConnectionView> {
    const { em, services, seasons } = context;
    const season = year ?? (await seasons.present()).year;
    const before = readMoment(after ?? null);
    const page = { first: checkPageSize(first ?? DEFAULT_PAGE), goesOn: before !== null };
    const actor = actorOf(context);
    const asked = { school, day: day ?? null, season, first: page.first, before };
    const found = await services.preregistrations.list(em, actor, asked);
    return new PreregistrationConnectionView(found, page, { keys: services.keys, school, now: actor.now });
  }
}
