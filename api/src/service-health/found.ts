import { EXPECTED_WAIT_MINUTES } from '@enrolment/rulebook/identity-check.js';
import {
  AWAY_AFTER,
  FAILED_HOURS,
  FAILED_PUBLICATION_DAYS,
  gatewayStanding,
  JOB_PATIENCE,
  minutesAgo,
  NOTHING,
  PUBLICATION_PATIENCE,
  QUEUE_PATIENCE,
  taskStanding,
  together,
  verificationStanding,
  waitingMessages,
  WEBHOOK_PATIENCE,
  type DistrictHealthKind,
  type HealthKind,
  type Standing,
} from '@enrolment/rulebook/service-health.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { countOverdue } from '../identity-check/identity-check.statements.js';
import { countTroubles } from '../job/job.statements.js';
import {
  failedMessages,
  waitingMessages as selectWaiting,
  type MessageCrowd,
} from '../message/message.statements.js';
import { queueStanding } from '../message/outbox.js';
import type { AuditVerifications, TrailState } from '../platform/audit/verifications.js';
import { selectTroubles } from '../publication/publication.statements.js';
import { TIMETABLE, type TimedTask } from '../timetable.js';
import { DEAD_COUNTED, selectStanding } from '../webhook/webhook.statements.js';
import { Pulse, type Gateway } from './pulse.entity.js';

const HOUR_MS = 3_600_000;

/** How something stands in one district; null is what is about none. */
export interface StandingThere extends Standing {
  readonly district: string | null;
}

/** What was found at a moment, of every place. */
export interface Found {
  readonly at: Date;
  /** What is some district's or the city's own, place by place: a place where nothing is to be told may be missing. */
  readonly places: Readonly<Record<DistrictHealthKind, readonly StandingThere[]>>;
  readonly whole: Readonly<Record<Exclude<HealthKind, DistrictHealthKind>, Standing>>;
  /** When something last went well and last failed, where that is known. */
  readonly beats: Readonly<Partial<Record<HealthKind, Beat>>>;
}

export interface Beat {
  readonly succeededAt: Date | null;
  readonly failedAt: Date | null;
}

const OF_CROWD = {
  ONE_BY_ONE: 'MESSAGES_WAITING',
  TO_MANY: 'BULK_MESSAGES_WAITING',
} as const satisfies Partial<Record<MessageCrowd, HealthKind>>;

/** Looks at everything, one statement after the other: nobody waits for them, and they take one connection. */
export async function findHealth(
  em: EntityManager,
  verifications: AuditVerifications,
  now: Date,
): Promise<Found> {
  const recently = new Date(now.getTime() - FAILED_HOURS * HOUR_MS);
  const pulses = new Map((await em.find(Pulse, {})).map((pulse) => [pulse.name, known(pulse)]));
  const waiting = await selectWaiting(em, now);
  const given = await failedMessages(em, recently);
  const overdue = await countOverdue(em, minutesAgo(now, EXPECTED_WAIT_MINUTES));
  const webhooks = await selectStanding(em, now);
  const jobs = await countTroubles(em, { still: minutesAgo(now, JOB_PATIENCE), failed: recently });
  const publications = await selectTroubles(em, {
    late: minutesAgo(now, PUBLICATION_PATIENCE),
    failed: new Date(now.getTime() - FAILED_PUBLICATION_DAYS * 24 * HOUR_MS),
  });
  const trail = await verifications.state(em, now);

  const waitingIn = (crowd: keyof typeof OF_CROWD): StandingThere[] =>
    waiting
      .filter((one) => one.crowd === crowd)
      .map(({ district, ...one }) => ({ district, ...waitingMessages(OF_CROWD[crowd], one, now) }));
  const codes = together(waiting.filter(({ crowd }) => crowd === 'CODES').map(asNothingLate));
  const failed = given.map(({ crowd, district, count, since }) => ({
    crowd,
    district,
    count,
    since,
    late: 0,
    failed: count,
  }));
  const timed = timedStandings(pulses, now);
  return {
    at: now,
    places: {
      MESSAGES_WAITING: waitingIn('ONE_BY_ONE'),
      BULK_MESSAGES_WAITING: waitingIn('TO_MANY'),
      MESSAGES_FAILED: failed.filter(({ crowd }) => crowd !== 'CODES'),
      IDENTITY_CHECKS: overdue.map((one) => ({ ...one, late: one.count, failed: 0 })),
      WEBHOOKS: webhooks.map((one) => webhookStanding(one, now)),
      DEAD_LETTERS: webhooks.map(({ district, dead, deadSince }) => ({
        district: district ?? null,
        count: dead,
        late: 0,
        failed: dead,
        since: deadSince,
        more: dead >= DEAD_COUNTED,
      })),
      JOBS: jobs.map(({ district, still, failed: over, since }) => ({
        district: district ?? null,
        count: still + over,
        late: still,
        failed: over,
        since,
      })),
      PUBLICATIONS: publications.map(({ district, state, publishAt }) => ({
        district,
        count: 1,
        late: 1,
        failed: state === 'FAILED' ? 1 : 0,
        since: publishAt,
      })),
    },
    whole: {
      ...timed,
      ...(await queueStandings(em, now)),
      SMS_GATEWAY: gatewayOf(pulses, 'sms_gateway'),
      CODES_WAITING: waitingMessages('CODES_WAITING', codes, now),
      CODES_FAILED: together(failed.filter(({ crowd }) => crowd === 'CODES')),
      VERIFICATION_GATEWAY: gatewayOf(pulses, 'verification_gateway'),
      AUDIT_TRAIL: trailStanding(trail),
      COUNTERS: counterStanding(pulses.get('verify_counters' satisfies TimedTask) ?? null, timed.COUNTERS),
    },
    beats: {
      ...beatsOfTasks(pulses),
      SMS_GATEWAY: beatOf(pulses, 'sms_gateway'),
      VERIFICATION_GATEWAY: beatOf(pulses, 'verification_gateway'),
      IDENTITY_CHECKS: { ...beatOf(pulses, 'verification_answer'), failedAt: null },
      AUDIT_TRAIL: { succeededAt: trail.verified?.at ?? null, failedAt: null },
    },
  };
}

type Pulses = ReadonlyMap<string, ReturnType<typeof known>>;

const known = ({ watchedSince, succeededAt, failedAt, failingSince, failures, found }: Pulse) => ({
  watchedSince,
  succeededAt: succeededAt ?? null,
  failedAt: failedAt ?? null,
  failingSince: failingSince ?? null,
  failures: failures ?? 0,
  found: found ?? 0,
});

const gatewayOf = (pulses: Pulses, name: Gateway): Standing => {
  const pulse = pulses.get(name);
  return pulse ? gatewayStanding(pulse) : NOTHING;
};

const beatOf = (pulses: Pulses, name: Gateway | TimedTask): Beat => {
  const { succeededAt = null, failedAt = null } = pulses.get(name) ?? {};
  return { succeededAt, failedAt };
};

const asNothingLate = ({ count, since }: Pick<Standing, 'count' | 'since'>): Standing => ({
  count,
  since,
  late: 0,
  failed: 0,
});

type TimedKind = (typeof TIMETABLE)[number]['kind'];

/** Tasks that are one line for people stand as they do together. */
const timedStandings = (pulses: Pulses, now: Date): Record<TimedKind, Standing> => {
  const all = Map.groupBy(TIMETABLE, ({ kind }) => kind);
  return Object.fromEntries(
    [...all].map(([kind, tasks]) => [
      kind,
      together(tasks.map(({ task, patience }) => taskStanding(pulses.get(task) ?? null, patience, now))),
    ]),
  ) as Record<TimedKind, Standing>;
};

/** Of several tasks, the one that has not been done for longest. */
const beatsOfTasks = (pulses: Pulses): Partial<Record<HealthKind, Beat>> =>
  Object.fromEntries(
    [...Map.groupBy(TIMETABLE, ({ kind }) => kind)].map(([kind, tasks]) => [
      kind,
      tasks
        .map(({ task }) => beatOf(pulses, task))
        .reduce((one, other) => ((other.succeededAt ?? 0) < (one.succeededAt ?? 0) ? other : one)),
    ]),
  );

/** By the queue's clock, which is the machine's; told by the service's own, which may be ahead. */
async function queueStandings(em: EntityManager, now: Date): Promise<Record<'QUEUE' | 'GIVEN_UP', Standing>> {
  const real = new Date();
  const ahead = now.getTime() - real.getTime();
  const told = (moment: Date | null) => moment && new Date(moment.getTime() + ahead);
  const queue = await queueStanding(em, new Date(real.getTime() - FAILED_HOURS * HOUR_MS));
  const isLate = (moment: Date | null, patience: number) =>
    moment !== null && moment < minutesAgo(real, patience);
  const late = isLate(queue.urgent, QUEUE_PATIENCE.urgent) || isLate(queue.patient, QUEUE_PATIENCE.other);
  const oldest =
    [queue.urgent, queue.patient].filter((one) => one !== null).sort((a, b) => +a - +b)[0] ?? null;
  return {
    QUEUE: {
      count: queue.due,
      late: late ? 1 : 0,
      failed: queue.workers === 0 ? 1 : 0,
      since: told(oldest),
    },
    GIVEN_UP: {
      count: queue.abandoned,
      late: 0,
      failed: queue.abandoned,
      since: told(queue.abandonedSince),
    },
  };
}

function webhookStanding(
  {
    district,
    state,
    failures,
    failingSince,
    waitingSince,
  }: Awaited<ReturnType<typeof selectStanding>>[number],
  now: Date,
): StandingThere {
  const off = state === 'DISABLED';
  const away = failures >= AWAY_AFTER;
  const slow = waitingSince !== null && waitingSince < minutesAgo(now, WEBHOOK_PATIENCE);
  const late = off || away || slow ? 1 : 0;
  return {
    district: district ?? null,
    count: late,
    late,
    failed: off ? 1 : 0,
    since: late ? (failingSince ?? waitingSince) : null,
  };
}

const trailStanding = ({ late, faults, verified, sealedAt }: TrailState): Standing =>
  verificationStanding(late, faults.length, faults[0]?.foundAt ?? verified?.at ?? sealedAt);

const counterStanding = (pulse: ReturnType<typeof known> | null, { late, since }: Standing): Standing =>
  verificationStanding(late > 0, pulse?.found ?? 0, since ?? pulse?.succeededAt ?? null);
