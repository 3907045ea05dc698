/** All of China keeps one time, UTC+8, without summer time since 1991. */
const AHEAD_OF_UTC_MS = 8 * 3_600_000;

/** What the clocks on Beijing's walls show at an instant, to be read by the `getUTC…` of what is returned. */
export const beijingTime = (instant: Date): Date => new Date(instant.getTime() + AHEAD_OF_UTC_MS);

/** The first instant of a day in Beijing. */
export const startOfDay = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) - AHEAD_OF_UTC_MS);

/** The end of a day in Beijing, 24:00: the first instant that no longer belongs to it. */
export const endOfDay = (day: string): Date => new Date(startOfDay(day).getTime() + 86_400_000);

// Not by Intl: every date of every record goes through here, and a formatter takes fifty times as long.
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
