import type { Action } from '@enrolment/rulebook/access.js';
import { familyView } from '@enrolment/rulebook/calendar-preview.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import type { PhaseKind, ServiceKind, Stage } from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Authorized, createUnionType, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { PhaseView } from '../district/district.type.js';
import { RefusedView } from '../refusal.type.js';
import { PhaseKindEnum, ServiceKindEnum, StageEnum } from '../vocabulary.type.js';
import { withChanged } from './calendar.content.js';
import { calendarIn } from './calendar.service.js';
import {
  CalendarChangeView,
  CalendarInput,
  CalendarPreviewView,
  DistrictCalendarView,
  WindowInput,
} from './calendar.type.js';

const PhaseResult = createUnionType({
  name: 'PhaseResult',
  description: 'The window as it is now, or the reasons why it was not changed.',
  types: () => [PhaseView, RefusedView] as const,
});

const CalendarResult = createUnionType({
  name: 'CalendarResult',
  description: 'What the change changes, or the reasons why nothing was changed.',
  types: () => [CalendarChangeView, RefusedView] as const,
});

export const SEASON = {
  nullable: true,
  description: 'Year of the season; may be left out while exactly one season is open.',
};
const SHOWN_SEASON = { nullable: true, description: 'Year of the season; the present one when left out.' };
const NOT_YOURS =
  'null both for a district or season that does not exist and for a district that is not theirs.';

@Resolver()
export class CalendarResolver {
  @Authorized<Action>('READ_CALENDAR')
  @Query(() => DistrictCalendarView, {
    nullable: true,
    description: `For the offices of a district, and for the city: its calendar in a season, planned ones included, with every version that an administrator has set; ${NOT_YOURS}`,
  })
  async districtCalendar(
    @Arg('district', () => String, { description: 'Entry code of the district.' }) district: string,
    @Arg('season', () => Int, SHOWN_SEASON) season: number | null,
    @Ctx() context: Context,
  ): Promise<DistrictCalendarView | null> {
    const { em, services, seasons, language, now } = context;
    const year = season ?? (await seasons.present()).year;
    const found = await services.calendar.read(em, actorOf(context), { district, season: year });
    return found && new DistrictCalendarView(found, language, now);
  }

  @Authorized<Action>('READ_CALENDAR')
  @Query(() => CalendarPreviewView, {
    nullable: true,
    description: `For the offices of a district, and for the city: what a family would see at an instant by the calendar, or by changes of it that are not saved. Nothing is checked; ${NOT_YOURS}`,
  })
  async calendarPreview(
    @Arg('district', () => String, { description: 'Entry code of the district.' }) district: string,
    @Arg('service', () => ServiceKindEnum, { description: 'The family’s service.' }) service: ServiceKind,
    @Arg('at', () => GraphQLDateTime, { description: 'The instant.' }) at: Date,
    @Arg('stage', () => StageEnum, {
      nullable: true,
      description: 'Where the made-up record stands; left out for a family that has not registered.',
    })
    stage: Stage | null,
    @Arg('windows', () => [WindowInput], {
      nullable: true,
      description: 'Windows that are not saved, instead of those that hold.',
    })
    windows: WindowInput[] | null,
    @Arg('season', () => Int, SHOWN_SEASON) season: number | null,
    @Ctx() context: Context,
  ): Promise<CalendarPreviewView | null> {
    const { em, services, seasons, language } = context;
    const year = season ?? (await seasons.present()).year;
    const found = await services.calendar.read(em, actorOf(context), { district, season: year });
    if (!found) return null;
    const after = withChanged(found.windows, windows ?? []).filter((window) => window.service === service);
    const told = { phases: calendarIn(after, service), hotline: found.district.hotline[0] ?? '' };
    return new CalendarPreviewView(after, stage ? familyView(stage, told, at) : null, language, at);
  }

  @Authorized<Action>('ADMINISTER_DISTRICT')
  @Mutation(() => CalendarResult, {
    description:
      'For administrators of the district: changes windows of its calendar in a planned or open season, all of them or none. The windows have to follow the order of the steps. The change is a new version, holds from the next request on and is audited. STALE_VERSION when somebody has changed the calendar meanwhile.',
  })
  async setCalendar(
    @Arg('input', () => CalendarInput, { description: 'The change.' }) input: CalendarInput,
    @Ctx() context: Context,
  ): Promise<CalendarChangeView | RefusedView> {
    const { em, services, language, now } = context;
    const { district, season, revision, windows, dryRun } = input;
    const change = { district, season: season ?? null, seen: revision, windows, dryRun: dryRun ?? false };
    const result = await services.calendar.set(em, actorOf(context), change);
    return result instanceof Refused
      ? new RefusedView(result.refusals, language)
      : new CalendarChangeView(result, language, now);
  }

  @Authorized<Action>('ADMINISTER_DISTRICT')
  @Mutation(() => PhaseResult, {
    description:
      'For administrators of the district: sets one window in the calendar of a planned or open season, whatever its version. The windows have to follow the order of the steps. The change is a new version, holds from the next request on and is audited.',
  })
  async setPhase(
    @Arg('district', () => String, { description: 'Entry code of the administrator’s own district.' })
    district: string,
    @Arg('service', () => ServiceKindEnum, { description: 'The service.' }) service: ServiceKind,
    @Arg('kind', () => PhaseKindEnum, { description: 'The window to set.' }) kind: PhaseKind,
    @Arg('opensAt', () => GraphQLDateTime, { description: 'The first instant at which it is open.' })
    opensAt: Date,
    @Arg('closesAt', () => GraphQLDateTime, { description: 'The first instant at which it is closed again.' })
    closesAt: Date,
    @Arg('season', () => Int, SEASON) season: number | null,
    @Ctx() context: Context,
  ): Promise<PhaseView | RefusedView> {
    const { em, services, language, now } = context;
    const window = { service, kind, opensAt, closesAt };
    const result = await services.calendar.setPhase(em, actorOf(context), {
      district,
      season: season ?? null,
      window,
    });
    return result instanceof Refused
      ? new RefusedView(result.refusals, language)
      : new PhaseView(result, now);
  }
}
