import { isCalendarDate } from './calendar.js';
import { refuse, type Refusal } from './refusal.js';

export interface AgeRange {
  /** The earliest and the latest birth date of the season, both included. */
  readonly bornFrom: string;
  readonly bornTo: string;
}

export function checkAge(birthDate: string, range: AgeRange, hotline: string, field: string): Refusal[] {
  if (!isCalendarDate(birthDate)) return [];
  const params = { ...range, hotline };
  if (birthDate > range.bornTo) return [refuse('tooYoung', { field, params })];
  if (birthDate < range.bornFrom) return [refuse('tooOld', { field, params })];
  return [];
}
