import { businessDay, dayAfter } from '@enrolment/rulebook/calendar.js';
import { forecast, type DayFlow, type Forecast } from '@enrolment/rulebook/forecast.js';
import { FUNNEL } from '@enrolment/rulebook/stage-lists.js';
import { SERVICE_KINDS, type PhaseKind, type Stage } from '@enrolment/rulebook/vocabulary.js';
import { calendarOf } from '../calendar/windows.js';
import type { ReferenceData } from '../database/reference-data.js';
import type { Phase } from '../district/district.entity.js';
import { UNPUBLISHED } from '../record-list/unpublished.js';
import { stageBeforePublication } from '../record/visibility.js';
import { daysBetween } from './days.js';
import { countBy, partOf, sum, type Figures, type Scope } from './figures.js';
import { FunnelStepView, SeasonDayView } from './flow.type.js';
import type { Cell } from './tally.statements.js';

/** The funnel: how many ever reached a stage, how many are there, and how long the others stayed. */
export async function funnelOf(figures: Figures): Promise<FunnelStepView[]> {
  const [stages, reached, stays] = await Promise.all([
    figures.of('STAGE'),
    figures.of('REACHED'),
    figures.of('STEP'),
  ]);
  const allTold = await figures.allTold();
  const at = (cells: readonly Cell[], stage: Stage, part: number) =>
    cells.filter((cell) => partOf(cell, part) === stage);
  return FUNNEL.map((stage) => {
    const here = sum(at(stages, stage, 2));
    // Who was decided on follows from who has left the stage before, and from who ever came further.
    const tells = allTold || !UNPUBLISHED.includes(stage);
    const comesLater = !tells && stageBeforePublication(stage) !== stage;
    return new FunnelStepView(stage, {
      reached: comesLater ? here : sum(at(reached, stage, 0)),
      here,
      stays: new Map(tells ? at(stays, stage, 0).map((cell) => [Number(partOf(cell, 1)), cell.n]) : []),
    });
  });
}

/** The calendars that apply to a scope. */
async function phasesOf(
  reference: ReferenceData,
  { district }: Scope,
  season: number,
  kind: PhaseKind,
): Promise<Phase[]> {
  const calendars = await reference.calendars();
  const codes = district === null ? [...(await reference.districts()).keys()] : [district];
  return codes
    .flatMap((code) => SERVICE_KINDS.map((service) => calendarOf({ season, district: code, service })))
    .flatMap((key) => calendars.get(key) ?? [])
    .filter((phase) => phase.kind === kind);
}

/** When nothing waits any more; `flows` are those of the scope or of one of its districts. */
export async function forecastOf(
  reference: ReferenceData,
  scope: Scope,
  { waiting, flows, now }: { waiting: number; flows: readonly Cell[]; now: Date },
): Promise<Forecast | null> {
  const details = await phasesOf(reference, scope, scope.season, 'DETAILS');
  const closes = Math.max(...details.map(({ closesAt }) => closesAt.getTime()));
  const last = Number.isFinite(closes) ? businessDay(new Date(closes - 1)) : null;
  return forecast(waiting, daysOf(flows), businessDay(now), last, await reference.isWorkingDay());
}

function daysOf(flows: readonly Cell[]): DayFlow[] {
  const days = new Map<string, { day: string; came: number; decided: number }>();
  for (const cell of flows) {
    const day = partOf(cell, 0);
    const flow = days.get(day) ?? { day, came: 0, decided: 0 };
    flow[partOf(cell, 1) === 'IN' ? 'came' : 'decided'] += cell.n;
    days.set(day, flow);
  }
  return [...days.values()];
}

/** This season and the one before, day by day from the first opening of a registration; none while there is no opening. */
export async function besideLastYear(
  figures: Figures,
  reference: ReferenceData,
  now: Date,
): Promise<SeasonDayView[]> {
  const { season } = figures.scope;
  const [present, last] = await Promise.all([figures.of('REACHED'), figures.of('REACHED', season - 1)]);
  const [opened, openedLast] = await Promise.all(
    [season, season - 1].map(async (year) =>
      openingOf(await phasesOf(reference, figures.scope, year, 'REGISTRATION')),
    ),
  );
  if (!opened) return [];
  const today = daysBetween(opened, businessDay(now));
  const end = Math.max(lastDay(present, opened), openedLast ? lastDay(last, openedLast) : -1);
  const numbers = (cells: readonly Cell[], from: string) => {
    const counts = countBy(cells, (cell) => cell.key);
    return (day: number) => ({
      registered: counts.get(`REGISTERED/${dayAfter(from, day)}`) ?? 0,
      submitted: counts.get(`SUBMITTED/${dayAfter(from, day)}`) ?? 0,
    });
  };
  const ours = numbers(present, opened);
  const then = openedLast && last.length > 0 ? numbers(last, openedLast) : null;
  return Array.from(
    { length: end + 1 },
    (_, day) => new SeasonDayView(day, day > today ? null : ours(day), then?.(day) ?? null),
  );
}

const openingOf = (phases: readonly Phase[]): string | null =>
  phases.length === 0
    ? null
    : businessDay(new Date(Math.min(...phases.map(({ opensAt }) => opensAt.getTime()))));

/** The days from the opening to the last registration or submission; -1 if there was none. */
const lastDay = (cells: readonly Cell[], opened: string): number =>
  Math.max(
    -1,
    ...cells
      .filter((cell) => ['REGISTERED', 'SUBMITTED'].includes(partOf(cell, 0)))
      .map((cell) => daysBetween(opened, partOf(cell, 1))),
  );
