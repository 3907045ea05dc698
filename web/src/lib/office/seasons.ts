import { SEASON_STATE_NAMES } from '@enrolment/rulebook/names.ts';
import type { OfficeFrameQuery } from '@enrolment/schema/client';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import type { NamedPlace } from './places.ts';

type Season = OfficeFrameQuery['seasons'][number];

/** The seasons that somebody can switch between, the newest first: those that have begun, and the one that is looked at. */
export function seasonsToChoose(seasons: readonly Season[], year: number | null): NamedPlace[] {
  const years = seasons.filter(({ state }) => state !== 'PLANNED').map((season) => season.year);
  const shown = year === null || years.includes(year) ? years : [year, ...years];
  return shown.map((one) => ({ key: String(one), name: seasonName(one, seasons) }));
}

/** An open one is its year alone, as is one that the viewer is not told of. */
function seasonName(year: number, seasons: readonly Season[]): string {
  const { state } = seasons.find((season) => season.year === year) ?? { state: 'OPEN' };
  return state === 'OPEN'
    ? m.office_season_name({ year })
    : m.office_season_state({ year, state: SEASON_STATE_NAMES[state][getLocale()] });
}
