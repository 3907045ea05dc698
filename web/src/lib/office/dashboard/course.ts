import { isWeekend } from '@enrolment/rulebook/working-days.ts';
import type { Stage } from '@enrolment/schema/client';
import { formatDay, formatFullDay, type Language } from '#lib/format.ts';
import { stageName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import type { Count } from '../charts/drawing.ts';
import { daysBetween } from '../days.ts';
import { duration, inWords, share } from '../figures.ts';
import { asTold, countOf, sumOf } from './cells.ts';
import type { Dashboard, Panel } from './panel.ts';
import { undecidedIn } from './undecided.ts';

/** All longer waits are counted together. */
const LONGEST_DAYS = 14;

/** How many reached each stage, how many are in it now, and how long it took them to leave it. */
export function funnel({ funnel: found }: Dashboard): Panel {
  const at = (stage: Stage) => found.find((step) => step.stage === stage)?.reached ?? 0;
  const approved = share(at('APPROVED'), at('REGISTERED'));
  const steps = found.map(({ stage, reached, here, stay }) => ({
    label: stageName(stage),
    reached,
    here,
    hereInWords: m.office_board_here({ n: inWords(here) }),
    took: stay
      ? m.office_board_took({ median: duration(stay.medianSeconds), p90: duration(stay.p90Seconds) })
      : null,
  }));
  return {
    id: 'funnel',
    title: m.office_board_funnel(),
    text: m.office_board_funnel_text({ share: approved || '0%' }),
    sheet: {
      columns: [
        m.office_stage(),
        m.office_board_reached(),
        m.office_board_here_now(),
        m.office_board_median(),
        m.office_board_p90(),
      ],
      rows: found.map(({ stage, reached, here, stay }) => [
        stageName(stage),
        reached,
        here,
        stay ? duration(stay.medianSeconds) : '—',
        stay ? duration(stay.p90Seconds) : '—',
      ]),
    },
    drawing: { kind: 'funnel', steps },
    wide: false,
  };
}

/** The day on which nothing will be waiting, at the present pace. */
export function forecast(board: Dashboard, language: Language): Panel | null {
  const { forecast: found, waiting: undecided, asOf } = board;
  if (!found || undecided === 0) return null;
  const { early, expected, late } = found;
  const inDays = (day: string) => Math.max(0, Math.round(daysBetween(asOf, `${day}T00:00:00+08:00`)));
  const word = (day: string | null) => (day ? formatFullDay(day, language) : m.office_board_beyond());
  const perDay = (n: number) => n.toLocaleString('en', { maximumFractionDigits: 1 });
  return {
    id: 'forecast',
    title: m.office_board_forecast(),
    text: expected
      ? m.office_board_forecast_text({ day: formatDay(expected, language), late: word(late) })
      : m.office_board_forecast_never(),
    sheet: {
      columns: [m.office_board_pace(), m.office_board_done_by()],
      rows: [
        [m.office_board_early(), word(early)],
        [m.office_board_expected(), word(expected)],
        [m.office_board_late(), word(late)],
        [m.office_board_decided_a_day(), perDay(found.decidedADay)],
        [m.office_board_came_a_day(), perDay(found.cameADay)],
      ],
    },
    drawing: expected
      ? {
          kind: 'forecast',
          waiting: undecided,
          todayInWords: m.office_board_waiting_now({ n: inWords(undecided) }),
          days: {
            early: early ? inDays(early) : 0,
            expected: inDays(expected),
            late: late ? inDays(late) : null,
          },
          expectedInWords: formatDay(expected, language),
        }
      : null,
    wide: false,
  };
}

export function waiting(board: Dashboard, days: number): Panel {
  const cells = board.byDaysWaited;
  const undecided = undecidedIn(board, days);
  const longest = Math.max(0, ...cells.map((cell) => cell.days));
  const columns = Array.from({ length: Math.min(longest, LONGEST_DAYS) + 1 }, (_, day) => {
    const last = day === LONGEST_DAYS;
    const count = sumOf(cells.filter((cell) => (last ? cell.days >= day : cell.days === day)));
    const label = day === 0 ? m.office_board_today() : `${day}${last && longest > day ? '+' : ''}`;
    return { label, count, strong: day > days };
  });
  return {
    id: 'waiting',
    title: m.office_board_waiting(),
    text:
      undecided.all === null || undecided.over === null
        ? m.office_board_waiting_hidden({ days })
        : m.office_board_waiting_text({
            waiting: inWords(undecided.all),
            over: inWords(undecided.over),
            days,
          }),
    sheet: {
      columns: [m.office_board_days_waited(), m.office_board_records()],
      rows: cells.map((cell) => [String(cell.days), countOf(cell)]),
    },
    drawing: { kind: 'columns', columns, limit: m.office_board_over({ days }) },
    wide: false,
  };
}

export function daily(board: Dashboard, language: Language): Panel {
  const days = board.byDay.map((one) => ({
    day: one.day,
    registered: asTold(one.registered, one.registeredDisclosure),
    submitted: asTold(one.submitted, one.submittedDisclosure),
  }));
  return {
    id: 'days',
    title: m.office_board_daily(),
    text: m.office_board_daily_text(),
    sheet: {
      columns: [m.office_board_day(), m.office_board_registered(), m.office_board_submitted()],
      rows: days.map(({ day, registered, submitted }) => [
        formatFullDay(day, language),
        registered,
        submitted,
      ]),
    },
    // One day makes no line.
    drawing:
      days.length < 2
        ? null
        : {
            kind: 'lines',
            labels: days.map(({ day }) => formatDay(day, language)),
            series: [
              {
                label: m.office_board_registered(),
                counts: days.map(({ registered }) => registered),
                beside: false,
              },
              {
                label: m.office_board_submitted(),
                counts: days.map(({ submitted }) => submitted),
                beside: true,
              },
            ],
            bands: daysOff(board.byDay),
          },
    wide: true,
  };
}

/** How many were registered by each day since the opening, this season and last. */
export function besideLastYear({ besideLastYear: days, season }: Dashboard): Panel | null {
  if (!days.some(({ registeredLastYear }) => registeredLastYear)) return null;
  const now = running(days.map(({ registered }) => registered ?? null));
  const before = running(days.map(({ registeredLastYear }) => registeredLastYear ?? null));
  const [thisYear, lastYear] = [String(season), String(season - 1)];
  return {
    id: 'years',
    title: m.office_board_years(),
    text: m.office_board_years_text(),
    sheet: {
      columns: [
        m.office_board_day_from_opening(),
        m.office_board_registered_in({ year: thisYear }),
        m.office_board_registered_in({ year: lastYear }),
        m.office_board_submitted_in({ year: thisYear }),
        m.office_board_submitted_in({ year: lastYear }),
      ],
      rows: days.map(({ day, registered, registeredLastYear, submitted, submittedLastYear }) => [
        String(day + 1),
        registered ?? '',
        registeredLastYear ?? '',
        submitted ?? '',
        submittedLastYear ?? '',
      ]),
    },
    drawing: {
      kind: 'lines',
      labels: days.map(({ day }) => m.office_board_nth_day({ n: day + 1 })),
      series: [
        { label: thisYear, counts: now, beside: false },
        { label: lastYear, counts: before, beside: true },
      ],
      bands: [],
    },
    wide: true,
  };
}

/** Running totals; days to come have none. */
function running(counts: readonly Count[]): Count[] {
  let sum = 0;
  return counts.map((count) => (typeof count === 'number' ? (sum += count) : null));
}

/** Days that are no working days, those in a row as one: a weekend, or with a weekday among them a holiday. */
function daysOff(days: Dashboard['byDay']) {
  const bands: { from: number; to: number; label: string }[] = [];
  for (const [index, { day, workingDay }] of days.entries()) {
    if (workingDay) continue;
    const label = isWeekend(day) ? m.office_board_weekend() : m.office_board_holiday();
    const last = bands.at(-1);
    if (last?.to !== index - 1) bands.push({ from: index, to: index, label });
    else {
      last.to = index;
      if (!isWeekend(day)) last.label = label;
    }
  }
  return bands;
}
