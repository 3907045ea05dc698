import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { readCalendar } from '../calendar/windows.js';
import type { Actor } from '../context.js';
import { TEXTS } from '../message/texts.js';
import type { MessageService } from '../message/message.service.js';
import type { AuditAction } from '../platform/audit/actions.js';
import { audit } from '../platform/audit/audit.js';
import type { KeyRing } from '../platform/keys.js';
import { run } from '../platform/sql.js';
import { decidesOn, officeOf } from '../record/access.js';
import { noteEvent, takeStep } from '../record/move-stage.js';
import type { RecordRow } from '../record/record.service.js';
import { reviewShown } from '../record/visibility.js';
import { allows } from '../record/stages.js';
import { correctionDue } from '../rulebook/details/returned.js';
import type { Refusal } from '../rulebook/refusal.js';
import {
  appealDue,
  checkItemDecision,
  checkReason,
  stageConflict,
  type ItemDecision,
} from '../rulebook/review.js';
import type { ReviewItemKind, Stage } from '../vocabulary.js';
import { REVIEW_REQUIREMENTS } from './requirement.statements.js';
import { runBatch, type BatchOutcome } from './batch.js';

interface Standing {
  laid: number;
  open: number;
  returned: number;
  identity_passed: boolean;
}

const mayDecide = ({ viewer }: Actor, record: RecordRow) => decidesOn(viewer, record);

/** 入学资格审核: the items of a record, what an officer decides about them, and what follows by itself. */
export class ReviewService {
  constructor(
    private readonly keys: KeyRing,
    private readonly messages: MessageService,
  ) {}

  /** Lays out the items of the record's service and district when the details are first submitted. */
  async layItems(tx: EntityManager, record: RecordRow): Promise<void> {
    await run(
      tx,
      `insert into review_item (record_id, kind, label, label_en, position, status)
       select $3, kind, label, label_en, position, 'PENDING' from (${REVIEW_REQUIREMENTS}) required
       where kind <> 'IDENTITY_AND_HUKOU'
       on conflict do nothing`,
      [[record.district_code], [record.service], record.id],
    );
  }

  /** What had been returned goes back to review; what had passed stays passed. The kinds that were sent back. */
  async sendBack(tx: EntityManager, recordId: string): Promise<ReviewItemKind[]> {
    const items = await run<{ kind: ReviewItemKind }>(
      tx,
      `update review_item set status = 'PENDING', decided_at = null where record_id = $1 and status = 'RETURNED' returning kind`,
      [recordId],
    );
    return items.map(({ kind }) => kind);
  }

  /** Decides one item of each record; an identity check is decided by its own service. */
  async decide(
    em: EntityManager,
    actor: Actor,
    numbers: readonly string[],
    { kind, dryRun, ...decision }: ItemDecision & { kind: ReviewItemKind; dryRun: boolean },
  ): Promise<BatchOutcome> {
    return runBatch(em, actor, { numbers, dryRun, maySay: mayDecide }, (tx, record) =>
      this.decideOne(tx, actor, record, kind, decision),
    );
  }

  async reject(
    em: EntityManager,
    actor: Actor,
    numbers: readonly string[],
    { reason, dryRun }: { reason: string; dryRun: boolean },
  ): Promise<BatchOutcome> {
    return runBatch(em, actor, { numbers, dryRun, maySay: mayDecide }, async (tx, record) => {
      if (!allows('REJECT', record.stage)) return [stageConflict(record.stage)];
      const refusals = checkReason(reason, 'reason', { required: true });
      if (refusals.length > 0) return refusals;
      await run(
        tx,
        `insert into rejection (record_id, reason_sealed, rejected_at, rejected_by, appeal_due_at)
         values ($1, $2, $3, $4, $5)
         on conflict (record_id) do update set reason_sealed = excluded.reason_sealed, rejected_at = excluded.rejected_at,
           rejected_by = excluded.rejected_by, appeal_due_at = excluded.appeal_due_at`,
        [
          ...[record.id, this.keys.keyOf(record).seal('rejection.reason', reason.trim())],
          ...[actor.now, actor.viewer.subject, appealDue(this.shownFrom(record, actor.now))],
        ],
      );
      await takeStep(tx, record, 'REJECT', { actor: 'DISTRICT', at: actor.now });
      await this.tell(tx, record, 'rejected', TEXTS.rejected, actor.now);
      await this.auditDecision(tx, actor, record, 'RECORD_REJECTED');
      return [];
    });
  }

  /**
   * What follows by itself once something was decided, corrected or accepted: a return is lifted, and the last passing
   * item approves the record, in the same transaction. The stage that was reached.
   */
  async settle(tx: EntityManager, record: RecordRow, now: Date): Promise<Stage> {
    const [standing] = await run<Standing>(
      tx,
      `select count(*)::int as laid, count(*) filter (where status <> 'PASSED')::int as open,
         count(*) filter (where status = 'RETURNED')::int as returned,
         coalesce((select status = 'PASSED' from identity_check where record_id = $1), false) as identity_passed
       from review_item where record_id = $1`,
      [record.id],
    );
    const { laid, open, returned, identity_passed: identityPassed } = standing!;
    let { stage } = record;
    if (stage === 'RETURNED' && returned === 0 && identityPassed) {
      stage = await takeStep(tx, { ...record, stage }, 'LIFT_RETURN', { actor: 'DISTRICT', at: now });
    }
    // Where nothing has been laid out to be looked at, nothing has been looked at.
    if (stage === 'IDENTITY_VERIFIED' && laid > 0 && open === 0 && identityPassed) {
      stage = await takeStep(tx, { ...record, stage }, 'APPROVE', { actor: 'SYSTEM', at: now });
      await this.tell(tx, record, 'approved', TEXTS.approved, now);
    }
    return stage;
  }

  private async decideOne(
    tx: EntityManager,
    actor: Actor,
    record: RecordRow,
    kind: ReviewItemKind,
    decision: ItemDecision,
  ): Promise<Refusal[]> {
    const { now, viewer } = actor;
    const [laid] = await run(tx, 'select kind from review_item where record_id = $1 and kind = $2', [
      record.id,
      kind,
    ]);
    const refusals = checkItemDecision(decision, { stage: record.stage, exists: laid !== undefined }, now);
    if (refusals.length > 0) return refusals;
    const { status } = decision;
    const { windows } = await readCalendar(tx, record);
    const due = status === 'RETURNED' ? correctionDue(decision.dueAt, windows.CORRECTION, now) : null;
    const key = this.keys.keyOf(record);
    const sealed = (place: string, text: string | null) =>
      text?.trim() ? key.seal(place, text.trim()) : null;
    await run(
      tx,
      `update review_item set status = $3, reason_sealed = $4, remedy_sealed = $5, due_at = $6, decided_at = $7, decided_by = $8
       where record_id = $1 and kind = $2`,
      [
        ...[record.id, kind, status],
        ...[
          sealed(`review_item.${kind}.reason`, decision.reason),
          sealed(`review_item.${kind}.remedy`, decision.remedy),
        ],
        ...[due, status === 'PENDING' ? null : now, viewer.subject],
      ],
    );
    await this.auditDecision(tx, actor, record, `ITEM_${status}`, kind);
    if (status === 'RETURNED' && record.stage === 'IDENTITY_VERIFIED') {
      await takeStep(tx, record, 'RETURN', { actor: 'DISTRICT', at: now, note: kind });
      await this.tell(tx, record, 'returned', TEXTS.returned, now);
      return [];
    }
    await noteEvent(tx, {
      ...{ recordId: record.id, stage: record.stage, actor: 'DISTRICT', at: now },
      ...{ kind: `ITEM_${status}`, note: kind },
    });
    await this.settle(tx, record, now);
    return [];
  }

  /** No verdict by SMS before the district's calendar shows it. */
  private async tell(
    tx: EntityManager,
    record: RecordRow,
    event: string,
    text: (number: string, child: string) => string,
    now: Date,
  ): Promise<void> {
    // Written in the transaction of the decision, and so once; the same may be decided again later.
    const decision = `${event}:${uuid()}`;
    await this.messages.tell(tx, record, { event: decision, text }, now, this.shownFrom(record, now));
  }

  private shownFrom(record: RecordRow, now: Date): Date {
    return reviewShown(record, now) ? now : new Date(record.review_opens_at!);
  }

  private async auditDecision(
    tx: EntityManager,
    { viewer, now }: Actor,
    record: RecordRow,
    action: AuditAction,
    detail?: string,
  ): Promise<void> {
    await audit(tx, {
      ...{ at: now, actor: viewer.subject, actorRole: officeOf(viewer, record) },
      ...{ action, recordNumber: record.number, ...(detail === undefined ? {} : { detail }) },
    });
  }
}
