import { STAGES, type PhaseKind, type Stage } from '../vocabulary.js';
import { businessDay, startOfDay } from './calendar.js';
import type { Turn } from './way.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** No reminder goes out from 21:00 until 8:00 in Beijing. */
export const QUIET_HOURS = { from: 21, until: 8 } as const;

interface Plan {
  /** How many days before the last one. */
  readonly days: readonly number[];
  /** The window of the calendar with which the family's turn ends, unless something returned has a date of its own. */
  readonly endsWith: PhaseKind;
}

const DETAILS: Plan = { days: [7, 3, 1], endsWith: 'DETAILS' };

/** At which stages a family is reminded of what it has to do. */
const PLANS: Readonly<Partial<Record<Stage, Plan>>> = {
  REGISTERED: DETAILS,
  DETAILS_DRAFTED: DETAILS,
  RETURNED: { days: [3, 1], endsWith: 'CORRECTION' },
  APPROVED: { days: [7, 3, 1], endsWith: 'SCHOOL_PREREGISTRATION' },
};

export function isQuiet(now: Date): boolean {
  const hour = (now.getTime() - startOfDay(businessDay(now)).getTime()) / HOUR_MS;
  return hour >= QUIET_HOURS.from || hour < QUIET_HOURS.until;
}

/** How many days a turn goes on after today: 0 on its last day. What ends at midnight ends with the day before. */
function daysAfterToday(until: Date, now: Date): number {
  const last = startOfDay(businessDay(new Date(until.getTime() - 1)));
  return Math.round((last.getTime() - startOfDay(businessDay(now)).getTime()) / DAY_MS);
}

/**
 * Whether a family is to be reminded now of what is its turn. Each reminder has one day, and ends with it: after an
 * outage, or a clock that has jumped, nobody is told what was to be told on a day before. Who has got the turn on this
 * very day has only just been told.
 */
export function isReminderDue(stage: Stage, { holder, since, until }: Turn, now: Date): boolean {
  const plan = PLANS[stage];
  if (!plan || holder !== 'GUARDIAN' || until === null || isQuiet(now)) return false;
  if (since !== null && businessDay(since) >= businessDay(now)) return false;
  return plan.days.includes(daysAfterToday(until, now));
}

/** The ends of a turn that are reminded of on the day of `now`: later than `after`, and no later than `until`. */
export interface RemindedEnd {
  readonly stage: Stage;
  readonly endsWith: PhaseKind;
  readonly after: Date;
  readonly until: Date;
}

export function remindedEnds(now: Date): RemindedEnd[] {
  if (isQuiet(now)) return [];
  const today = startOfDay(businessDay(now)).getTime();
  return STAGES.flatMap((stage) => {
    const { days, endsWith } = PLANS[stage] ?? { days: [], endsWith: 'DETAILS' };
    return days.map((day) => ({
      ...{ stage, endsWith },
      after: new Date(today + day * DAY_MS),
      until: new Date(today + (day + 1) * DAY_MS),
    }));
  });
}
