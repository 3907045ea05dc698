import { officeFor } from '@enrolment/rulebook/access.js';
import { stagesTouched } from '@enrolment/rulebook/calendar-preview.js';
import { Refused, refuse, type Refusal } from '@enrolment/rulebook/refusal.js';
import {
  checkPhase,
  checkRegistrations,
  chooseSeason,
  isUnderWay,
  type Calendar,
} from '@enrolment/rulebook/season.js';
import { PHASE_KINDS, SERVICE_KINDS, STAGES, type ServiceKind } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { District, Phase } from '../district/district.entity.js';
import type { Edition } from '../edition/edition.entity.js';
import {
  changesOf,
  editing,
  editionsOf,
  keepEdition,
  refusedAsOld,
  type ContentChange,
} from '../edition/editions.js';
import type { AuditAction } from '../platform/audit/actions.js';
import { forbidden } from '../platform/errors.js';
import { administers } from '../record/access.js';
import { Season } from '../season/season.entity.js';
import { holdSeasons } from '../season/season.service.js';
import { calendarEdited, contentOfCalendar, withChanged, type ServiceWindow } from './calendar.content.js';
import { countStanding, type Standing } from './calendar.statements.js';

export interface CalendarChange {
  readonly district: string;
  /** Year of the season; null for the only open one. */
  readonly season: number | null;
  /** As which version it was seen; null for whoever names none. */
  readonly seen: number | null;
  /** What is changed; every other window stays. */
  readonly windows: readonly ServiceWindow[];
  /** Only tried: what it would change, and for whom. */
  readonly dryRun: boolean;
}

/** The calendar of a district in a season, as its office sees it. */
export interface OfficeCalendar {
  readonly district: District;
  readonly season: Season;
  readonly windows: readonly ServiceWindow[];
  /** The newest first. */
  readonly editions: readonly Edition[];
}

export interface ChangedCalendar {
  readonly calendar: OfficeCalendar;
  readonly applied: boolean;
  readonly changes: readonly ContentChange[];
  /** Live records whose families read something else since. */
  readonly touched: readonly Standing[];
}

/** The calendars of the districts. Their administrators set them, because windows are data. */
export class CalendarService {
  /** Null alike for a district or season that there is not and for one that is not theirs. */
  async read(
    em: EntityManager,
    { viewer }: Actor,
    { district: code, season: year }: { district: string; season: number },
  ): Promise<OfficeCalendar | null> {
    if (!officeFor('READ_CALENDAR', viewer.roles, { district: code })) return null;
    // Before the windows: at worst an old version goes with new ones, and a change of it is refused.
    const editions = await editionsOf(em, calendarEdited(year, code));
    const [district, season, windows] = await Promise.all([
      em.findOne(District, { code }),
      em.findOne(Season, { year }),
      em.find(Phase, { season: year, district: code }),
    ]);
    return district && season && { district, season, windows, editions };
  }

  /** One window, by whoever changes no other. */
  async setPhase(
    em: EntityManager,
    actor: Actor,
    { window, ...place }: Omit<CalendarChange, 'windows' | 'dryRun' | 'seen'> & { window: ServiceWindow },
  ): Promise<ServiceWindow | Refused> {
    const change = { ...place, windows: [window], seen: null, dryRun: false };
    const result = await this.change(em, actor, change, 'PHASE_SET');
    if (!(result instanceof Refused)) return window;
    return new Refused(
      result.refusals.map((refusal) => ({ ...refusal, field: refusal.field?.split('.').at(-1) ?? null })),
    );
  }

  set(em: EntityManager, actor: Actor, change: CalendarChange): Promise<ChangedCalendar | Refused> {
    return this.change(em, actor, change, 'CALENDAR_SET');
  }

  private async change(
    em: EntityManager,
    actor: Actor,
    { district: code, season: year, seen, windows, dryRun }: CalendarChange,
    action: AuditAction,
  ): Promise<ChangedCalendar | Refused> {
    const { viewer, now } = actor;
    if (!administers(viewer, code)) throw forbidden();
    const district = await em.findOne(District, { code });
    if (!district) throw forbidden();
    const seasons = await em.find(Season, {}, { orderBy: { year: 'asc' } });
    const known = chooseSeason(seasons, year);
    if ('refusals' in known) return new Refused(known.refusals);
    const edited = calendarEdited(known.season.year, code);
    return editing(em, edited, async (tx) => {
      const held = await holdSeasons(tx);
      const chosen = chooseSeason(held, known.season.year);
      if ('refusals' in chosen) return new Refused(chosen.refusals);
      const { season } = chosen;
      const editions = await editionsOf(tx, edited);
      const old = refusedAsOld(editions, seen);
      if (old) return old;
      const phases = await tx.find(Phase, {
        season: { $in: held.filter(isUnderWay).map((one) => one.year) },
        district: code,
      });
      const own = phases.filter((phase) => phase.season === season.year);
      const after = withChanged(own, windows);
      const others = phases.filter((phase) => phase.season !== season.year);
      const refusals = checkWindows(windows, after, others);
      if (refusals.length > 0) return new Refused(refusals);
      const content = { before: contentOfCalendar(own), after: contentOfCalendar(after) };
      const changes = changesOf('CALENDAR', content.before, content.after);
      const told = { district, before: own, after };
      const touched = touchedOf(await countStanding(tx, code, season.year), told, now);
      const calendar = { district, season, windows: after, editions };
      if (dryRun || changes.length === 0) return { calendar, applied: !dryRun, changes, touched };
      for (const window of windows) {
        const phase = own.find(({ service, kind }) => service === window.service && kind === window.kind);
        if (phase) phase.move(window);
        else tx.create(Phase, { season: season.year, district: code, ...window });
      }
      const kept = { ...content, editions, action, role: 'DISTRICT_ADMIN', season: season.year } as const;
      const edition = await keepEdition(tx, actor, edited, kept);
      return {
        calendar: { ...calendar, editions: [edition, ...editions] },
        applied: true,
        changes,
        touched,
      };
    });
  }
}

export const calendarIn = (windows: readonly ServiceWindow[], service: ServiceKind): Calendar =>
  Object.fromEntries(windows.filter((one) => one.service === service).map((one) => [one.kind, one]));

/** The changed services as they would be, and beside the registrations of the other seasons; each refusal at its window. */
export function checkWindows(
  changed: readonly ServiceWindow[],
  after: readonly ServiceWindow[],
  others: readonly (ServiceWindow & { readonly season: number })[],
): Refusal[] {
  const at = ({ service, kind }: Pick<ServiceWindow, 'service' | 'kind'>, refusal: Refusal): Refusal => ({
    ...refusal,
    field: `${service}.${kind}.${refusal.field ?? 'opensAt'}`,
  });
  const twice = changed.filter(
    (one, place) =>
      changed.findIndex(({ service, kind }) => service === one.service && kind === one.kind) < place,
  );
  if (twice.length > 0) return twice.map((one) => at(one, refuse('entryTwice', { field: 'opensAt' })));
  const services = SERVICE_KINDS.filter((service) => changed.some((one) => one.service === service));
  return services.flatMap((service) => {
    const calendar = calendarIn(after, service);
    const registration = changed.find((one) => one.service === service && one.kind === 'REGISTRATION');
    const registrations = others.filter((one) => one.service === service && one.kind === 'REGISTRATION');
    return [
      ...PHASE_KINDS.flatMap((kind) =>
        checkPhase(calendar, kind).map((refusal) => at({ service, kind }, refusal)),
      ),
      ...(registration
        ? checkRegistrations(registration, registrations).map((refusal) => at(registration, refusal))
        : []),
    ];
  });
}

/** Of the live records those whose families read something else after a change, in the order of the way. */
function touchedOf(
  standing: readonly Standing[],
  {
    district,
    before,
    after,
  }: { district: District; before: readonly ServiceWindow[]; after: readonly ServiceWindow[] },
  now: Date,
): Standing[] {
  const [hotline = ''] = district.hotline;
  return SERVICE_KINDS.flatMap((service) => {
    const stages = stagesTouched(
      { phases: calendarIn(before, service), hotline },
      { phases: calendarIn(after, service), hotline },
      now,
    );
    return standing
      .filter((one) => one.service === service && stages.includes(one.stage))
      .sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
  });
}
