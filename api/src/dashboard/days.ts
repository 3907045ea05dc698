import { dayAfter } from '@enrolment/rulebook/calendar.js';

const DAY_MS = 86_400_000;

/** The number of days between two days. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** Every day from the first to the last of these. */
export function daysFrom(days: readonly string[]): string[] {
  const [first, ...rest] = [...new Set(days)].sort();
  if (first === undefined) return [];
  return Array.from({ length: daysBetween(first, rest.at(-1) ?? first) + 1 }, (_, n) => dayAfter(first, n));
}
