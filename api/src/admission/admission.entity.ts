import { ADMISSION_OUTCOMES, type AdmissionOutcome } from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, p, ref, type Ref } from '@mikro-orm/core';
import type { DataKey } from '../platform/keys.js';
import { sealed, Sealed } from '../platform/sealed.js';
import { CollectionRecord } from '../record/record.entity.js';
import { School } from '../school/school.entity.js';

export const AdmissionSchema = defineEntity({
  name: 'Admission',
  tableName: 'admission',
  properties: {
    record: () => p.oneToOne(CollectionRecord).owner().primary().unique(false).ref(),
    school: () => p.manyToOne(School).ref().fieldName('school_code').index('admission_school'),
    /** Where the district has assigned the child; nobody else knows before the publication, which makes it the school. */
    assignedSchool: () =>
      p
        .manyToOne(School)
        .ref()
        .nullable()
        .fieldName('assigned_school_code')
        .index(false)
        .deleteRule('no action'),
    preregisteredAt: p.datetime(),
    preregisteredBy: p.string().length(255),
    outcome: p.enum(() => [...ADMISSION_OUTCOMES]).$type<AdmissionOutcome>(),
    approvedAt: p.datetime().nullable(),
    approvedBy: p.string().length(255).nullable(),
    note: sealed('admission.note').fieldName('note_sealed').nullable(),
    publishedAt: p.datetime().nullable(),
    /** Of the published result: 2 and on once it was corrected. */
    version: p.integer().default(1),
    correctedAt: p.datetime().nullable(),
  },
  indexes: [
    {
      name: 'admission_assigned_school',
      expression:
        'create index admission_assigned_school on admission (assigned_school_code) where (assigned_school_code is not null)',
    },
  ],
  checks: [
    {
      name: 'admission_published_after_decision',
      expression: `(published_at is null) or ((approved_at is not null) and ((outcome)::text <> 'PENDING'::text))`,
    },
  ],
});
/** 学校预登记, the district's decision and its publication. The family sees it only when all three are there (五(二)1). */
export class Admission extends AdmissionSchema.class {
  /** It begins with the school's preregistration; the district has not decided yet. */
  constructor(record: CollectionRecord, school: School, { by, at }: { by: string; at: Date }) {
    super();
    this.record = ref(record);
    this.school = ref(school);
    this.preregisteredAt = at;
    this.preregisteredBy = by;
    this.outcome = 'PENDING';
    this.version = 1;
  }

  /**
   * Decides, and assigns the child to a school unless it stays as it is; PENDING takes the decision back. The caller holds the row,
   * and a published decision no longer changes.
   */
  decide(
    outcome: AdmissionOutcome,
    note: string | null,
    { officer, at, key, school = null }: { officer: string; at: Date; key: DataKey; school?: School | null },
  ): void {
    const decided = outcome !== 'PENDING';
    this.outcome = outcome;
    if (!decided) this.assignedSchool = null;
    else if (school) this.assignedSchool = ref(school);
    this.note = note?.trim() ? Sealed.of(key, 'admission.note', note.trim()) : null;
    this.approvedAt = decided ? at : null;
    this.approvedBy = decided ? officer : null;
  }

  /** A published result as it should have been; what it was is kept with the correction. */
  correct(
    {
      outcome,
      note,
      school,
      version,
    }: { outcome: AdmissionOutcome; note: string | null; school: Ref<School> | null; version: number },
    { at, key }: { at: Date; key: DataKey },
  ): void {
    this.outcome = outcome;
    if (school) this.school = school;
    this.note = note === null ? null : Sealed.of(key, 'admission.note', note);
    this.version = version;
    this.correctedAt = at;
  }
}
AdmissionSchema.setClass(Admission);
