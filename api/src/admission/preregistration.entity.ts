import { defineEntity, p, ref } from '@mikro-orm/core';
import type { DataKey } from '../platform/keys.js';
import { sealed, Sealed } from '../platform/sealed.js';
import { CollectionRecord } from '../record/record.entity.js';
import { School } from '../school/school.entity.js';

export const PreregistrationSchema = defineEntity({
  name: 'Preregistration',
  tableName: 'preregistration',
  properties: {
    /** Given by whoever asks, so that what is sent again is done once. */
    id: p.uuid().primary(),
    record: () => p.manyToOne(CollectionRecord).ref().deleteRule('cascade').index('preregistration_record'),
    school: () => p.manyToOne(School).ref().fieldName('school_code').index(false),
    at: p.datetime(),
    by: p.string().length(255).fieldName('registrar'),
    undoneAt: p.datetime().nullable(),
    undoneBy: p.string().length(255).nullable(),
    reason: sealed('preregistration.reason').fieldName('reason_sealed').nullable(),
  },
  indexes: [
    {
      name: 'preregistration_school',
      expression: 'create index preregistration_school on preregistration (school_code, at, id)',
    },
    {
      name: 'preregistration_once',
      expression:
        'create unique index preregistration_once on preregistration (record_id) where undone_at is null',
    },
  ],
  checks: [
    {
      name: 'preregistration_undone_with_reason',
      expression:
        '((undone_at is null) = (undone_by is null)) and ((undone_at is null) = (reason_sealed is null))',
    },
  ],
});
/** 学校预登记, each one made, undone ones among them: what a school has done at its desk. */
export class Preregistration extends PreregistrationSchema.class {
  constructor(
    id: string,
    record: CollectionRecord,
    school: School,
    { by, at }: { readonly by: string; readonly at: Date },
  ) {
    super();
    this.id = id;
    this.record = ref(record);
    this.school = ref(school);
    this.at = at;
    this.by = by;
  }

  undo(reason: string, { by, at, key }: { by: string; at: Date; key: DataKey }): void {
    this.undoneAt = at;
    this.undoneBy = by;
    this.reason = Sealed.of(key, 'preregistration.reason', reason.trim());
  }
}
PreregistrationSchema.setClass(Preregistration);
