import { checkClaim, isGiven, staysInHand } from '@enrolment/rulebook/claim.js';
import { Refused, type Refusal } from '@enrolment/rulebook/refusal.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { forbidden } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { mayTakeOver, reachOf } from '../record/access.js';
import { byOffice, type Chronicle } from '../record/chronicle.js';
import { holdWithin } from '../record/hold.js';
import type { CollectionRecord } from '../record/record.entity.js';
import type { Batches } from '../review/batch.js';
import { BatchFacts } from '../review/batch-facts.js';
import { endWait } from '../review/verdict.service.js';
import { RecordClaim } from './claim.entity.js';

/** 认领 and 放回: officers leave alone what a colleague has in hand. Claims are read and written under the record's lock. */
export class ClaimService {
  constructor(
    private readonly keys: KeyRing,
    private readonly chronicle: Chronicle,
  ) {}

  async claim(
    em: EntityManager,
    actor: Actor,
    { number, takeOver }: { number: string; takeOver: boolean },
  ): Promise<CollectionRecord | Refused> {
    const { viewer } = actor;
    return em.transactional(async (tx) => {
      const record = await this.held(tx, actor, number);
      if (takeOver && !mayTakeOver(viewer, record)) throw forbidden();
      const claim = await tx.findOne(RecordClaim, { record });
      const refusals = await this.take(tx, actor, record, claim, takeOver);
      return refusals.length > 0 ? new Refused(refusals) : record;
    });
  }

  readonly claiming: Batches['CLAIM_RECORDS'] = (_em, actor) => ({
    reach: reachOf(actor.viewer, this.keys, 'CLAIM_RECORD'),
    hands: true,
    act: async (tx, record, facts) => this.take(tx, actor, record, await facts.claim(record), false),
  });

  readonly takingOver: Batches['TAKE_OVER_RECORDS'] = (_em, actor) => ({
    reach: reachOf(actor.viewer, this.keys, 'TAKE_OVER_RECORD'),
    hands: true,
    act: async (tx, record, facts) => this.take(tx, actor, record, await facts.claim(record), true),
  });

  readonly releasing: Batches['RELEASE_RECORDS'] = (_em, actor) => ({
    reach: reachOf(actor.viewer, this.keys, 'CLAIM_RECORD'),
    hands: true,
    act: async (tx, record, facts) => this.giveBack(tx, actor, record, facts),
  });

  /**
   * What a colleague gave goes back to her while she may decide on it; anything else is everybody's again. Giving back a record
   * that nobody has in hand changes nothing and succeeds.
   */
  async release(em: EntityManager, actor: Actor, number: string): Promise<CollectionRecord | Refused> {
    return em.transactional(async (tx) => {
      const record = await this.held(tx, actor, number);
      const refusals = await this.giveBack(tx, actor, record, new BatchFacts(tx, [record], this.keys));
      return refusals.length > 0 ? new Refused(refusals) : record;
    });
  }

  /** What is in hand already is touched. */
  private async take(
    tx: EntityManager,
    actor: Actor,
    record: CollectionRecord,
    claim: RecordClaim | null | undefined,
    takeOver: boolean,
  ): Promise<Refusal[]> {
    const { viewer, now } = actor;
    if (claim?.isOf(viewer, now)) {
      claim.touch(now);
      return [];
    }
    const refusals = refusedByClaim(claim, actor);
    if (refusals.length > 0 && !takeOver) return refusals;
    if (claim) claim.pass(viewer, now);
    else tx.persist(new RecordClaim(record, viewer, now));
    const action = refusals.length > 0 ? 'CLAIM_TAKEN_OVER' : 'RECORD_CLAIMED';
    await this.chronicle.write(tx, record, { by: byOffice(viewer, record), at: now, audit: { action } });
    return [];
  }

  private async giveBack(
    tx: EntityManager,
    actor: Actor,
    record: CollectionRecord,
    facts: BatchFacts,
  ): Promise<Refusal[]> {
    const { viewer, now } = actor;
    const claim = await facts.claim(record);
    const refusals = refusedByClaim(claim, actor);
    if (refusals.length > 0) return refusals;
    await endWait(tx, record, await facts.untold(record), viewer.subject, now);
    if (!claim) return [];
    const own = claim.isOf(viewer, now);
    const giver = own && isGiven(claim, now) ? await facts.giver(record, now) : undefined;
    if (own) {
      const audit = { action: 'RECORD_RELEASED', ...(giver && { detail: { account: giver } }) } as const;
      await this.chronicle.write(tx, record, { by: byOffice(viewer, record), at: now, audit });
    }
    if (giver) claim.goBackTo(giver, now);
    else tx.remove(claim);
    return [];
  }

  private async held(tx: EntityManager, { viewer }: Actor, number: string): Promise<CollectionRecord> {
    const record = await holdWithin(tx, reachOf(viewer, this.keys, 'CLAIM_RECORD'), number);
    if (!record) throw forbidden();
    return record;
  }
}

/** Refuses a decision while a colleague has the record in hand. */
export const refusedByClaim = (claim: RecordClaim | null | undefined, { viewer, now }: Actor): Refusal[] =>
  checkClaim(claim ?? null, viewer.subject, now);

/** Keeps the claim after a decision until there is nothing left to decide. */
export function goOn(
  tx: EntityManager,
  record: CollectionRecord,
  claim: RecordClaim | null | undefined,
  { viewer, now }: Actor,
): void {
  if (!claim) return;
  if (!staysInHand(record.stage)) tx.remove(claim);
  else if (claim.isOf(viewer, now)) claim.touch(now);
}
