import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Reference } from './database/reference.js';
import type { Clock } from './platform/clock.js';
import { JobQueue } from './platform/queue.js';
import type { Services } from './services.js';
import { watch } from './service-health/pulse.statements.js';
import { GATEWAYS } from './service-health/pulse.entity.js';
import { outsideTasksOf, tasksOf } from './tasks.js';
import { CRONTAB, TIMETABLE } from './timetable.js';

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
      crontab: CRONTAB,
      taskList: tasksOf(orm, services, { databaseUrl, reference, clock, log }),
    },
    log,
  );
  // It has workers of its own, so codes and messages go out however many receivers are slow.
  const outside = new JobQueue(
    databaseUrl,
    { concurrency: 8, crontab: '', taskList: outsideTasksOf(orm, services, clock, log) },
    log,
  );
  await watch(orm.em.fork(), [...TIMETABLE.map(({ task }) => task), ...GATEWAYS], clock.now());
  await queue.start();
  await outside.start();
  return { stop: async () => void (await Promise.all([queue.stop(), outside.stop()])) };
}
