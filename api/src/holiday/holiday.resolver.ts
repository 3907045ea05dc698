import type { Action } from '@enrolment/rulebook/access.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import { Arg, Authorized, createUnionType, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { RefusedView } from '../refusal.type.js';
import { HolidayCalendarView, HolidayInput } from './holiday.type.js';

const HolidayCalendarResult = createUnionType({
  name: 'HolidayCalendarResult',
  description: 'The holidays as they are now, or the reasons why nothing was changed.',
  types: () => [HolidayCalendarView, RefusedView] as const,
});

const YEAR = { description: 'The year for which the holidays are announced.' };

@Resolver()
export class HolidayResolver {
  @Authorized<Action>('EDIT_OWN_DATA')
  @Query(() => HolidayCalendarView, {
    description:
      'For administrators of the city and of districts: the holidays of a year, with their versions.',
  })
  async holidayCalendar(
    @Arg('year', () => Int, YEAR) year: number,
    @Ctx() context: Context,
  ): Promise<HolidayCalendarView> {
    const { em, services, language } = context;
    return new HolidayCalendarView(await services.holidays.find(em, actorOf(context), year), language);
  }

  @Authorized<Action>('EDIT_OWN_DATA')
  @Mutation(() => HolidayCalendarResult, {
    description:
      'For municipal administrators: adds, changes and removes holidays of a year, all of it or nothing. Due dates that were told stay as they are; later ones are counted by it. It is a new version, and audited. STALE_VERSION when somebody has changed them meanwhile.',
  })
  async setHolidays(
    @Arg('year', () => Int, YEAR) year: number,
    @Arg('holidays', () => [HolidayInput], {
      description: 'Those that are new or changed, by their names; every other one stays as it is.',
    })
    holidays: HolidayInput[],
    @Arg('removed', () => [String], { description: 'Names of those that are removed.' }) removed: string[],
    @Arg('revision', () => Int, { description: 'The revision that the change is made to.' }) seen: number,
    @Ctx() context: Context,
  ): Promise<HolidayCalendarView | RefusedView> {
    const { em, services, language } = context;
    const change = { year, holidays, removed, seen };
    const set = await services.holidays.set(em, actorOf(context), change);
    return set instanceof Refused
      ? new RefusedView(set.refusals, language)
      : new HolidayCalendarView(set, language);
  }
}
