import { datesOf } from '@enrolment/rulebook/dates.js';
import { missedPreregistration } from '@enrolment/rulebook/turns.js';
import { stepsOf, turnOf, type WayFacts } from '@enrolment/rulebook/way.js';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { CollectionRecordView } from '../record/record.type.js';
import { gatherWay } from './way.facts.js';
import { RecordDateView, TurnView, WayStepView } from './way.type.js';

const ways = new WeakMap<CollectionRecordView, Promise<WayFacts>>();

/** Gathered only once, for everything that one answer tells of it. */
function wayOf(record: CollectionRecordView, context: Context): Promise<WayFacts> {
  let way = ways.get(record);
  if (!way) {
    way = gatherWay(record.known, context);
    ways.set(record, way);
  }
  return way;
}

@Resolver(() => CollectionRecordView)
export class WayResolver {
  @FieldResolver(() => TurnView, { description: 'Whose turn it is now, in a sentence.' })
  async turn(@Root() record: CollectionRecordView, @Ctx() context: Context): Promise<TurnView> {
    return new TurnView(turnOf(await wayOf(record, context), context.now), context.language);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the child was approved and no school preregistered it before the SCHOOL_PREREGISTRATION phase closed: there will be no result, and `turn` says how to go on.',
  })
  async missedPreregistration(
    @Root() record: CollectionRecordView,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return missedPreregistration(await wayOf(record, context), context.now);
  }

  @FieldResolver(() => [WayStepView], {
    description: 'Every step of the way, in order.',
  })
  async steps(@Root() record: CollectionRecordView, @Ctx() context: Context): Promise<WayStepView[]> {
    const steps = stepsOf(await wayOf(record, context));
    return steps.map((step) => new WayStepView(step, context.language));
  }

  @FieldResolver(() => [RecordDateView], {
    description: 'The dates ahead that concern this record’s family, by day.',
  })
  async dates(@Root() record: CollectionRecordView, @Ctx() context: Context): Promise<RecordDateView[]> {
    const dates = datesOf(await wayOf(record, context), context.now);
    return dates.map((date) => new RecordDateView(date, context.language));
  }
}
