import { refuse, Refused } from '@enrolment/rulebook/refusal.js';
import {
  checkPlan,
  checkSeasonStep,
  isUnderWay,
  seasonIs,
  type SeasonPlan,
  type SeasonStep,
  type SeasonStepFacts,
} from '@enrolment/rulebook/season.js';
import { SERVICE_KINDS, type ServiceKind } from '@enrolment/rulebook/vocabulary.js';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { District, Phase } from '../district/district.entity.js';
import type { AuditDetail } from '../platform/audit/audit.entity.js';
import { audit } from '../platform/audit/audit.js';
import type { AuditAction } from '../platform/audit/actions.js';
import { forbidden } from '../platform/errors.js';
import { administersCity } from '../record/access.js';
import { ReviewRequirement } from '../review/review.entity.js';
import { carryOver } from './carry-over.js';
import { Season } from './season.entity.js';

const ACTION_OF_STEP: Readonly<Record<SeasonStep, AuditAction>> = {
  OPEN: 'SEASON_OPENED',
  CLOSE: 'SEASON_CLOSED',
  ARCHIVE: 'SEASON_ARCHIVED',
};

/** The seasons, which the city plans, opens, closes and archives. */
export class SeasonService {
  /** A season that nobody sees yet; laid out anew as long as it is not open. */
  async plan(em: EntityManager, actor: Actor, plan: SeasonPlan): Promise<Season | Refused> {
    if (!administersCity(actor.viewer)) throw forbidden();
    const malformed = checkPlan(plan);
    if (malformed.length > 0) return new Refused(malformed);
    return em.fork().transactional(async (tx) => {
      const seasons = await holdSeasons(tx);
      const known = seasons.find(({ year }) => year === plan.year);
      if (known && known.state !== 'PLANNED') return new Refused([seasonIs(known)]);
      const season = await tx.upsert(Season, { ...plan, state: 'PLANNED' });
      if (!known) await carryOver(tx, seasons, plan.year);
      await this.note(tx, actor, 'SEASON_PLANNED', plan.year, {
        bornFrom: plan.bornFrom,
        bornTo: plan.bornTo,
      });
      return season;
    });
  }

  /** Opens, closes or archives a season; it never goes back. */
  async step(em: EntityManager, actor: Actor, year: number, step: SeasonStep): Promise<Season | Refused> {
    if (!administersCity(actor.viewer)) throw forbidden();
    return em.fork().transactional(async (tx) => {
      const seasons = await holdSeasons(tx);
      const season = seasons.find((one) => one.year === year);
      if (!season) return new Refused([refuse('seasonUnknown', { field: 'year', params: { year } })]);
      const refusals = checkSeasonStep(
        step,
        await gatherStepFacts(tx, season, seasons, actor.now),
        actor.now,
      );
      if (refusals.length > 0) return new Refused(refusals);
      season.take(step, actor.now);
      await this.note(tx, actor, ACTION_OF_STEP[step], year);
      return season;
    });
  }

  private note(
    tx: EntityManager,
    actor: Actor,
    action: AuditAction,
    season: number,
    detail: AuditDetail | null = null,
  ): Promise<void> {
    const { now: at, viewer } = actor;
    return audit(tx, {
      at,
      actor: viewer.subject,
      actorRole: 'MUNICIPAL_ADMIN',
      action,
      recordNumber: null,
      district: null,
      season,
      detail,
    });
  }
}

/**
 * Every season, held until the transaction ends: whoever changes a season or a calendar goes one after the other, so that
 * each is judged by what the one before has left.
 */
export const holdSeasons = (tx: EntityManager): Promise<Season[]> =>
  tx.find(Season, {}, { orderBy: { year: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });

export async function gatherStepFacts(
  tx: EntityManager,
  season: Season,
  seasons: readonly Season[],
  now: Date,
): Promise<SeasonStepFacts> {
  const [districts, requirements, phases] = await Promise.all([
    tx.find(District, {}, { orderBy: { position: 'asc' } }),
    tx.find(ReviewRequirement, { season: season.year }),
    tx.find(Phase, { season: { $in: seasons.filter(isUnderWay).map(({ year }) => year) } }),
  ]);
  const own = phases.filter((phase) => phase.season === season.year);
  const registered = new Set(
    own.filter(({ kind }) => kind === 'REGISTRATION').map(({ district }) => district),
  );
  const open = new Set(seasons.filter(({ state }) => state === 'OPEN').map(({ year }) => year));
  const registering = phases
    .filter(
      (phase) =>
        phase.kind === 'REGISTRATION' &&
        phase.season !== season.year &&
        open.has(phase.season) &&
        phase.closesAt > now,
    )
    .sort((a, b) => b.closesAt.getTime() - a.closesAt.getTime())[0];
  const ends = own.map(({ closesAt }) => closesAt.getTime());
  return {
    season,
    withoutCalendar: districts
      .filter(({ code }) => !registered.has(code))
      .map(({ name, nameEn }) => ({ 'zh-CN': name, en: nameEn })),
    withoutReview: withoutReview(requirements, districts),
    lastEnd: ends.length > 0 ? new Date(Math.max(...ends)) : null,
    registering: registering ? { season: registering.season, closesAt: registering.closesAt } : null,
  };
}

/** Services that have, in some district, neither items of its own nor the city’s. */
export function withoutReview(
  items: readonly Pick<ReviewRequirement, 'service' | 'kind' | 'district'>[],
  districts: readonly Pick<District, 'code'>[],
): ServiceKind[] {
  // Identity is checked by the authorities: whoever has that item alone has nothing that an officer decides.
  const decided = items.filter(({ kind }) => kind !== 'IDENTITY_AND_HUKOU');
  const reviewed = (service: ServiceKind, district: string | null) =>
    decided.some((item) => item.service === service && (item.district ?? null) === district);
  return SERVICE_KINDS.filter(
    (service) => !reviewed(service, null) && !districts.every(({ code }) => reviewed(service, code)),
  );
}
