import { defineEntity, p } from '@mikro-orm/core';

const AuditEntrySchema = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entry',
  properties: {
    id: p.bigint('string').primary().autoincrement(),
    chain: p.smallint(),
    position: p.bigint('string'),
    at: p.datetime(),
    actor: p.string().length(255),
    actorRole: p.string().length(40),
    action: p.string().length(60),
    recordNumber: p.string().length(14).nullable().index('audit_entry_record'),
    detail: p.text().nullable(),
    previousHash: p.blob(),
    hash: p.blob(),
  },
  uniques: [{ name: 'audit_chain_position', properties: ['chain', 'position'] }],
});
/** Who did or read what, append-only by grant; each entry carries the hash of the one before it in its chain. */
export class AuditEntry extends AuditEntrySchema.class {}
AuditEntrySchema.setClass(AuditEntry);

const AuditChainSchema = defineEntity({
  name: 'AuditChain',
  tableName: 'audit_chain',
  properties: {
    chain: p.smallint().primary().autoincrement(false),
    length: p.bigint('string'),
    head: p.blob(),
  },
});
/** How long each chain is and where it ends: written by the insert trigger alone, so that a cut tail shows. */
export class AuditChain extends AuditChainSchema.class {}
AuditChainSchema.setClass(AuditChain);
