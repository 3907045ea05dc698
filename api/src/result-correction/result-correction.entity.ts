import { maskName } from '@enrolment/rulebook/masking.js';
import type { CorrectedResult, GivenResult } from '@enrolment/rulebook/result-correction.js';
import { normaliseText } from '@enrolment/rulebook/text.js';
import { ADMISSION_OUTCOMES, type AdmissionOutcome } from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, p, ref } from '@mikro-orm/core';
import { v7 as uuid } from 'uuid';
import type { Viewer } from '../platform/identity.js';
import type { DataKey } from '../platform/keys.js';
import { draw } from '../platform/random.js';
import { sealed, Sealed } from '../platform/sealed.js';
import { CollectionRecord } from '../record/record.entity.js';
import { School } from '../school/school.entity.js';

const STATES = ['PROPOSED', 'CONFIRMED', 'DECLINED'] as const;

export const ResultCorrectionSchema = defineEntity({
  name: 'ResultCorrection',
  tableName: 'result_correction',
  properties: {
    id: p.uuid().primary(),
    record: () => p.manyToOne(CollectionRecord).ref().deleteRule('cascade').index('result_correction_record'),
    state: p.enum(() => [...STATES]).$type<(typeof STATES)[number]>(),
    /** The version that it makes of the result: what was published is the first one. */
    version: p.integer(),
    outcome: p.enum(() => [...ADMISSION_OUTCOMES]).$type<AdmissionOutcome>(),
    note: sealed('result_correction.note').fieldName('note_sealed').nullable(),
    /** Null where the school stays as it was. */
    school: () =>
      p.manyToOne(School).ref().nullable().fieldName('school_code').index(false).deleteRule('no action'),
    /** Why, which the family reads. */
    reason: sealed('result_correction.reason').fieldName('reason_sealed'),
    /** The version before it, which is kept. */
    outcomeBefore: p.enum(() => [...ADMISSION_OUTCOMES]).$type<AdmissionOutcome>(),
    noteBefore: sealed('result_correction.note_before').fieldName('note_before_sealed').nullable(),
    schoolBefore: () =>
      p
        .manyToOne(School)
        .ref()
        .nullable()
        .fieldName('school_before_code')
        .index(false)
        .deleteRule('no action'),
    by: p.string().length(255).fieldName('proposed_by'),
    /** Masked, as the other one: colleagues see who it was, and no more. */
    name: p.string().length(120).fieldName('proposed_name'),
    at: p.datetime().fieldName('proposed_at'),
    secondBy: p.string().length(255).nullable(),
    secondName: p.string().length(120).nullable(),
    secondAt: p.datetime().nullable(),
  },
  indexes: [
    {
      name: 'result_correction_open',
      expression:
        "create unique index result_correction_open on result_correction (record_id) where state = 'PROPOSED'",
    },
    {
      name: 'result_correction_version',
      expression:
        "create unique index result_correction_version on result_correction (record_id, version) where state = 'CONFIRMED'",
    },
  ],
  checks: [
    {
      name: 'result_correction_by_two',
      expression: `(state <> 'CONFIRMED'::text) or ((second_by is not null) and ((second_by)::text <> (proposed_by)::text))`,
    },
    {
      name: 'result_correction_school',
      expression: '(school_code is null) = (school_before_code is null)',
    },
    { name: 'result_correction_decided', expression: `(outcome <> 'PENDING'::text)` },
  ],
});
/** 更正入学结果: a published result as it should have been. One administrator proposes it, another confirms it. */
export class ResultCorrection extends ResultCorrectionSchema.class {
  constructor(
    record: CollectionRecord,
    { before, after, version }: { before: GivenResult; after: CorrectedResult; version: number },
    reason: string,
    { viewer, at, key }: { viewer: Viewer; at: Date; key: DataKey },
  ) {
    super();
    this.id = uuid({ random: draw(16) });
    this.record = ref(record);
    this.state = 'PROPOSED';
    this.version = version;
    this.outcome = after.outcome;
    this.note = after.note === null ? null : Sealed.of(key, 'result_correction.note', after.note);
    this.reason = Sealed.of(key, 'result_correction.reason', normaliseText(reason));
    this.outcomeBefore = before.outcome;
    this.noteBefore =
      before.note === null ? null : Sealed.of(key, 'result_correction.note_before', before.note);
    const moves = after.school !== null && after.school !== before.school;
    this.school = moves ? ref(School, after.school!) : null;
    this.schoolBefore = moves ? ref(School, before.school) : null;
    this.by = viewer.subject;
    this.name = maskName(viewer.name);
    this.at = at;
  }

  confirm(by: Viewer, at: Date): void {
    this.state = 'CONFIRMED';
    this.second(by, at);
  }

  /** By a colleague, or taken back by whoever proposed it. */
  decline(by: Viewer, at: Date): void {
    this.state = 'DECLINED';
    this.second(by, at);
  }

  private second(by: Viewer, at: Date): void {
    this.secondBy = by.subject;
    this.secondName = maskName(by.name);
    this.secondAt = at;
  }
}
ResultCorrectionSchema.setClass(ResultCorrection);
