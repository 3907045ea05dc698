import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Logger as WorkerLogger,
  run as runWorker,
  type Runner,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import pg from 'pg';
import type { Logger } from 'pino';
import { ImpatientClient } from '../database/impatient-client.js';
import { asRole } from '../database/orm.js';

/** How often the queue is searched for jobs of workers that are gone; the second look takes them over. */
const LOOK_MS = 2_500;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** A statement of the queue without an answer for this long has lost its database. */
const ANSWER_MS = 10_000;
/** How long an ending runner may still work on its jobs before the next one begins. */
const FAREWELL_MS = 2_000;
/** How long after the queue its long jobs are told to end, while the process can still wait for them. */
const LAST_MOMENT_MS = 1_000;

/** First key of the locks that say which workers live; the second one is made of the worker's id. */
const ALIVE = 7_391_003;

/**
 * Workers that hold jobs but no lock: their process was killed, or has lost the database. In SQL text, since these are tables
 * of the queue's library and of PostgreSQL, which no entity describes.
 */
const GONE = `
  select distinct locked_by as id from graphile_worker._private_jobs jobs
  where locked_by is not null and not exists (
    select from pg_locks where locktype = 'advisory' and classid = ${ALIVE} and objid = hashtext(jobs.locked_by)::oid
      and database = (select oid from pg_database where datname = current_database()))`;

interface QueueOptions {
  readonly taskList: TaskList;
  readonly crontab: string;
  readonly concurrency: number;
}

/**
 * The job queue in this process. A runner that ends because its connections were cut is followed by another, and jobs of
 * workers that are gone go to those that live: the library itself would give them back after four hours.
 */
export class JobQueue {
  private readonly pool: pg.Pool;
  private readonly stopping = new AbortController();
  private runner: Runner | null = null;
  private workerId: string | null = null;
  /** The connection that holds this worker's lock. */
  private alive: pg.Client | null = null;
  private suspects = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private life: Promise<void> = Promise.resolve();

  constructor(
    private readonly databaseUrl: string,
    private readonly options: QueueOptions,
    private readonly log: Logger,
  ) {
    this.pool = new pg.Pool({
      ...this.connection(),
      Client: ImpatientClient,
      max: options.concurrency + 1,
    });
    this.pool.on('error', this.lost);
    this.pool.on('connect', (client) => client.on('error', this.lost));
  }

  async start(): Promise<void> {
    const { runner, ended } = await this.begin();
    this.runner = runner;
    this.life = this.keepRunning(ended);
    this.timer = setInterval(() => void this.look(), LOOK_MS);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    clearInterval(this.timer);
    await this.runner?.stop().catch(this.lost);
    await this.life;
    await Promise.allSettled([this.alive?.end(), this.pool.end()]);
  }

  private connection(): pg.ClientConfig {
    return {
      connectionString: asRole(this.databaseUrl, 'enrolment_jobs'),
      connectionTimeoutMillis: 2_000,
      query_timeout: ANSWER_MS,
      keepAlive: true,
    };
  }

  private readonly lost = (err: unknown): void => this.log.warn({ err }, 'queue lost a connection');

  private async begin(): Promise<{ runner: Runner; ended: Promise<unknown> }> {
    const events = new EventEmitter() as WorkerEvents;
    const ending = new Promise<void>((done) => events.once('pool:gracefulShutdown', () => done()));
    events.once('pool:create', ({ workerPool }) => (this.workerId = workerPool.id));
    const runner = await runWorker({
      ...this.options,
      pgPool: this.pool,
      events,
      noHandleSignals: true,
      // Without collecting them for a moment (0 ms), nobody would handle a failure of the library to record how a job ended.
      preset: {
        worker: {
          completeJobBatchDelay: 0,
          failJobBatchDelay: 0,
          gracefulShutdownAbortTimeout: LAST_MOMENT_MS,
        },
      },
      // The library's own lines quote payloads and errors: only their levels and scopes are kept.
      logger: new WorkerLogger(() => (level, message) => {
        if (level === 'error') this.log.error({ queue: message.split(/[:;(]/)[0] }, 'queue');
      }),
    });
    // It works without its lock as well, and the next look tries again.
    await this.showAlive().catch(this.lost);
    const ended = runner.promise.catch(() => {});
    return { runner, ended: Promise.race([ended, ending.then(() => sleep(FAREWELL_MS))]) };
  }

  private async keepRunning(first: Promise<unknown>): Promise<void> {
    let ended: Promise<unknown> | null = first;
    let pause = FIRST_PAUSE_MS;
    for (;;) {
      await ended;
      if (this.stopping.signal.aborted) return;
      const abandoned = ended && this.workerId;
      this.log.warn('the queue ended and begins again');
      await sleep(pause, undefined, { signal: this.stopping.signal }).catch(() => {});
      try {
        const next = await this.begin();
        this.runner = next.runner;
        ended = next.ended;
        pause = FIRST_PAUSE_MS;
        if (abandoned) await this.takeOver([abandoned]);
      } catch (err) {
        this.lost(err);
        ended = null;
        pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
      }
      if (this.stopping.signal.aborted) await this.runner?.stop().catch(() => {});
    }
  }

  /** Takes the lock of this worker; the others take a worker without a lock for dead. */
  private async showAlive(): Promise<void> {
    this.alive?.end().catch(() => {});
    const client = new ImpatientClient(this.connection());
    client.on('error', (err) => {
      this.lost(err);
      if (this.alive === client) this.alive = null;
    });
    await client.connect();
    await client.query(`select pg_advisory_lock(${ALIVE}, hashtext($1))`, [this.workerId]);
    this.alive = client;
  }

  private async look(): Promise<void> {
    try {
      if (!this.alive) await this.showAlive();
      const { rows } = await this.pool.query<{ id: string }>(GONE);
      const gone = rows.map(({ id }) => id).filter((id) => id !== this.workerId);
      await this.takeOver(gone.filter((id) => this.suspects.has(id)));
      this.suspects = new Set(gone);
    } catch (err) {
      if (!this.stopping.signal.aborted) this.lost(err);
    }
  }

  private async takeOver(workers: string[]): Promise<void> {
    if (workers.length === 0) return;
    await this.pool.query('select graphile_worker.force_unlock_workers($1)', [workers]);
  }
}
