import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../context.js';
import type { MessageService } from '../message/message.service.js';
import { TEXTS } from '../message/texts.js';
import { audit } from '../platform/audit/audit.js';
import { forbidden } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { run } from '../platform/sql.js';
import { decidesOn, officeOf } from '../record/access.js';
import { takeStep } from '../record/move-stage.js';
import { lockRecord, type RecordRow, type RecordService } from '../record/record.service.js';
import { allows } from '../record/stages.js';
import { familyStage } from '../record/visibility.js';
import { Refused } from '../refusal.type.js';
import { checkAppeal, checkReason, stageConflict } from '../rulebook/review.js';
import type { ReviewService } from './review.service.js';

interface RejectionFacts {
  appeal_due_at: string;
  appealed_at: string | null;
  hotline: string | null;
}

/** 申请复核: the family asks once for a second look at a rejection; the district decides. */
export class AppealService {
  constructor(
    private readonly keys: KeyRing,
    private readonly records: RecordService,
    private readonly reviews: ReviewService,
    private readonly messages: MessageService,
  ) {}

  async appeal(
    em: EntityManager,
    actor: Actor,
    number: string,
    statement: string,
  ): Promise<RecordRow | Refused> {
    const { now } = actor;
    return em.transactional(async (tx) => {
      const record = await this.records.own(tx, actor, number);
      const [rejection] = await run<RejectionFacts>(
        tx,
        `select r.appeal_due_at, r.appealed_at, d.hotline[1] as hotline
         from district d left join rejection r on r.record_id = $1 where d.code = $2`,
        [record.id, record.district_code],
      );
      const stage = familyStage(record, now);
      const facts = {
        stage,
        dueAt: rejection?.appeal_due_at ? new Date(rejection.appeal_due_at) : null,
        made: stage !== 'IDENTITY_VERIFIED' && rejection?.appealed_at != null,
      };
      const refusals = checkAppeal(statement, facts, rejection?.hotline ?? '', now);
      if (refusals.length > 0) return new Refused(refusals);
      const key = this.keys.keyOf(record);
      await run(tx, 'update rejection set statement_sealed = $2, appealed_at = $3 where record_id = $1', [
        record.id,
        key.seal('rejection.statement', statement.trim()),
        now,
      ]);
      const reached = await takeStep(tx, record, 'APPEAL', { actor: 'GUARDIAN', at: now });
      await audit(tx, {
        ...{ at: now, actor: 'GUARDIAN', actorRole: 'GUARDIAN', action: 'APPEAL_MADE', recordNumber: number },
      });
      return { ...record, stage: reached };
    });
  }

  async decide(
    em: EntityManager,
    actor: Actor,
    number: string,
    { accepted, reason }: { accepted: boolean; reason: string },
  ): Promise<RecordRow | Refused> {
    const { now, viewer } = actor;
    return em.transactional(async (tx) => {
      const record = await lockRecord(tx, number);
      if (!record || !decidesOn(viewer, record)) throw forbidden();
      const action = accepted ? 'ACCEPT_APPEAL' : 'DISMISS_APPEAL';
      const refusals = allows(action, record.stage)
        ? checkReason(reason, 'reason', { required: true })
        : [stageConflict(record.stage)];
      if (refusals.length > 0) return new Refused(refusals);
      const key = this.keys.keyOf(record);
      await run(
        tx,
        'update rejection set accepted = $2, decision_sealed = $3, decided_at = $4, decided_by = $5 where record_id = $1',
        [record.id, accepted, key.seal('rejection.decision', reason.trim()), now, viewer.subject],
      );
      const decided = await takeStep(tx, record, action, { actor: 'DISTRICT', at: now });
      await audit(tx, {
        ...{ at: now, actor: viewer.subject, actorRole: officeOf(viewer, record), recordNumber: number },
        action: accepted ? 'APPEAL_ACCEPTED' : 'APPEAL_DISMISSED',
      });
      await this.messages.tell(tx, record, { event: `appeal:${record.id}`, text: TEXTS.appealDecided }, now);
      if (!accepted) return { ...record, stage: decided };
      // What had failed is looked at again; what had passed stays passed.
      await run(
        tx,
        `update review_item set status = 'PENDING', decided_at = null where record_id = $1 and status in ('FAILED', 'RETURNED')`,
        [record.id],
      );
      const stage = await this.reviews.settle(tx, { ...record, stage: decided }, now);
      return { ...record, stage };
    });
  }
}
