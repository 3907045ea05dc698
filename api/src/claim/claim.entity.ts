import { isLive } from '@enrolment/rulebook/claim.js';
import { maskName } from '@enrolment/rulebook/masking.js';
import { defineEntity, p, ref } from '@mikro-orm/core';
import type { Viewer } from '../platform/identity.js';
import { CollectionRecord } from '../record/record.entity.js';

export const RecordClaimSchema = defineEntity({
  name: 'RecordClaim',
  tableName: 'record_claim',
  properties: {
    record: () => p.oneToOne(CollectionRecord).owner().primary().unique(false).ref(),
    officer: p.string().length(255),
    /** The masked name, so that colleagues see who it is and no more. */
    name: p.string().length(120),
    since: p.datetime(),
    touchedAt: p.datetime(),
  },
  indexes: [
    {
      name: 'record_claim_officer',
      expression: 'create index record_claim_officer on record_claim (officer, touched_at)',
    },
    {
      name: 'record_claim_touched',
      expression: 'create index record_claim_touched on record_claim (touched_at)',
    },
  ],
});
/** 认领: an officer has a record in hand. It is free again when nobody has touched it for a while, even if the row remains. */
export class RecordClaim extends RecordClaimSchema.class {
  constructor(record: CollectionRecord, by: Viewer, at: Date) {
    super();
    this.record = ref(record);
    this.officer = by.subject;
    this.name = maskName(by.name);
    this.since = at;
    this.touchedAt = at;
  }

  isOf({ subject }: Viewer, now: Date): boolean {
    return this.officer === subject && isLive(this, now);
  }

  /** Somebody took it after it had become free, or took it over. */
  pass(by: Viewer, at: Date): void {
    this.officer = by.subject;
    this.name = maskName(by.name);
    this.since = at;
    this.touchedAt = at;
  }

  /** The officer did something with the record. */
  touch(at: Date): void {
    this.touchedAt = at;
  }
}
RecordClaimSchema.setClass(RecordClaim);
