import type { Window } from '@enrolment/rulebook/window.js';
import { Lot, type Chance } from './chance.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BEIJING = 8 * HOUR;

/** How busy each hour of an ordinary day is. */
const HOURS = [2, 1, 0.5, 0.5, 0.5, 1, 2, 4, 12, 22, 24, 17, 16, 14, 16, 15, 13, 11, 13, 20, 26, 26, 15, 6];

/** How many times an ordinary day's families come on the first days and on the last ones. */
const FIRST_DAYS = [9, 5, 3.2, 2.4, 1.8, 1.4];
const LAST_DAYS = [4, 2.2, 1.6];

const local = (at: number) => new Date(at + BEIJING);

function busyness(at: number, { opensAt, closesAt }: Window): number {
  const first = Math.floor((at - opensAt.getTime()) / DAY);
  const last = Math.floor((closesAt.getTime() - 1 - at) / DAY);
  const weekend = [0, 6].includes(local(at).getUTCDay()) ? 0.8 : 1;
  const hour = local(at).getUTCHours();
  // Whoever is late comes in the last evening.
  const evening = last === 0 && hour >= 20 ? 2.5 : 1;
  return HOURS[hour]! * evening * weekend * Math.max(FIRST_DAYS[first] ?? 1, LAST_DAYS[last] ?? 1);
}

/** When families register within a window, up to a moment: the rush of the first hours, the evenings, the last day. */
export class Arrivals {
  private readonly hours: Lot<number> | null;

  constructor(
    private readonly window: Window,
    private readonly until: Date,
  ) {
    const end = Math.min(window.closesAt.getTime(), until.getTime());
    const hours: [number, number][] = [];
    for (let at = window.opensAt.getTime(); at < end; at += HOUR) hours.push([at, busyness(at, window)]);
    this.hours = hours.length > 0 ? new Lot(hours) : null;
  }

  /** null when nobody can have come yet. */
  draw(chance: Chance): Date | null {
    if (!this.hours) return null;
    const end = Math.min(this.window.closesAt.getTime(), this.until.getTime());
    const hour = chance.from(this.hours);
    return new Date(Math.floor(hour + chance.share() * Math.min(HOUR, end - hour)));
  }
}

const FIRST_HOUR = 9;
const LAST_HOUR = 17;

/** The next moment at which an office works: Monday to Friday, 9 to 17. */
export function atWork(at: Date, chance: Chance): Date {
  const day = local(at.getTime());
  const hour = day.getUTCHours();
  const midnight = Math.floor((at.getTime() + BEIJING) / DAY) * DAY - BEIJING;
  const late = hour >= LAST_HOUR;
  let start = late ? midnight + DAY : midnight;
  while ([0, 6].includes(local(start).getUTCDay())) start += DAY;
  if (start === midnight && hour >= FIRST_HOUR) return at;
  return new Date(Math.floor(start + (FIRST_HOUR + chance.share() * (LAST_HOUR - FIRST_HOUR)) * HOUR));
}

export const later = (at: Date, hours: number): Date => new Date(Math.floor(at.getTime() + hours * HOUR));
