import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../context.js';
import { audit } from '../platform/audit/audit.js';
import { forbidden } from '../platform/errors.js';
import { run } from '../platform/sql.js';
import type { CheckStatus, ServiceKind, Stage, TreatedAsLocalGround } from '../vocabulary.js';
import { reachOf, staffRole, VISIBLE, visibleTo } from './access.js';

export interface RecordRow {
  id: string;
  number: string;
  season: number;
  service: ServiceKind;
  ground: TreatedAsLocalGround | null;
  district_code: string;
  hukou_province: string | null;
  hukou_district: string | null;
  residence_district: string;
  stage: Stage;
  version: number;
  registered_by: string | null;
  key_id: string;
  wrapped_key: Buffer;
  registered_at: string;
  submitted_at: string | null;
  identity_status: CheckStatus | null;
  review_opens_at: string | null;
  published_at: string | null;
}

/** A record and the three facts on which it depends what its family may know of it (record/visibility.ts). */
export const RECORD_COLUMNS = `r.id, r.number, r.season, r.service, r.ground, r.district_code, r.hukou_province, r.hukou_district,
  r.residence_district, r.stage, r.version, r.registered_by, r.key_id, r.wrapped_key, r.registered_at, r.submitted_at,
  (select status from identity_check i where i.record_id = r.id) as identity_status,
  (select published_at from admission a where a.record_id = r.id) as published_at,
  (select opens_at from phase p where p.season = r.season and p.district_code = r.district_code and p.service = r.service
     and p.kind = 'REVIEW') as review_opens_at`;

export class RecordService {
  /** Every live record that the viewer registered, oldest first. */
  async findMine(em: EntityManager, { viewer }: Actor): Promise<RecordRow[]> {
    return run<RecordRow>(
      em,
      `select ${RECORD_COLUMNS} from collection_record r where r.registered_by = $1 order by r.registered_at, r.number`,
      [viewer.subject],
    );
  }

  /** null for what does not exist and for what is not the viewer's to see. A look by staff is audited. */
  async find(em: EntityManager, actor: Actor, number: string): Promise<RecordRow | null> {
    const [record] = await run<RecordRow>(
      em,
      `select ${RECORD_COLUMNS} from collection_record r where r.number = $4 and r.withdrawn_at is null and ${VISIBLE}`,
      [...visibleTo(reachOf(actor.viewer)), number],
    );
    if (!record) return null;
    const role = staffRole(actor.viewer, record);
    if (role !== null) {
      await audit(em, {
        at: actor.now,
        actor: actor.viewer.subject,
        actorRole: role,
        action: 'RECORD_READ',
        recordNumber: number,
      });
    }
    return record;
  }

  /** A live record for staff to act upon, held until the transaction ends; null when there is none. */
  async lock(tx: EntityManager, number: string): Promise<RecordRow | null> {
    const [record] = await run<RecordRow>(
      tx,
      // Its key stays as it is: rows that refer to it, such as the history's, need not wait.
      `select ${RECORD_COLUMNS} from collection_record r where r.number = $1 and r.withdrawn_at is null for no key update of r`,
      [number],
    );
    return record ?? null;
  }

  /** The same for who registered it: FORBIDDEN for what is not hers and for what does not exist. */
  async lockOwn(tx: EntityManager, { viewer }: Actor, number: string): Promise<RecordRow> {
    const record = await this.lock(tx, number);
    if (record?.registered_by !== viewer.subject) throw forbidden();
    return record;
  }
}
