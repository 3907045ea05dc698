import { dayAfter, isCalendarDate } from './calendar.js';
import { OFFICE_RULES } from './office-rules.js';
import { refuse, type Refusal } from './refusal.js';
import { isLongerThan, normaliseLine } from './text.js';
import { daysOf, isWeekend, type Holiday } from './working-days.js';

export const HOLIDAY_NAME_LENGTH = { name: 20, nameEn: 60 } as const;

/** The versions of a calendar tell both names in one field, with a bar between them. */
const APART = /[|:→]/gu;
const nameIn = (typed: string): string => normaliseLine(typed.replace(APART, ' '));

/** In one way of writing, the days that are worked in their order. */
export const normaliseHoliday = ({ name, nameEn, from, to, worked }: Holiday): Holiday => ({
  name: nameIn(name),
  nameEn: nameIn(nameEn),
  from,
  to,
  worked: [...worked].sort(),
});

/** A refusal of one of several holidays, by its place among them. */
export interface HolidayRefusal {
  readonly at: number;
  readonly refusal: Refusal;
}

/** The holidays of a year together: each by itself, and none on a day of another. */
export function checkHolidays(year: number, holidays: readonly Holiday[]): HolidayRefusal[] {
  const { limit } = OFFICE_RULES.holidaysTooMany;
  if (holidays.length > limit)
    return [{ at: limit, refusal: refuse('holidaysTooMany', { params: { limit } }) }];
  return holidays.flatMap((holiday, at) => {
    const alone = checkHoliday(year, holiday);
    const refusals = alone.length > 0 ? alone : checkBeside(holiday, holidays.slice(0, at));
    return refusals.map((refusal) => ({ at, refusal }));
  });
}

function checkHoliday(year: number, { name, nameEn, from, to, worked }: Holiday): Refusal[] {
  const { limit } = OFFICE_RULES.holidayDates;
  const begins = isCalendarDate(from) && [year - 1, year].includes(Number(from.slice(0, 4)));
  const ends = isCalendarDate(to) && (!begins || (to >= from && to < dayAfter(from, limit)));
  const dates = { params: { year: String(year), limit } };
  return [
    ...checkName(name, 'name'),
    ...checkName(nameEn, 'nameEn'),
    ...(begins ? [] : [refuse('holidayDates', { field: 'from', ...dates })]),
    ...(ends ? [] : [refuse('holidayDates', { field: 'to', ...dates })]),
    ...(worked.every((day) => isCalendarDate(day) && isWeekend(day) && (day < from || day > to))
      ? []
      : [refuse('holidayWorked', { field: 'worked' })]),
  ];
}

function checkName(name: string, field: keyof typeof HOLIDAY_NAME_LENGTH): Refusal[] {
  const most = HOLIDAY_NAME_LENGTH[field];
  if (name === '') return [refuse('required', { field })];
  return isLongerThan(name, most) ? [refuse('textTooLong', { field, params: { most } })] : [];
}

function checkBeside(holiday: Holiday, others: readonly Holiday[]): Refusal[] {
  const { name, from, to, worked } = holiday;
  if (others.some((other) => other.name === name)) return [refuse('entryTwice', { field: 'name' })];
  const meets = (day: string, other: Holiday) =>
    (day >= other.from && day <= other.to) || other.worked.includes(day);
  if (others.some((other) => daysOf({ from, to }).some((day) => meets(day, other))))
    return [refuse('holidayTwice', { field: 'from' })];
  const twice = worked.some(
    (day, place) => worked.indexOf(day) !== place || others.some((other) => meets(day, other)),
  );
  return twice ? [refuse('holidayTwice', { field: 'worked' })] : [];
}
