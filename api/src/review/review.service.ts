import { officeFor } from '@enrolment/rulebook/access.js';
import { correctionDue } from '@enrolment/rulebook/details/returned.js';
import { checkDecider, checkTurn, givenItem, type ItemToGive } from '@enrolment/rulebook/joint-review.js';
import type { Refusal } from '@enrolment/rulebook/refusal.js';
import { STAGE_PLAN } from '@enrolment/rulebook/stage-plan.js';
import {
  appealDue,
  checkItemDecision,
  checkReason,
  stageConflict,
  type ItemDecision,
} from '@enrolment/rulebook/review.js';
import { allows } from '@enrolment/rulebook/stages.js';
import type { ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import type { Viewer } from '../platform/identity.js';
import type { KeyRing } from '../platform/keys.js';
import { decidesOn, reachOf, reachOfReviewers } from '../record/access.js';
import { byOffice, byReviewer, bySystem, type By, type Chronicle } from '../record/chronicle.js';
import type { CollectionRecord } from '../record/record.entity.js';
import { shownFrom } from '../record/visibility.js';
import type { Batches } from './batch.js';
import { BatchFacts } from './batch-facts.js';
import { Rejection } from './review.entity.js';
import { eventOf, type VerdictService } from './verdict.service.js';

/** 入学资格审核: what an officer decides about the items of a record, and what follows by itself. */
export class ReviewService {
  constructor(
    private readonly keys: KeyRing,
    private readonly chronicle: Chronicle,
    private readonly verdicts: VerdictService,
  ) {}

  /** Decides one item of each record; an identity check is decided by its own service. */
  readonly deciding: Batches['DECIDE_REVIEW_ITEM'] = (_em, actor, { kind, dueAt, ...decision }) => {
    const decided = { ...decision, dueAt: dueAt === null ? null : new Date(dueAt) };
    return {
      reach: reachOfReviewers(actor.viewer, this.keys),
      by: (record, facts) => asDecider(actor, record, kind, facts),
      act: (tx, record, facts, by) => this.decideOne(tx, actor, record, { kind, ...decided }, facts, by),
    };
  };

  readonly rejecting: Batches['REJECT_RECORDS'] = (_em, actor, { reason }) => ({
    reach: reachOf(actor.viewer, this.keys, 'DECIDE_ON_RECORD'),
    act: (tx, record, facts) => this.rejectOne(tx, actor, record, reason, facts),
  });

  /**
   * What follows by itself once something was decided, corrected, accepted or unfrozen: a return is lifted, and the last
   * passing item approves the record, in the same transaction. A frozen record waits for its approval.
   */
  async settle(
    tx: EntityManager,
    record: CollectionRecord,
    now: Date,
    facts = new BatchFacts(tx, [record], this.keys),
  ): Promise<void> {
    const items = (await facts.items(record)) ?? [];
    const identity = await facts.identity(record);
    if (identity?.status !== 'PASSED') return;
    if (record.stage === 'RETURNED' && !items.some(({ status }) => status === 'RETURNED')) {
      const by = { ...bySystem, actor: 'DISTRICT' } as const;
      await this.chronicle.write(tx, record, { by, at: now, step: 'LIFT_RETURN' });
    }
    // A record without review items has not been reviewed.
    const allPassed = items.length > 0 && items.every(({ status }) => status === 'PASSED');
    if (record.stage === 'IDENTITY_VERIFIED' && allPassed && !(await facts.freeze(record))) {
      const verdict = { event: eventOf('approved'), text: 'APPROVED' } as const;
      const told = await this.verdicts.tell(record, verdict, facts, now);
      const act = { by: bySystem, at: now, step: 'APPROVE', ...told } as const;
      await this.chronicle.write(tx, record, act, await facts.people(record));
      // Whoever has it in hand, or was given it, has nothing more to decide.
      const claim = await facts.claim(record);
      if (claim) tx.remove(claim);
    }
  }

  private async rejectOne(
    tx: EntityManager,
    { now: at, viewer }: Actor,
    record: CollectionRecord,
    reason: string,
    facts: BatchFacts,
  ): Promise<Refusal[]> {
    if (!allows('REJECT', record.stage)) return [stageConflict(record.stage)];
    const refusals = checkReason(reason, 'reason', { required: true });
    if (refusals.length > 0) return refusals;
    const rejection = (await facts.rejection(record)) ?? new Rejection(record);
    const by = { officer: viewer.subject, at, key: record.keyFrom(this.keys) };
    rejection.reject(reason, by, appealDue(shownFrom(record, at), await facts.isWorkingDay()));
    tx.persist(rejection);
    const verdict = { event: eventOf('rejected'), text: 'REJECTED' } as const;
    const act = {
      by: byOffice(viewer, record),
      at,
      step: 'REJECT',
      audit: { action: 'RECORD_REJECTED' },
      ...(await this.verdicts.tell(record, verdict, facts, at)),
    } as const;
    await this.chronicle.write(tx, record, act, await facts.people(record));
    return [];
  }

  private async decideOne(
    tx: EntityManager,
    { now: at, viewer }: Actor,
    record: CollectionRecord,
    { kind, ...decision }: ItemDecision & { readonly kind: ReviewItemKind },
    facts: BatchFacts,
    by: By,
  ): Promise<Refusal[]> {
    const items = (await facts.items(record)) ?? [];
    const { decider } = givenItem(await facts.deciders(record), inPart(items, kind), record);
    const others = by.actor === 'DISTRICT' ? checkDecider(decider, viewer.roles, record.district) : [];
    if (others.length > 0) return others;
    const early = await turnOf(viewer, record, kind, facts);
    if (early.length > 0) return early;
    const item = items.find((one) => one.kind === kind);
    const refusals = checkItemDecision(decision, { stage: record.stage, exists: item !== undefined }, at);
    if (!item || refusals.length > 0) return refusals;
    const { status } = decision;
    const dueAt =
      status === 'RETURNED'
        ? correctionDue(decision.dueAt, (await facts.calendar(record)).windows.CORRECTION, at)
        : null;
    const officer = { officer: viewer.subject, at, key: record.keyFrom(this.keys) };
    item.decide({ ...decision, dueAt }, officer);
    const act = {
      by,
      at,
      note: kind,
      audit: { action: `ITEM_${status}`, subject: kind },
    } as const;
    if (status === 'RETURNED' && record.stage === 'IDENTITY_VERIFIED') {
      const verdict = { event: eventOf('returned'), text: 'RETURNED' } as const;
      const told = await this.verdicts.tell(record, verdict, facts, at);
      const people = await facts.people(record);
      await this.chronicle.write(tx, record, { ...act, step: 'RETURN', ...told }, people);
      return [];
    }
    await this.chronicle.write(tx, record, { ...act, event: `ITEM_${status}` });
    await this.settle(tx, record, at, facts);
    return [];
  }
}

/** What a record has no item of is of no part. */
const inPart = (items: readonly ItemToGive[], kind: ReviewItemKind): ItemToGive =>
  items.find((one) => one.kind === kind) ?? { kind, part: 'WHOLE' };

/**
 * In the office to which the item was given, or else in the district's; null for whoever has neither. A reviewer decides what
 * she can read: a record without the item, one that is disputed, one that waits for no review and one that waits for the
 * subdistrict first are to her like none.
 */
async function asDecider(
  { viewer }: Actor,
  record: CollectionRecord,
  kind: ReviewItemKind,
  facts: BatchFacts,
): Promise<By | null> {
  const items = (await facts.items(record)) ?? [];
  const item = givenItem(await facts.deciders(record), inPart(items, kind), record);
  const given = officeFor('DECIDE_GIVEN_ITEMS', viewer.roles, { district: record.district, item });
  if (given && (await isToDecide(viewer, record, kind, facts))) return byReviewer(viewer, given);
  return decidesOn(viewer, record) ? byOffice(viewer, record) : null;
}

/** Whether it is too early for an item, because the subdistrict is first. */
async function turnOf(
  viewer: Viewer,
  record: CollectionRecord,
  kind: ReviewItemKind,
  facts: BatchFacts,
): Promise<Refusal[]> {
  const deciders = await facts.deciders(record);
  // Where the subdistricts have nothing to decide, nobody waits for them.
  if (![...deciders.values()].includes('SUBDISTRICT')) return [];
  const [order, items] = [await facts.order(record), (await facts.items(record)) ?? []];
  return checkTurn(
    { order, deciders, home: record, items },
    inPart(items, kind),
    viewer.roles,
    record.district,
  );
}

async function isToDecide(
  viewer: Viewer,
  record: CollectionRecord,
  kind: ReviewItemKind,
  facts: BatchFacts,
): Promise<boolean> {
  if (STAGE_PLAN[record.stage].items !== 'OPEN' || (await facts.freeze(record))) return false;
  if (!((await facts.items(record)) ?? []).some((item) => item.kind === kind)) return false;
  return (await turnOf(viewer, record, kind, facts)).length === 0;
}
