import { officeFor, type Action } from '@enrolment/rulebook/access.js';
import { districtOfNumber, seasonOfNumber } from '@enrolment/rulebook/collection-number.js';
import type { BadLine } from '@enrolment/rulebook/decision-file.js';
import type { Refusal } from '@enrolment/rulebook/refusal.js';
import { fillings, placing, type Filling } from '@enrolment/rulebook/school.js';
import type { Stage } from '@enrolment/rulebook/vocabulary.js';
import { LockMode, type FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { ApiToken, tokenOf } from '../api-token/api-token.entity.js';
import { atCommit } from '../database/at-commit.js';
import type { AuditEntry } from '../platform/audit/audit.entity.js';
import { ID, type NewestFirst } from '../paging.js';
import { forbidden } from '../platform/errors.js';
import type { Viewer } from '../platform/identity.js';
import type { KeyRing } from '../platform/keys.js';
import { withRolesHeld } from '../staff-grant/held-roles.js';
import { placesOf, reachOf } from '../record/access.js';
import { valuesOf } from '../record/access.predicates.js';
import { handledNumbers } from '../record/record.statements.js';
import {
  Job,
  JobBadLine,
  JobRow,
  openOrder,
  sealContent,
  sealOrder,
  type Ending,
  type JobKind,
  type JobOutcome,
  type JobState,
  type NewJob,
  type OrderKept,
} from './job.entity.js';
import { SchoolPlan } from '../school/school.entity.js';
import { countTaken } from '../school/school.statements.js';
import { entryOf } from './second-person.js';
import {
  addBadLines,
  addRows,
  admissionsOf,
  dropContents,
  dropJobs,
  enqueueJob,
  expireJobs,
  jobsAbout,
  keepContents,
  settleRows,
  summariseRows,
  waitingRows,
} from './job.statements.js';

/** The rows of one transaction. What they need is read once for all of them, and nobody waits long for one of them. */
export const CHUNK = 50;
/** After this many chunks other jobs have their turn. */
const CHUNKS_IN_TURN = 5;
/** The rows of one statement, when a job is asked for. */
const ROWS_AT_ONCE = 5_000;
/** How often the queue tries a failing turn, with growing pauses. */
const TRIES = 5;
const KEPT_DAYS = 90;
/** Kinds of rows that a summary tells at most. */
export const MOST_KINDS_OF_ROWS = 30;

/** The refusals among the rows of one transaction, by number; the other rows are done. */
export interface ChunkOutcome {
  readonly refused: ReadonlyMap<string, Refusal>;
  /** As which each of the others was found, and its new stage if that changed. */
  readonly seen: ReadonlyMap<string, { readonly revision: number; readonly stage: Stage | null }>;
  /** Audit entries for what the asker learned about records. */
  readonly looks: readonly AuditEntry[];
  /** What an export says of its records, to be kept sealed. */
  readonly contents?: ReadonlyMap<string, unknown>;
}

export interface Chunk {
  readonly numbers: readonly string[];
  readonly dryRun: boolean;
  /** As which a dry run has seen them. */
  readonly revisions: ReadonlyMap<string, number>;
  /** What is done to each, where that differs; none where the job says it of all. */
  readonly orders: ReadonlyMap<string, unknown>;
}

/** What a kind of job does with some of its rows, in the given transaction. */
export type JobWork = (
  tx: EntityManager,
  actor: Actor,
  request: unknown,
  chunk: Chunk,
) => Promise<ChunkOutcome>;

/** Thrown to roll back a trial run. */
class TrialOver extends Error {}

/** Does the work in a transaction; a trial meets the constraints as well, and is taken back. */
export async function doOrTry<Outcome>(
  em: EntityManager,
  dryRun: boolean,
  work: (tx: EntityManager) => Promise<Outcome>,
): Promise<Outcome> {
  let outcome: { value: Outcome } | undefined;
  try {
    await em.fork().transactional(async (tx) => {
      outcome = { value: await work(tx) };
      if (!dryRun) return;
      await tx.flush();
      throw new TrialOver();
    });
  } catch (error) {
    if (!(error instanceof TrialOver)) throw error;
  }
  return outcome!.value;
}

/** Jobs are requested, and the queue does them in chunks: each row once, however often a process is killed. */
export class JobService {
  constructor(
    private readonly keys: KeyRing,
    private readonly works: Readonly<Record<JobKind, JobWork>>,
  ) {}

  /** With what the trail says of it, if it says anything. */
  async ask(
    em: EntityManager,
    actor: Actor,
    { numbers, revisions = new Map(), lines = new Map(), badLines = [], ...asked }: JobAsked,
    told?: (job: Job) => AuditEntry,
  ): Promise<Job> {
    const given = { ...asked, total: numbers.length, ...placeOf(actor.viewer, numbers) };
    const job = Job.ask(actor, given, this.keys);
    await em.fork().transactional(async (tx) => {
      tx.persist(job);
      await tx.flush();
      const key = job.keyFrom(this.keys);
      for (let from = 0; from < numbers.length; from += ROWS_AT_ONCE) {
        const rows = numbers.slice(from, from + ROWS_AT_ONCE).map((number, index) => {
          const line = lines.get(number);
          return {
            position: line?.line ?? from + index + 1,
            number,
            revision: revisions.get(number) ?? null,
            order: line ? sealOrder(key, line.order) : null,
          };
        });
        await addRows(tx, job.id, rows);
      }
      for (let from = 0; from < badLines.length; from += ROWS_AT_ONCE)
        await addBadLines(tx, job.id, badLines.slice(from, from + ROWS_AT_ONCE));
      if (job.state === 'QUEUED') await enqueueJob(tx, job.id);
      if (told) atCommit(tx, told(job));
    });
    return job;
  }

  /** One turn of the queue. `tries` counts this one too. */
  async run(em: EntityManager, id: string, clock: () => Date, tries: number): Promise<void> {
    try {
      const job = await em.fork().findOne(Job, { id, ...TO_DO });
      if (!job) return;
      for (let chunk = 0; chunk < CHUNKS_IN_TURN; chunk += 1) {
        if (!(await this.doChunk(em, job, clock()))) return;
      }
      await enqueueJob(em.fork(), id);
    } catch (error) {
      if (tries >= TRIES) await this.end(em, id, 'FAILED', clock());
      throw error;
    }
  }

  /**
   * The job of whoever asked for it, of an administrator's district, or one that needs a second person of the district;
   * null alike for absent and not theirs, and for whoever handles one of its records as a guardian.
   */
  async find(em: EntityManager, { viewer }: Actor, id: string): Promise<Job | null> {
    return ID.test(id) ? em.findOne(Job, { $and: [{ id }, await this.readBy(em, viewer)] }) : null;
  }

  /** The newest first. */
  async list(
    em: EntityManager,
    { viewer, now }: Actor,
    { first, before, states }: NewestFirst & { readonly states: readonly JobState[] | null },
  ): Promise<Job[]> {
    const theirs = await this.readBy(em, viewer);
    const from = before === null ? {} : { id: { $lt: before } };
    const standing = states === null ? {} : { $or: states.map((state) => inState(state, now)) };
    return em.find(Job, { $and: [theirs, from, standing] }, { orderBy: { id: 'desc' }, limit: first });
  }

  /** What becomes of its rows, the same ones together. */
  summary(em: EntityManager, job: Job): Promise<RowsAlike[]> {
    return summariseRows(em, job.id, MOST_KINDS_OF_ROWS);
  }

  /** Whether it is theirs: they have asked for it, or a system that they have let in. */
  async answersFor(em: EntityManager, { subject }: Viewer, { askedBy }: Job): Promise<boolean> {
    const token = tokenOf(askedBy);
    if (token === null || askedBy === subject) return askedBy === subject;
    return (await em.count(ApiToken, { id: token, createdBy: subject })) > 0;
  }

  /** The job that does what a dry run has tried. */
  carryingOut(em: EntityManager, trial: string): Promise<Job | null> {
    return em.findOne(Job, { trial });
  }

  /** What is to be done, for as long as it is kept. */
  requestOf(job: Job): OrderKept | null {
    return job.request == null ? null : (job.open(this.keys).request as OrderKept);
  }

  /** Those that somebody has asked for, oversees or may be the second person of; others than her own about no child of hers. */
  private async readBy(em: EntityManager, viewer: Viewer): Promise<FilterQuery<Job>> {
    const districtsOf = (action: Action) => ({ district: { $in: [...placesOf(viewer, action).districts] } });
    const seconded = { ...districtsOf('DECIDE_IN_BULK'), checkCode: { $ne: null } };
    const own = await handledNumbers(em, valuesOf(reachOf(viewer, this.keys)));
    const others = { $or: [districtsOf('OVERSEE_JOBS'), seconded], id: { $nin: await jobsAbout(em, own) } };
    return { $or: [{ askedBy: viewer.subject }, others] };
  }

  rows(
    em: EntityManager,
    job: Job,
    { first, after, outcome }: { first: number; after: number; outcome: JobOutcome | null },
  ): Promise<JobRow[]> {
    const which = outcome === null ? {} : { outcome };
    const where = { job: job.id, position: { $gt: after }, ...which };
    return em.find(JobRow, where, { orderBy: { position: 'asc' }, limit: first });
  }

  /** The lines of its file that cannot be read, in their order. */
  badLines(
    em: EntityManager,
    job: Job,
    { first, after }: { first: number; after: number },
  ): Promise<JobBadLine[]> {
    return em.find(
      JobBadLine,
      { job: job.id, line: { $gt: after } },
      { orderBy: { line: 'asc' }, limit: first },
    );
  }

  /** What is done to each of these rows, for as long as it is kept. */
  ordersOf(job: Job, rows: readonly JobRow[]): ReadonlyMap<string, OrderKept> {
    if (job.request == null) return new Map();
    const kept = rows.map(({ number, order }) => ({ number, order: order?.bytes ?? null }));
    return ordersOf(kept, job, this.keys);
  }

  /**
   * The schools whose number of children a trial run or a proposal would change, by what stands now, for whoever may know what
   * is not published. In three statements, however many records there are.
   */
  async fillings(em: EntityManager, viewer: Viewer | null, job: Job): Promise<Filling[]> {
    const place = { district: job.district ?? null };
    if (!viewer || !officeFor('READ_UNPUBLISHED_RESULT', viewer.roles, place)) return [];
    const asked = job.dryRun ? job.state === 'DONE' : job.state === 'PROPOSED';
    const order = this.requestOf(job);
    if (job.kind !== 'APPROVE_ADMISSIONS' || !asked || order === null || job.season == null) return [];
    const rows = await admissionsOf(em, job.id);
    const own = ordersOf(rows, job, this.keys);
    const placings = rows.flatMap(({ number, ...now }) => {
      const { outcome, school = null } = own.get(number) ?? order;
      return outcome ? [placing(now, { outcome, school })] : [];
    });
    const schools = [...new Set(placings.flatMap(({ before, after }) => [before, after]))].filter(
      (school) => school !== null,
    );
    const plans = await em.find(SchoolPlan, { season: job.season, school: { $in: schools } });
    const taken = await countTaken(em, { season: job.season, schools, unpublished: true });
    const quotas = new Map(plans.map(({ school, quota }) => [school, quota ?? null]));
    return fillings(placings, { quotas, taken });
  }

  /** Rows that are done stay done, and a job that is over stays as it is. */
  async cancel(em: EntityManager, actor: Actor, id: string): Promise<Job> {
    const job = await this.find(em, actor, id);
    if (!job || !mayOversee(actor.viewer, job)) throw forbidden();
    return this.end(em, id, 'CANCELLED', actor.now, (ended) => entryOf(actor, ended, 'BULK_CANCELLED'));
  }

  /** Deletes jobs that were over long ago. */
  async sweep(em: EntityManager, now: Date): Promise<void> {
    await expireJobs(em, now);
    await dropJobs(em, new Date(now.getTime() - KEPT_DAYS * 86_400_000));
  }

  private end(
    em: EntityManager,
    id: string,
    state: Ending,
    now: Date,
    told?: (job: Job) => AuditEntry,
  ): Promise<Job> {
    return em.fork().transactional(async (tx) => {
      const job = await tx.findOneOrFail(Job, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (job.finishedAt != null) return job;
      job.end(stateOf(job, now) === 'EXPIRED' ? 'EXPIRED' : state, now);
      if (job.kind === 'EXPORT_LIST' && job.keyId == null) await dropContents(tx, job.id);
      if (told) atCommit(tx, told(job));
      return job;
    });
  }

  /** Returns false once there is nothing left to do. */
  private async doChunk(em: EntityManager, job: Job, now: Date): Promise<boolean> {
    try {
      return await this.doRows(em, job, CHUNK, now);
    } catch {
      // One row that fails must not stop the others.
      for (let row = 0; row < CHUNK; row += 1) {
        if (!(await this.doRows(em, job, 1, now))) return false;
      }
      return true;
    }
  }

  /** Does at most this many of the waiting rows. */
  private async doRows(em: EntityManager, job: Job, most: number, now: Date): Promise<boolean> {
    const settle = async (tx: EntityManager, held: Job, done: DoneRows) => {
      const { numbers, looks, contents = new Map<string, unknown>(), ...outcome } = done;
      if (contents.size > 0) {
        const key = held.keyFrom(this.keys);
        const kept = [...contents].map(([number, content]) => [number, sealContent(key, content)] as const);
        await keepContents(tx, held.id, new Map(kept));
      }
      held.advance(await settleRows(tx, held.id, numbers, outcome), now);
      if (looks.length > 0) atCommit(tx, ...looks);
    };
    const done = await doOrTry(em, job.dryRun, async (tx) => {
      const held = await hold(tx, job.id);
      const rows = held ? await waitingRows(tx, job.id, most) : [];
      if (!held || rows.length === 0) return null;
      const numbers = rows.map(({ number }) => number);
      const revisions = new Map(rows.flatMap((row) => (row.revision === null ? [] : [seenAs(row)])));
      const { request, viewer: asker } = held.open(this.keys);
      const orders = ordersOf(rows, held, this.keys);
      const chunk = { numbers, revisions, orders, dryRun: job.dryRun };
      // Whoever no longer holds the role in which she asked decides nothing any more.
      const viewer = await withRolesHeld(tx, asker, now);
      const outcome = await this.works[job.kind](tx, actorOf(viewer, now), request, chunk);
      if (!job.dryRun) await settle(tx, held, { numbers, ...outcome });
      return { numbers, ...outcome };
    });
    if (done === null) {
      await this.end(em, job.id, 'DONE', now);
      return false;
    }
    if (job.dryRun) {
      await em.fork().transactional(async (tx) => {
        const held = await hold(tx, job.id);
        if (held) await settle(tx, held, done);
      });
    }
    return true;
  }
}

interface JobAsked extends Pick<
  NewJob,
  'kind' | 'request' | 'dryRun' | 'proposed' | 'trial' | 'expiresAt' | 'checkCode' | 'file'
> {
  readonly numbers: readonly string[];
  readonly revisions?: ReadonlyMap<string, number>;
  /** What a file says of each record, and in which line. */
  readonly lines?: ReadonlyMap<string, LineOfFile>;
  readonly badLines?: readonly BadLine[];
}

export interface LineOfFile {
  readonly line: number;
  readonly order: unknown;
}

export type RowsAlike = Awaited<ReturnType<typeof summariseRows>>[number];

interface DoneRows extends ChunkOutcome {
  readonly numbers: readonly string[];
}

/** By number, opened; empty where the job says what is done to all. */
export const ordersOf = (
  rows: readonly { readonly number: string; readonly order: Buffer | null }[],
  job: Job,
  keys: KeyRing,
): ReadonlyMap<string, OrderKept> => {
  const key = job.keyFrom(keys);
  return new Map(
    rows.flatMap(({ number, order }) => (order === null ? [] : [[number, openOrder(key, order)] as const])),
  );
};

/** A job that is not over, held until the transaction ends: one chunk of it at a time, wherever it runs. */
const hold = (tx: EntityManager, id: string): Promise<Job | null> =>
  tx.findOne(Job, { id, ...TO_DO }, { lockMode: LockMode.PESSIMISTIC_WRITE });

/** What a proposal is not, until it is confirmed. */
const TO_DO = { finishedAt: null, state: { $in: ['QUEUED', 'RUNNING'] } } as const satisfies FilterQuery<Job>;

const seenAs = ({ number, revision }: { number: string; revision: number | null }): [string, number] => [
  number,
  revision!,
];

/** Whoever asked for it, in the offices that they had then. A job answers nobody: it speaks no language of its own. */
const actorOf = (viewer: Viewer, now: Date): Actor => ({ viewer, language: 'zh-CN', now, address: '' });

/** Ends it: whoever asked for it, and the administrators of its district. */
const mayOversee = ({ subject, roles }: Viewer, { askedBy, district }: Job): boolean =>
  askedBy === subject || officeFor('OVERSEE_JOBS', roles, { district: district ?? null }) !== null;

/** Whether somebody of the district may confirm or decline it, if she is not whoever proposed it. */
export const maySecond = ({ roles }: Viewer, { district, checkCode }: Job): boolean =>
  checkCode != null && officeFor('DECIDE_IN_BULK', roles, { district: district ?? null }) !== null;

/** How a job stands, as its readers see it: nobody can confirm any more what nobody has confirmed in time. */
export const stateOf = ({ state, expiresAt }: Pick<Job, 'state' | 'expiresAt'>, now: Date): JobState =>
  state === 'PROPOSED' && expiresAt != null && expiresAt <= now ? 'EXPIRED' : state;

function inState(state: JobState, now: Date): FilterQuery<Job> {
  if (state === 'PROPOSED') return { state, expiresAt: { $gt: now } };
  return state === 'EXPIRED'
    ? { $or: [{ state }, { state: 'PROPOSED', expiresAt: { $lte: now } }] }
    : { state };
}

/** The season and district of the numbers if all share them; the district only if the asker has an office there. */
export function placeOf(
  { roles }: Viewer,
  numbers: readonly string[],
): { season: number | null; district: string | null } {
  const shared = <Part>(partOf: (number: string) => Part): Part | null => {
    const parts = new Set(numbers.map(partOf));
    return parts.size === 1 ? [...parts][0]! : null;
  };
  const district = shared(districtOfNumber);
  return {
    season: shared(seasonOfNumber),
    district: roles.some((grant) => grant.district === district) ? district : null,
  };
}
