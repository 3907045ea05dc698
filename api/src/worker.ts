import type { MikroORM } from '@mikro-orm/postgresql';
import { Logger as WorkerLogger, run as runWorker, type Runner } from 'graphile-worker';
import pg from 'pg';
import type { Logger } from 'pino';
import { asRole } from './database/orm.js';
import type { Clock } from './platform/clock.js';
import { run } from './platform/sql.js';
import type { ReminderJob } from './reminder/reminder.service.js';
import type { Services } from './services.js';

/** Rows of SMS codes, quotas and robot checks are of no use after a day. */
const SWEEP = `
  with codes as (delete from sms_code where expires_at < $1), checks as (delete from captcha where expires_at < $1),
       quotas as (delete from sms_quota where last_sent_at < $1)
  delete from address_quota where window_start < $1`;

/** No job takes so long: whoever has held one longer was killed. */
const ABANDONED_SECONDS = 60;
const LOOK_MS = 20_000;

/** The library itself gives a killed worker's jobs back after four hours; nobody waits four hours for a message. */
const TAKE_OVER = `
  select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
  from graphile_worker._private_jobs where locked_at < now() - make_interval(secs => $1) having count(*) > 0`;

/** Runs the job queue in this process; the jobs of a worker that was killed are taken over by the next one. */
export async function startWorker(
  databaseUrl: string,
  orm: MikroORM,
  { admissions, identityChecks, messages, reminders }: Services,
  clock: Clock,
  log: Logger,
): Promise<{ stop(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: asRole(databaseUrl, 'enrolment_jobs'), max: 4 });
  const lost = (err: Error) => log.warn({ err }, 'queue lost a connection');
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  const runner: Runner = await runWorker({
    pgPool: pool,
    concurrency: 4,
    noHandleSignals: true,
    crontab: ['17 * * * * sweep', '* * * * * look_after_identity_checks', '* * * * * write_reminders'].join(
      '\n',
    ),
    // The library's own lines quote payloads and errors: only their levels and scopes are kept.
    logger: new WorkerLogger(() => (level, message) => {
      if (level === 'error') log.error({ queue: message.split(/[:;(]/)[0] }, 'queue');
    }),
    taskList: {
      send_message: async (payload) => {
        await messages.send(orm.em.fork(), (payload as { id: string }).id, clock.now());
      },
      verify_identity: async (payload) => {
        await identityChecks.ask(orm.em.fork(), (payload as { requestId: string }).requestId, clock.now());
      },
      look_after_identity_checks: async () => {
        const overdue = await identityChecks.lookAfter(orm.em.fork(), clock.now());
        if (overdue.length > 0) {
          const districts = [...new Set(overdue)].sort();
          log.warn({ overdue: overdue.length, districts }, 'identity checks wait longer than expected');
        }
      },
      announce_results: async (payload) => {
        const publication = payload as { district: string; service: string; publishedAt: string };
        await admissions.announce(orm.em.fork(), publication, clock.now());
      },
      write_reminders: async () => {
        const written = await reminders.write(orm.em.fork(), clock.now());
        if (written > 0) log.info({ written }, 'reminders written');
      },
      send_reminder: async (payload) => {
        await reminders.send(orm.em.fork(), payload as ReminderJob, clock.now());
      },
      sweep: async () => {
        await run(orm.em.fork(), SWEEP, [new Date(clock.now().getTime() - 86_400_000)]);
      },
    },
  });
  const takeOver = () =>
    pool
      .query(TAKE_OVER, [ABANDONED_SECONDS])
      .catch((err: unknown) => log.warn({ err }, 'queue not looked through'));
  await takeOver();
  const timer = setInterval(() => void takeOver(), LOOK_MS);
  return {
    async stop() {
      clearInterval(timer);
      await runner.stop();
      await pool.end();
    },
  };
}
