import { defineEntity, p } from '@mikro-orm/core';

const AuditSealSchema = defineEntity({
  name: 'AuditSeal',
  tableName: 'audit_seal',
  properties: {
    id: p.bigint('string').primary().autoincrement(),
    at: p.datetime(),
    /** A line for each chain: its number, its length, the hash of its last entry in hex. */
    heads: p.text(),
    /** The signature of the seal before. */
    previous: p.blob().$type<Buffer>(),
    signature: p.blob().$type<Buffer>(),
  },
  uniques: [{ name: 'audit_seal_previous', properties: ['previous'] }],
});

/** Where every audit chain ended at a moment, signed with a key that the database does not have; append-only by grant. */
export class AuditSeal extends AuditSealSchema.class {
  constructor(given: { at: Date; heads: string; previous: Buffer; signature: Buffer }) {
    super();
    this.at = given.at;
    this.heads = given.heads;
    this.previous = given.previous;
    this.signature = given.signature;
  }
}
AuditSealSchema.setClass(AuditSeal);
