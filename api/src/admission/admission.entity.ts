import { defineEntity, p } from '@mikro-orm/core';
import { CollectionRecord } from '../record/record.entity.js';
import { School } from '../school/school.entity.js';
import { ADMISSION_OUTCOMES } from '../vocabulary.js';

const AdmissionSchema = defineEntity({
  name: 'Admission',
  tableName: 'admission',
  properties: {
    record: () => p.manyToOne(CollectionRecord).mapToPk().primary(),
    school: () => p.manyToOne(School).mapToPk().fieldName('school_code').index('admission_school'),
    preregisteredAt: p.datetime(),
    preregisteredBy: p.string().length(255),
    outcome: p.enum(() => [...ADMISSION_OUTCOMES]),
    approvedAt: p.datetime().nullable(),
    approvedBy: p.string().length(255).nullable(),
    noteSealed: p.blob().nullable(),
    publishedAt: p.datetime().nullable(),
  },
  checks: [
    {
      name: 'admission_published_after_decision',
      expression: `(published_at is null) or ((approved_at is not null) and ((outcome)::text <> 'PENDING'::text))`,
    },
  ],
});
/** 学校预登记, the district's decision and its publication: seen by the family only when all three are there (五(二)1). */
export class Admission extends AdmissionSchema.class {}
AdmissionSchema.setClass(Admission);
