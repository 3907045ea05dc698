import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../context.js';
import { Phase } from '../district/district.entity.js';
import { audit } from '../platform/audit/audit.js';
import { forbidden } from '../platform/errors.js';
import { run } from '../platform/sql.js';
import { administers } from '../record/access.js';
import { Refused } from '../refusal.type.js';
import { refuse } from '../rulebook/refusal.js';
import type { PhaseKind, ServiceKind } from '../vocabulary.js';

export interface PhaseChange {
  readonly district: string;
  readonly service: ServiceKind;
  readonly kind: PhaseKind;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** The calendar of a district in the present season, which its administrators set: windows are data. */
export class CalendarService {
  async setPhase(em: EntityManager, actor: Actor, change: PhaseChange): Promise<Phase | Refused> {
    const { now, viewer } = actor;
    const { district, service, kind, opensAt, closesAt } = change;
    if (!administers(viewer, district)) throw forbidden();
    if (closesAt <= opensAt) return new Refused([refuse('phaseOrder', { field: 'closesAt' })]);
    await em.transactional(async (tx) => {
      await run(
        tx,
        `insert into phase (season, district_code, service, kind, opens_at, closes_at)
         select max(year), $1, $2, $3, $4::timestamptz, $5::timestamptz from season
         on conflict (season, district_code, service, kind) do update set opens_at = excluded.opens_at, closes_at = excluded.closes_at`,
        [district, service, kind, opensAt, closesAt],
      );
      await audit(tx, {
        ...{
          at: now,
          actor: viewer.subject,
          actorRole: 'DISTRICT_ADMIN',
          action: 'PHASE_SET',
          recordNumber: null,
        },
        detail: `${district} ${service} ${kind} ${opensAt.toISOString()} – ${closesAt.toISOString()}`,
      });
    });
    return em.fork().findOneOrFail(Phase, { district, service, kind }, { orderBy: { season: 'desc' } });
  }
}
