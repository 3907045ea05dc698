import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { checkPageSize, placeOf } from '../paging.js';
import { forbidden } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { reachOf } from '../record/access.js';
import { valuesOf, type Reach } from '../record/access.predicates.js';
import { findHandled } from '../record/record.statements.js';
import { isReadable, readTrail, type AuditRow, type TrailFilters } from './audit-trail.statements.js';

export interface AuditPage {
  readonly rows: AuditRow[];
  readonly hasMore: boolean;
}

/** 谁看过, and who did what: the audit trail as each of its readers may know it. */
export class AuditTrailService {
  constructor(private readonly keys: KeyRing) {}

  async page(
    em: EntityManager,
    { viewer, now }: Actor,
    { number, filters }: { number: string | null; filters: TrailFilters },
    { first, after }: { first: number; after: string | null },
  ): Promise<AuditPage> {
    const size = checkPageSize(first);
    const before = placeOf(after);
    const reach = reachOf(viewer, this.keys, 'READ_AUDIT_TRAIL');
    const numbers = await this.numbers(em, reach, number);
    const rows = await readTrail(em, { reach, now, numbers, filters, before, most: size + 1 });
    return { rows: rows.slice(0, size), hasMore: rows.length > size };
  }

  /** All entries about a record, as its family reads them, newest first. */
  findAll(em: EntityManager, { viewer, now }: Actor, number: string): Promise<AuditRow[]> {
    const reach = { ...reachOf(viewer, this.keys, 'READ_AUDIT_TRAIL'), wholeCity: false, districts: [] };
    return readTrail(em, { reach, now, numbers: [number], before: null, most: null });
  }

  /** The records whose trail is requested; null for all that staff may read. FORBIDDEN for absent and for others' records. */
  private async numbers(em: EntityManager, reach: Reach, number: string | null): Promise<string[] | null> {
    if (number !== null) {
      if (await isReadable(em, reach, number)) return [number];
      throw forbidden();
    }
    if (reach.wholeCity || reach.districts.length > 0) return null;
    return (await findHandled(em, valuesOf(reach))).map((record) => record.number);
  }
}
