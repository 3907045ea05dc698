import { beijingTime } from '@enrolment/rulebook/wall-clock.ts';

const DAY_MS = 86_400_000;

/** How a deadline stands: over for so many days, today, or still ahead. */
export type DueState = { state: 'OVER'; days: number } | { state: 'TODAY' } | { state: 'AHEAD' };

const dayOf = (instant: number) => Math.floor(beijingTime(new Date(instant)).getTime() / DAY_MS);

export function dueState(until: string, now: string): DueState {
  const [ends, present] = [Date.parse(until), Date.parse(now)];
  if (ends <= present) return { state: 'OVER', days: Math.ceil((present - ends) / DAY_MS) };
  // What ends at midnight ends on the day before.
  return dayOf(ends - 1) === dayOf(present) ? { state: 'TODAY' } : { state: 'AHEAD' };
}
