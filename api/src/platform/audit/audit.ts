import type { EntityManager } from '@mikro-orm/postgresql';
import { run } from '../sql.js';
import type { AuditAction } from './actions.js';

export interface Audited {
  readonly at: Date;
  /** Staff by the provider's subject; guardians and the system only by what they are. */
  readonly actor: string;
  readonly actorRole: string;
  readonly action: AuditAction;
  readonly recordNumber: string | null;
  readonly detail?: string;
}

/** Appends to the trail; a trigger links the entry into its hash chain. */
export async function audit(em: EntityManager, entry: Audited): Promise<void> {
  await run(
    em,
    'insert into audit_entry (at, actor, actor_role, action, record_number, detail) values ($1, $2, $3, $4, $5, $6)',
    [entry.at, entry.actor, entry.actorRole, entry.action, entry.recordNumber, entry.detail ?? null],
  );
}
