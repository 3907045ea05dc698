import type { IdentityDecision } from '@enrolment/rulebook/identity-check.js';
import { checkFrozen } from '@enrolment/rulebook/likeness.js';
import { refuse, type Refusal } from '@enrolment/rulebook/refusal.js';
import { checkRevision, type ItemDecision } from '@enrolment/rulebook/review.js';
import type { AdmissionOutcome, ReviewItemKind, Stage } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { goOn, refusedByClaim } from '../claim/claim.service.js';
import type { Chunk, ChunkOutcome } from '../job/job.service.js';
import { AuditEntry } from '../platform/audit/audit.entity.js';
import type { KeyRing } from '../platform/keys.js';
import type { Reach } from '../record/access.predicates.js';
import { byOffice, bySchool, entryOf, type By } from '../record/chronicle.js';
import { holdAllWithin } from '../record/hold.js';
import type { CollectionRecord } from '../record/record.entity.js';
import { BatchFacts } from './batch-facts.js';

/** The request of each kind of batch. A job keeps it as JSON, so moments come back as text. */
export interface BatchRequests {
  DECIDE_REVIEW_ITEM: Omit<ItemDecision, 'dueAt'> & { kind: ReviewItemKind; dueAt: Date | string | null };
  DECIDE_IDENTITY_CHECK: IdentityDecision;
  REJECT_RECORDS: { reason: string };
  PREREGISTER: { school: string; key?: string | null };
  APPROVE_ADMISSIONS: { outcome: AdmissionOutcome; note: string | null; school?: string | null };
  CLAIM_RECORDS: Record<never, never>;
  RELEASE_RECORDS: Record<never, never>;
  TAKE_OVER_RECORDS: Record<never, never>;
}
export type BatchKind = keyof BatchRequests;

/** One thing that is done to many records. */
export interface Batch {
  /** How far the actor has a say: a record elsewhere is refused like one that does not exist. */
  readonly reach: Reach;
  act(tx: EntityManager, record: CollectionRecord, facts: BatchFacts, by: By): Promise<Refusal[]>;
  /** As whom the actor does it to this record; null where she may not, like a record that does not exist. By default as its district, or her school. */
  by?(record: CollectionRecord, facts: BatchFacts): Promise<By | null>;
  /** The registrar’s school for which it is done. */
  readonly school?: string;
  /** Whether it is about who has the records in hand, which it then asks itself. */
  readonly hands?: true;
}

/** The batches by kind. Preregistering throws FORBIDDEN for a school that is not the registrar’s. */
export type Batches = {
  readonly [Kind in BatchKind]: (
    em: EntityManager,
    actor: Actor,
    request: BatchRequests[Kind],
  ) => Batch | Promise<Batch>;
};

/**
 * Does one thing to so many records in one transaction: all or nothing per record, never per batch. Whoever only learns how
 * a record stands leaves a look in the audit trail.
 */
export async function actOnAll(
  tx: EntityManager,
  keys: KeyRing,
  actor: Actor,
  { reach, act, by: asWhom, school, hands }: Batch,
  {
    numbers,
    dryRun,
    revisions,
    unlessSeen,
  }: Chunk & { readonly unlessSeen: 'changedMeanwhile' | 'changedSinceDryRun' },
): Promise<ChunkOutcome> {
  const held = await holdAllWithin(tx, reach, numbers);
  const facts = new BatchFacts(tx, [...held.values()], keys);
  const refused = new Map<string, Refusal>();
  const seen = new Map<string, { revision: number; stage: Stage | null }>();
  const looks: AuditEntry[] = [];
  const { viewer } = actor;
  const byWhom = async (record: CollectionRecord): Promise<By | null> => {
    if (asWhom) return asWhom(record, facts);
    return school === undefined ? byOffice(viewer, record) : bySchool(viewer);
  };
  const refusalsOf = async (record: CollectionRecord | undefined, by: By | null): Promise<Refusal[]> => {
    if (!record || !by) return [refuse('notAllowed')];
    const changed = checkRevision(revisions.get(record.number) ?? null, record.revision ?? 1, unlessSeen);
    if (changed.length > 0) return changed;
    if (hands) return act(tx, record, facts, by);
    // Schools, and whoever decides what the district has given away, are not bound by what its office has in hand.
    const office = by.actor === 'DISTRICT';
    const claim = office ? await facts.claim(record) : undefined;
    const refusals = [
      ...(office ? refusedByClaim(claim, actor) : []),
      ...checkFrozen((await facts.freeze(record)) !== undefined),
    ];
    if (refusals.length > 0) return refusals;
    const decided = await act(tx, record, facts, by);
    if (decided.length > 0 || !office) return decided;
    if (claim?.isOf(viewer, actor.now)) (await facts.untold(record))?.waitOn(viewer.subject, actor.now);
    goOn(tx, record, claim, actor);
    return decided;
  };
  for (const number of numbers) {
    const record = held.get(number);
    const before = record && { revision: record.revision ?? 1, stage: record.stage };
    const by = record ? await byWhom(record) : null;
    const refusals = await refusalsOf(record, by);
    const [refusal] = refusals;
    if (refusal) refused.set(number, refusal);
    else if (before) {
      const stage = record.stage === before.stage ? null : record.stage;
      seen.set(number, { revision: before.revision, stage });
    }
    const learned = refusals.every(({ rule }) => rule !== 'notAllowed');
    if (record && by && learned && (dryRun || refusal)) looks.push(lookAt(record, by, actor.now, school));
  }
  return { refused, seen, looks };
}

const lookAt = (record: CollectionRecord, by: By, now: Date, school: string | undefined): AuditEntry =>
  new AuditEntry(
    entryOf(record, by, now, {
      action: 'RECORD_READ',
      ...(school === undefined ? {} : { subject: school }),
    }),
  );
