import { beijingTime, startOfDay } from '@enrolment/rulebook/wall-clock.ts';

const DAY_MS = 86_400_000;

export interface Bar {
  readonly opensAt: string;
  readonly closesAt: string;
}

/** A line of days from left to right, a little longer than what lies on it. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  /** The first day of each month: its place, and its number. */
  readonly months: readonly { readonly at: string; readonly month: number }[];
}

const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`;

export function scaleOf(bars: readonly Bar[], ...instants: readonly string[]): Scale {
  const edges = [...bars.flatMap(({ opensAt, closesAt }) => [opensAt, closesAt]), ...instants].map(
    Date.parse,
  );
  const from = Math.min(...edges) - 2 * DAY_MS;
  const to = Math.max(...edges) + 2 * DAY_MS;
  const first = beijingTime(new Date(from));
  const months: { at: string; month: number }[] = [];
  for (let ahead = 0; ahead < 36; ahead += 1) {
    const month = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + ahead, 1));
    const instant = startOfDay(month.toISOString().slice(0, 10)).getTime();
    if (instant >= to) break;
    const at = placeOf({ from, to }, instant);
    // Over hundreds of years, while a year is being typed, months fall together.
    if (instant >= from && at !== months.at(-1)?.at) months.push({ at, month: month.getUTCMonth() + 1 });
  }
  return { from, to, months };
}

/** Where an instant lies on it. */
export const placeOf = ({ from, to }: Pick<Scale, 'from' | 'to'>, instant: string | number): string =>
  percent((new Date(instant).getTime() - from) / (to - from));

export const lengthOf = ({ from, to }: Scale, { opensAt, closesAt }: Bar): string =>
  percent(Math.max(0, (Date.parse(closesAt) - Date.parse(opensAt)) / (to - from)));
