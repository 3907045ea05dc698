import type { DateKind, FamilyDate } from '@enrolment/rulebook/dates.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import type { Step, StepKind, Turn, TurnHolder } from '@enrolment/rulebook/way.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { CalendarDate } from '../scalars.js';
import { DateKindEnum, StepKindEnum, StepStateEnum, TurnHolderEnum } from '../vocabulary.type.js';

@ObjectType('Turn', {
  description: 'Whose turn it is with a record: who has to act, since when and until when.',
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
    description: 'Since when the record has been waiting.',
  })
  get since(): Date | null {
    return this.turn.since;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when, by the district’s calendar; for NOBODY, when the next step begins.',
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

  @Field(() => StepKindEnum, { description: 'The kind of step.' })
  get kind(): StepKind {
    return this.step.kind;
  }

  @Field(() => String, { description: 'Its name in the reader’s language.' })
  get label(): string {
    return this.step.label[this.language];
  }

  @Field(() => StepStateEnum, { description: 'Whether the step is done, present or still to come.' })
  get state(): Step['state'] {
    return this.step.state;
  }

  @Field(() => TurnHolderEnum, { description: 'Who acts at this step.' })
  get holder(): TurnHolder {
    return this.step.holder;
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the step was done; null before that.' })
  get doneAt(): Date | null {
    return this.step.doneAt;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the district’s calendar opens the step; null without a window.',
  })
  get opensAt(): Date | null {
    return this.step.window?.opensAt ?? null;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the district’s calendar closes the step; null without a window.',
  })
  get closesAt(): Date | null {
    return this.step.window?.closesAt ?? null;
  }
}

@ObjectType('RecordDate', {
  description: 'A date ahead that concerns a record’s family, to be put into a calendar.',
})
export class RecordDateView {
  constructor(
    private readonly date: FamilyDate,
    private readonly language: Language,
  ) {}

  @Field(() => DateKindEnum, {
    description: 'What the date is about; each kind occurs at most once for a record.',
  })
  get kind(): DateKind {
    return this.date.kind;
  }

  @Field(() => String, { description: 'Its name in the reader’s language.' })
  get label(): string {
    return this.date.label[this.language];
  }

  @Field(() => String, { description: 'What to do, or what happens then, in the reader’s language.' })
  get text(): string {
    return this.date.text[this.language];
  }

  @Field(() => CalendarDate, { description: 'The first day.' })
  get firstDay(): string {
    return this.date.firstDay;
  }

  @Field(() => CalendarDate, {
    description: 'The last day; a date that ends at midnight ends with the day before.',
  })
  get lastDay(): string {
    return this.date.lastDay;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The deadline; null for a date without one.',
  })
  get dueAt(): Date | null {
    return this.date.dueAt;
  }

  @Field(() => Boolean, {
    description: 'Whether it takes whole days; false for a deadline at another hour than midnight.',
  })
  get wholeDays(): boolean {
    return this.date.wholeDays;
  }
}
