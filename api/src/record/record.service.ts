import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../context.js';
import { audit } from '../platform/audit/audit.js';
import { forbidden } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { run } from '../platform/sql.js';
import type { Language } from '../rulebook/refusal.js';
import type { CheckStatus, ServiceKind, Stage, TreatedAsLocalGround, ViewerRelation } from '../vocabulary.js';
import {
  HANDLED,
  HANDLED_AS,
  HANDLED_IDS,
  handledBy,
  reachOf,
  staffGrant,
  VISIBLE,
  VISIBLE_AS,
  visibleTo,
} from './access.js';

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
  notice_version: string;
  privacy_policy_version: string;
  registered_at: string;
  submitted_at: string | null;
  /** In which language it was registered; null before that was noted, and after a withdrawal. */
  language: Language | null;
  identity_status: CheckStatus | null;
  review_opens_at: string | null;
  published_at: string | null;
  viewer_relation: ViewerRelation;
}

/** A record and the three facts on which it depends what its family may know of it (record/visibility.ts). */
export const RECORD_COLUMNS = `r.id, r.number, r.season, r.service, r.ground, r.district_code, r.hukou_province, r.hukou_district,
  r.residence_district, r.stage, r.version, r.registered_by, r.key_id, r.wrapped_key, r.notice_version,
  r.privacy_policy_version, r.registered_at, r.submitted_at, r.language,
  (select status from identity_check i where i.record_id = r.id) as identity_status,
  (select published_at from admission a where a.record_id = r.id) as published_at,
  (select opens_at from phase p where p.season = r.season and p.district_code = r.district_code and p.service = r.service
     and p.kind = 'REVIEW') as review_opens_at`;

/** A live record for staff to act upon, held until the transaction ends; null when there is none. */
export async function lockRecord(tx: EntityManager, number: string): Promise<RecordRow | null> {
  const [record] = await run<RecordRow>(
    tx,
    // Its key stays as it is: rows that refer to it, such as the history's, need not wait.
    `select ${RECORD_COLUMNS}, 'STAFF' as viewer_relation from collection_record r
     where r.number = $1 and r.withdrawn_at is null for no key update of r`,
    [number],
  );
  return record ?? null;
}

export class RecordService {
  constructor(private readonly keys: KeyRing) {}

  /** Every live record that the viewer registered or is authorised for, oldest first. */
  async findMine(em: EntityManager, { viewer }: Actor): Promise<RecordRow[]> {
    return run<RecordRow>(
      em,
      `select ${RECORD_COLUMNS}, ${HANDLED_AS} from collection_record r where r.id in (${HANDLED_IDS})
       order by r.registered_at, r.number`,
      handledBy(reachOf(viewer, this.keys)),
    );
  }

  /**
   * A record that the viewer registered or is authorised for, held until the transaction ends; FORBIDDEN alike for what
   * is not hers and for what does not exist.
   */
  async handle(tx: EntityManager, { viewer }: Actor, number: string): Promise<RecordRow> {
    const by = handledBy(reachOf(viewer, this.keys));
    const find = () =>
      run<RecordRow>(
        tx,
        `select ${RECORD_COLUMNS}, ${HANDLED_AS} from collection_record r
         where r.number = $5 and r.withdrawn_at is null and ${HANDLED} for no key update of r`,
        [...by, number],
      );
    const [found] = await find();
    // Whoever waited for a revocation to be written must not go on with the grant of before.
    const [record] = found?.viewer_relation === 'AUTHORIZED' ? await find() : [found];
    if (!record) throw forbidden();
    return record;
  }

  /** The same for what only the registrant may do. */
  async own(tx: EntityManager, actor: Actor, number: string): Promise<RecordRow> {
    const record = await this.handle(tx, actor, number);
    if (record.viewer_relation !== 'REGISTRANT') throw forbidden();
    return record;
  }

  /** null for what does not exist and for what is not the viewer's to see. A look by staff is audited. */
  async find(em: EntityManager, actor: Actor, number: string): Promise<RecordRow | null> {
    const [record] = await run<RecordRow>(
      em,
      `select ${RECORD_COLUMNS}, ${VISIBLE_AS} from collection_record r
       where r.number = $9 and r.withdrawn_at is null and ${VISIBLE}`,
      [...visibleTo(reachOf(actor.viewer, this.keys)), number],
    );
    if (!record) return null;
    const grant = staffGrant(actor.viewer, record);
    if (grant !== null) {
      await audit(em, {
        at: actor.now,
        actor: actor.viewer.subject,
        actorRole: grant.role,
        action: 'RECORD_READ',
        recordNumber: number,
        // Which of the district's schools it was.
        ...(grant.role === 'SCHOOL_REGISTRAR' && grant.school !== null ? { detail: grant.school } : {}),
      });
    }
    return record;
  }
}
