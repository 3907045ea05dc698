import { DUPLICATE_VERDICTS, type DuplicateVerdict, type Likeness } from '@enrolment/rulebook/likeness.js';
import { maskName } from '@enrolment/rulebook/masking.js';
import { defineEntity, p } from '@mikro-orm/core';
import type { Viewer } from '../platform/identity.js';
import { CollectionRecord } from '../record/record.entity.js';

export const NearDuplicateSchema = defineEntity({
  name: 'NearDuplicate',
  tableName: 'near_duplicate',
  properties: {
    one: () =>
      p.manyToOne(CollectionRecord).ref().primary().fieldName('one_id').deleteRule('cascade').index(false),
    other: () =>
      p
        .manyToOne(CollectionRecord)
        .ref()
        .primary()
        .fieldName('other_id')
        .deleteRule('cascade')
        .index('near_duplicate_other'),
    likenesses: p.array().$type<Likeness[]>(),
    foundAt: p.datetime(),
    verdict: p
      .enum(() => [...DUPLICATE_VERDICTS])
      .$type<DuplicateVerdict>()
      .nullable(),
    decidedAt: p.datetime().nullable(),
    officer: p.string().length(255).nullable(),
    /** The officer's masked name, for colleagues of her district. */
    name: p.string().length(120).nullable(),
    /** The district whose officer said so. */
    district: p.string().length(2).fieldName('district_code').nullable(),
  },
  indexes: [
    {
      name: 'near_duplicate_open',
      expression:
        'create index near_duplicate_open on near_duplicate (one_id, other_id) where verdict is null',
    },
  ],
  checks: [
    { name: 'near_duplicate_once', expression: 'one_id < other_id' },
    {
      name: 'near_duplicate_decided',
      expression:
        '((verdict is null) = (decided_at is null)) and ((verdict is null) = (officer is null)) and ((verdict is null) = (name is null)) and ((verdict is null) = (district_code is null))',
    },
  ],
});
/** 疑似重复: two live records of a season that may be of one child. The queue finds them (find-likenesses.ts). */
export class NearDuplicate extends NearDuplicateSchema.class {
  /** They are two children. Whoever says so last stands there. */
  clear(by: Viewer, { district, at }: { readonly district: string; readonly at: Date }): void {
    this.verdict = 'NOT_DUPLICATE';
    this.decidedAt = at;
    this.officer = by.subject;
    this.name = maskName(by.name);
    this.district = district;
  }
}
NearDuplicateSchema.setClass(NearDuplicate);
