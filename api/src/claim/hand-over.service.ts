import { officeFor } from '@enrolment/rulebook/access.js';
import { checkHandOver, givenUntil } from '@enrolment/rulebook/claim.js';
import { grantState } from '@enrolment/rulebook/staff-grant.js';
import type { Refusal } from '@enrolment/rulebook/refusal.js';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { forbidden } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { isUuid } from '../platform/uuid.js';
import { mayTakeOver, reachOf } from '../record/access.js';
import type { By, Chronicle } from '../record/chronicle.js';
import type { CollectionRecord } from '../record/record.entity.js';
import type { Batch } from '../review/batch.js';
import type { BatchFacts } from '../review/batch-facts.js';
import { endWait } from '../review/verdict.service.js';
import { StaffGrant } from '../staff-grant/staff-grant.entity.js';
import { RecordClaim } from './claim.entity.js';
import { findDeciders, type Decider } from './hand-over.statements.js';

export interface HandOver {
  /** Id of the colleague's grant. */
  readonly colleague: string;
  readonly note: string | null;
}

/** 转交: an officer gives records to a colleague of the district, who has them until she decides or gives them back. */
export class HandOverService {
  constructor(
    private readonly keys: KeyRing,
    private readonly chronicle: Chronicle,
  ) {}

  /** Whom the viewer can give records of a district. */
  async colleagues(em: EntityManager, { viewer, now }: Actor, district: string): Promise<Decider[]> {
    if (!officeFor('HAND_OVER_RECORDS', viewer.roles, { district })) throw forbidden();
    const deciders = await findDeciders(em, district, now);
    return deciders.filter(({ subject }) => subject !== viewer.subject);
  }

  giving(actor: Actor, { colleague, note }: HandOver): Batch {
    // Locked with the record, so that a role that is taken meanwhile takes the record with it.
    const grants = new WeakMap<EntityManager, Promise<StaffGrant | null>>();
    const grantIn = (tx: EntityManager): Promise<StaffGrant | null> => {
      const known = grants.get(tx);
      if (known) return known;
      const lock = { lockMode: LockMode.PESSIMISTIC_READ };
      const read = isUuid(colleague)
        ? tx.findOne(StaffGrant, { id: colleague }, lock)
        : Promise.resolve(null);
      grants.set(tx, read);
      return read;
    };
    return {
      reach: reachOf(actor.viewer, this.keys, 'HAND_OVER_RECORDS'),
      hands: true,
      act: async (tx, record, facts, by) =>
        this.give(tx, actor, record, { grant: await grantIn(tx), note }, facts, by),
    };
  }

  private async give(
    tx: EntityManager,
    { viewer, now: at }: Actor,
    record: CollectionRecord,
    { grant, note }: { grant: StaffGrant | null; note: string | null },
    facts: BatchFacts,
    by: By,
  ): Promise<Refusal[]> {
    const claim = (await facts.claim(record)) ?? null;
    const asked = {
      stage: record.stage,
      claim,
      giver: viewer.subject,
      administers: mayTakeOver(viewer, record),
      colleague: grant && { account: grant.subject, decides: decidesNow(grant, record, at) },
      note,
    };
    const refusals = checkHandOver(asked, at);
    if (!grant || refusals.length > 0) return refusals;
    const held = claim ?? new RecordClaim(record, grant, at);
    const until = givenUntil(grant.endsAt ?? null, at);
    held.give(grant, { giver: viewer, note, until }, { at, key: record.keyFrom(this.keys) });
    tx.persist(held);
    await endWait(tx, record, await facts.untold(record), viewer.subject, at);
    const audit = { action: 'RECORD_HANDED_OVER', detail: { account: grant.subject } } as const;
    await this.chronicle.write(tx, record, { by, at, audit });
    return [];
  }
}

/** Whether whoever holds the grant decides on this record at this moment; nobody does on one that she registered. */
function decidesNow(grant: StaffGrant, { district, registeredBy }: CollectionRecord, now: Date): boolean {
  if (grantState(grant, now) !== 'HOLDS' || registeredBy === grant.subject) return false;
  const office = { role: grant.role, district: grant.district ?? null, school: null };
  return officeFor('DECIDE_ON_RECORD', [office], { district }) !== null;
}
