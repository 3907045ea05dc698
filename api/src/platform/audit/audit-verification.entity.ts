import { defineEntity, p } from '@mikro-orm/core';

/** Where the trail does not hold: an entry or the end of a chain (`chain:position`), or a seal by its number. */
export interface AuditFault {
  readonly kind: 'ENTRY' | 'SEAL';
  readonly place: string;
}

const AuditVerificationSchema = defineEntity({
  name: 'AuditVerification',
  tableName: 'audit_verification',
  properties: {
    id: p.bigint('string').primary().autoincrement(),
    at: p.datetime(),
    entries: p.bigint('number'),
    faults: p.json().$type<readonly AuditFault[]>(),
    signature: p.blob().$type<Buffer>(),
  },
});

/** What a walk over the whole audit trail has found; append-only by grant. */
export class AuditVerification extends AuditVerificationSchema.class {
  constructor(given: { at: Date; entries: number; faults: readonly AuditFault[]; signature: Buffer }) {
    super();
    this.at = given.at;
    this.entries = given.entries;
    this.faults = given.faults;
    this.signature = given.signature;
  }
}
AuditVerificationSchema.setClass(AuditVerification);
