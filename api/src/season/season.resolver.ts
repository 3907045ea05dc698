import { mayAnywhere, type Action } from '@enrolment/rulebook/access.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import type { SeasonStep } from '@enrolment/rulebook/season.js';
import { GraphQLDateTime } from 'graphql-scalars';
import {
  Arg,
  Authorized,
  createUnionType,
  Ctx,
  FieldResolver,
  Int,
  Mutation,
  Query,
  Resolver,
} from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { PolicyView } from '../district/district.type.js';
import { notSetUp } from '../platform/errors.js';
import { RefusedView } from '../refusal.type.js';
import { CalendarDate } from '../scalars.js';
import type { Season } from './season.entity.js';
import { SeasonOverviewView, SeasonView, SiteView } from './season.type.js';

const SeasonResult = createUnionType({
  name: 'SeasonResult',
  description: 'The season as it is now, or the reasons why it was not changed.',
  types: () => [SeasonView, RefusedView] as const,
});

const YEAR = { description: 'Year of admission.' };

@Resolver(() => SeasonView)
export class SeasonResolver {
  @Query(() => SeasonView, {
    description:
      'The present season: the newest open one, or else the newest that is over. SERVICE_UNAVAILABLE with the reason NOT_SET_UP while there is none. Needs no sign-in.',
  })
  async season(@Ctx() { seasons }: Context): Promise<SeasonView> {
    return new SeasonView(await seasons.present());
  }

  @Query(() => [SeasonView], {
    description:
      'Every season, newest first; only offices that read calendars see planned ones. Needs no sign-in.',
  })
  async seasons(@Ctx() { seasons, viewer }: Context): Promise<SeasonView[]> {
    const all = await seasons.all();
    const planned = viewer !== null && mayAnywhere('READ_CALENDAR', viewer.roles);
    return all.filter(({ state }) => planned || state !== 'PLANNED').map((season) => new SeasonView(season));
  }

  @Authorized<Action>('ADMINISTER_CITY')
  @Query(() => [SeasonOverviewView], {
    description:
      'For municipal administrators: every season, the newest first, with its numbers, its next step and what stands in the way of it. Nothing is changed.',
  })
  async seasonOverviews(@Ctx() context: Context): Promise<SeasonOverviewView[]> {
    const { em, services, language } = context;
    const found = await services.seasons.overviews(em, actorOf(context));
    return found.map((one) => new SeasonOverviewView(one, language));
  }

  @Authorized<Action>('ADMINISTER_CITY')
  @Mutation(() => SeasonResult, {
    description:
      'For municipal administrators: plans a season. Families see it when it is opened, offices at once, because districts set its calendar. Planning it again replaces its dates.',
  })
  async planSeason(
    @Arg('year', () => Int, YEAR) year: number,
    @Arg('bornFrom', () => CalendarDate, { description: 'Earliest birth date, included.' }) bornFrom: string,
    @Arg('bornTo', () => CalendarDate, { description: 'Latest birth date, included.' }) bornTo: string,
    @Arg('revision', () => Int, {
      nullable: true,
      description:
        'The revision that the change is made to, 0 for a season that there is not yet; STALE_VERSION when somebody has planned it since. Null replaces whatever stands.',
    })
    seen: number | null,
    @Ctx() context: Context,
  ): Promise<SeasonView | RefusedView> {
    const { em, services } = context;
    const plan = { year, bornFrom, bornTo, seen: seen ?? null };
    return answer(await services.seasons.plan(em, actorOf(context), plan), context);
  }

  @Authorized<Action>('ADMINISTER_CITY')
  @Mutation(() => SeasonResult, {
    description:
      'For municipal administrators: opens a planned season. Every district needs a registration window first, and each service something to review besides the identity; no other season may still be registering.',
  })
  async openSeason(@Arg('year', () => Int, YEAR) year: number, @Ctx() context: Context) {
    return take('OPEN', year, context);
  }

  @Authorized<Action>('ADMINISTER_CITY')
  @Mutation(() => SeasonResult, {
    description:
      'For municipal administrators: closes a season once the last window in its calendars is over.',
  })
  async closeSeason(@Arg('year', () => Int, YEAR) year: number, @Ctx() context: Context) {
    return take('CLOSE', year, context);
  }

  @Authorized<Action>('ADMINISTER_CITY')
  @Mutation(() => SeasonResult, {
    description:
      'For municipal administrators: archives a closed season. Its retention periods begin, and what it holds is erased when they are over.',
  })
  async archiveSeason(@Arg('year', () => Int, YEAR) year: number, @Ctx() context: Context) {
    return take('ARCHIVE', year, context);
  }
}

const answer = (result: Season | Refused, { language }: Context): SeasonView | RefusedView =>
  result instanceof Refused ? new RefusedView(result.refusals, language) : new SeasonView(result);

async function take(step: SeasonStep, year: number, context: Context): Promise<SeasonView | RefusedView> {
  const { em, services } = context;
  return answer(await services.seasons.step(em, actorOf(context), year, step), context);
}

@Resolver(() => SiteView)
export class SiteResolver {
  @Query(() => SiteView, {
    description: 'The city’s hotline, hours, filing numbers and policies. Needs no sign-in.',
  })
  async site(@Ctx() { language, reference }: Context): Promise<SiteView> {
    const site = await reference.site();
    if (!site) throw notSetUp();
    return new SiteView(site, language);
  }

  @Query(() => GraphQLDateTime, {
    description: 'The server’s clock, by which all windows, cooldowns and expiries are measured.',
  })
  now(@Ctx() { now }: Context): Date {
    return now;
  }

  @FieldResolver(() => [PolicyView], {
    description: 'The city’s own policies of the present season, the most important first.',
  })
  async policies(@Ctx() { districts, seasons }: Context): Promise<PolicyView[]> {
    const { year } = await seasons.present();
    const policies = await districts.policies.load(`${year}/`);
    return policies.map((policy) => new PolicyView(policy));
  }
}
