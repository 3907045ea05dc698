import {
  AHEAD_DAYS,
  HEALTH_KINDS,
  healthOf,
  LOOKED_THROUGH,
  together,
  type DistrictHealthKind,
  type HealthKind,
  type HealthState,
  type Standing,
} from '@enrolment/rulebook/service-health.js';
import type { PhaseKind, ServiceKind } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import type { ReferenceData } from '../database/reference-data.js';
import type { AuditVerifications } from '../platform/audit/verifications.js';
import { forbidden } from '../platform/errors.js';
import type { Viewer } from '../platform/identity.js';
import { placesOf } from '../record/access.js';
import { findHealth, type Beat, type Found, type StandingThere } from './found.js';

/** So long what was found is told again. Beyond that it says nothing any more. */
const KEPT_MS = 60_000;
/** How often a process looks by itself: several times while it is told, so that one look may fail or take its time. */
export const LOOK_MS = 15_000;

/** Districts begin and end alike, mostly. */
const MOST_AHEAD = 50;

const DAY_MS = 86_400_000;

/** A line of what is told. */
export interface HealthLine extends Standing, Beat {
  readonly kind: HealthKind;
  readonly state: HealthState;
  /** Whether there may be more than were counted. */
  readonly more: boolean;
  /** Of several districts, those where it is not well. */
  readonly places: readonly {
    readonly district: string;
    readonly count: number;
    readonly state: HealthState;
  }[];
}

export interface ServiceHealth {
  readonly at: Date;
  readonly lines: readonly HealthLine[];
}

/** A phase that begins or ends at a moment, and the districts where it does. */
export interface PhaseAhead {
  readonly season: number;
  readonly service: ServiceKind;
  readonly phase: PhaseKind;
  readonly begins: boolean;
  readonly at: Date;
  readonly districts: readonly string[];
}

/** What of the service is late or has failed, and since when: for people, and for `/metrics`. */
export class ServiceHealthService {
  /** What the last look found that came to its end. */
  private kept: Found | null = null;
  private looking: Promise<Found> | null = null;

  constructor(private readonly verifications: AuditVerifications) {}

  /** For administrators: of the whole city, or of what is these districts' own. FORBIDDEN for another's. */
  async tell(em: EntityManager, { viewer, now }: Actor, district: string | null): Promise<ServiceHealth> {
    const within = placesAsked(viewer, district);
    const found = this.known(now) ?? (await this.look(em, now));
    return { at: found.at, lines: linesOf(found, within) };
  }

  /**
   * How many lines of the same are not OK, for the mark on every page: out of memory, and null where nothing was found
   * lately, so that no page waits for a look or falls with it.
   */
  troubles({ viewer, now }: Actor, district: string | null): number | null {
    const within = placesAsked(viewer, district);
    const found = this.known(now);
    return found && linesOf(found, within).filter(({ state }) => state !== 'OK').length;
  }

  /** The phases that begin or end within the next days, in the same places. */
  async ahead(
    reference: ReferenceData,
    { viewer, now }: Actor,
    district: string | null,
  ): Promise<PhaseAhead[]> {
    const within = placesAsked(viewer, district);
    const until = new Date(now.getTime() + AHEAD_DAYS * DAY_MS);
    const turns = [...(await reference.calendars()).values()]
      .flat()
      .filter((phase) => within === null || within.includes(phase.district))
      .flatMap((phase) => [
        { ...placeOf(phase), district: phase.district, begins: true, at: phase.opensAt },
        { ...placeOf(phase), district: phase.district, begins: false, at: phase.closesAt },
      ])
      .filter(({ at }) => at > now && at <= until);
    const alike = Map.groupBy(turns, ({ season, service, phase, begins, at }) =>
      [season, service, phase, begins, at.getTime()].join(),
    );
    return [...alike.values()]
      .map((all) => {
        const { district: _, ...first } = all[0]!;
        return { ...first, districts: all.map(({ district: code }) => code).sort() };
      })
      .sort((one, other) => one.at.getTime() - other.at.getTime())
      .slice(0, MOST_AHEAD);
  }

  /** What was found lately. */
  private known(now: Date): Found | null {
    const { kept } = this;
    return kept && Math.abs(now.getTime() - kept.at.getTime()) < KEPT_MS ? kept : null;
  }

  /**
   * Looks anew, in a dozen statements, whatever the city's size; whoever asks meanwhile waits for the same. What was found
   * before is told until it succeeds.
   */
  look(em: EntityManager, now: Date): Promise<Found> {
    this.looking ??= findHealth(em.fork(), this.verifications, now)
      .then((found) => (this.kept = found))
      .finally(() => {
        this.looking = null;
      });
    return this.looking;
  }
}

/** The district that is asked about, or all that the viewer administers; null is the whole city. FORBIDDEN for another’s. */
function placesAsked(viewer: Viewer, district: string | null): readonly string[] | null {
  const { wholeCity, districts } = placesOf(viewer, 'WATCH_SERVICE');
  if (district === null) return wholeCity ? null : districts;
  if (!wholeCity && !districts.includes(district)) throw forbidden();
  return [district];
}

/** What is told of it: of the whole city, or of what is these districts' own. */
export function linesOf(
  { places, whole, beats }: Pick<Found, 'places' | 'whole' | 'beats'>,
  districts: readonly string[] | null,
): HealthLine[] {
  const isOfDistricts = (kind: HealthKind): kind is DistrictHealthKind => kind in places;
  return HEALTH_KINDS.filter((kind) => districts === null || isOfDistricts(kind)).map((kind): HealthLine => {
    const all = isOfDistricts(kind) ? places[kind] : [];
    const here = districts === null ? all : all.filter(({ district }) => districts.includes(district!));
    const standing = isOfDistricts(kind) ? together(here) : whole[kind];
    const beat = districts === null || kind === 'IDENTITY_CHECKS' ? beats[kind] : undefined;
    return {
      kind,
      ...standing,
      state: healthOf(standing),
      // What was cut for the city may be missing in any district.
      more:
        (standing.more ?? false) ||
        (isOfDistricts(kind) ? together(all) : standing).count >= LOOKED_THROUGH ||
        (kind === 'QUEUE' && standing.count >= MOST_DUE),
      places: districts?.length === 1 ? [] : troubledIn(here),
      succeededAt: beat?.succeededAt ?? null,
      failedAt: beat?.failedAt ?? null,
    };
  });
}

/** As many as `outbox.standing` counts. */
const MOST_DUE = 1_000;

/** The districts where it is not well. */
const troubledIn = (all: readonly StandingThere[]): HealthLine['places'] =>
  [...Map.groupBy(all, ({ district }) => district)]
    .flatMap(([district, there]) => {
      const standing = together(there);
      const state = healthOf(standing);
      return district === null || state === 'OK' ? [] : [{ district, count: standing.count, state }];
    })
    .sort((one, other) => one.district.localeCompare(other.district));

const placeOf = ({ season, service, kind }: { season: number; service: ServiceKind; kind: PhaseKind }) => ({
  season,
  service,
  phase: kind,
});
