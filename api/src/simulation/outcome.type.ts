import { LIVE_STAGES } from '@enrolment/rulebook/stage-lists.js';
import { SIMULATION_REASONS, type SimulationReason, type Stage } from '@enrolment/rulebook/vocabulary.js';
import { Field, Int, ObjectType } from 'type-graphql';
import { SimulationReasonEnum, StageEnum } from '../vocabulary.type.js';
import type { DistrictOutcome } from './simulation.entity.js';

@ObjectType('SimulatedStage', { description: 'The live records in one stage.' })
class SimulatedStageView {
  @Field(() => StageEnum, { description: 'The stage.' })
  readonly stage: Stage;

  @Field(() => Int, { description: 'The number of live records in this stage.' })
  readonly live: number;

  @Field(() => Int, { description: 'The number of them that would change.' })
  readonly affected: number;

  constructor(stage: Stage, { live, affected }: { live: number; affected: number }) {
    this.stage = stage;
    this.live = live;
    this.affected = affected;
  }
}

@ObjectType('SimulatedReason', { description: 'The live records that would change for one reason.' })
class SimulatedReasonView {
  @Field(() => SimulationReasonEnum, { description: 'The reason.' })
  readonly reason: SimulationReason;

  @Field(() => Int, { description: 'The number of records.' })
  readonly affected: number;

  constructor(reason: SimulationReason, affected: number) {
    this.reason = reason;
    this.affected = affected;
  }
}

@ObjectType('SimulatedDistrict', { description: 'What a change of the rules would change in one district.' })
export class SimulatedDistrictView {
  constructor(readonly outcome: DistrictOutcome) {}

  @Field(() => Int, { description: 'The number of live records: all but withdrawn ones.' })
  get live(): number {
    return this.outcome.live;
  }

  @Field(() => Int, { description: 'The number of records that would change, each counted once.' })
  get affected(): number {
    return this.outcome.affected;
  }

  @Field(() => Int, {
    description:
      'With a cut-off for the residence, the number of records that do not say when it began: without details, or with a home that is not rented. They may or may not be affected. 0 without a cut-off.',
  })
  get undeclared(): number {
    return this.outcome.undeclared;
  }

  @Field(() => [SimulatedStageView], {
    description:
      'By the stage of the record: every stage but WITHDRAWN, in order. Until its result is published, a child is PREREGISTERED to everybody.',
  })
  get byStage(): SimulatedStageView[] {
    return LIVE_STAGES.map(
      (stage) => new SimulatedStageView(stage, this.outcome.byStage[stage] ?? { live: 0, affected: 0 }),
    );
  }

  @Field(() => [SimulatedReasonView], {
    description: 'By reason: all of them. A record with two reasons is counted under both.',
  })
  get byReason(): SimulatedReasonView[] {
    return SIMULATION_REASONS.map(
      (reason) => new SimulatedReasonView(reason, this.outcome.byReason[reason] ?? 0),
    );
  }
}
