import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../context.js';
import { forbidden } from '../platform/errors.js';
import { lockRecord, type RecordRow } from '../record/record.service.js';
import { refuse, type Refusal } from '../rulebook/refusal.js';

export interface BatchOutcome {
  readonly dryRun: boolean;
  readonly done: string[];
  readonly refused: { readonly number: string; readonly refusal: Refusal }[];
}

/** Takes everything back that a trial run has done. */
class TrialOver extends Error {}

/**
 * Does one thing to each of many records, each in a transaction of its own: all or nothing per record, never per batch.
 * A trial run does the very same and takes it back. A record that does not exist and one that the actor has no say in
 * are refused alike.
 */
export async function runBatch(
  em: EntityManager,
  actor: Actor,
  { numbers, dryRun, maySay }: { numbers: readonly string[]; dryRun: boolean; maySay: MaySay },
  act: (tx: EntityManager, record: RecordRow) => Promise<Refusal[]>,
): Promise<BatchOutcome> {
  if (!actor.viewer.roles.some(({ role }) => role !== 'GUARDIAN')) throw forbidden();
  const distinct = [...new Set(numbers)];
  const outcome: BatchOutcome = { dryRun, done: [], refused: [] };
  for (const number of distinct) {
    const [refusal] = await actOnOne(em, number, dryRun, async (tx, record) =>
      record && maySay(actor, record) ? act(tx, record) : [refuse('notAllowed')],
    );
    if (refusal) outcome.refused.push({ number, refusal });
    else outcome.done.push(number);
  }
  return outcome;
}

export type MaySay = (actor: Actor, record: RecordRow) => boolean;

async function actOnOne(
  em: EntityManager,
  number: string,
  dryRun: boolean,
  act: (tx: EntityManager, record: RecordRow | null) => Promise<Refusal[]>,
): Promise<Refusal[]> {
  let refusals: Refusal[] = [];
  try {
    await em.fork().transactional(async (tx) => {
      refusals = await act(tx, await lockRecord(tx, number));
      if (dryRun || refusals.length > 0) throw new TrialOver();
    });
  } catch (error) {
    if (!(error instanceof TrialOver)) throw error;
  }
  return refusals;
}
