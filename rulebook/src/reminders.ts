import { STAGES, type PhaseKind, type Stage } from './vocabulary.js';
import { businessDay } from './calendar.js';
import { startOfDay } from './wall-clock.js';
import { STAGE_PLAN } from './stage-plan.js';
import type { Turn } from './way.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** No reminder goes out from 21:00 until 8:00 in Beijing. */
const QUIET_HOURS = { from: 21, until: 8 } as const;

export function isQuiet(now: Date): boolean {
  const hour = (now.getTime() - startOfDay(businessDay(now)).getTime()) / HOUR_MS;
  return hour >= QUIET_HOURS.from || hour < QUIET_HOURS.until;
}

/** How many days a turn lasts after today, 0 on its last day. What ends at midnight ends with the day before. */
function daysAfterToday(until: Date, now: Date): number {
  const last = startOfDay(businessDay(new Date(until.getTime() - 1)));
  return Math.round((last.getTime() - startOfDay(businessDay(now)).getTime()) / DAY_MS);
}

/**
 * Whether to remind a family now that it is its turn. Each reminder has one day and ends with it: after an outage, or
 * when the clock has jumped, nobody gets the reminder of an earlier day. A family whose turn began on this very day gets
 * none: it has only just been told.
 */
export function isReminderDue(stage: Stage, { holder, since, until }: Turn, now: Date): boolean {
  const plan = STAGE_PLAN[stage].reminder;
  if (!plan || holder !== 'GUARDIAN' || until === null || isQuiet(now)) return false;
  if (since !== null && businessDay(since) >= businessDay(now)) return false;
  return plan.days.includes(daysAfterToday(until, now));
}

/** The ends of a turn of which families are reminded on the day of `now`: after `after`, and no later than `until`. */
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
    const { reminder } = STAGE_PLAN[stage];
    if (!reminder) return [];
    return reminder.days.map((day) => ({
      stage,
      endsWith: reminder.endsWith,
      after: new Date(today + day * DAY_MS),
      until: new Date(today + (day + 1) * DAY_MS),
    }));
  });
}
