import type { EntityManager } from '@mikro-orm/postgresql';
import type { AuthorizationService } from '../authorization/authorization.service.js';
import type { Actor } from '../context.js';
import type { IdentityCheckService } from '../identity-check/identity-check.service.js';
import type { AuditAction } from '../platform/audit/actions.js';
import { audit } from '../platform/audit/audit.js';
import type { DataKey, KeyRing } from '../platform/keys.js';
import { run } from '../platform/sql.js';
import { documentIndex, guardianActor, guardianOf, phoneIndex } from '../record/access.js';
import { takeStep } from '../record/move-stage.js';
import type { RecordRow, RecordService } from '../record/record.service.js';
import { familyStage } from '../record/visibility.js';
import { Refused } from '../refusal.type.js';
import type { ReviewService } from '../review/review.service.js';
import { checkDetails, checkDraft } from '../rulebook/details/check.js';
import { checkOnlyReturnedChanged } from '../rulebook/details/returned.js';
import { secondGuardianOf, type SecondGuardian } from '../rulebook/details/second-guardian.js';
import { settleDetails } from '../rulebook/details/settle.js';
import { checkEditing } from '../rulebook/details/window.js';
import {
  NO_DETAILS,
  normaliseDetails,
  type Details,
  type DetailsTyped,
} from '../rulebook/details/details.js';
import { refuse, type Refusal } from '../rulebook/refusal.js';
import { DETAIL_BLOCKS, RELATIONS, type DetailBlock } from '../vocabulary.js';
import { sealDetails, sealSubmitted } from './details.content.js';
import { gatherDetailsFacts, type GatheredFacts } from './details.facts.js';
import { WRITE } from './details.statements.js';

export interface TypedIn extends DetailsTyped {
  /** The record's version that the editor read. */
  readonly version: number;
}

export interface DetailsEditing {
  readonly open: readonly DetailBlock[];
  readonly refusals: readonly Refusal[];
}

/** 信息采集: a draft is kept, then submitted, by who registered the child or is authorised. */
export class DetailsService {
  constructor(
    private readonly keys: KeyRing,
    private readonly records: RecordService,
    private readonly reviews: ReviewService,
    private readonly authorization: AuthorizationService,
    private readonly identityChecks: IdentityCheckService,
  ) {}

  /** 暂存信息: keeps what was typed. */
  async save(
    em: EntityManager,
    actor: Actor,
    number: string,
    { version, ...input }: TypedIn,
  ): Promise<RecordRow | Refused> {
    return em.transactional(async (tx) => {
      const record = await this.records.handle(tx, actor, number);
      const known = await gatherDetailsFacts(tx, record, this.keys.keyOf(record), actor.now);
      const details = normaliseDetails(input);
      const refusals = [
        ...this.checkTurn(record, known, version, actor.now),
        ...checkDraft(details, known.facts),
        ...this.checkReturned(record, known, details, actor.now),
      ];
      if (refusals.length > 0) return new Refused(refusals);
      const saved = await this.write(tx, actor, record, known, details, false);
      await this.audit(tx, actor, record, 'DETAILS_SAVED');
      if (record.stage !== 'REGISTERED') return saved;
      return this.step(tx, actor, saved, 'SAVE_DETAILS');
    });
  }

  /** 提交信息: the details go to the district, or every rule that they break is told. */
  async submit(
    em: EntityManager,
    actor: Actor,
    number: string,
    { version, ...input }: TypedIn,
  ): Promise<RecordRow | Refused> {
    return em.transactional(async (tx) => {
      const record = await this.records.handle(tx, actor, number);
      const known = await gatherDetailsFacts(tx, record, this.keys.keyOf(record), actor.now);
      const details = settleDetails(normaliseDetails(input));
      const refusals = [
        ...this.checkTurn(record, known, version, actor.now),
        ...checkDetails(details, known.facts, actor.now),
        ...this.checkReturned(record, known, details, actor.now),
      ];
      if (refusals.length > 0) return new Refused(refusals);
      const saved = await this.write(tx, actor, record, known, details, true);
      await this.audit(tx, actor, record, 'DETAILS_SUBMITTED');
      const submitted = await this.step(tx, actor, saved, 'SUBMIT_DETAILS');
      await this.reviews.layItems(tx, submitted);
      await this.reviews.sendBack(tx, submitted.id);
      const stage = await this.identityChecks.request(tx, submitted, actor.now);
      return { ...submitted, stage };
    });
  }

  /** What of the form can be changed now, and why what was typed last could not be submitted; null when nothing can. */
  async editing(em: EntityManager, record: RecordRow, now: Date): Promise<DetailsEditing | null> {
    const key = this.keys.keyOf(record);
    const known = await gatherDetailsFacts(em, record, key, now);
    const stage = familyStage(record, now);
    if (checkEditing({ ...known.editing, stage }, now).length > 0) return null;
    const open = stage === 'RETURNED' ? known.openBlocks : new Set(DETAIL_BLOCKS);
    const details = settleDetails(known.saved ?? NO_DETAILS);
    const refusals = [
      ...checkDetails(details, known.facts, now),
      ...this.checkReturned(record, known, details, now),
    ];
    return { open: DETAIL_BLOCKS.filter((block) => open.has(block)), refusals };
  }

  /** Whether the details can be changed now, and whether nobody has changed them since they were read. */
  private checkTurn(record: RecordRow, known: GatheredFacts, version: number, now: Date): Refusal[] {
    const locked = checkEditing({ ...known.editing, stage: familyStage(record, now) }, now);
    return [...locked, ...(version === record.version ? [] : [refuse('staleVersion', { field: 'version' })])];
  }

  private checkReturned(
    record: RecordRow,
    { submitted, openBlocks }: GatheredFacts,
    details: Details,
    now: Date,
  ): Refusal[] {
    if (familyStage(record, now) !== 'RETURNED' || !submitted) return [];
    return checkOnlyReturnedChanged(submitted.details, details, openBlocks);
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    record: RecordRow,
    known: GatheredFacts,
    details: Details,
    submitting: boolean,
  ): Promise<RecordRow> {
    const key = this.keys.keyOf(record);
    const { child, firstGuardian } = known.facts;
    const second = secondGuardianOf(details, [child.documentNumber, firstGuardian.documentNumber]);
    // While somebody is still typing, whoever was named last stays; a draft is saved in the middle of a number, too.
    const unfinished = second === null && details.secondGuardian !== null;
    if (!unfinished && this.isAnother(known, second))
      await this.authorization.endGrantIfChanged(tx, actor, record, second);
    const version = record.version + 1;
    const [written] = await run(tx, WRITE, [
      ...[record.id, record.version, actor.now, sealDetails(key, details)],
      ...[submitting ? sealSubmitted(key, { version, details }) : null, guardianOf(record)],
      RELATIONS.find((relation) => relation === details.firstGuardianRelation) ?? null,
      ...this.secondGuardianValues(key, second, unfinished),
    ]);
    if (!written) throw new Error('the version changed under its own lock');
    const submittedAt = submitting ? actor.now.toISOString() : record.submitted_at;
    return { ...record, version, submitted_at: submittedAt };
  }

  /** A grant names a document and a phone: it can only end when one of them changes. */
  private isAnother({ secondGuardian }: GatheredFacts, next: SecondGuardian | null): boolean {
    if (!secondGuardian) return false;
    return !(
      next?.documentType === secondGuardian.documentType &&
      documentIndex(this.keys, next.documentNumber).equals(secondGuardian.documentIndex) &&
      phoneIndex(this.keys, next.phone).equals(secondGuardian.phoneIndex)
    );
  }

  private secondGuardianValues(key: DataKey, second: SecondGuardian | null, unfinished: boolean): unknown[] {
    if (!second) return [unfinished ? null : false, ...Array.from({ length: 7 }, () => null)];
    const place = (column: string) => `guardian.SECOND.${column}`;
    return [
      ...[true, key.seal(place('name'), second.name), second.documentType],
      ...[
        key.seal(place('document'), second.documentNumber),
        documentIndex(this.keys, second.documentNumber),
      ],
      ...[key.seal(place('phone'), second.phone), phoneIndex(this.keys, second.phone), second.relation],
    ];
  }

  private async step(
    tx: EntityManager,
    { now: at }: Actor,
    record: RecordRow,
    action: 'SAVE_DETAILS' | 'SUBMIT_DETAILS',
  ): Promise<RecordRow> {
    return { ...record, stage: await takeStep(tx, record, action, { actor: guardianActor(record), at }) };
  }

  private async audit(
    tx: EntityManager,
    { now }: Actor,
    record: RecordRow,
    action: AuditAction,
  ): Promise<void> {
    await audit(tx, {
      ...{ at: now, actor: guardianActor(record), actorRole: 'GUARDIAN' },
      ...{ action, recordNumber: record.number },
    });
  }
}
