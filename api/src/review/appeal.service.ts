import { checkFrozen } from '@enrolment/rulebook/likeness.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import { checkAppeal, checkReason, checkRevision, stageConflict } from '@enrolment/rulebook/review.js';
import { allows } from '@enrolment/rulebook/stages.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { goOn, refusedByClaim } from '../claim/claim.service.js';
import { District } from '../district/district.entity.js';
import { forbidden } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { reachOf } from '../record/access.js';
import { byGuardian, byOffice, type Chronicle } from '../record/chronicle.js';
import { holdWithin } from '../record/hold.js';
import type { CollectionRecord } from '../record/record.entity.js';
import type { RecordService } from '../record/record.service.js';
import { familyStage } from '../record/visibility.js';
import { BatchFacts } from './batch-facts.js';
import { Rejection } from './review.entity.js';
import type { ReviewService } from './review.service.js';
import { appealEvent, type VerdictService } from './verdict.service.js';

/** 申请复核: the family asks once for a second look at a rejection; the district decides. */
export class AppealService {
  constructor(
    private readonly keys: KeyRing,
    private readonly records: RecordService,
    private readonly reviews: ReviewService,
    private readonly chronicle: Chronicle,
    private readonly verdicts: VerdictService,
  ) {}

  async appeal(
    em: EntityManager,
    actor: Actor,
    number: string,
    statement: string,
  ): Promise<CollectionRecord | Refused> {
    const { now: at } = actor;
    return em.transactional(async (tx) => {
      const record = await this.records.holdOwn(tx, actor, number);
      const rejection = await tx.findOne(Rejection, { record });
      const { hotline } = await tx.findOneOrFail(District, { code: record.district });
      const stage = familyStage(record, at);
      const made = stage !== 'IDENTITY_VERIFIED' && rejection?.appealedAt != null;
      const facts = { stage, dueAt: rejection?.appealDueAt ?? null, made };
      const refusals = checkAppeal(statement, facts, hotline[0] ?? '', at);
      if (!rejection || refusals.length > 0) return new Refused(refusals);
      rejection.appeal(statement, at, record.keyFrom(this.keys));
      await this.chronicle.write(tx, record, {
        by: byGuardian(record),
        at,
        step: 'APPEAL',
        audit: { action: 'APPEAL_MADE' },
      });
      return record;
    });
  }

  async decide(
    em: EntityManager,
    actor: Actor,
    number: string,
    { accepted, reason, revision }: { accepted: boolean; reason: string; revision: number | null },
  ): Promise<CollectionRecord | Refused> {
    const { now: at, viewer } = actor;
    return em.transactional(async (tx) => {
      const record = await holdWithin(tx, reachOf(viewer, this.keys, 'DECIDE_ON_RECORD'), number);
      if (!record) throw forbidden();
      const changed = checkRevision(revision, record.revision ?? 1);
      if (changed.length > 0) return new Refused(changed);
      const facts = new BatchFacts(tx, [record], this.keys);
      const claim = await facts.claim(record);
      const claimed = refusedByClaim(claim, actor);
      if (claimed.length > 0) return new Refused(claimed);
      const frozen = checkFrozen((await facts.freeze(record)) !== undefined);
      if (frozen.length > 0) return new Refused(frozen);
      const step = accepted ? 'ACCEPT_APPEAL' : 'DISMISS_APPEAL';
      const refusals = allows(step, record.stage)
        ? checkReason(reason, 'reason', { required: true })
        : [stageConflict(record.stage)];
      if (refusals.length > 0) return new Refused(refusals);
      const rejection = await tx.findOneOrFail(Rejection, { record });
      rejection.decide(accepted, reason, { officer: viewer.subject, at, key: record.keyFrom(this.keys) });
      const answer = { event: appealEvent(record), text: 'APPEAL_DECIDED' } as const;
      const told = await this.verdicts.tell(record, answer, facts, at);
      await this.chronicle.write(tx, record, {
        by: byOffice(viewer, record),
        at,
        step,
        audit: { action: accepted ? 'APPEAL_ACCEPTED' : 'APPEAL_DISMISSED' },
        ...told,
      });
      goOn(tx, record, claim, actor);
      if (!accepted) return record;
      // What had failed is looked at again; what had passed stays passed.
      for (const item of (await facts.items(record)) ?? [])
        if (item.status === 'FAILED' || item.status === 'RETURNED') item.reopen();
      await this.reviews.settle(tx, record, at, facts);
      return record;
    });
  }
}
