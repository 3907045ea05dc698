import { businessDay, dayAfter } from '@enrolment/rulebook/calendar.js';
import { EVENTS } from '@enrolment/rulebook/events.js';
import type { RuleName } from '@enrolment/rulebook/rules.js';
import type { EventKind } from '@enrolment/rulebook/vocabulary.js';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { DashboardView } from './dashboard.type.js';
import { checkDays } from './dashboard.resolver.js';
import { countBy, partOf, waitingAmong, type Figures } from './figures.js';
import { besideLastYear, forecastOf, funnelOf } from './flow.js';
import {
  CodeCountView,
  ForecastView,
  FunnelStepView,
  RuleCountView,
  SeasonDayView,
  ThroughputCountView,
} from './flow.type.js';
import type { Cell } from './tally.statements.js';

const LAST_DAYS = {
  nullable: true,
  defaultValue: 14,
  description: 'How many days to count back, today included; from 0 to 3660.',
};

/** What is told of the way and the days, to whoever may read the records: it could not be told without small numbers. */
@Resolver(() => DashboardView)
export class FlowResolver {
  @FieldResolver(() => [FunnelStepView], {
    description:
      'The way to a place at a school, stage by stage: how many ever came so far, how many are there, and how long it took them to go on. Empty where small numbers are hidden.',
  })
  async funnel(@Root() { figures }: DashboardView): Promise<FunnelStepView[]> {
    return figures.scope.hidden ? [] : funnelOf(figures);
  }

  @FieldResolver(() => ForecastView, {
    nullable: true,
    description:
      'When nothing will be waiting any more; null while fewer than three working days are known, while nothing is decided, and where small numbers are hidden.',
  })
  async forecast(
    @Root() { figures }: DashboardView,
    @Ctx() { now, reference }: Context,
  ): Promise<ForecastView | null> {
    if (figures.scope.hidden) return null;
    const [stages, flows] = await Promise.all([figures.stages(), figures.of('FLOW')]);
    const asked = { waiting: waitingAmong(stages), flows, now };
    const found = await forecastOf(reference, figures.scope, asked);
    return found && new ForecastView(found);
  }

  @FieldResolver(() => [SeasonDayView], {
    description:
      'Registrations and submissions of this season beside those of the season before, by days from the opening of the registration. Empty for a season without a calendar and where small numbers are hidden.',
  })
  async besideLastYear(
    @Root() { figures }: DashboardView,
    @Ctx() { now, reference }: Context,
  ): Promise<SeasonDayView[]> {
    return figures.scope.hidden ? [] : besideLastYear(figures, reference, now);
  }

  @FieldResolver(() => [ThroughputCountView], {
    description:
      'What families, district, school and the automatic check did, by day, the newest first. While any result waits for its publication, decisions about admissions are left out for readers other than the deciding district. Empty for a school and where small numbers are hidden.',
  })
  async throughput(
    @Root() { figures }: DashboardView,
    @Arg('days', () => Int, LAST_DAYS) days: number | null,
    @Ctx() { now }: Context,
  ): Promise<ThroughputCountView[]> {
    const [cells, allTold] = await Promise.all([lately(figures, 'EVENT', days, now), figures.allTold()]);
    return cells
      .filter((cell) => allTold || EVENTS[partOf(cell, 2) as EventKind].hiddenUntil !== 'RESULT_PUBLISHED')
      .map((cell) => new ThroughputCountView(cell.key.split('/'), cell.n));
  }

  @FieldResolver(() => [CodeCountView], {
    description:
      'SMS codes sent, by day, the newest first. Codes for a registration belong to no district yet: only the city’s dashboard has them. Empty where small numbers are hidden.',
  })
  async codesSent(
    @Root() { figures }: DashboardView,
    @Arg('days', () => Int, LAST_DAYS) days: number | null,
    @Ctx() { now }: Context,
  ): Promise<CodeCountView[]> {
    const cells = await lately(figures, 'CODE', days, now);
    return cells.map((cell) => new CodeCountView(cell.key.split('/'), cell.n));
  }

  @FieldResolver(() => [RuleCountView], {
    description:
      'How often each rule refused a registration, a code for one, or a submission of the details, the most frequent first. A refusal counts for every rule that it names. Codes belong to no district yet: only the city’s dashboard has them. Empty where small numbers are hidden.',
  })
  async refusedByRule(
    @Root() { figures }: DashboardView,
    @Arg('days', () => Int, LAST_DAYS) days: number | null,
    @Ctx() { now }: Context,
  ): Promise<RuleCountView[]> {
    const cells = await lately(figures, 'REFUSED', days, now);
    return [...countBy(cells, (cell) => partOf(cell, 1) as RuleName)]
      .sort(([a, n], [b, m]) => m - n || a.localeCompare(b))
      .map(([rule, count]) => new RuleCountView(rule, count));
  }
}

/** The cells of the last days, whose keys begin with the day; the newest first. */
async function lately(
  figures: Figures,
  facet: 'EVENT' | 'CODE' | 'REFUSED',
  days: number | null,
  now: Date,
): Promise<Cell[]> {
  const since = dayAfter(businessDay(now), 1 - checkDays(days ?? LAST_DAYS.defaultValue));
  if (figures.scope.hidden) return [];
  return (await figures.of(facet))
    .filter((cell) => partOf(cell, 0) >= since)
    .sort((a, b) => partOf(b, 0).localeCompare(partOf(a, 0)) || a.key.localeCompare(b.key));
}
