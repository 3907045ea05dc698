/** What of the service may be late, in the order in which it is told. */
export const HEALTH_KINDS = [
  'SMS_GATEWAY',
  'CODES_WAITING',
  'CODES_FAILED',
  'MESSAGES_WAITING',
  'BULK_MESSAGES_WAITING',
  'MESSAGES_FAILED',
  'VERIFICATION_GATEWAY',
  'IDENTITY_CHECKS',
  'WEBHOOKS',
  'DEAD_LETTERS',
  'JOBS',
  'PUBLICATIONS',
  'QUEUE',
  'GIVEN_UP',
  'IDENTITY_QUESTIONS',
  'VERDICTS',
  'REMINDERS',
  'PUBLISHING',
  'SEARCH_INDEXES',
  'SWEEP',
  'ERASURE',
  'AUDIT_SEAL',
  'AUDIT_TRAIL',
  'COUNTERS',
] as const;
export type HealthKind = (typeof HEALTH_KINDS)[number];

/** What of it is a district's own: the rest is the city's, and told to the city alone. */
export const DISTRICT_HEALTH_KINDS = [
  'MESSAGES_WAITING',
  'BULK_MESSAGES_WAITING',
  'MESSAGES_FAILED',
  'IDENTITY_CHECKS',
  'WEBHOOKS',
  'DEAD_LETTERS',
  'JOBS',
  'PUBLICATIONS',
] as const satisfies readonly HealthKind[];
export type DistrictHealthKind = (typeof DISTRICT_HEALTH_KINDS)[number];

export const HEALTH_GROUPS = ['MESSAGES', 'IDENTITY', 'SYSTEMS', 'WORK', 'TIMETABLE', 'EVIDENCE'] as const;
export type HealthGroup = (typeof HEALTH_GROUPS)[number];

/** LATE may still come right by itself; FAILED does not. */
export const HEALTH_STATES = ['OK', 'LATE', 'FAILED'] as const;
export type HealthState = (typeof HEALTH_STATES)[number];

const MINUTE_MS = 60_000;
const HOUR = 60;

/** How long a message may wait before it is late, in minutes: a code is awaited with the form open. */
export const MESSAGE_PATIENCE = {
  CODES_WAITING: 2,
  MESSAGES_WAITING: 30,
  BULK_MESSAGES_WAITING: 6 * HOUR,
} as const satisfies Partial<Record<HealthKind, number>>;
/** After so many failures in a row a gateway, or the receiver of a webhook, counts as away. */
export const AWAY_AFTER = 3;
/** How long a change may wait for its receiver. */
export const WEBHOOK_PATIENCE = HOUR;
/** A job whose last rows were done so long ago stands still. */
export const JOB_PATIENCE = 30;
export const PUBLICATION_PATIENCE = 2;
/** How long a job of the queue may wait beyond its time: what somebody waits for, and the rest. */
export const QUEUE_PATIENCE = { urgent: 10, other: 6 * HOUR } as const;
/** What failed for good is told for so long. */
export const FAILED_HOURS = 24;
/** A publication that failed is told for so many days, or until there is another one. */
export const FAILED_PUBLICATION_DAYS = 7;
/** Of what waits, at most so many are looked through: beyond that a number says “or more”. */
export const LOOKED_THROUGH = 20_000;
/** How many days ahead the phases of the calendar are told. */
export const AHEAD_DAYS = 7;

/** How long after its last success a task that runs by the clock is late, in minutes. */
export const TASK_PATIENCE = { minutely: 10, hourly: 2 * HOUR + 10, nightly: 36 * HOUR } as const;

export const minutesAgo = (now: Date, minutes: number): Date => new Date(now.getTime() - minutes * MINUTE_MS);

/** How something stands in one place. */
export interface Standing {
  /** How many, as they are told; of those the ones that are late, and those that failed. */
  readonly count: number;
  readonly late: number;
  readonly failed: number;
  /** Since when: the oldest of them. */
  readonly since: Date | null;
  /** Whether it was counted up to a bound, so that there may be more. */
  readonly more?: boolean | undefined;
}

export const NOTHING: Standing = { count: 0, late: 0, failed: 0, since: null };

export const together = (all: readonly Standing[]): Standing =>
  all.reduce(
    (sum, one) => ({
      count: sum.count + one.count,
      late: sum.late + one.late,
      failed: sum.failed + one.failed,
      since: earlier(sum.since, one.since),
      more: sum.more || one.more,
    }),
    NOTHING,
  );

const earlier = (one: Date | null, other: Date | null): Date | null =>
  one === null || (other !== null && other < one) ? other : one;

export const healthOf = ({ late, failed }: Pick<Standing, 'late' | 'failed'>): HealthState =>
  failed > 0 ? 'FAILED' : late > 0 ? 'LATE' : 'OK';

/** Messages that wait: late as a whole once the oldest one is. */
export function waitingMessages(
  kind: keyof typeof MESSAGE_PATIENCE,
  { count, since }: Pick<Standing, 'count' | 'since'>,
  now: Date,
): Standing {
  const late = since !== null && since < minutesAgo(now, MESSAGE_PATIENCE[kind]);
  return { count, since, late: late ? count : 0, failed: 0 };
}

/** When something that goes on for ever last went well, and since when it does not. */
export interface Pulse {
  readonly watchedSince: Date;
  readonly succeededAt: Date | null;
  readonly failedAt: Date | null;
  readonly failingSince: Date | null;
  /** In a row. */
  readonly failures: number;
  /** What the last success found that is not right. */
  readonly found: number;
}

/** One failure says little, several in a row that nobody is there. */
export const gatewayStanding = ({ failures, failingSince }: Pulse): Standing => ({
  count: failures,
  late: failures,
  failed: failures >= AWAY_AFTER ? failures : 0,
  since: failingSince,
});

/** A task that runs by the clock: late when its last success is too long ago, failed when it was tried in vain since. */
export function taskStanding(pulse: Pulse | null, patience: number, now: Date): Standing {
  if (pulse === null) return { ...NOTHING, late: 1 };
  const since = pulse.succeededAt ?? pulse.watchedSince;
  const late = since < minutesAgo(now, patience) ? 1 : 0;
  return { ...NOTHING, late, failed: late > 0 && pulse.failures > 0 ? 1 : 0, since: late > 0 ? since : null };
}

/** What is counted in a verification: late like a task, failed when it found something. */
export const verificationStanding = (late: boolean, found: number, since: Date | null): Standing => ({
  count: found,
  late: late ? 1 : 0,
  failed: found,
  since: late || found > 0 ? since : null,
});

export const HEALTH_GROUP_OF: Readonly<Record<HealthKind, HealthGroup>> = {
  SMS_GATEWAY: 'MESSAGES',
  CODES_WAITING: 'MESSAGES',
  CODES_FAILED: 'MESSAGES',
  MESSAGES_WAITING: 'MESSAGES',
  BULK_MESSAGES_WAITING: 'MESSAGES',
  MESSAGES_FAILED: 'MESSAGES',
  VERIFICATION_GATEWAY: 'IDENTITY',
  IDENTITY_CHECKS: 'IDENTITY',
  WEBHOOKS: 'SYSTEMS',
  DEAD_LETTERS: 'SYSTEMS',
  JOBS: 'WORK',
  PUBLICATIONS: 'WORK',
  QUEUE: 'WORK',
  GIVEN_UP: 'WORK',
  IDENTITY_QUESTIONS: 'TIMETABLE',
  VERDICTS: 'TIMETABLE',
  REMINDERS: 'TIMETABLE',
  PUBLISHING: 'TIMETABLE',
  SEARCH_INDEXES: 'TIMETABLE',
  SWEEP: 'TIMETABLE',
  ERASURE: 'TIMETABLE',
  AUDIT_SEAL: 'TIMETABLE',
  AUDIT_TRAIL: 'EVIDENCE',
  COUNTERS: 'EVIDENCE',
};
