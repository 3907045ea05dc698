import {
  ASK_AGAIN_MINUTES,
  checkIdentityDecision,
  EXPECTED_WAIT_MINUTES,
  minutesBefore,
  type CheckDifference,
  type IdentityDecision,
} from '@enrolment/rulebook/identity-check.js';
import type { Refusal } from '@enrolment/rulebook/refusal.js';
import { allows } from '@enrolment/rulebook/stages.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import type { KeyRing } from '../platform/keys.js';
import { reachOf } from '../record/access.js';
import { byOffice, bySystem, type Act, type By, type Chronicle } from '../record/chronicle.js';
import { hold } from '../record/hold.js';
import { CollectionRecord } from '../record/record.entity.js';
import type { Batches } from '../review/batch.js';
import type { BatchFacts } from '../review/batch-facts.js';
import type { ReviewService } from '../review/review.service.js';
import { eventOf, type VerdictService } from '../review/verdict.service.js';
import { fingerprintOf, openDocuments } from './documents.js';
import { IdentityCheck } from './identity-check.entity.js';
import { askAgain, markAsked, markOverdue, requestCheck } from './identity-check.statements.js';
import type { VerificationGateway } from './verification-gateway.js';
import { noteFailed, noteTaken } from '../service-health/pulse.statements.js';

export interface VerificationAnswer {
  readonly requestId: string;
  readonly outcome: 'PASSED' | 'FAILED';
  /** What a failed check has found otherwise, where the gateway says so. */
  readonly differences: readonly CheckDifference[];
}

/** 身份证及户籍信息核验: asks the gateway when details are submitted, takes its answer, and lets officers decide. */
export class IdentityCheckService {
  constructor(
    private readonly keys: KeyRing,
    private readonly gateway: VerificationGateway,
    private readonly reviews: ReviewService,
    private readonly chronicle: Chronicle,
    private readonly verdicts: VerdictService,
  ) {}

  /**
   * Has the record's documents verified: in the transaction that submits the details or corrects the registration, for a
   * record that it holds and has moved to SUBMITTED. Documents that have passed already are not asked about again.
   */
  async request(tx: EntityManager, record: CollectionRecord, now: Date): Promise<void> {
    const fingerprint = await this.fingerprint(tx, record);
    const known = await tx.findOne(IdentityCheck, { record }, { refresh: true });
    const unchanged = known?.fingerprint.equals(fingerprint) ?? false;
    if (unchanged && known?.status === 'PASSED') return this.verified(tx, record, bySystem, now);
    if (!unchanged || known?.status !== 'PENDING') await requestCheck(tx, record.id, fingerprint, now);
  }

  /** The queue's task: asks the gateway, and throws when it did not take it; the queue then tries again, later each time. */
  async ask(em: EntityManager, requestId: string, now: Date): Promise<void> {
    const record = await em.findOne(CollectionRecord, {
      identityCheck: { requestId, status: 'PENDING' },
      withdrawnAt: null,
    });
    // It was answered, decided, replaced or withdrawn meanwhile, and nobody waits for it any more.
    if (!record) return;
    const questions = await openDocuments(em, record, record.keyFrom(this.keys));
    try {
      await this.gateway.request({ requestId, ...questions });
    } catch (error) {
      await noteFailed(em, 'verification_gateway', now);
      throw error;
    }
    await markAsked(em, requestId, now);
    await noteTaken(em, 'verification_gateway', now);
  }

  /**
   * The gateway's answer. Only the first one to the record's present request counts; one that is unknown, late, repeated
   * or about a withdrawn record changes nothing and leaves no trace.
   */
  async receive(
    em: EntityManager,
    { requestId, outcome, differences }: VerificationAnswer,
    now: Date,
  ): Promise<void> {
    const counts = await em.transactional(async (tx) => {
      const asked = await tx.findOne(CollectionRecord, { identityCheck: { requestId } });
      // The record is locked first, as everywhere, so this waits for a decision or withdrawal under way.
      const record = asked && (await hold(tx, asked.number));
      if (!record) return false;
      const check = await tx.findOne(IdentityCheck, { record }, { refresh: true });
      if (check?.requestId !== requestId || check.status !== 'PENDING') return false;
      const fingerprint = await this.fingerprint(tx, record);
      // The request was about other documents than the present ones, so this is no answer.
      if (!check.fingerprint.equals(fingerprint)) {
        await requestCheck(tx, record.id, fingerprint, now);
        return false;
      }
      check.answer(outcome, now, differences);
      const act = { by: bySystem, at: now, audit: { action: `IDENTITY_CHECK_${outcome}` } } as const;
      if (outcome === 'PASSED') await this.verified(tx, record, bySystem, now, act.audit);
      else await this.chronicle.write(tx, record, { ...act, event: 'IDENTITY_CHECK_FAILED' });
      return true;
    });
    if (counts) await noteTaken(em, 'verification_answer', now);
  }

  /**
   * The queue's clockwork: asks again for answers that have not come, with the same request id, and marks what has waited
   * for too long. The district of each that has become overdue now.
   */
  async retryUnanswered(em: EntityManager, now: Date): Promise<string[]> {
    await askAgain(em, now, minutesBefore(now, ASK_AGAIN_MINUTES));
    return markOverdue(em, now, minutesBefore(now, EXPECTED_WAIT_MINUTES));
  }

  /** Decides the check of each record: an officer has looked at what the machine could not match. */
  readonly deciding: Batches['DECIDE_IDENTITY_CHECK'] = (_em, actor, decision) => ({
    reach: reachOf(actor.viewer, this.keys, 'DECIDE_ON_RECORD'),
    act: (tx, record, facts) => this.decideOne(tx, actor, record, decision, facts),
  });

  private async decideOne(
    tx: EntityManager,
    { viewer, now: at }: Actor,
    record: CollectionRecord,
    decision: IdentityDecision,
    facts: BatchFacts,
  ): Promise<Refusal[]> {
    // It is read again under the lock, because it may have changed during the wait.
    const check = await facts.identity(record);
    const refusals = checkIdentityDecision(decision, { stage: record.stage, check: check?.status ?? null });
    if (!check || refusals.length > 0) return refusals;
    const { status } = decision;
    const reason = decision.reason?.trim() || null;
    const key = record.keyFrom(this.keys);
    // A double click or a second officer has decided the same, and nothing changes.
    const before = check.reason?.open(key) ?? null;
    if (check.decidedBy != null && check.status === status && before === reason) return [];
    check.decide(status, reason, { officer: viewer.subject, at, key });
    const by = byOffice(viewer, record);
    const audit = { action: `IDENTITY_CHECK_${status}` } as const;
    if (status === 'PASSED') await this.verified(tx, record, by, at, audit, facts);
    else if (status === 'RETURNED') await this.giveBack(tx, record, by, at, audit, facts);
    else await this.chronicle.write(tx, record, { by, at, audit, event: 'IDENTITY_CHECK_FAILED' });
    return [];
  }

  /** Moves the record on once documents and hukou match; a record that is further already keeps its stage. */
  private async verified(
    tx: EntityManager,
    record: CollectionRecord,
    by: By,
    at: Date,
    audit?: NonNullable<Act['audit']>,
    facts?: BatchFacts,
  ): Promise<void> {
    const { stage: from } = record;
    const act = { by, at, ...(audit ? { audit } : {}) };
    if (allows('VERIFY_IDENTITY', from)) {
      await this.chronicle.write(tx, record, { ...act, step: 'VERIFY_IDENTITY' });
      return this.reviews.settle(tx, record, at, facts);
    }
    await this.chronicle.write(tx, record, { ...act, event: 'IDENTITY_CHECK_PASSED' });
    const waits = from === 'IDENTITY_VERIFIED' || (from === 'RETURNED' && by.actor === 'DISTRICT');
    if (waits) await this.reviews.settle(tx, record, at, facts);
  }

  private async giveBack(
    tx: EntityManager,
    record: CollectionRecord,
    by: By,
    at: Date,
    audit: NonNullable<Act['audit']>,
    facts: BatchFacts,
  ): Promise<void> {
    const verdict = { event: eventOf('identity-returned'), text: 'IDENTITY_RETURNED' } as const;
    const told = await this.verdicts.tell(record, verdict, facts, at, at);
    const act = { by, at, audit, note: 'IDENTITY_AND_HUKOU', ...told };
    await this.chronicle.write(tx, record, { ...act, step: 'RETURN' }, await facts.people(record));
  }

  private async fingerprint(tx: EntityManager, record: CollectionRecord): Promise<Buffer> {
    return fingerprintOf(this.keys, await openDocuments(tx, record, record.keyFrom(this.keys)));
  }
}
