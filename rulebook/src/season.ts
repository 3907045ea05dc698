import './office-rules.js';
import { isCalendarDate, inWords } from './calendar.js';
import { PHASE_NAMES, SEASON_STATE_NAMES, SERVICE_NAMES } from './names.js';
import { refuse, type Refusal } from './refusal.js';
import { PHASE_KINDS, type PhaseKind, type SeasonState, type ServiceKind } from './vocabulary.js';
import type { Window } from './window.js';
import type { Words } from './words.js';

/** The windows of one district and service, by kind; a kind that the district has not set is absent. */
export type Calendar = Readonly<Partial<Record<PhaseKind, Window>>>;

/** The windows that must open before each other one: nothing is decided before the review, and no result comes before it. */
const OPENS_AFTER: Readonly<Partial<Record<PhaseKind, readonly PhaseKind[]>>> = {
  DETAILS: ['REGISTRATION'],
  REVIEW: ['REGISTRATION', 'DETAILS'],
  CORRECTION: ['REGISTRATION', 'DETAILS', 'REVIEW'],
  FORM_PRINTING: ['REGISTRATION', 'DETAILS', 'REVIEW'],
  SCHOOL_PREREGISTRATION: ['REGISTRATION', 'DETAILS', 'REVIEW', 'FORM_PRINTING'],
  RESULT: ['REGISTRATION', 'DETAILS', 'REVIEW', 'FORM_PRINTING', 'SCHOOL_PREREGISTRATION'],
};

/** What must not end before: whoever registers on the last day can still fill in, and a late review can be mended. */
const ENDS_AFTER: Readonly<Partial<Record<PhaseKind, readonly PhaseKind[]>>> = {
  DETAILS: ['REGISTRATION'],
  CORRECTION: ['REVIEW'],
};

/** Whether the windows of a district and service follow each other in the order of the way. */
export const checkCalendar = (calendar: Calendar): Refusal[] =>
  PHASE_KINDS.flatMap((kind) => checkPhase(calendar, kind));

/** One of its windows: whether it closes after it opens, and stands in its order. */
export function checkPhase(calendar: Calendar, kind: PhaseKind): Refusal[] {
  const window = calendar[kind];
  if (!window) return [];
  if (window.closesAt <= window.opensAt)
    return [refuse('phaseOrder', { field: 'closesAt', params: { phase: PHASE_NAMES[kind] } })];
  const late = latest(calendar, OPENS_AFTER[kind], 'opensAt');
  const open = latest(calendar, ENDS_AFTER[kind], 'closesAt');
  return [
    ...(late && window.opensAt < late.at
      ? [refuse('phaseOpensTooEarly', { field: 'opensAt', params: order(kind, late) })]
      : []),
    ...(open && window.closesAt < open.at
      ? [refuse('phaseEndsTooEarly', { field: 'closesAt', params: order(kind, open, true) })]
      : []),
  ];
}

interface Bound {
  readonly kind: PhaseKind;
  readonly at: Date;
}

function latest(
  calendar: Calendar,
  kinds: readonly PhaseKind[] | undefined,
  edge: 'opensAt' | 'closesAt',
): Bound | null {
  const bounds = (kinds ?? []).flatMap((kind) => {
    const window = calendar[kind];
    return window ? [{ kind, at: window[edge] }] : [];
  });
  return bounds.sort((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null;
}

const order = (kind: PhaseKind, { kind: other, at }: Bound, asEnd = false) => ({
  phase: PHASE_NAMES[kind],
  before: PHASE_NAMES[other],
  at: inWords(at, asEnd),
});

/** A child can be registered for one season at a time: two may be open at once, their registrations may not. */
export function checkRegistrations(
  window: Window,
  others: readonly (Window & { readonly season: number })[],
): Refusal[] {
  const clash = others.find((other) => window.opensAt < other.closesAt && other.opensAt < window.closesAt);
  if (!clash) return [];
  const params = { year: clash.season, closesAt: inWords(clash.closesAt, true) };
  return [refuse('registrationsOverlap', { field: 'opensAt', params })];
}

export interface SeasonFacts {
  readonly year: number;
  readonly state: SeasonState;
}

/** A season that is still worked on: its calendar can be set, its results can be published. */
export const isUnderWay = ({ state }: SeasonFacts): boolean => state === 'PLANNED' || state === 'OPEN';

/** The season that an act is for: the named one, or the only open one. */
export function chooseSeason<Season extends SeasonFacts>(
  seasons: readonly Season[],
  year: number | null,
): { season: Season } | { refusals: Refusal[] } {
  const open = seasons.filter(({ state }) => state === 'OPEN');
  if (year === null) {
    if (open.length === 1) return { season: open[0]! };
    const years = open.map((season) => season.year).sort();
    const params = { years: { 'zh-CN': years.join('、'), en: years.join(', ') } };
    return {
      refusals: [
        open.length === 0 ? refuse('seasonNone') : refuse('seasonNotNamed', { field: 'season', params }),
      ],
    };
  }
  const season = seasons.find((one) => one.year === year);
  if (!season) return { refusals: [refuse('seasonUnknown', { field: 'season', params: { year } })] };
  return isUnderWay(season) ? { season } : { refusals: [seasonIs(season)] };
}

/** What cannot be done with a season in the state that it is in. */
export const seasonIs = ({ year, state }: SeasonFacts): Refusal =>
  refuse('seasonState', { field: 'season', params: { year, state: SEASON_STATE_NAMES[state] } });

export interface SeasonPlan {
  readonly year: number;
  readonly bornFrom: string;
  readonly bornTo: string;
}

/** A season as it is laid out: a year, and the birth dates that it is for. */
export function checkPlan({ year, bornFrom, bornTo }: SeasonPlan): Refusal[] {
  if (!Number.isInteger(year) || year < 2000 || year > 2100) {
    return [refuse('valueUnknown', { field: 'year', params: { value: String(year) } })];
  }
  for (const [field, value] of [['bornFrom', bornFrom] as const, ['bornTo', bornTo] as const]) {
    if (!isCalendarDate(value)) return [refuse('dateFormat', { field, params: { value } })];
  }
  const age = year - Number(bornTo.slice(0, 4));
  return bornFrom > bornTo || age < 3 || age > 12 ? [refuse('seasonAges', { field: 'bornTo' })] : [];
}

export type SeasonStep = 'OPEN' | 'CLOSE' | 'ARCHIVE';

/** The states that each step leads from and to: a season goes one way, and never back. */
export const SEASON_STEPS: Readonly<Record<SeasonStep, { from: SeasonState; to: SeasonState }>> = {
  OPEN: { from: 'PLANNED', to: 'OPEN' },
  CLOSE: { from: 'OPEN', to: 'CLOSED' },
  ARCHIVE: { from: 'CLOSED', to: 'ARCHIVED' },
};

/** The step that leads on from a state; null where the way ends. */
export const nextStep = (state: SeasonState): SeasonStep | null =>
  (Object.keys(SEASON_STEPS) as SeasonStep[]).find((step) => SEASON_STEPS[step].from === state) ?? null;

export interface SeasonStepFacts {
  readonly season: SeasonFacts;
  /** Names of districts without a window for the registration. */
  readonly withoutCalendar: readonly Words[];
  /** Services with nothing to review in some district, where their records would wait for ever. */
  readonly withoutReview: readonly ServiceKind[];
  /** The last of its windows, in any district. */
  readonly lastEnd: Date | null;
  /** Another open season that still registers, and until when. */
  readonly registering: (Pick<Window, 'closesAt'> & { readonly season: number }) | null;
}

/** A season opens once every district has a calendar and items to review, and closes once the last window has. */
export function checkSeasonStep(step: SeasonStep, facts: SeasonStepFacts, now: Date): Refusal[] {
  const { season, lastEnd } = facts;
  if (season.state !== SEASON_STEPS[step].from) return [seasonIs(season)];
  if (step === 'OPEN') return checkOpening(facts);
  if (step === 'CLOSE' && lastEnd !== null && lastEnd > now) {
    return [refuse('seasonStillRuns', { params: { year: season.year, closesAt: inWords(lastEnd, true) } })];
  }
  return [];
}

function checkOpening({ season, withoutCalendar, withoutReview, registering }: SeasonStepFacts): Refusal[] {
  const { year } = season;
  const refusals: Refusal[] = [];
  if (withoutCalendar.length > 0) {
    refusals.push(refuse('seasonIncomplete', { params: { year, districts: listed(withoutCalendar) } }));
  }
  refusals.push(...checkReviewed(year, withoutReview));
  if (registering !== null) {
    const params = { year: registering.season, closesAt: inWords(registering.closesAt, true) };
    refusals.push(refuse('registrationsOverlap', { params }));
  }
  return refusals;
}

/** The same for a season that is open, when its items change. */
export function checkReviewed(year: number, withoutReview: readonly ServiceKind[]): Refusal[] {
  if (withoutReview.length === 0) return [];
  const services = listed(withoutReview.map((kind) => SERVICE_NAMES[kind]));
  return [refuse('seasonUnreviewed', { params: { year, services } })];
}

const listed = (names: readonly Words[]): Words => ({
  'zh-CN': names.map((name) => name['zh-CN']).join('、'),
  en: names.map((name) => name.en).join(', '),
});

/**
 * The season that newcomers are shown and register for: the newest open one, or else the newest that is over. Null while
 * there are only planned ones.
 */
export function presentSeason<Season extends SeasonFacts>(seasons: readonly Season[]): Season | null {
  const newest = (shown: readonly Season[]) => [...shown].sort((a, b) => b.year - a.year)[0] ?? null;
  return (
    newest(seasons.filter(({ state }) => state === 'OPEN')) ??
    newest(seasons.filter(({ state }) => state !== 'PLANNED'))
  );
}
