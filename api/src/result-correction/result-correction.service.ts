import { checkFrozen } from '@enrolment/rulebook/likeness.js';
import { refuse, Refused, type Refusal } from '@enrolment/rulebook/refusal.js';
import { checkResultCorrection, type GivenResult } from '@enrolment/rulebook/result-correction.js';
import { checkTakes } from '@enrolment/rulebook/school.js';
import { normaliseText } from '@enrolment/rulebook/text.js';
import type { AdmissionOutcome } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { Admission } from '../admission/admission.entity.js';
import { stepTo } from '../admission/step.js';
import { RecordClaim } from '../claim/claim.entity.js';
import { refusedByClaim } from '../claim/claim.service.js';
import { RecordFreeze } from '../likeness/record-freeze.entity.js';
import { ID } from '../paging.js';
import { forbidden } from '../platform/errors.js';
import type { DataKey, KeyRing } from '../platform/keys.js';
import { publishesIn, reachOf } from '../record/access.js';
import { byOffice, type Chronicle } from '../record/chronicle.js';
import { holdWithin } from '../record/hold.js';
import { peopleOf } from '../record/people.js';
import type { CollectionRecord } from '../record/record.entity.js';
import { School } from '../school/school.entity.js';
import { findPlan } from '../school/school.service.js';
import { ResultCorrection } from './result-correction.entity.js';
import { selectWaiting, type WaitingCorrection } from './result-correction.statements.js';

interface Asked {
  readonly number: string;
  readonly outcome: AdmissionOutcome;
  readonly note: string | null;
  /** Null where it stays as it is. */
  readonly school: string | null;
  readonly reason: string;
}

/** 更正入学结果: what was published stays as an earlier version, and the family is told of the new one. */
export class ResultCorrectionService {
  constructor(
    private readonly keys: KeyRing,
    private readonly chronicle: Chronicle,
  ) {}

  /** By the first of two administrators: nothing changes yet. */
  async propose(em: EntityManager, actor: Actor, asked: Asked): Promise<CollectionRecord | Refused> {
    const { viewer, now: at } = actor;
    const { outcome, school, reason } = asked;
    const after = { outcome, note: normaliseText(asked.note ?? '') || null, school };
    return em.transactional(async (tx) => {
      const record = await this.held(tx, actor, asked.number);
      const key = record.keyFrom(this.keys);
      const admission = await tx.findOne(Admission, { record });
      const before = resultOf(admission, key);
      const { child, guardians } = await peopleOf(tx, record.id, key);
      const names = [child.name, ...guardians.map(({ name }) => name)];
      const facts = { before, open: (await openOf(tx, record)) !== null };
      const refusals = [
        ...refusedByClaim(await tx.findOne(RecordClaim, { record }), actor),
        ...(await refusedByFreeze(tx, record)),
        ...checkResultCorrection({ ...after, reason }, names, facts),
        ...(await refusedBySchool(tx, record, { from: before?.school, to: school })),
      ];
      if (refusals.length > 0) return new Refused(refusals);
      const version = (admission!.version ?? 1) + 1;
      const made = new ResultCorrection(record, { before: before!, after, version }, reason, {
        viewer,
        at,
        key,
      });
      tx.persist(made);
      record.touch(at);
      await this.chronicle.write(tx, record, {
        by: byOffice(viewer, record),
        at,
        audit: {
          action: 'RESULT_CORRECTION_PROPOSED',
          detail: detailOf(made, reason.trim()),
        },
      });
      return record;
    });
  }

  /** By another administrator: from here on everybody reads the new version. */
  confirm(em: EntityManager, actor: Actor, number: string): Promise<CollectionRecord | Refused> {
    const { viewer, now: at } = actor;
    return this.settle(em, actor, number, async (tx, record, correction) => {
      if (correction.by === viewer.subject) return new Refused([refuse('secondAdministrator')]);
      const frozen = await refusedByFreeze(tx, record);
      if (frozen.length > 0) return new Refused(frozen);
      const key = record.keyFrom(this.keys);
      const admission = await tx.findOneOrFail(Admission, { record });
      const { outcome, version, note, school } = correction;
      const move = { from: admission.school.code, to: school?.code ?? null };
      const closed = await refusedBySchool(tx, record, move);
      if (closed.length > 0) return new Refused(closed);
      correction.confirm(viewer, at);
      admission.correct(
        { outcome, note: note?.open(key) ?? null, school: school ?? null, version },
        { at, key },
      );
      const by = byOffice(viewer, record);
      const step = stepTo(outcome, record.stage);
      if (step) await this.chronicle.write(tx, record, { by, at, step });
      await this.chronicle.write(tx, record, {
        by,
        at,
        event: 'RESULT_CORRECTED',
        audit: {
          action: 'RESULT_CORRECTED',
          detail: detailOf(correction, correction.reason.open(key)),
        },
        tell: { event: `result-corrected:${correction.id}`, text: 'RESULT_CORRECTED' },
      });
      return record;
    });
  }

  /** By another administrator, or by whoever proposed it: the result stays as it is. */
  decline(em: EntityManager, actor: Actor, number: string): Promise<CollectionRecord | Refused> {
    const { viewer, now: at } = actor;
    return this.settle(em, actor, number, async (tx, record, correction) => {
      correction.decline(viewer, at);
      record.touch(at);
      const action = {
        action: 'RESULT_CORRECTION_DECLINED',
        detail: { version: correction.version },
      } as const;
      await this.chronicle.write(tx, record, { by: byOffice(viewer, record), at, audit: action });
      return record;
    });
  }

  /** Those of a district that wait for another administrator, the oldest first. */
  async waiting(
    em: EntityManager,
    { viewer }: Actor,
    { district, season }: { readonly district: string; readonly season: number },
  ): Promise<WaitingCorrection[]> {
    if (!publishesIn(viewer, district)) throw forbidden();
    const reach = reachOf(viewer, this.keys, 'CORRECT_RESULT');
    return selectWaiting(em, { district, season, reach });
  }

  /** What somebody does about a proposal, which is held: of two at once, one. */
  private async settle(
    em: EntityManager,
    actor: Actor,
    id: string,
    work: (
      tx: EntityManager,
      record: CollectionRecord,
      correction: ResultCorrection,
    ) => Promise<CollectionRecord | Refused>,
  ): Promise<CollectionRecord | Refused> {
    const asked = ID.test(id) ? await em.findOne(ResultCorrection, { id }, { populate: ['record'] }) : null;
    if (!asked) throw forbidden();
    const { number } = asked.record.unwrap();
    return em.fork().transactional(async (tx) => {
      const record = await this.held(tx, actor, number);
      const claimed = refusedByClaim(await tx.findOne(RecordClaim, { record }), actor);
      if (claimed.length > 0) return new Refused(claimed);
      const open = await openOf(tx, record);
      return open?.id === id ? work(tx, record, open) : new Refused([refuse('resultCorrectionGone')]);
    });
  }

  private async held(tx: EntityManager, { viewer }: Actor, number: string): Promise<CollectionRecord> {
    const record = await holdWithin(tx, reachOf(viewer, this.keys, 'CORRECT_RESULT'), number);
    if (!record) throw forbidden();
    return record;
  }
}

const openOf = (tx: EntityManager, record: CollectionRecord): Promise<ResultCorrection | null> =>
  tx.findOne(ResultCorrection, { record, state: 'PROPOSED' });

const refusedByFreeze = async (tx: EntityManager, record: CollectionRecord): Promise<Refusal[]> =>
  checkFrozen((await tx.findOne(RecordFreeze, { record })) !== null);

/**
 * Another school is one of the record's district that takes children in its season, as at any other assignment. The one that
 * stands there may have closed since.
 */
async function refusedBySchool(
  tx: EntityManager,
  { district, season }: CollectionRecord,
  { from, to }: { readonly from: string | undefined; readonly to: string | null },
): Promise<Refusal[]> {
  if (to === null || to === from) return [];
  const school = await tx.findOne(School, { code: to });
  if (school?.district !== district) return [refuse('schoolOfOtherDistrict', { field: 'school' })];
  return checkTakes(await findPlan(tx, season, to));
}

const detailOf = ({ version, outcome, school }: ResultCorrection, reason: string) => ({
  version,
  outcome,
  ...(school ? { school: school.code } : {}),
  reason,
});

/** The published result; null before that. */
const resultOf = (admission: Admission | null, key: DataKey): GivenResult | null =>
  admission?.publishedAt == null
    ? null
    : {
        outcome: admission.outcome,
        note: admission.note?.open(key) ?? null,
        school: admission.school.code,
      };
