import { dayAfter } from './calendar.js';
import { workingDays, type IsWorkingDay } from './working-days.js';

/** What a day brought: the records that came to wait for a decision, and those that ceased to. */
export interface DayFlow {
  readonly day: string;
  readonly came: number;
  readonly decided: number;
}

export interface Forecast {
  /** How many are decided on a working day, on average. */
  readonly decidedADay: number;
  /** How many come on a working day, on average. */
  readonly cameADay: number;
  /** The first day at whose end nothing waits; null if that is more than a year away. */
  readonly expected: string | null;
  /** The chance is one in ten that it comes earlier than this, and one in ten that it comes later than `late`. */
  readonly early: string | null;
  readonly late: string | null;
}

/** How many working days the forecast looks back on. */
const OBSERVED = 10;
/** Fewer days than this say nothing. */
const LEAST = 3;
const HORIZON = 366;
/** Nine tenths of a normal distribution lie below it. */
const NINE_IN_TEN = 1.2816;

/** What the days of one kind, working days or days off, were like. */
class Kind {
  private readonly days: readonly DayFlow[];
  constructor(days: readonly DayFlow[]) {
    this.days = days;
  }
  mean(of: (flow: DayFlow) => number): number {
    return this.days.reduce((sum, day) => sum + of(day), 0) / Math.max(1, this.days.length);
  }
  /** The variance of the sum over the coming days: the days scatter, and their mean is known from only a few. */
  variance(of: (flow: DayFlow) => number, days: number): number {
    const n = this.days.length;
    if (n < 2 || days === 0) return 0;
    const mean = this.mean(of);
    const scatter = this.days.reduce((sum, day) => sum + (of(day) - mean) ** 2, 0) / (n - 1);
    return scatter * (days + days ** 2 / n);
  }
}

const came = (flow: DayFlow) => flow.came;
const decided = (flow: DayFlow) => flow.decided;
const net = (flow: DayFlow) => flow.came - flow.decided;

/**
 * When nothing waits any more, if things go on as on the last working days and days off before today. Their flows are
 * given by day; a day that is absent brought nothing. Nothing comes after `comesUntil`, the last day on which families
 * may submit. null while too few days are known, or nothing is decided.
 */
export function forecast(
  waiting: number,
  flows: readonly DayFlow[],
  today: string,
  comesUntil: string | null = null,
  isWorkingDay: IsWorkingDay = workingDays([]),
): Forecast | null {
  const known = new Map(flows.map((flow) => [flow.day, flow]));
  const [first] = [...known.keys()].sort();
  if (first === undefined) return null;
  const back = Array.from({ length: 2 * OBSERVED }, (_, ago) => dayAfter(today, -1 - ago))
    .filter((day) => day >= first)
    .map((day) => known.get(day) ?? { day, came: 0, decided: 0 });
  const workdays = back.filter(({ day }) => isWorkingDay(day)).slice(0, OBSERVED);
  if (workdays.length < LEAST) return null;
  const work = new Kind(workdays);
  const rest = new Kind(back.filter(({ day }) => !isWorkingDay(day)));
  if (work.mean(decided) === 0) return null;

  const found: { early: string | null; expected: string | null; late: string | null } = {
    early: waiting === 0 ? today : null,
    expected: waiting === 0 ? today : null,
    late: waiting === 0 ? today : null,
  };
  const ahead = { work: { open: 0, over: 0 }, rest: { open: 0, over: 0 } };
  let left = waiting;
  for (let days = 1; days <= HORIZON && found.late === null; days += 1) {
    const day = dayAfter(today, days);
    const stillComes = comesUntil === null || day <= comesUntil;
    const [kind, counted] = isWorkingDay(day) ? [work, ahead.work] : [rest, ahead.rest];
    counted[stillComes ? 'open' : 'over'] += 1;
    left += stillComes ? kind.mean(net) : -kind.mean(decided);
    const variance =
      work.variance(net, ahead.work.open) +
      work.variance(decided, ahead.work.over) +
      rest.variance(net, ahead.rest.open) +
      rest.variance(decided, ahead.rest.over);
    const margin = NINE_IN_TEN * Math.sqrt(variance);
    if (left - margin <= 0) found.early ??= day;
    if (left <= 0) found.expected ??= day;
    if (left + margin <= 0) found.late ??= day;
  }
  return { decidedADay: work.mean(decided), cameADay: work.mean(came), ...found };
}
