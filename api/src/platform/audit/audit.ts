import type { EntityManager } from '@mikro-orm/postgresql';
import { insertAtOnce } from '../../database/insert-at-once.js';
import { AuditEntry, type NewAuditEntry } from './audit.entity.js';

type Audited = Omit<NewAuditEntry, 'subject' | 'detail'> & Partial<Pick<NewAuditEntry, 'subject' | 'detail'>>;

/**
 * Appends to the trail. A trigger links the entry into its hash chain and holds the chain until the transaction ends, so
 * this is the last thing that a transaction does. Acts on a record go through `record/chronicle.ts`.
 */
export const audit = (
  em: EntityManager,
  { subject = null, detail = null, ...entry }: Audited,
): Promise<void> => insertAtOnce(em, [new AuditEntry({ ...entry, subject, detail })]);

/** Where an entry about a record belongs. */
export const aboutRecord = (record: { number: string; district: string; season: number }) => ({
  recordNumber: record.number,
  district: record.district,
  season: record.season,
});
