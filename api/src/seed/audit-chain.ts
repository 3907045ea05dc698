import { createHash } from 'node:crypto';
import { AuditEntry, type NewAuditEntry } from '../platform/audit/audit.entity.js';

interface Tail {
  readonly chain: number;
  readonly length: number;
  readonly head: Buffer;
}

/**
 * Links entries to the end of a chain, as the trigger of audit_entry does one at a time, with the same hash over the same
 * text (audit_hash_of). `npm run audit:verify` reads what was linked here like everything else.
 */
export function linked(given: readonly NewAuditEntry[], { chain, length, head }: Tail) {
  let previous = head;
  const entries = given.map((one, place) => {
    const position = length + place + 1;
    const hash = createHash('sha256')
      .update(previous)
      .update(textOf(one, chain, position))
      .digest();
    const entry = Object.assign(new AuditEntry(one), {
      chain,
      position: String(position),
      format: 1,
      previousHash: previous,
      hash,
    });
    previous = hash;
    return entry;
  });
  return { entries, tail: { chain, length: length + entries.length, head: previous } };
}

/** As PostgreSQL writes jsonb_build_array: moments in seconds with six decimals. */
function textOf(entry: NewAuditEntry, chain: number, position: number): string {
  if (entry.detail !== null) throw new Error('only entries without further facts are linked here');
  const seconds = `${(entry.at.getTime() / 1000).toFixed(3)}000`;
  const { actor, actorRole, action, recordNumber, district, season, subject } = entry;
  const rest = [actor, actorRole, action, recordNumber, district, season, subject, null];
  return `[1, ${chain}, ${position}, ${seconds}, ${rest.map((value) => JSON.stringify(value)).join(', ')}]`;
}
