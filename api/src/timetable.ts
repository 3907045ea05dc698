import { TASK_PATIENCE, type HealthKind } from '@enrolment/rulebook/service-health.js';

interface Timed {
  readonly task: string;
  /** In UTC, as the queue's clockwork goes. */
  readonly cron: string;
  /** So far back it makes up for when nobody was there. */
  readonly fill?: string;
  /** As what administrators are told of it. */
  readonly kind: HealthKind;
  /** How long after its last success it is late, in minutes. */
  readonly patience: number;
}

const { minutely, hourly, nightly } = TASK_PATIENCE;

/** The tasks that run by the clock. */
export const TIMETABLE = [
  { task: 'sweep', cron: '17 * * * *', kind: 'SWEEP', patience: hourly },
  // At night in Beijing.
  { task: 'erase_what_is_due', cron: '23 19 * * *', kind: 'ERASURE', patience: nightly },
  // Just after midnight in Beijing.
  { task: 'seal_audit', cron: '5 16 * * *', fill: '1d', kind: 'AUDIT_SEAL', patience: nightly },
  { task: 'verify_audit', cron: '25 16 * * *', fill: '1d', kind: 'AUDIT_TRAIL', patience: nightly },
  { task: 'verify_counters', cron: '45 16 * * *', fill: '1d', kind: 'COUNTERS', patience: nightly },
  { task: 'look_after_identity_checks', cron: '* * * * *', kind: 'IDENTITY_QUESTIONS', patience: minutely },
  { task: 'tell_verdicts', cron: '* * * * *', kind: 'VERDICTS', patience: minutely },
  { task: 'write_reminders', cron: '* * * * *', kind: 'REMINDERS', patience: minutely },
  // What no process was there to publish at its instant.
  { task: 'publish_results', cron: '* * * * *', kind: 'PUBLISHING', patience: minutely },
  { task: 'index_names', cron: '* * * * *', kind: 'SEARCH_INDEXES', patience: minutely },
  { task: 'index_persons', cron: '* * * * *', kind: 'SEARCH_INDEXES', patience: minutely },
  { task: 'find_likenesses', cron: '* * * * *', kind: 'SEARCH_INDEXES', patience: minutely },
  { task: 'index_subdistricts', cron: '41 * * * *', kind: 'SEARCH_INDEXES', patience: hourly },
] as const satisfies readonly Timed[];

export type TimedTask = (typeof TIMETABLE)[number]['task'];

/** As the queue reads it. */
export const CRONTAB = (TIMETABLE as readonly Timed[])
  .map(({ cron, task, fill }) => `${cron} ${task}${fill ? ` ?fill=${fill}` : ''}`)
  .join('\n');
