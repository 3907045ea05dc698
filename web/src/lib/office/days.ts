import { isCalendarDate } from '@enrolment/rulebook/calendar.ts';
import { endOfDay } from '@enrolment/rulebook/wall-clock.ts';

const DAY_MS = 86_400_000;

/** From one instant to another, in days and parts of days. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** The end of a day that was typed; null where it is none. */
export const endOf = (day: string): Date | null => (isCalendarDate(day) ? endOfDay(day) : null);
