import type { Forecast } from '@enrolment/rulebook/forecast.js';
import type { Stays } from '@enrolment/rulebook/stay.js';
import { stayOf } from '@enrolment/rulebook/stay.js';
import type { RuleName } from '@enrolment/rulebook/rules.js';
import type { Stage, EventActor } from '@enrolment/rulebook/vocabulary.js';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { CalendarDate } from '../scalars.js';
import type { CodePurpose } from '../sms-code/sms-code.entity.js';
import { ActingRoleEnum, asEnum, StageEnum } from '../vocabulary.type.js';

@ObjectType('Stay', {
  description:
    'How long records stayed in a stage before they left it. Counted in classes of length, so each time is right within 13 %; a minute or less counts as a minute.',
})
export class StayView {
  constructor(private readonly stays: Stays) {}

  @Field(() => Int, { description: 'The number of stays that are over.' })
  get count(): number {
    return [...this.stays.values()].reduce((all, n) => all + n, 0);
  }

  @Field(() => Int, { description: 'In how many seconds half of them were over.' })
  get medianSeconds(): number {
    return stayOf(this.stays, 0.5)!;
  }

  @Field(() => Int, { description: 'In how many seconds nine in ten of them were over.' })
  get p90Seconds(): number {
    return stayOf(this.stays, 0.9)!;
  }
}

@ObjectType('FunnelStep', { description: 'A stage on the way to a place at a school.' })
export class FunnelStepView {
  @Field(() => StageEnum, { description: 'The stage.' })
  readonly stage: Stage;

  @Field(() => Int, {
    description:
      'Records that have ever been in it, including withdrawn ones. For readers other than the deciding district, the published admissions while any result waits for its publication.',
  })
  readonly reached: number;

  @Field(() => Int, { description: 'Records that are in it now.' })
  readonly here: number;

  @Field(() => StayView, {
    nullable: true,
    description:
      'How long records stayed in it; null while none has left it, and of PREREGISTERED and ADMITTED, for readers other than the deciding district, while any result waits for its publication.',
  })
  readonly stay: StayView | null;

  constructor(stage: Stage, { reached, here, stays }: { reached: number; here: number; stays: Stays }) {
    this.stage = stage;
    this.reached = reached;
    this.here = here;
    this.stay = stays.size === 0 ? null : new StayView(stays);
  }
}

@ObjectType('ThroughputCount', {
  description: 'What was done on a day, as the history of the records has it.',
})
export class ThroughputCountView {
  @Field(() => CalendarDate, { description: 'The day, in Asia/Shanghai.' })
  readonly day: string;

  @Field(() => ActingRoleEnum, { description: 'Who did it.' })
  readonly role: EventActor;

  @Field(() => String, {
    description:
      'What was done, as `RecordEvent.kind`: REGISTERED, ITEM_PASSED, RETURNED … (docs/stages.md).',
  })
  readonly kind: string;

  @Field(() => Int, { description: 'How many times.' })
  readonly count: number;

  constructor([day, role, kind]: readonly string[], count: number) {
    this.day = day!;
    this.role = role as EventActor;
    this.kind = kind!;
    this.count = count;
  }
}

const CodePurposeEnum = asEnum<CodePurpose>('CodePurpose', 'What an SMS code confirms.', {
  REGISTRATION: 'A registration.',
  WITHDRAWAL: 'A withdrawal.',
  EXPORT: 'That whole numbers are put into a copy of all that is held.',
});

@ObjectType('CodeCount', { description: 'SMS codes sent on a day.' })
export class CodeCountView {
  @Field(() => CalendarDate, { description: 'The day, in Asia/Shanghai.' })
  readonly day: string;

  @Field(() => CodePurposeEnum, { description: 'What the codes confirm.' })
  readonly purpose: CodePurpose;

  @Field(() => Int, { description: 'The number of codes.' })
  readonly count: number;

  constructor([day, purpose]: readonly string[], count: number) {
    this.day = day!;
    this.purpose = purpose as CodePurpose;
    this.count = count;
  }
}

@ObjectType('RuleCount', { description: 'How often a rule has refused.' })
export class RuleCountView {
  @Field(() => String, { description: 'Id of the rule, as in `rules`.' })
  readonly rule: string;

  @Field(() => Int, { description: 'How many times.' })
  readonly count: number;

  constructor(rule: RuleName, count: number) {
    this.rule = rule;
    this.count = count;
  }
}

@ObjectType('Forecast', {
  description:
    'When nothing will be waiting any more if things go on as on the last ten working days and the days off between them. It assumes that nothing is submitted after the last day for details.',
})
export class ForecastView {
  constructor(private readonly forecast: Forecast) {}

  @Field(() => Float, { description: 'Records decided on a working day, on average.' })
  get decidedADay(): number {
    return this.forecast.decidedADay;
  }

  @Field(() => Float, { description: 'Records that came to wait on a working day, on average.' })
  get cameADay(): number {
    return this.forecast.cameADay;
  }

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The first day at whose end nothing waits; null if that is more than a year away.',
  })
  get expected(): string | null {
    return this.forecast.expected;
  }

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'One time in ten it is over by this day; null if that is more than a year away.',
  })
  get early(): string | null {
    return this.forecast.early;
  }

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Nine times in ten it is over by this day; null if that is more than a year away.',
  })
  get late(): string | null {
    return this.forecast.late;
  }
}

@ObjectType('SeasonDay', {
  description:
    'A day of this season beside the same day of last year’s, counted from the opening of the registration.',
})
export class SeasonDayView {
  @Field(() => Int, { description: 'Days since the opening; 0 for the opening day.' })
  readonly day: number;

  @Field(() => Int, { nullable: true, description: 'Registered this season; null for a day to come.' })
  readonly registered: number | null;

  @Field(() => Int, { nullable: true, description: 'Submitted this season; null for a day to come.' })
  readonly submitted: number | null;

  @Field(() => Int, { nullable: true, description: 'Registered last season; null if there was none.' })
  readonly registeredLastYear: number | null;

  @Field(() => Int, { nullable: true, description: 'Submitted last season; null if there was none.' })
  readonly submittedLastYear: number | null;

  constructor(day: number, present: DayNumbers | null, last: DayNumbers | null) {
    this.day = day;
    this.registered = present?.registered ?? null;
    this.submitted = present?.submitted ?? null;
    this.registeredLastYear = last?.registered ?? null;
    this.submittedLastYear = last?.submitted ?? null;
  }
}

export interface DayNumbers {
  readonly registered: number;
  readonly submitted: number;
}
