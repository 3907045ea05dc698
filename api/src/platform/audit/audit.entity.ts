import type { Role } from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, p } from '@mikro-orm/core';
import type { AuditAction } from './actions.js';

/** Set by the insert trigger alone: the unit of work neither sends nor asks for them. */
const byTrigger = () => undefined as never;

export const AuditEntrySchema = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entry',
  properties: {
    id: p.bigint('string').primary().autoincrement(),
    chain: p.smallint().onCreate(byTrigger).hydrate(false),
    position: p.bigint('string').onCreate(byTrigger).hydrate(false),
    at: p.datetime(),
    actor: p.string().length(255),
    actorRole: p.string().length(40).$type<AuditRole>(),
    action: p.string().length(60).$type<AuditAction>(),
    recordNumber: p.string().length(14).nullable().index('audit_entry_record'),
    /** 0: an older entry, in words, with a hash over the words; 1: in columns. */
    format: p.smallint().default(1),
    /** The words of format 0: what they say stands in the columns as well, and nothing but the hash reads them. */
    words: p.text().fieldName('detail').nullable().hydrate(false),
    district: p.string().fieldName('district_code').length(2).nullable(),
    season: p.smallint().nullable(),
    /** The part of the record or district that it is about: a review item, a school, a kind of phase. */
    subject: p.string().length(60).nullable(),
    detail: p.json().$type<AuditDetail>().fieldName('facts').nullable(),
    previousHash: p.blob().$type<Buffer>().onCreate(byTrigger).hydrate(false),
    hash: p.blob().$type<Buffer>().onCreate(byTrigger).hydrate(false),
  },
  indexes: [
    { name: 'audit_entry_district', properties: ['district', 'id'] },
    { name: 'audit_entry_actor', properties: ['actor', 'id'] },
    {
      name: 'audit_entry_revealed',
      expression: `create index audit_entry_revealed on audit_entry (at) where action in ('DOCUMENT_REVEALED', 'DOCUMENTS_REVEALED', 'ITEM_REVEALED', 'EXPORT_DOWNLOADED')`,
    },
    {
      name: 'audit_entry_own_family',
      expression: `create index audit_entry_own_family on audit_entry (at) where (facts ->> 'ownFamily') is not null`,
    },
    {
      name: 'audit_entry_listed',
      expression: `create index audit_entry_listed on audit_entry using gin ((facts -> 'numbers')) where action = 'RECORDS_LISTED'`,
    },
    {
      name: 'audit_entry_exported',
      expression: `create index audit_entry_exported on audit_entry using gin ((facts -> 'numbers')) where action = 'LIST_EXPORTED'`,
    },
  ],
  uniques: [{ name: 'audit_chain_position', properties: ['chain', 'position'] }],
});
/** Who did or read what, append-only by grant; each entry carries the hash of the one before it in its chain. */
export class AuditEntry extends AuditEntrySchema.class {
  constructor(given: NewAuditEntry) {
    super();
    this.at = given.at;
    this.actor = given.actor;
    this.actorRole = given.actorRole;
    this.action = given.action;
    this.recordNumber = given.recordNumber;
    this.district = given.district;
    this.season = given.season;
    this.subject = given.subject;
    this.detail = given.detail;
  }
}

/** The role in which somebody acts. SYSTEM acts by itself, and an operator acts at the server. */
export type AuditRole = Role | 'SYSTEM' | 'OPERATOR';

/** What else there is to say: words of the vocabulary, numbers, and what an officer gave as her reason. */
export type AuditDetail = Readonly<Record<string, string | number | readonly string[]>>;

export interface NewAuditEntry {
  readonly at: Date;
  /** Staff by the provider's subject; guardians and the system only by what they are. */
  readonly actor: string;
  readonly actorRole: AuditRole;
  readonly action: AuditAction;
  readonly recordNumber: string | null;
  /** Null for what concerns the whole city. */
  readonly district: string | null;
  readonly season: number | null;
  readonly subject: string | null;
  readonly detail: AuditDetail | null;
}
AuditEntrySchema.setClass(AuditEntry);

export const AuditChainSchema = defineEntity({
  name: 'AuditChain',
  tableName: 'audit_chain',
  properties: {
    chain: p.smallint().primary().autoincrement(false),
    length: p.bigint('string'),
    head: p.blob().$type<Buffer>(),
  },
});
/** The length and the end of each chain. Only the insert trigger writes them, so a cut tail shows. */
export class AuditChain extends AuditChainSchema.class {}
AuditChainSchema.setClass(AuditChain);
