import { refuse, type Refusal } from '@enrolment/rulebook/refusal.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { atCommit } from '../database/at-commit.js';
import type { Job } from '../job/job.entity.js';
import {
  CHUNK,
  doOrTry,
  type Chunk,
  type ChunkOutcome,
  type JobService,
  type JobWork,
} from '../job/job.service.js';
import { needsSecond, propose } from '../job/second-person.js';
import { insertAtOnce } from '../database/insert-at-once.js';
import { brokenRule } from '../platform/constraints.js';
import { ApiError } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { isUuid } from '../platform/uuid.js';
import { valuesOf } from '../record/access.predicates.js';
import { revisionsWithin } from '../record/record.statements.js';
import type { CollectionRecord } from '../record/record.entity.js';
import type { BatchFacts } from './batch-facts.js';
import { actOnAll, type Batch, type Batches, type BatchKind, type BatchRequests } from './batch.js';

/** The most records that are done while the client waits; more of them become a job. */
export const AT_ONCE = 100;

export interface BatchOutcome {
  readonly dryRun: boolean;
  readonly done: string[];
  readonly refused: { readonly number: string; readonly refusal: Refusal }[];
  /** The job that has the rest of the answer. */
  readonly job: Job | null;
}

interface Asked {
  readonly numbers: readonly string[];
  readonly dryRun: boolean;
  /** The revision that was seen of the one record; null to decide on it as it is. */
  readonly revision?: number | null;
}

/** One decision for many records of the office. */
export class BatchService {
  constructor(
    private readonly keys: KeyRing,
    private readonly batches: Batches,
    private readonly jobs: JobService,
  ) {}

  async run<Kind extends BatchKind>(
    em: EntityManager,
    actor: Actor,
    kind: Kind,
    { numbers, dryRun, revision = null, ...request }: BatchRequests[Kind] & Asked,
  ): Promise<BatchOutcome> {
    const asked = request as unknown as BatchRequests[Kind];
    const batch = await this.batches[kind](em, actor, asked);
    const distinct = [...new Set(numbers)];
    if (revision !== null && distinct.length !== 1)
      throw new ApiError('BAD_USER_INPUT', { message: 'A revision is that of one record.' });
    const { key = null } = asked as { key?: string | null };
    if (key !== null && (distinct.length !== 1 || !isUuid(key)))
      throw new ApiError('BAD_USER_INPUT', { message: 'A key is a UUID, and that of one record.' });
    const outcome: BatchOutcome = { dryRun, done: [], refused: [], job: null };
    const given = { kind, request: asked, numbers: distinct };
    if (!dryRun && (await needsSecond(em, actor.viewer, given))) {
      // Both mean the records as they are now.
      const revisions = await revisionsWithin(em, valuesOf(batch.reach), distinct);
      return { ...outcome, job: await propose(em, this.jobs, this.keys, actor, { ...given, revisions }) };
    }
    if (distinct.length > AT_ONCE) {
      const job = await this.jobs.ask(em, actor, { ...given, dryRun });
      return { ...outcome, job };
    }
    const revisions = new Map(revision === null ? [] : [[distinct[0]!, revision]]);
    return this.runNow(em, actor, batch, { numbers: distinct, dryRun, revisions });
  }

  /** What is done while the client waits, however it is asked for. */
  async runNow(
    em: EntityManager,
    actor: Actor,
    batch: Batch,
    { numbers, dryRun, revisions }: Pick<Chunk, 'numbers' | 'dryRun' | 'revisions'>,
  ): Promise<BatchOutcome> {
    const distinct = [...new Set(numbers)];
    if (distinct.length > AT_ONCE)
      throw new ApiError('BAD_USER_INPUT', { message: `At most ${AT_ONCE} records at once.` });
    const outcome: BatchOutcome = { dryRun, done: [], refused: [], job: null };
    for (let from = 0; from < distinct.length; from += CHUNK) {
      const chunk = {
        numbers: distinct.slice(from, from + CHUNK),
        dryRun,
        revisions,
        orders: new Map(),
        unlessSeen: 'changedMeanwhile' as const,
      };
      const { refused, looks } = await doOrTry(em, dryRun, async (tx) => {
        const done = await actOnAll(tx, this.keys, actor, batch, chunk);
        if (!dryRun && done.looks.length > 0) atCommit(tx, ...done.looks);
        return done;
      }).catch(refusedByConstraint(chunk.numbers));
      if (dryRun && looks.length > 0) await em.fork().transactional((tx) => insertAtOnce(tx, looks));
      for (const number of chunk.numbers) {
        const refusal = refused.get(number);
        if (refusal) outcome.refused.push({ number, refusal });
        else outcome.done.push(number);
      }
    }
    return outcome;
  }
}

/** What the database keeps from being done to a single record is a refusal like the others. */
const refusedByConstraint =
  ([number, ...others]: readonly string[]) =>
  (error: unknown): ChunkOutcome => {
    const broken = brokenRule(error);
    if (!broken || number === undefined || others.length > 0) throw error;
    return {
      refused: new Map([[number, refuse(broken.rule, { field: broken.field })]]),
      seen: new Map(),
      looks: [],
    };
  };

/** A batch as the rows say, where each of them has an order of its own. */
async function ofRows(
  make: (tx: EntityManager, actor: Actor, order: unknown) => Batch | Promise<Batch>,
  tx: EntityManager,
  actor: Actor,
  request: unknown,
  orders: Chunk['orders'],
): Promise<Batch> {
  const [first = request] = orders.values();
  const batch = await make(tx, actor, first);
  if (orders.size === 0) return batch;
  const batchOf = async ({ number }: { number: string }) => make(tx, actor, orders.get(number));
  const act: Batch['act'] = async (held, record, facts, by) =>
    (await batchOf(record)).act(held, record, facts, by);
  const by = async (record: CollectionRecord, facts: BatchFacts) =>
    (await batchOf(record)).by!(record, facts);
  return { ...batch, act, ...(batch.by ? { by } : {}) };
}

/** The same batches as the work of jobs. */
export function batchJobs(keys: KeyRing, batches: Batches): Readonly<Record<BatchKind, JobWork>> {
  const works = Object.entries(batches).map(([kind, batch]): [string, JobWork] => [
    kind,
    async (tx, actor, request, chunk) =>
      actOnAll(tx, keys, actor, await ofRows(batch as never, tx, actor, request, chunk.orders), {
        ...chunk,
        unlessSeen: 'changedSinceDryRun',
      }),
  ]);
  return Object.fromEntries(works) as Record<BatchKind, JobWork>;
}
