import type { Language } from '@enrolment/rulebook/refusal.js';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { EditionView } from '../edition/edition.type.js';
import { revisionOf, SHOWN_EDITIONS } from '../edition/editions.js';
import { CalendarDate } from '../scalars.js';
import type { Holiday } from './holiday.entity.js';
import type { HolidayCalendar } from './holiday.service.js';

const NAME = 'Its name in Chinese, such as 劳动节, at most 20 characters; no two of a year have the same.';
const NAME_EN = 'Its name in English, at most 60 characters.';
const FROM = 'The first day off, in the year or the one before.';
const TO = 'The last day off, at most 15 days with the first.';
const WORKED = '调休: Saturdays and Sundays on which people work instead.';

@InputType({ description: 'A holiday as it is to be. Days are written YYYY-MM-DD.' })
export class HolidayInput {
  @Field(() => String, { description: NAME })
  name!: string;

  @Field(() => String, { description: NAME_EN })
  nameEn!: string;

  @Field(() => String, { description: FROM })
  from!: string;

  @Field(() => String, { description: TO })
  to!: string;

  @Field(() => [String], { description: WORKED })
  worked!: string[];
}

@ObjectType('Holiday', { description: '节假日: days off, and what is worked instead.' })
export class HolidayView {
  constructor(private readonly holiday: Holiday) {}

  @Field(() => String, { description: NAME })
  get name(): string {
    return this.holiday.name;
  }

  @Field(() => String, { description: NAME_EN })
  get nameEn(): string {
    return this.holiday.nameEn;
  }

  @Field(() => CalendarDate, { description: FROM })
  get from(): string {
    return this.holiday.from;
  }

  @Field(() => CalendarDate, { description: TO })
  get to(): string {
    return this.holiday.to;
  }

  @Field(() => [CalendarDate], { description: WORKED })
  get worked(): string[] {
    return this.holiday.worked;
  }
}

@ObjectType('HolidayCalendar', {
  description: 'The holidays of a year, by which every working day of the service is counted.',
})
export class HolidayCalendarView {
  constructor(
    private readonly calendar: HolidayCalendar,
    private readonly language: Language,
  ) {}

  @Field(() => Int, { description: 'The year.' })
  get year(): number {
    return this.calendar.year;
  }

  @Field(() => [HolidayView], {
    description: 'Its holidays in their order; empty while none is entered, and Monday to Friday count.',
  })
  get holidays(): HolidayView[] {
    return this.calendar.holidays.map((holiday) => new HolidayView(holiday));
  }

  @Field(() => Int, {
    description:
      'Number of its newest version, to be named with a change; 0 where nobody has changed what was set up.',
  })
  get revision(): number {
    return revisionOf(this.calendar.editions);
  }

  @Field(() => [EditionView], { description: 'Its newest 20 versions, the newest first.' })
  get editions(): EditionView[] {
    return this.calendar.editions
      .slice(0, SHOWN_EDITIONS)
      .map((edition) => new EditionView(edition, this.language));
  }
}
