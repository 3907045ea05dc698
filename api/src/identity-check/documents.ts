import type { EntityManager } from '@mikro-orm/postgresql';
import type { DataKey } from '../platform/keys.js';
import { run } from '../platform/sql.js';
import type { DocumentType, GuardianRole } from '../vocabulary.js';
import type { VerificationRequest } from './verification-gateway.js';

type Questions = Omit<VerificationRequest, 'requestId'>;

interface HolderRow {
  holder: 'CHILD' | GuardianRole;
  document_type: DocumentType;
  name_sealed: Buffer;
  document_sealed: Buffer;
  birth_date_sealed: Buffer | null;
  hukou_province: string | null;
  hukou_district: string | null;
}

/** Opens all that is verified of a live record: the child's and both guardians' documents, and the hukou. */
export async function openDocuments(
  em: EntityManager,
  recordId: string,
  key: DataKey,
): Promise<Questions | null> {
  const rows = await run<HolderRow>(
    em,
    `select h.*, r.hukou_province, r.hukou_district from (
       select record_id, 'CHILD' as holder, document_type, name_sealed, document_sealed, birth_date_sealed from child
       union all
       select record_id, role, document_type, name_sealed, document_sealed, null from guardian
     ) h join collection_record r on r.id = h.record_id where h.record_id = $1 order by h.holder`,
    [recordId],
  );
  const [record] = rows;
  if (!record) return null;
  return {
    documents: rows.map(
      ({ holder, document_type: type, name_sealed, document_sealed, birth_date_sealed }) => {
        const place = holder === 'CHILD' ? 'child' : `guardian.${holder}`;
        return {
          ...{ holder, type },
          name: key.open(`${place}.name`, name_sealed),
          number: key.open(`${place}.document`, document_sealed),
          birthDate: birth_date_sealed && key.open('child.birth_date', birth_date_sealed),
        };
      },
    ),
    hukou: { province: record.hukou_province, district: record.hukou_district },
  };
}
