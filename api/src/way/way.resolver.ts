import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { CollectionRecordView } from '../record/record.type.js';
import { datesOf } from '../rulebook/dates.js';
import { stepsOf, turnOf } from '../rulebook/way.js';
import { gatherWay } from './way.facts.js';
import { RecordDateView, TurnView, WayStepView } from './way.type.js';

@Resolver(() => CollectionRecordView)
export class WayResolver {
  @FieldResolver(() => TurnView, { description: 'Whose turn it is now, in a sentence.' })
  async turn(@Root() record: CollectionRecordView, @Ctx() context: Context): Promise<TurnView> {
    return new TurnView(turnOf(await gatherWay(record, context), context.now), context.language);
  }

  @FieldResolver(() => [WayStepView], {
    description: 'Every step of the way in order: done, present, to come.',
  })
  async steps(@Root() record: CollectionRecordView, @Ctx() context: Context): Promise<WayStepView[]> {
    const steps = stepsOf(await gatherWay(record, context));
    return steps.map((step) => new WayStepView(step, context.language));
  }

  @FieldResolver(() => [RecordDateView], {
    description: 'The dates that still lie ahead of this record and concern its family, by day.',
  })
  async dates(@Root() record: CollectionRecordView, @Ctx() context: Context): Promise<RecordDateView[]> {
    const dates = datesOf(await gatherWay(record, context), context.now);
    return dates.map((date) => new RecordDateView(date, context.language));
  }
}
