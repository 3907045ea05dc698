import type { Missing } from '@enrolment/rulebook/school-desk.js';
import type { ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, p, ref } from '@mikro-orm/core';
import { CollectionRecord } from '../record/record.entity.js';
import { School } from '../school/school.entity.js';

export const MissingOriginalsSchema = defineEntity({
  name: 'MissingOriginals',
  tableName: 'missing_originals',
  properties: {
    record: () => p.oneToOne(CollectionRecord).owner().primary().unique(false).ref(),
    school: () => p.manyToOne(School).ref().fieldName('school_code').index(false),
    at: p.datetime().fieldName('noted_at'),
    by: p.string().length(255).fieldName('registrar'),
    /** Whether the signed form is among them. */
    form: p.boolean(),
    kinds: p.array().$type<ReviewItemKind[]>(),
  },
  indexes: [
    {
      name: 'missing_originals_school',
      expression:
        'create index missing_originals_school on missing_originals (school_code, noted_at, record_id)',
    },
  ],
  checks: [{ name: 'missing_originals_any', expression: '(form or (cardinality(kinds) > 0))' }],
});
/**
 * 材料不齐: the originals that a family did not bring to a school's desk when it was there last. It holds until the record
 * leaves its stage: what was noted before belongs to an earlier approval. Written and deleted under the record's lock.
 */
export class MissingOriginals extends MissingOriginalsSchema.class {
  constructor(record: CollectionRecord) {
    super();
    this.record = ref(record);
  }

  note(school: School, { form, kinds }: Missing, { by, at }: { by: string; at: Date }): void {
    this.school = ref(school);
    this.form = form;
    this.kinds = [...kinds];
    this.by = by;
    this.at = at;
  }

  /** Whether it was noted since the child was last approved. */
  holds({ stageSince }: CollectionRecord): boolean {
    return this.at >= stageSince;
  }

  /** Whether this school has noted just that. */
  says(school: string, { form, kinds }: Missing): boolean {
    return this.school.code === school && this.form === form && this.kinds.join() === kinds.join();
  }
}
MissingOriginalsSchema.setClass(MissingOriginals);
