import type { ServiceKind, Stage, TreatedAsLocalGround } from '@enrolment/rulebook/vocabulary.js';
import type { IsWorkingDay } from '@enrolment/rulebook/working-days.js';
import type { Disclosure } from '@enrolment/rulebook/small-cells.js';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DistrictView } from '../district/district.type.js';
import { CalendarDate } from '../scalars.js';
import { SchoolView } from '../school/school.type.js';
import { GroundEnum, ServiceKindEnum, StageEnum } from '../vocabulary.type.js';
import type { Figures, Line } from './figures.js';

export const DisclosureEnum = { TOLD: 'TOLD', SMALL: 'SMALL', HIDDEN: 'HIDDEN' } as const;
registerEnumType(DisclosureEnum, {
  name: 'Disclosure',
  description: 'How much of a number is told to whoever may not read the records behind it.',
  valuesConfig: {
    TOLD: { description: 'The number itself.' },
    SMALL: { description: 'That it is from 1 to 4.' },
    HIDDEN: { description: 'Nothing: another number that is small would follow from it.' },
  },
});

/** The count in a line of any table. */
@ObjectType()
abstract class CountView<Key> {
  constructor(protected readonly line: Line<Key>) {}

  @Field(() => Int, { description: 'The number of records; 0 where it is hidden.' })
  get count(): number {
    return this.line.count;
  }

  @Field(() => Boolean, {
    description:
      'Whether the number is hidden from this reader: it is below 5, or would tell one that is. Never true for whoever may read the records themselves.',
  })
  get hidden(): boolean {
    return this.line.disclosure !== 'TOLD';
  }

  @Field(() => DisclosureEnum, { description: 'How much of the number is told.' })
  get disclosure(): Disclosure {
    return this.line.disclosure;
  }
}

@ObjectType('StageCount', { description: 'The records that are in a stage now.' })
export class StageCountView extends CountView<Stage> {
  @Field(() => StageEnum, { description: 'The stage.' })
  get stage(): Stage {
    return this.line.key;
  }
}

@ObjectType('ServiceCount', { description: 'The records of a service.' })
export class ServiceCountView extends CountView<ServiceKind> {
  @Field(() => ServiceKindEnum, { description: 'The service.' })
  get service(): ServiceKind {
    return this.line.key;
  }
}

@ObjectType('GroundCount', { description: 'The records of TREATED_AS_LOCAL with a ground.' })
export class GroundCountView extends CountView<TreatedAsLocalGround> {
  @Field(() => GroundEnum, { description: 'The ground.' })
  get ground(): TreatedAsLocalGround {
    return this.line.key;
  }
}

@ObjectType('ProvinceCount', { description: 'The records of children with hukou in a province.' })
export class ProvinceCountView extends CountView<string> {
  @Field(() => String, { description: 'GB/T 2260 code of the province, such as 130000.' })
  get province(): string {
    return this.line.key;
  }
}

@ObjectType('SubdistrictCount', { description: 'The records of children who live in a subdistrict.' })
export class SubdistrictCountView extends CountView<string> {
  @Field(() => String, { description: 'Entry code of the district in which the home is.' })
  get district(): string {
    return this.line.key.slice(0, 2);
  }

  @Field(() => String, {
    description:
      '街道 or 乡镇, as the district lists it; what it does not list, as the families have written it.',
  })
  get subdistrict(): string {
    return this.line.key.slice(3);
  }
}

@ObjectType('SchoolCount', { description: 'The children whom a school has preregistered.' })
export class SchoolCountView extends CountView<string> {
  constructor(
    line: Line<string>,
    private readonly called: SchoolView,
  ) {
    super(line);
  }

  @Field(() => SchoolView, { description: 'The school.' })
  get school(): SchoolView {
    return this.called;
  }
}

@ObjectType('DistrictCount', { description: 'The records of a district.' })
export class DistrictCountView extends CountView<string> {
  constructor(
    line: Line<string>,
    private readonly called: DistrictView,
    readonly figures: Figures,
    /** The district's own figures; none where small numbers are hidden. */
    readonly stages: readonly Line<Stage>[],
  ) {
    super(line);
  }

  /** Its entry code. */
  get code(): string {
    return this.line.key;
  }

  @Field(() => DistrictView, { description: 'The district.' })
  get district(): DistrictView {
    return this.called;
  }
}

@ObjectType('WaitingCount', { description: 'The undecided records that have waited for so many days.' })
export class WaitingCountView extends CountView<string> {
  @Field(() => Int, { description: 'Days since the day of submission; 0 for today’s.' })
  get days(): number {
    return Number(this.line.key);
  }
}

@ObjectType('DayCount', { description: 'What was registered and submitted on a day.' })
export class DayCountView {
  @Field(() => CalendarDate, { description: 'The day, in Asia/Shanghai.' })
  readonly day: string;

  @Field(() => Boolean, {
    description: 'Whether it is a working day, by the holidays that the city has entered.',
  })
  readonly workingDay: boolean;

  @Field(() => Int, { description: 'Records registered on this day; 0 where it is hidden.' })
  readonly registered: number;

  @Field(() => Int, {
    description: 'Records whose details were submitted for the first time on this day; 0 where it is hidden.',
  })
  readonly submitted: number;

  @Field(() => Boolean, { description: 'Whether one of the two numbers is hidden from this reader.' })
  readonly hidden: boolean;

  @Field(() => DisclosureEnum, { description: 'How much of the number of registrations is told.' })
  readonly registeredDisclosure: Disclosure;

  @Field(() => DisclosureEnum, { description: 'How much of the number of submissions is told.' })
  readonly submittedDisclosure: Disclosure;

  constructor(registered: Line<string>, submitted: Line<string>, isWorkingDay: IsWorkingDay) {
    this.day = registered.key;
    this.workingDay = isWorkingDay(registered.key);
    this.registered = registered.count;
    this.submitted = submitted.count;
    this.registeredDisclosure = registered.disclosure;
    this.submittedDisclosure = submitted.disclosure;
    this.hidden = [registered, submitted].some(({ disclosure }) => disclosure !== 'TOLD');
  }
}
