import type { EntityManager } from '@mikro-orm/postgresql';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../context.js';
import type { MessageService } from '../message/message.service.js';
import { TEXTS } from '../message/texts.js';
import { audit } from '../platform/audit/audit.js';
import type { KeyRing } from '../platform/keys.js';
import { run } from '../platform/sql.js';
import { decidesOn, officeOf } from '../record/access.js';
import { moveStage, noteEvent, takeStep } from '../record/move-stage.js';
import { lockRecord, type RecordRow } from '../record/record.service.js';
import { runBatch, type BatchOutcome } from '../review/batch.js';
import type { ReviewService } from '../review/review.service.js';
import {
  ASK_AGAIN_MINUTES,
  checkIdentityDecision,
  EXPECTED_WAIT_MINUTES,
  minutesBefore,
  type IdentityDecision,
} from '../rulebook/identity-check.js';
import type { Refusal } from '../rulebook/refusal.js';
import type { CheckStatus, Stage } from '../vocabulary.js';
import { openDocuments } from './documents.js';
import type { VerificationGateway } from './verification-gateway.js';

export interface VerificationAnswer {
  readonly requestId: string;
  readonly outcome: 'PASSED' | 'FAILED';
}

interface CheckRow {
  request_id: string;
  fingerprint: Buffer;
  status: CheckStatus;
}

/** As many are asked for again at a time: a gateway that has just come back is not to be overrun. */
const ASKED_AT_ONCE = 200;

/** A request for the gateway, and the job that sends it, under the request's own id: never twice in the queue. */
const REQUEST = `
  with requested as (
    insert into identity_check (record_id, request_id, fingerprint, status, requested_at) values ($1, $2, $3, 'PENDING', $4)
    on conflict (record_id) do update set request_id = excluded.request_id, fingerprint = excluded.fingerprint,
      status = 'PENDING', requested_at = excluded.requested_at, asked_at = null, overdue_at = null, checked_at = null,
      decided_by = null, reason_sealed = null
    returning request_id
  )
  select outbox.enqueue('verify_identity', json_build_object('requestId', request_id), request_id::text) from requested`;

const ASK_AGAIN = `
  with due as (
    select record_id from identity_check
    where status = 'PENDING' and requested_at <= $2 and coalesce(asked_at, requested_at) <= $2
    order by requested_at limit ${ASKED_AT_ONCE} for update skip locked
  ), asked as (
    update identity_check c set asked_at = $1 from due where c.record_id = due.record_id returning c.request_id
  )
  select outbox.enqueue('verify_identity', json_build_object('requestId', request_id), request_id::text) from asked`;

/** 身份证及户籍信息核验: asks the gateway when details are submitted, takes its answer, and lets officers decide. */
export class IdentityCheckService {
  constructor(
    private readonly keys: KeyRing,
    private readonly gateway: VerificationGateway,
    private readonly reviews: ReviewService,
    private readonly messages: MessageService,
  ) {}

  /**
   * Has the record's documents verified: in the transaction that submits the details or corrects the registration, for a
   * record that it holds and has moved to SUBMITTED. Documents that have passed already are not asked about again.
   * The stage that was reached.
   */
  async request(tx: EntityManager, record: RecordRow, now: Date): Promise<Stage> {
    const fingerprint = await this.fingerprint(tx, record);
    const [known] = await run<CheckRow>(
      tx,
      'select request_id, fingerprint, status from identity_check where record_id = $1',
      [record.id],
    );
    const unchanged = known?.fingerprint.equals(fingerprint) ?? false;
    if (unchanged && known?.status === 'PASSED') return this.verified(tx, record, now, 'SYSTEM');
    if (!unchanged || known?.status !== 'PENDING') {
      await run(tx, REQUEST, [record.id, uuid(), fingerprint, now]);
    }
    return record.stage;
  }

  /** The queue's task: asks the gateway, and throws when it did not take it; the queue then tries again, later each time. */
  async ask(em: EntityManager, requestId: string, now: Date): Promise<void> {
    const [record] = await run<{ id: string; key_id: string; wrapped_key: Buffer }>(
      em,
      `select r.id, r.key_id, r.wrapped_key from identity_check c join collection_record r on r.id = c.record_id
       where c.request_id = $1 and c.status = 'PENDING' and r.withdrawn_at is null`,
      [requestId],
    );
    const questions = record && (await openDocuments(em, record.id, this.keys.keyOf(record)));
    // Answered, decided, asked anew or withdrawn meanwhile: nobody waits for it any more.
    if (!questions) return;
    await this.gateway.request({ requestId, ...questions });
    await run(em, 'update identity_check set asked_at = $2 where request_id = $1', [requestId, now]);
  }

  /**
   * The gateway's answer. Only the first one to the record's present request counts; one that is unknown, late, repeated
   * or about a withdrawn record changes nothing and leaves no trace.
   */
  async receive(em: EntityManager, { requestId, outcome }: VerificationAnswer, now: Date): Promise<void> {
    await em.transactional(async (tx) => {
      const [asked] = await run<{ number: string }>(
        tx,
        `select r.number from identity_check c join collection_record r on r.id = c.record_id where c.request_id = $1`,
        [requestId],
      );
      // The record first, as everywhere: who decides on it or withdraws it at this moment is waited for.
      const record = asked && (await lockRecord(tx, asked.number));
      if (!record) return;
      const [check] = await run<CheckRow>(
        tx,
        `select request_id, fingerprint, status from identity_check where record_id = $1 and request_id = $2 and status = 'PENDING'`,
        [record.id, requestId],
      );
      if (!check) return;
      const fingerprint = await this.fingerprint(tx, record);
      // It was asked about other documents than there are now: that is no answer.
      if (!check.fingerprint.equals(fingerprint))
        return void (await run(tx, REQUEST, [record.id, uuid(), fingerprint, now]));
      await run(tx, 'update identity_check set status = $2, checked_at = $3 where record_id = $1', [
        ...[record.id, outcome, now],
      ]);
      await audit(tx, {
        ...{ at: now, actor: 'SYSTEM', actorRole: 'SYSTEM', recordNumber: record.number },
        action: `IDENTITY_CHECK_${outcome}`,
      });
      if (outcome === 'PASSED') await this.verified(tx, record, now, 'SYSTEM');
      else await this.note(tx, record, 'IDENTITY_CHECK_FAILED', 'SYSTEM', now);
    });
  }

  /**
   * The queue's clockwork: asks again for answers that have not come, with the same request id, and marks what has waited
   * for too long. The district of each that has become overdue now.
   */
  async lookAfter(em: EntityManager, now: Date): Promise<string[]> {
    await run(em, ASK_AGAIN, [now, minutesBefore(now, ASK_AGAIN_MINUTES)]);
    const overdue = await run<{ district: string }>(
      em,
      `update identity_check c set overdue_at = $1 from collection_record r
       where r.id = c.record_id and c.status = 'PENDING' and c.overdue_at is null and c.requested_at <= $2
       returning r.district_code as district`,
      [now, minutesBefore(now, EXPECTED_WAIT_MINUTES)],
    );
    return overdue.map(({ district }) => district);
  }

  /** How many checks of each district are overdue at present: what its office is alerted by. */
  countOverdue(em: EntityManager): Promise<{ district: string; overdue: number }[]> {
    return run(
      em,
      `select d.code as district, count(late.district_code)::int as overdue from district d
         left join (
           select r.district_code from identity_check c join collection_record r on r.id = c.record_id
           where c.status = 'PENDING' and c.overdue_at is not null
         ) late on late.district_code = d.code
       group by d.code order by d.code`,
      [],
    );
  }

  /** Decides the check of each record: what a machine could not match, an officer has looked at. */
  async decide(
    em: EntityManager,
    actor: Actor,
    numbers: readonly string[],
    { dryRun, ...decision }: IdentityDecision & { dryRun: boolean },
  ): Promise<BatchOutcome> {
    const maySay = ({ viewer }: Actor, record: RecordRow) => decidesOn(viewer, record);
    return runBatch(em, actor, { numbers, dryRun, maySay }, (tx, record) =>
      this.decideOne(tx, actor, record, decision),
    );
  }

  private async decideOne(
    tx: EntityManager,
    { viewer, now }: Actor,
    record: RecordRow,
    decision: IdentityDecision,
  ): Promise<Refusal[]> {
    const check = await this.decided(tx, record);
    const { stage } = record;
    const refusals = checkIdentityDecision(decision, { stage, check: check?.status ?? null });
    if (refusals.length > 0) return refusals;
    const { status } = decision;
    const reason = decision.reason?.trim() || null;
    // The same once more, by a double click or by two officers at once: it is so already.
    if (check?.by !== null && check?.status === status && check.reason === reason) return [];
    await run(
      tx,
      `update identity_check set status = $2, checked_at = $3, decided_by = $4, reason_sealed = $5 where record_id = $1`,
      [
        ...[record.id, status, now, viewer.subject],
        reason && this.keys.keyOf(record).seal('identity_check.reason', reason),
      ],
    );
    await audit(tx, {
      ...{ at: now, actor: viewer.subject, actorRole: officeOf(viewer, record), recordNumber: record.number },
      action: `IDENTITY_CHECK_${status}`,
    });
    if (status === 'PASSED') await this.verified(tx, record, now, 'DISTRICT');
    else if (status === 'RETURNED') await this.giveBack(tx, record, now);
    else await this.note(tx, record, 'IDENTITY_CHECK_FAILED', 'DISTRICT', now);
    return [];
  }

  /** How the check stands now that the record is held: what came with the record may be of before the wait. */
  private async decided(
    tx: EntityManager,
    record: RecordRow,
  ): Promise<{ status: CheckStatus; by: string | null; reason: string | null } | null> {
    const [row] = await run<{ status: CheckStatus; decided_by: string | null; reason_sealed: Buffer | null }>(
      tx,
      'select status, decided_by, reason_sealed from identity_check where record_id = $1',
      [record.id],
    );
    if (!row) return null;
    const { status, decided_by: by, reason_sealed: sealed } = row;
    return { status, by, reason: sealed && this.keys.keyOf(record).open('identity_check.reason', sealed) };
  }

  /** The stage that follows once documents and hukou match; the same where the record has gone on meanwhile. */
  private async verified(
    tx: EntityManager,
    record: RecordRow,
    now: Date,
    actor: 'SYSTEM' | 'DISTRICT',
  ): Promise<Stage> {
    const { id: recordId, stage: from } = record;
    const move = { recordId, from, action: 'VERIFY_IDENTITY', actor, at: now } as const;
    if (await moveStage(tx, move))
      return this.reviews.settle(tx, { ...record, stage: 'IDENTITY_VERIFIED' }, now);
    await this.note(tx, record, 'IDENTITY_CHECK_PASSED', actor, now);
    const waits = from === 'IDENTITY_VERIFIED' || (from === 'RETURNED' && actor === 'DISTRICT');
    return waits ? this.reviews.settle(tx, record, now) : from;
  }

  private async giveBack(tx: EntityManager, record: RecordRow, at: Date): Promise<void> {
    const recordId = record.id;
    await takeStep(tx, record, 'RETURN', { actor: 'DISTRICT', at, note: 'IDENTITY_AND_HUKOU' });
    const event = `identity-returned:${recordId}:${at.getTime()}`;
    await this.messages.tell(tx, record, { event, text: TEXTS.identityReturned }, at);
  }

  private async note(
    tx: EntityManager,
    { id: recordId, stage }: RecordRow,
    kind: string,
    actor: 'SYSTEM' | 'DISTRICT',
    at: Date,
  ): Promise<void> {
    await noteEvent(tx, { recordId, stage, kind, actor, at });
  }

  /** All that is verified, as one keyed value: equal as long as nothing of it has changed. */
  private async fingerprint(tx: EntityManager, record: RecordRow): Promise<Buffer> {
    const questions = await openDocuments(tx, record.id, this.keys.keyOf(record));
    return this.keys.blindIndex('identity-check', JSON.stringify(questions));
  }
}
