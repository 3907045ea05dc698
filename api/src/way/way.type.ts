import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import type { DateKind, FamilyDate } from '../rulebook/dates.js';
import type { Language } from '../rulebook/refusal.js';
import type { Step, StepKind, Turn, TurnHolder } from '../rulebook/way.js';
import { CalendarDate } from '../scalars.js';
import { DateKindEnum, StepKindEnum, StepStateEnum, TurnHolderEnum } from '../vocabulary.type.js';

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

@ObjectType('RecordDate', {
  description: 'A date that still lies ahead of a record and concerns its family: to be put into a calendar.',
})
export class RecordDateView {
  constructor(
    private readonly date: FamilyDate,
    private readonly language: Language,
  ) {}

  @Field(() => DateKindEnum, { description: 'What it is about; each comes once at most for a record.' })
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

  @Field(() => CalendarDate, { description: 'The last day; what ends at midnight ends with the day before.' })
  get lastDay(): string {
    return this.date.lastDay;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The instant until which something has to be done; null where nothing has.',
  })
  get dueAt(): Date | null {
    return this.date.dueAt;
  }

  @Field(() => Boolean, {
    description: 'Whether it takes its days whole; false for what is due at another hour than midnight.',
  })
  get wholeDays(): boolean {
    return this.date.wholeDays;
  }
}
