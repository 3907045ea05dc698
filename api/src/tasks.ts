import type { MikroORM } from '@mikro-orm/postgresql';
import type { JobHelpers, Task, TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import { verifyCounters, withPatience } from './dashboard/verify.js';
import type { Reference } from './database/reference.js';
import type { Clock } from './platform/clock.js';
import type { Announcement } from './publication/publication.statements.js';
import type { ReminderJob } from './reminder/reminder.service.js';
import { noteDone, noteFailed } from './service-health/pulse.statements.js';
import type { Services } from './services.js';
import { sweep } from './sweep.js';
import type { TimedTask } from './timetable.js';

/** The tasks that run by the clock. One that looks for what is not right gives the number of what it found. */
const timedTasks = (
  orm: MikroORM,
  {
    auditSeals,
    auditVerifications,
    identityChecks,
    jobs,
    likeness,
    messages,
    publications,
    records,
    reminders,
    retention,
    savedViews,
    simulations,
    verdicts,
    webhookDeliveries,
  }: Services,
  { databaseUrl, reference, clock, log }: Surroundings,
): Readonly<Record<TimedTask, () => Promise<number | void>>> => ({
  look_after_identity_checks: async () => {
    const overdue = await identityChecks.retryUnanswered(orm.em.fork(), clock.now());
    if (overdue.length > 0) {
      const districts = [...new Set(overdue)].sort();
      log.warn({ overdue: overdue.length, districts }, 'identity checks wait longer than expected');
    }
  },
  tell_verdicts: async () => {
    await verdicts.tellDue(orm.em.fork(), clock.now());
  },
  publish_results: async () => {
    await publications.publishDue(orm.em.fork(), clock.now(), (publication) => {
      log.error({ publication }, 'results were not published at their time');
    });
  },
  seal_audit: async () => {
    const { id, signature } = await auditSeals.seal(orm.em.fork(), clock.now());
    // Whoever keeps the log elsewhere has the anchor: npm run audit:verify -- <seal>
    log.info({ seal: `${id}:${signature.toString('hex')}` }, 'audit sealed');
  },
  verify_audit: async () => {
    const { entries, faults } = await auditVerifications.verify(orm.em.fork(), clock.now());
    if (faults.length > 0) log.error({ entries, faults }, 'the audit trail does not hold');
  },
  verify_counters: async () => {
    const differences = await withPatience(databaseUrl, verifyCounters);
    if (differences.length > 0) log.error({ differences }, 'counters are wrong');
    return differences.length;
  },
  write_reminders: async () => {
    const written = await reminders.write(orm.em.fork(), reference.read(), clock.now());
    if (written > 0) log.info({ written }, 'reminders written');
  },
  find_likenesses: async () => {
    const found = await likeness.find(orm.em.fork(), clock.now());
    if (found > 0) log.info({ found }, 'records that may be of one child');
  },
  index_names: async () => {
    const indexed = await records.indexNames(orm.em.fork());
    if (indexed > 0) log.info({ indexed }, 'names indexed');
  },
  index_persons: async () => {
    const { indexed, twice } = await records.indexPersons(orm.em.fork());
    if (indexed > 0) log.info({ indexed }, 'persons indexed');
    if (twice.length > 0) log.warn({ records: twice }, 'a child has another live record already');
  },
  index_subdistricts: async () => {
    const indexed = await records.indexSubdistricts(orm.em.fork());
    if (indexed > 0) log.info({ indexed }, 'subdistricts indexed');
  },
  erase_what_is_due: async () => {
    const erased = await retention.erase(orm.em.fork(), clock.now());
    if (erased.length > 0) log.info({ erased }, 'erased what was due');
  },
  sweep: async () => {
    await simulations.sweep(orm.em.fork(), clock.now());
    await webhookDeliveries.sweep(orm.em.fork(), clock.now());
    await jobs.sweep(orm.em.fork(), clock.now());
    await savedViews.sweep(orm.em.fork(), clock.now());
    await messages.giveUpLost(orm.em.fork(), clock.now());
    await sweep(orm.em.fork(), clock.now());
  },
});

/** What tasks need besides the services. */
interface Surroundings {
  readonly databaseUrl: string;
  readonly reference: Reference;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Writes down when each of them last did its work, or failed. */
const watched = (orm: MikroORM, clock: Clock, tasks: ReturnType<typeof timedTasks>): TaskList => {
  const entries = Object.entries(tasks).map(([name, work]) => {
    const task: Task = async () => {
      try {
        const found = await work();
        await noteDone(orm.em.fork(), name, clock.now(), found ?? 0);
      } catch (error) {
        // Where the database is away, this fails as well.
        await noteFailed(orm.em.fork(), name, clock.now()).catch(() => {});
        throw error;
      }
    };
    return [name, task] as const;
  });
  return Object.fromEntries(entries);
};

/** Whether the queue gives a job up if it fails now. */
const isLast = ({ job }: JobHelpers): boolean => job.attempts >= job.max_attempts;

/** The tasks of the queue. */
export const tasksOf = (orm: MikroORM, services: Services, surroundings: Surroundings): TaskList => {
  const { identityChecks, jobs, messages, publications, reminders, simulations } = services;
  const { reference, clock } = surroundings;
  return {
    ...watched(orm, clock, timedTasks(orm, services, surroundings)),
    send_message: async (payload, helpers) => {
      const { id } = payload as { id: string };
      await messages.send(orm.em.fork(), id, clock.now(), isLast(helpers));
    },
    verify_identity: async (payload) => {
      await identityChecks.ask(orm.em.fork(), (payload as { requestId: string }).requestId, clock.now());
    },
    announce_results: async (payload) => {
      await publications.announce(orm.em.fork(), payload as Announcement, clock.now());
    },
    send_reminder: async (payload, helpers) => {
      const job = payload as ReminderJob;
      await reminders.send(orm.em.fork(), reference.read(), job, clock.now(), isLast(helpers));
    },
    run_job: async (payload, { job }) => {
      const { id } = payload as { id: string };
      await jobs.run(orm.em.fork(), id, () => clock.now(), job.attempts);
    },
    run_simulation: async (payload, { job, abortSignal }) => {
      const turn = { clock: () => clock.now(), tries: job.attempts, ending: abortSignal };
      await simulations.run(orm.em.fork(), (payload as { id: string }).id, turn);
    },
  };
};

/** The tasks for outside receivers, which may be slow. They are kept apart from what families wait for. */
export const outsideTasksOf = (
  orm: MikroORM,
  { webhookDeliveries }: Services,
  clock: Clock,
  log: Logger,
): TaskList => ({
  deliver_webhook: async (payload) => {
    const { id } = payload as { id: string };
    const off = await webhookDeliveries.deliver(orm.em.fork(), id, () => clock.now());
    if (off) log.warn(off, 'a webhook is switched off: nothing arrived there for long');
  },
});
