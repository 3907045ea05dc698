const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long after each failed try a delivery is tried again. After the last one it is dead: about 16 hours. */
const AGAIN_MS = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
];
/** A receiver that is away is not tried for each change. It gets a pause after each failure, at most this long. */
const LONGEST_PAUSE_MS = 30 * MINUTE;
/** A receiver that asks for a longer pause (Retry-After) gets it, but never a longer one than this. */
const LONGEST_ASKED_MS = 8 * HOUR;
/** A webhook that has failed for so long, without a success, is switched off. */
const PATIENCE_MS = 72 * HOUR;

const later = (now: Date, ms: number) => new Date(now.getTime() + ms);

const atLeast = (pause: number, askedMs: number) => Math.max(pause, Math.min(askedMs, LONGEST_ASKED_MS));

/** When a delivery is due again, no earlier than the receiver asked for; null when it is given up. */
export function dueAfter(failures: number, askedMs: number, now: Date): Date | null {
  const pause = AGAIN_MS[failures - 1];
  return pause === undefined ? null : later(now, atLeast(pause, askedMs));
}

/** Until when nothing at all is sent. */
export const pausedAfter = (failures: number, askedMs: number, now: Date): Date =>
  later(now, atLeast(Math.min(AGAIN_MS[failures - 1] ?? LONGEST_PAUSE_MS, LONGEST_PAUSE_MS), askedMs));

export const isHopeless = (failingSince: Date, now: Date): boolean =>
  now.getTime() - failingSince.getTime() >= PATIENCE_MS;

/** How long the old secret still signs beside the new one. */
export const previousUntil = (now: Date): Date => later(now, 24 * HOUR);

/** How long the log keeps what is over. */
export const keptSince = (now: Date): Date => later(now, -30 * 24 * HOUR);
