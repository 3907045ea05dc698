import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../context.js';
import { placeOf, checkPageSize } from '../paging.type.js';
import { ADMISSION_ACTIONS, VERDICT_ACTIONS, type AuditAction } from '../platform/audit/actions.js';
import { forbidden } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { run } from '../platform/sql.js';
import { HANDLED, HANDLED_IDS, handledBy, reachOf, type Reach } from '../record/access.js';

export interface AuditRow {
  id: string;
  at: string;
  actor: string;
  actor_role: string;
  action: AuditAction;
  record_number: string | null;
  detail: string | null;
  district: string | null;
  district_en: string | null;
  school: string | null;
  school_en: string | null;
  item: string | null;
  item_en: string | null;
  /** Whether it is read as one's own: a family is told offices, never who of them. */
  family: boolean;
}

export interface AuditPage {
  readonly rows: AuditRow[];
  readonly hasMore: boolean;
}

/** Whose trail it is to read: the family's own, the district's of its records, the city's. $1 … $4 as in HANDLED, $5 city, $6 districts. */
const READABLE = `(${HANDLED} or $5::boolean or r.district_code = any($6::text[]))`;

/** What has no record belongs to the district that its detail begins with. */
const OF_DISTRICT = `(e.record_number is null and ($5::boolean or split_part(e.detail, ' ', 1) = any($6::text[])))`;

/** A family reads of no verdict before the calendar shows it, and of no admission before it is published. */
const SHOWN = `(not coalesce(${HANDLED}, false) or (
    (e.action <> all($9::text[]) or not exists (select from phase p where p.season = r.season
      and p.district_code = r.district_code and p.service = r.service and p.kind = 'REVIEW' and p.opens_at > $10))
    and (e.action <> all($11::text[]) or exists (select from admission a where a.record_id = r.id and a.published_at is not null))))`;

const TRAIL = `
  select e.id::text as id, e.at, e.actor, e.actor_role, e.action, e.record_number, e.detail, d.name as district,
    d.name_en as district_en, s.name as school, s.name_en as school_en, i.label as item, i.label_en as item_en,
    coalesce(${HANDLED}, false) as family
  from audit_entry e
  left join collection_record r on r.number = e.record_number
  left join district d on d.code = coalesce(r.district_code, split_part(e.detail, ' ', 1))
  left join school s on s.code = e.detail and e.actor_role = 'SCHOOL_REGISTRAR'
  left join review_item i on i.record_id = r.id and i.kind = e.detail
  where (${READABLE} or ${OF_DISTRICT}) and ($7::text[] is null or e.record_number = any($7))
    and ($8::bigint is null or e.id < $8) and ${SHOWN}
  order by e.id desc limit $12`;

/** 谁看过, and who did what: the audit trail as each of its readers may know it. */
export class AuditTrailService {
  constructor(private readonly keys: KeyRing) {}

  async page(
    em: EntityManager,
    { viewer, now }: Actor,
    number: string | null,
    { first, after }: { first: number; after: string | null },
  ): Promise<AuditPage> {
    const size = checkPageSize(first);
    const before = placeOf(after);
    const reach = reachOf(viewer, this.keys);
    const numbers = await this.numbers(em, reach, number);
    const rows = await run<AuditRow>(em, TRAIL, [
      ...[...handledBy(reach), reach.wholeCity, reach.districts],
      ...[numbers, before, VERDICT_ACTIONS, now, ADMISSION_ACTIONS, size + 1],
    ]);
    return { rows: rows.slice(0, size), hasMore: rows.length > size };
  }

  /** All that stands in the trail of a record, as its family reads it: the newest first. */
  async whole(em: EntityManager, { viewer, now }: Actor, number: string): Promise<AuditRow[]> {
    const by = handledBy(reachOf(viewer, this.keys));
    const kinds = [VERDICT_ACTIONS, now, ADMISSION_ACTIONS];
    return run<AuditRow>(em, TRAIL, [...by, false, [], [number], null, ...kinds, null]);
  }

  /** The records whose trail is asked for; null for all that staff may read. FORBIDDEN alike for absent and not hers. */
  private async numbers(em: EntityManager, reach: Reach, number: string | null): Promise<string[] | null> {
    if (number === null) {
      if (reach.wholeCity || reach.districts.length > 0) return null;
      const own = await run<{ number: string }>(
        em,
        `select number from collection_record where id in (${HANDLED_IDS})`,
        handledBy(reach),
      );
      return own.map((record) => record.number);
    }
    // A withdrawn record still has its trail for the district; nobody handles it any more.
    const found = await run(em, `select r.id from collection_record r where r.number = $7 and ${READABLE}`, [
      ...[...handledBy(reach), reach.wholeCity, reach.districts],
      number,
    ]);
    if (found.length === 0) throw forbidden();
    return [number];
  }
}
