import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../context.js';
import { forbidden } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { run } from '../platform/sql.js';
import type { RecordRow } from './record.service.js';

/** A record with what it takes to write to who registered it. */
export interface OwnRecord extends RecordRow {
  hotline: string;
  phone: string;
  childName: string;
}

/** The live record that the viewer registered; FORBIDDEN for what is not hers and for what does not exist. */
export async function ownRecord(
  em: EntityManager,
  keys: KeyRing,
  { viewer }: Actor,
  number: string,
  lock = false,
): Promise<OwnRecord> {
  const [row] = await run<RecordRow & { hotline: string | null; phone_sealed: Buffer; name_sealed: Buffer }>(
    em,
    `select r.*, d.hotline[1] as hotline, g.phone_sealed, c.name_sealed
     from collection_record r join child c on c.record_id = r.id
     join guardian g on g.record_id = r.id and g.role = 'FIRST' join district d on d.code = r.district_code
     where r.number = $1 and r.registered_by = $2 ${lock ? 'for update of r' : ''}`,
    [number, viewer.subject],
  );
  if (!row) throw forbidden();
  const key = keys.keyOf(row);
  return {
    ...row,
    hotline: row.hotline ?? '',
    phone: key.open('guardian.FIRST.phone', row.phone_sealed),
    childName: key.open('child.name', row.name_sealed),
  };
}
