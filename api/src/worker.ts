import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Reference } from './database/reference.js';
import type { Clock } from './platform/clock.js';
import { JobQueue } from './platform/queue.js';
import type { Services } from './services.js';
import { outsideTasksOf, tasksOf } from './tasks.js';

/** Starts the queue in this process, with its timetable. */
export async function startWorker(
  databaseUrl: string,
  orm: MikroORM,
  services: Services,
  reference: Reference,
  clock: Clock,
  log: Logger,
): Promise<{ stop(): Promise<void> }> {
  const queue = new JobQueue(
    databaseUrl,
    {
      concurrency: 4,
      crontab: [
        '17 * * * * sweep',
        '23 19 * * * erase_what_is_due',
        // Just after midnight in Beijing; made up for when nobody was there.
        '5 16 * * * seal_audit ?fill=1d',
        '25 16 * * * verify_audit ?fill=1d',
        '* * * * * look_after_identity_checks',
        '* * * * * tell_verdicts',
        '* * * * * write_reminders',
        // What no process was there to publish at its instant.
        '* * * * * publish_results',
        '* * * * * index_names',
        '* * * * * index_persons',
        '* * * * * find_likenesses',
        '41 * * * * index_subdistricts',
      ].join('\n'),
      taskList: tasksOf(orm, services, reference, clock, log),
    },
    log,
  );
  // It has workers of its own, so codes and messages go out however many receivers are slow.
  const outside = new JobQueue(
    databaseUrl,
    { concurrency: 8, crontab: '', taskList: outsideTasksOf(orm, services, clock, log) },
    log,
  );
  await queue.start();
  await outside.start();
  return { stop: async () => void (await Promise.all([queue.stop(), outside.stop()])) };
}
