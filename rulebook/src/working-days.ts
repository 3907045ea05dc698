import { dayAfter } from './calendar.js';

/** 节假日: days off, and the Saturdays and Sundays on which people work instead (调休). */
export interface Holiday {
  readonly name: string;
  readonly nameEn: string;
  readonly from: string;
  readonly to: string;
  readonly worked: readonly string[];
}

/** Whether a day, YYYY-MM-DD, is a working day. */
export type IsWorkingDay = (day: string) => boolean;

export const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** From the first to the last. */
export function daysOf({ from, to }: Pick<Holiday, 'from' | 'to'>): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1)) days.push(day);
  return days;
}

/** Monday to Friday but for holidays, and the weekends that are worked. Where no holidays are known, Monday to Friday. */
export function workingDays(holidays: readonly Pick<Holiday, 'from' | 'to' | 'worked'>[]): IsWorkingDay {
  const off = new Set(holidays.flatMap(daysOf));
  const worked = new Set(holidays.flatMap((holiday) => holiday.worked));
  return (day) => worked.has(day) || (!off.has(day) && !isWeekend(day));
}

/** The so-manieth working day after a day, which itself is not counted. */
export function workingDayAfter(day: string, count: number, isWorkingDay: IsWorkingDay): string {
  let last = day;
  for (let left = count; left > 0;) {
    last = dayAfter(last, 1);
    if (isWorkingDay(last)) left -= 1;
  }
  return last;
}
