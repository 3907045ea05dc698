import { businessDay, dayAfter } from '@enrolment/rulebook/calendar.js';
import { findUnusual, UNUSUAL_DAYS, type Unusual } from '@enrolment/rulebook/unusual.js';
import { startOfDay } from '@enrolment/rulebook/wall-clock.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import type { AuditVerifications, TrailState } from '../platform/audit/verifications.js';
import { forbidden } from '../platform/errors.js';
import { placesOf } from '../record/access.js';
import { hoursOfLooks, hoursOfOwnFamily } from './audit-watch.statements.js';

/** What administrators are told about the trail itself: whether it holds, and what looks unusual in it. */
export class AuditWatchService {
  constructor(private readonly verifications: AuditVerifications) {}

  state(em: EntityManager, { now }: Pick<Actor, 'now'>): Promise<TrailState> {
    return this.verifications.state(em, now);
  }

  /** In the viewer's districts, or in one of them; FORBIDDEN for another's. */
  async unusual(em: EntityManager, { viewer, now }: Actor, district: string | null): Promise<Unusual[]> {
    const { wholeCity, districts } = placesOf(viewer, 'WATCH_AUDIT');
    if (district !== null && !wholeCity && !districts.includes(district)) throw forbidden();
    const asked = district === null ? districts : [district];
    const since = startOfDay(dayAfter(businessDay(now), 1 - UNUSUAL_DAYS));
    const sought = { since, districts: wholeCity && district === null ? null : asked };
    return findUnusual(...(await Promise.all([hoursOfLooks(em, sought), hoursOfOwnFamily(em, sought)])));
  }
}
