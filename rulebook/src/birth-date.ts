import { businessDay, isCalendarDate } from './calendar.js';
import { refuse, type Refusal } from './refusal.js';
import { quote } from './text.js';

export function checkBirthDate(birthDate: string, now: Date, field: string): Refusal[] {
  if (birthDate === '') return [refuse('required', { field })];
  if (!isCalendarDate(birthDate)) {
    return [refuse('dateFormat', { field, params: { value: quote(birthDate) } })];
  }
  return birthDate > businessDay(now) ? [refuse('birthDateInFuture', { field })] : [];
}
