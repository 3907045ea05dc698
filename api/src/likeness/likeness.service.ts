import { checkAuditedReason } from '@enrolment/rulebook/disclosure.js';
import { refuse, Refused } from '@enrolment/rulebook/refusal.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { forbidden } from '../platform/errors.js';
import type { AuditAction } from '../platform/audit/actions.js';
import type { Viewer } from '../platform/identity.js';
import type { KeyRing } from '../platform/keys.js';
import { decidesOn, reachOf } from '../record/access.js';
import { valuesOf } from '../record/access.predicates.js';
import { byOffice, type Chronicle } from '../record/chronicle.js';
import { holdWithin } from '../record/hold.js';
import { peopleOf } from '../record/people.js';
import { CollectionRecord } from '../record/record.entity.js';
import { findLive, handledNumbers, type RecordFacts } from '../record/record.statements.js';
import type { ReviewService } from '../review/review.service.js';
import { findLikenesses } from './find-likenesses.js';
import { selectPairs, type PairRow } from './likeness.statements.js';
import { NearDuplicate } from './near-duplicate.entity.js';
import { RecordFreeze } from './record-freeze.entity.js';

/** A record that may be of the same child, and what has been said of it. */
export interface Beside {
  readonly pair: PairRow;
  readonly record: RecordFacts;
  /** Whether the reader decides on it, too: not what she handles as a guardian. */
  readonly own: boolean;
}

/** 疑似重复: records that may be of one child, and documents that two families claim. */
export class LikenessService {
  constructor(
    private readonly keys: KeyRing,
    private readonly reviews: ReviewService,
    private readonly chronicle: Chronicle,
  ) {}

  /** The queue's task. */
  find(em: EntityManager, now: Date): Promise<number> {
    return findLikenesses(em, this.keys, now);
  }

  /** The live records beside one, of whatever district, those first of which nothing has been said. */
  async besides(em: EntityManager, viewer: Viewer, record: string): Promise<Beside[]> {
    const pairs = await selectPairs(em, record);
    if (pairs.length === 0) return [];
    const records = await findLive(em, { records: pairs.map(({ beside }) => beside) });
    const handled = await handledNumbers(em, valuesOf(reachOf(viewer, this.keys)));
    const byId = new Map(records.map((row) => [row.id, row]));
    return pairs.flatMap((pair) => {
      const found = byId.get(pair.beside);
      if (!found) return [];
      const own = !handled.includes(found.number) && decidesOn(viewer, found);
      return [{ pair, record: found, own }];
    });
  }

  /** 不是重复: two children, as an officer of the district of either record says. */
  async clear(
    em: EntityManager,
    actor: Actor,
    { number, other, reason }: { number: string; other: string; reason: string },
  ): Promise<CollectionRecord | Refused> {
    return this.judge(em, actor, { number, reason }, 'NOT_A_DUPLICATE', async (tx, record) => {
      const beside = await tx.findOne(CollectionRecord, { number: other });
      const pair =
        beside &&
        (await tx.findOne(NearDuplicate, {
          $or: [
            { one: record.id, other: beside.id },
            { one: beside.id, other: record.id },
          ],
        }));
      if (!pair) return new Refused([refuse('duplicateNone')]);
      pair.clear(actor.viewer, { district: record.district, at: actor.now });
      return true;
    });
  }

  /** 冻结: nothing is decided on the record any more. */
  async freeze(
    em: EntityManager,
    actor: Actor,
    given: { number: string; reason: string },
  ): Promise<CollectionRecord | Refused> {
    return this.judge(em, actor, given, 'RECORD_FROZEN', async (tx, record) => {
      if (await tx.findOne(RecordFreeze, { record })) return false;
      const at = { at: actor.now, key: record.keyFrom(this.keys) };
      tx.persist(new RecordFreeze(record, actor.viewer, given.reason, at));
      record.touch(actor.now);
      return true;
    });
  }

  /** 解除冻结: it has been cleared up whose document it is, and what waited for that follows. */
  async unfreeze(
    em: EntityManager,
    actor: Actor,
    given: { number: string; reason: string },
  ): Promise<CollectionRecord | Refused> {
    return this.judge(em, actor, given, 'RECORD_UNFROZEN', async (tx, record) => {
      const freeze = await tx.findOne(RecordFreeze, { record });
      if (!freeze) return false;
      await tx.remove(freeze).flush();
      record.touch(actor.now);
      await this.reviews.settle(tx, record, actor.now);
      return true;
    });
  }

  /** What an officer says of a record, with a reason that is audited. Said again it changes nothing. */
  private async judge(
    em: EntityManager,
    actor: Actor,
    { number, reason }: { number: string; reason: string },
    action: AuditAction,
    act: (tx: EntityManager, record: CollectionRecord) => Promise<boolean | Refused>,
  ): Promise<CollectionRecord | Refused> {
    const { viewer, now: at } = actor;
    return em.transactional(async (tx) => {
      const record = await holdWithin(tx, reachOf(viewer, this.keys, 'JUDGE_DUPLICATES'), number);
      if (!record) throw forbidden();
      const { child, guardians } = await peopleOf(tx, record.id, record.keyFrom(this.keys));
      const refusals = checkAuditedReason(
        reason,
        [child.name, ...guardians.map(({ name }) => name)],
        'reason',
      );
      if (refusals.length > 0) return new Refused(refusals);
      const done = await act(tx, record);
      if (done instanceof Refused || !done) return done || record;
      const audit = { action, detail: { reason: reason.trim() } };
      await this.chronicle.write(tx, record, { by: byOffice(viewer, record), at, audit });
      return record;
    });
  }
}
