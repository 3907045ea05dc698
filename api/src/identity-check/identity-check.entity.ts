import { defineEntity, p } from '@mikro-orm/core';
import { CollectionRecord } from '../record/record.entity.js';
import { CHECK_STATUSES } from '../vocabulary.js';

const IdentityCheckSchema = defineEntity({
  name: 'IdentityCheck',
  tableName: 'identity_check',
  properties: {
    record: () => p.manyToOne(CollectionRecord).mapToPk().primary(),
    requestId: p.uuid().unique('identity_check_request'),
    fingerprint: p.blob(),
    status: p.enum(() => [...CHECK_STATUSES]),
    requestedAt: p.datetime(),
    askedAt: p.datetime().nullable(),
    overdueAt: p.datetime().nullable(),
    checkedAt: p.datetime().nullable(),
    decidedBy: p.string().length(255).nullable(),
    reasonSealed: p.blob().nullable(),
  },
  indexes: [
    {
      name: 'identity_check_waiting',
      expression:
        "create index identity_check_waiting on identity_check (requested_at) where (status)::text = 'PENDING'::text",
    },
  ],
});
/** 身份证及户籍信息核验: the newest request about a record's documents, whose fingerprint tells whether they changed. */
export class IdentityCheck extends IdentityCheckSchema.class {}
IdentityCheckSchema.setClass(IdentityCheck);
