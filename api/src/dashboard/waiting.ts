import { businessDay } from '@enrolment/rulebook/calendar.js';
import { WAITING_STAGES } from '@enrolment/rulebook/stage-lists.js';
import { startOfDay } from '@enrolment/rulebook/wall-clock.js';
import { daysBetween } from './days.js';
import { countBy, linesThere, partOf, sum, type Counting, type Figures, type Line } from './figures.js';
import type { Cell } from './tally.statements.js';

const DAY_MS = 86_400_000;

/** The number of undecided records that have waited the given number of days, by the day of submission. */
export async function waitingByDays(figures: Figures, now: Date): Promise<Line<string>[]> {
  const today = businessDay(now);
  const byDays: Counting<string> = (cells) => {
    const counts = countBy(cells, (cell) => String(daysBetween(partOf(cell, 1), today)));
    return new Map([...counts].sort(([a], [b]) => Number(a) - Number(b)));
  };
  return linesThere(await figures.table('WAITING', byDays, { stages: WAITING_STAGES }));
}

/**
 * Undecided for longer than so many times 24 hours, of the cells' district or of the city: whole days as they are counted, and of the one in which the limit lies
 * those before it.
 */
export async function waitingLonger(
  figures: Figures,
  cells: readonly Cell[],
  { days, now, district = null }: { days: number; now: Date; district?: string | null },
): Promise<number> {
  const limit = new Date(now.getTime() - days * DAY_MS);
  const day = businessDay(limit);
  const within = await figures.submittedWithin({ from: startOfDay(day), to: limit });
  const before = sum(cells.filter((cell) => partOf(cell, 1) < day));
  const counted = district === null ? [...within.values()] : [within.get(district) ?? 0];
  return counted.reduce((all, n) => all + n, before);
}

/** The same for whoever may not know small numbers: of whole days, and of those that are not hidden. */
export const longerInTable = (lines: readonly Line<string>[], days: number): number =>
  lines.filter(({ key }) => Number(key) > days).reduce((all, { count }) => all + count, 0);
