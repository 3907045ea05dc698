import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import type { Language } from '../rulebook/refusal.js';
import type { Step, StepKind, Turn, TurnHolder } from '../rulebook/way.js';
import { StepKindEnum, StepStateEnum, TurnHolderEnum } from '../vocabulary.type.js';

@ObjectType('Turn', {
  description: 'Whose turn it is with a record: who has to act, since when, until when.',
})
export class TurnView {
  constructor(
    private readonly turn: Turn,
    private readonly language: Language,
  ) {}

  @Field(() => TurnHolderEnum, { description: 'Who has to act.' })
  get holder(): TurnHolder {
    return this.turn.holder;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Since when the record has been waiting for it.',
  })
  get since(): Date | null {
    return this.turn.since;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when by the district’s calendar; for NOBODY, when it goes on.',
  })
  get until(): Date | null {
    return this.turn.until;
  }

  @Field(() => String, {
    description:
      'A sentence for the family, in the reader’s language: what to do, or what is being waited for.',
  })
  get text(): string {
    return this.turn.text[this.language];
  }
}

@ObjectType('WayStep', { description: 'One step of the way of a record, in the manual’s order.' })
export class WayStepView {
  constructor(
    private readonly step: Step,
    private readonly language: Language,
  ) {}

  @Field(() => StepKindEnum, { description: 'Which.' })
  get kind(): StepKind {
    return this.step.kind;
  }

  @Field(() => String, { description: 'Its name in the reader’s language.' })
  get label(): string {
    return this.step.label[this.language];
  }

  @Field(() => StepStateEnum, { description: 'Whether it is done, where the record stands, or to come.' })
  get state(): Step['state'] {
    return this.step.state;
  }

  @Field(() => TurnHolderEnum, { description: 'Whose step it is.' })
  get holder(): TurnHolder {
    return this.step.holder;
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was done.' })
  get doneAt(): Date | null {
    return this.step.doneAt;
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the district’s calendar opens it.' })
  get opensAt(): Date | null {
    return this.step.window?.opensAt ?? null;
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the district’s calendar closes it.' })
  get closesAt(): Date | null {
    return this.step.window?.closesAt ?? null;
  }
}
