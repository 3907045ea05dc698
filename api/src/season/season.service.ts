import { refuse, Refused, type Refusal } from '@enrolment/rulebook/refusal.js';
import {
  checkPlan,
  checkSeasonStep,
  isUnderWay,
  nextStep,
  seasonIs,
  type SeasonPlan,
  type SeasonStep,
  type SeasonStepFacts,
} from '@enrolment/rulebook/season.js';
import { SERVICE_KINDS, type ServiceKind, type Stage } from '@enrolment/rulebook/vocabulary.js';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { asKnown, stageLines, type Line } from '../dashboard/figures.js';
import { CITY } from '../dashboard/tally.entity.js';
import { readTallies } from '../dashboard/tally.statements.js';
import { District, Phase } from '../district/district.entity.js';
import { Edition } from '../edition/edition.entity.js';
import {
  changesOf,
  editing,
  editionsOf,
  keepEdition,
  refusedAsOld,
  revisionOf,
} from '../edition/editions.js';
import { audit } from '../platform/audit/audit.js';
import type { AuditAction } from '../platform/audit/actions.js';
import { forbidden } from '../platform/errors.js';
import { administersCity } from '../record/access.js';
import { ReviewRequirement } from '../review/review.entity.js';
import { carryOver } from './carry-over.js';
import { contentOfSeason, Season, seasonEdited } from './season.entity.js';

const ACTION_OF_STEP: Readonly<Record<SeasonStep, AuditAction>> = {
  OPEN: 'SEASON_OPENED',
  CLOSE: 'SEASON_CLOSED',
  ARCHIVE: 'SEASON_ARCHIVED',
};

export interface SeasonOverview {
  readonly season: Season;
  /** As which version of its plan it is known. */
  readonly revision: number;
  readonly next: SeasonStep | null;
  readonly obstacles: readonly Refusal[];
  /** The end of its last window; null where it has none, or is over. */
  readonly lastEnd: Date | null;
  readonly stages: readonly Line<Stage>[];
}

/** The seasons, which the city plans, opens, closes and archives. */
export class SeasonService {
  /** A season that nobody sees yet; laid out anew as long as it is not open. */
  async plan(
    em: EntityManager,
    actor: Actor,
    { seen, ...plan }: SeasonPlan & { readonly seen: number | null },
  ): Promise<Season | Refused> {
    if (!administersCity(actor.viewer)) throw forbidden();
    const malformed = checkPlan(plan);
    if (malformed.length > 0) return new Refused(malformed);
    const edited = seasonEdited(plan.year);
    return editing(em, edited, async (tx) => {
      const seasons = await holdSeasons(tx);
      const known = seasons.find(({ year }) => year === plan.year);
      const editions = await editionsOf(tx, edited);
      const old = refusedAsOld(editions, seen);
      if (old) return old;
      if (known && known.state !== 'PLANNED') return new Refused([seasonIs(known)]);
      const [before, after] = [known ? contentOfSeason(known) : {}, contentOfSeason(plan)];
      if (known && changesOf(edited.kind, before, after).length === 0) return known;
      const season = await tx.upsert(Season, { ...plan, state: 'PLANNED' });
      if (!known) await carryOver(tx, seasons, plan.year);
      const kept = { editions, before, after, role: 'MUNICIPAL_ADMIN', season: plan.year } as const;
      const detail = { year: String(plan.year) };
      await keepEdition(tx, actor, edited, { ...kept, action: 'SEASON_PLANNED', detail });
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
      const factsOf = await gatherStepFacts(tx, seasons, actor.now);
      const refusals = checkSeasonStep(step, factsOf(season), actor.now);
      if (refusals.length > 0) return new Refused(refusals);
      season.take(step, actor.now);
      await this.note(tx, actor, ACTION_OF_STEP[step], year);
      return season;
    });
  }

  /** Every season, the newest first, with what stands in the way of its next step; read anew, and nothing is changed. */
  async overviews(em: EntityManager, { viewer, now }: Actor): Promise<SeasonOverview[]> {
    if (!administersCity(viewer)) throw forbidden();
    // Before the seasons: at worst an old version goes with a new plan, and a change of it is refused.
    const editions = await em.fork().find(Edition, { kind: 'SEASON' }, { orderBy: { number: 'desc' } });
    const seasons = await em.fork().find(Season, {}, { orderBy: { year: 'desc' } });
    const [factsOf, cells] = await Promise.all([
      gatherStepFacts(em, seasons, now),
      readTallies(em, { seasons: seasons.map(({ year }) => year), scope: CITY, facets: ['STAGE'], each: [] }),
    ]);
    // As in its dashboard, the city knows of no result that is not published.
    const known = asKnown(cells, { unpublished: false });
    return seasons.map((season) => {
      const next = nextStep(season.state);
      const facts = factsOf(season);
      return {
        season,
        revision: revisionOf(editions.filter(({ subject }) => subject === String(season.year))),
        next,
        obstacles: next === null ? [] : checkSeasonStep(next, facts, now),
        lastEnd: facts.lastEnd,
        stages: stageLines(known.filter((cell) => cell.season === season.year)),
      };
    });
  }

  private note(tx: EntityManager, actor: Actor, action: AuditAction, season: number): Promise<void> {
    const { now: at, viewer } = actor;
    return audit(tx, {
      at,
      actor: viewer.subject,
      actorRole: 'MUNICIPAL_ADMIN',
      action,
      recordNumber: null,
      district: null,
      season,
    });
  }
}

/**
 * Every season, held until the transaction ends: whoever changes a season or a calendar goes one after the other, so that
 * each is judged by what the one before has left.
 */
export const holdSeasons = (tx: EntityManager): Promise<Season[]> =>
  tx.find(Season, {}, { orderBy: { year: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });

/** Reads once what is asked of each season; the facts of one of them are then a question. */
export async function gatherStepFacts(
  em: EntityManager,
  seasons: readonly Season[],
  now: Date,
): Promise<(season: Season) => SeasonStepFacts> {
  const underWay = seasons.filter(isUnderWay).map(({ year }) => year);
  const [districts, requirements, phases] = await Promise.all([
    em.find(District, {}, { orderBy: { position: 'asc' } }),
    em.find(ReviewRequirement, { season: { $in: underWay } }),
    em.find(Phase, { season: { $in: underWay } }),
  ]);
  const open = new Set(seasons.filter(({ state }) => state === 'OPEN').map(({ year }) => year));
  return (season) => {
    const own = phases.filter((phase) => phase.season === season.year);
    const registered = new Set(
      own.filter(({ kind }) => kind === 'REGISTRATION').map(({ district }) => district),
    );
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
      withoutReview: withoutReview(
        requirements.filter((one) => one.season === season.year),
        districts,
      ),
      lastEnd: ends.length > 0 ? new Date(Math.max(...ends)) : null,
      registering: registering ? { season: registering.season, closesAt: registering.closesAt } : null,
    };
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
