import type { Action } from '@enrolment/rulebook/access.js';
import { Arg, Authorized, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { actorOf, type Context } from '../context.js';
import { ApiError } from '../platform/errors.js';
import { WaitingCountView } from './counts.type.js';
import { DashboardView } from './dashboard.type.js';
import { waitingAmong } from './figures.js';
import { longerInTable, waitingByDays, waitingLonger } from './waiting.js';

const OLDEST_YEAR = 2000;
const NEWEST_YEAR = 2999;
const MOST_DAYS = 3_660;

export function checkDays(days: number): number {
  if (days >= 0 && days <= MOST_DAYS) return days;
  throw new ApiError('BAD_USER_INPUT', { message: `days must be from 0 to ${MOST_DAYS}.` });
}

export const DAYS = { description: `How many times 24 hours; from 0 to ${MOST_DAYS}.` };

@Resolver(() => DashboardView)
export class DashboardResolver {
  @Authorized<Action>('READ_DASHBOARD')
  @Query(() => DashboardView, {
    description:
      'The figures of a season. Districts read their own, municipal administrators every one and the whole city, schools their own and, without small numbers, their district’s. A season without a record gives zeros. FORBIDDEN for any other place, whether or not it exists.',
  })
  async dashboard(
    @Arg('district', () => String, {
      nullable: true,
      description:
        'Entry code 01 … 18; the whole city when left out, and the school’s district with a school.',
    })
    district: string | null,
    @Arg('season', () => Int, {
      nullable: true,
      description: 'Year of admission; the present season when left out.',
    })
    season: number | null,
    @Arg('school', () => String, {
      nullable: true,
      description: 'Code of a school: only the children whom it has preregistered.',
    })
    school: string | null,
    @Ctx() context: Context,
  ): Promise<DashboardView> {
    const actor = actorOf(context);
    const { em, reference, seasons, services, now } = context;
    const year = season ?? (await seasons.present()).year;
    if (year < OLDEST_YEAR || year > NEWEST_YEAR)
      throw new ApiError('BAD_USER_INPUT', { message: 'season must be a year.' });
    const asked = { season: year, district: district ?? null, school: school ?? null };
    const figures = await services.dashboards.open(em, actor, reference, asked);
    return new DashboardView(figures, now, await reference.subdistricts());
  }

  @FieldResolver(() => Int, {
    description:
      'Records that were submitted and are undecided: those in SUBMITTED, IDENTITY_VERIFIED and APPEALED. Hidden stages are left out.',
  })
  async waiting(@Root() { figures }: DashboardView): Promise<number> {
    return waitingAmong(await figures.stages());
  }

  @FieldResolver(() => [WaitingCountView], {
    description:
      'Undecided records by the number of days since they were submitted, the newest first. Empty where all of it is hidden.',
  })
  async byDaysWaited(
    @Root() { figures }: DashboardView,
    @Ctx() { now }: Context,
  ): Promise<WaitingCountView[]> {
    return (await waitingByDays(figures, now)).map((line) => new WaitingCountView(line));
  }

  @FieldResolver(() => Int, {
    description:
      'Records that were submitted and are undecided for longer than so many days. Where small numbers are hidden, whole days are counted, without the hidden ones.',
  })
  async waitingOverDays(
    @Root() { figures }: DashboardView,
    @Arg('days', () => Int, DAYS) days: number,
    @Ctx() { now }: Context,
  ): Promise<number> {
    checkDays(days);
    if (figures.scope.hidden) return longerInTable(await waitingByDays(figures, now), days);
    return waitingLonger(figures, await figures.of('WAITING'), { days, now });
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When the details of the record that has been undecided longest were submitted; null when none is, and where small numbers are hidden.',
  })
  oldestWaiting(@Root() { figures }: DashboardView): Promise<Date | null> {
    return figures.scope.hidden ? Promise.resolve(null) : figures.oldestWaiting();
  }
}
