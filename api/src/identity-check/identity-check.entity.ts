import type { CheckDifference } from '@enrolment/rulebook/identity-check.js';
import {
  CHECK_STATUSES,
  type CheckedLine,
  type CheckStatus,
  type DocumentHolder,
} from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, p } from '@mikro-orm/core';
import type { DataKey } from '../platform/keys.js';
import { sealed, Sealed } from '../platform/sealed.js';
import { CollectionRecord } from '../record/record.entity.js';

type CheckDifferenceWord = `${DocumentHolder}.${CheckedLine}`;

export const IdentityCheckSchema = defineEntity({
  name: 'IdentityCheck',
  tableName: 'identity_check',
  properties: {
    record: () => p.oneToOne(CollectionRecord).owner().primary().unique(false).ref(),
    requestId: p.uuid().unique('identity_check_request'),
    fingerprint: p.blob().$type<Buffer>(),
    status: p.enum(() => [...CHECK_STATUSES]).$type<CheckStatus>(),
    requestedAt: p.datetime(),
    askedAt: p.datetime().nullable(),
    overdueAt: p.datetime().nullable(),
    checkedAt: p.datetime().nullable(),
    decidedBy: p.string().length(255).nullable(),
    reason: sealed('identity_check.reason').fieldName('reason_sealed').nullable(),
    differences: p.array().$type<CheckDifferenceWord[]>().default([]),
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
export class IdentityCheck extends IdentityCheckSchema.class {
  /** The gateway's answer. */
  answer(status: 'PASSED' | 'FAILED', at: Date, differences: readonly CheckDifference[] = []): void {
    this.status = status;
    this.differences = differences.map(({ holder, line }) => `${holder}.${line}` as const);
    this.checkedAt = at;
  }

  decide(status: CheckStatus, reason: string | null, by: { officer: string; at: Date; key: DataKey }): void {
    const trimmed = reason?.trim();
    this.status = status;
    this.reason = trimmed ? Sealed.of(by.key, 'identity_check.reason', trimmed) : null;
    this.checkedAt = by.at;
    this.decidedBy = by.officer;
  }
}
IdentityCheckSchema.setClass(IdentityCheck);
