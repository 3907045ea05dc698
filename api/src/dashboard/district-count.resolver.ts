import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { DistrictCountView, StageCountView } from './counts.type.js';
import { checkDays, DAYS } from './dashboard.resolver.js';
import { waitingAmong } from './figures.js';
import { forecastOf } from './flow.js';
import { ForecastView } from './flow.type.js';
import { waitingLonger } from './waiting.js';

/** The figures beside a district in the city's table, for whoever may read the records. */
@Resolver(() => DistrictCountView)
export class DistrictCountResolver {
  @FieldResolver(() => [StageCountView], {
    description: 'Its records by stage: every stage, in order; empty where small numbers are hidden.',
  })
  byStage(@Root() { stages }: DistrictCountView): StageCountView[] {
    return stages.map((line) => new StageCountView(line));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Its records that were submitted and are undecided; null where small numbers are hidden.',
  })
  waiting(@Root() district: DistrictCountView): number | null {
    return waitingIn(district);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Those undecided for longer than so many days; null where small numbers are hidden.',
  })
  async waitingOverDays(
    @Root() { code, figures }: DistrictCountView,
    @Arg('days', () => Int, DAYS) days: number,
    @Ctx() { now }: Context,
  ): Promise<number | null> {
    checkDays(days);
    if (figures.scope.hidden) return null;
    const cells = await figures.ofDistrict('WAITING', code);
    return waitingLonger(figures, cells, { days, now, district: code });
  }

  @FieldResolver(() => ForecastView, {
    nullable: true,
    description: 'When nothing in it will be waiting any more; null where `Dashboard.forecast` would be.',
  })
  async forecast(
    @Root() district: DistrictCountView,
    @Ctx() { now, reference }: Context,
  ): Promise<ForecastView | null> {
    const { code, figures } = district;
    if (figures.scope.hidden) return null;
    const flows = await figures.ofDistrict('FLOW', code);
    const waiting = waitingIn(district)!;
    const found = await forecastOf(reference, { ...figures.scope, district: code }, { waiting, flows, now });
    return found && new ForecastView(found);
  }
}

const waitingIn = ({ stages }: DistrictCountView): number | null =>
  stages.length === 0 ? null : waitingAmong(stages);
