import { seasonOfNumber } from '@enrolment/rulebook/collection-number.ts';
import { presentSeason, type SeasonFacts } from '@enrolment/rulebook/season.ts';

/** What a page is about: a record, or whatever its address says. */
interface Asked {
  /** The collection number of the record. */
  number: string | null;
  /** The year in the address. */
  named: string | null;
}

/**
 * The year of the season that a page is about: the record's own, the one that is named, or else the present one. The API alone
 * knows whether a named one exists: families do not see those that are planned. Null until a season is opened.
 */
export function seasonAt(seasons: readonly SeasonFacts[], { number, named }: Asked): number | null {
  if (number !== null && /^\d{14}$/.test(number)) return seasonOfNumber(number);
  return /^20\d{2}$/.test(named ?? '') ? Number(named) : (presentSeason(seasons)?.year ?? null);
}

/** The year as addresses name it; null for the present season, which is not named. */
export const seasonKey = (seasons: readonly SeasonFacts[], year: number | null): string | null =>
  year === null || year === presentSeason(seasons)?.year ? null : String(year);
