import { refuse, type Refusal } from '@enrolment/rulebook/refusal.js';
import { checkAdmission } from '@enrolment/rulebook/review.js';
import { checkTakes } from '@enrolment/rulebook/school.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import type { KeyRing } from '../platform/keys.js';
import { reachOf } from '../record/access.js';
import { byOffice, type Chronicle } from '../record/chronicle.js';
import type { CollectionRecord } from '../record/record.entity.js';
import { School } from '../school/school.entity.js';
import type { BatchRequests, Batches } from '../review/batch.js';
import type { BatchFacts } from '../review/batch-facts.js';
import { stepTo } from './step.js';

/** 区教委审核 of preregistered children. */
export class AdmissionService {
  constructor(
    private readonly keys: KeyRing,
    private readonly chronicle: Chronicle,
  ) {}

  /** The district's decision about a preregistered child; nobody else learns of it before it is published. */
  readonly deciding: Batches['APPROVE_ADMISSIONS'] = (_em, actor, decision) => ({
    reach: reachOf(actor.viewer, this.keys, 'DECIDE_ON_RECORD'),
    act: (tx, record, facts) => this.decideOne(tx, actor, record, decision, facts),
  });

  private async decideOne(
    tx: EntityManager,
    { now, viewer }: Actor,
    record: CollectionRecord,
    { outcome, note, school = null }: BatchRequests['APPROVE_ADMISSIONS'],
    facts: BatchFacts,
  ): Promise<Refusal[]> {
    const refusals = checkAdmission(
      { outcome, note, school },
      { stage: record.stage, published: record.publishedAt != null },
    );
    if (refusals.length > 0) return refusals;
    const admission = await facts.admission(record);
    // A publication may have come in between: a published decision no longer changes.
    if (!admission || admission.publishedAt != null) return [refuse('resultPublished')];
    const fixed = await facts.refusedByPublication(record);
    if (fixed.length > 0) return fixed;
    // 派位: the district may admit a child at another of its schools than the one that has preregistered her.
    const assigned = school === null ? null : await tx.findOne(School, { code: school });
    if (school !== null && assigned?.district !== record.district)
      return [refuse('schoolOfOtherDistrict', { field: 'school' })];
    const full = school === null ? [] : checkTakes(await facts.plan(record, school));
    if (full.length > 0) return full;
    const key = record.keyFrom(this.keys);
    admission.decide(outcome, note, { officer: viewer.subject, at: now, key, school: assigned });
    const act = {
      by: byOffice(viewer, record),
      at: now,
      audit: { action: `ADMISSION_${outcome}`, ...(school === null ? {} : { detail: { school } }) },
    } as const;
    const step = stepTo(outcome, record.stage);
    if (!step) record.touch(now);
    await this.chronicle.write(tx, record, step ? { ...act, step } : act);
    return [];
  }
}
