import type { RequestEvent } from '@sveltejs/kit';
import { OfficeDashboardDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { requireAction } from '#lib/server/office.ts';
import { districtOf, type Place } from '#lib/server/place.ts';
import { panelsOf } from './panels.ts';
import { totalsOf } from './totals.ts';

const DAYS = 7;
const MOST_DAYS = 365;

/** What the page shows, for the place, the season and the days in the address. */
export async function loadFigures(event: RequestEvent) {
  const { dashboard, days, panels, place, wholeDistrict } = await loadDashboard(event);
  const { asOf, season, total, totalDisclosure, smallNumbersHidden } = dashboard;
  const empty = total === 0 && totalDisclosure === 'TOLD';
  return {
    asOf,
    season,
    empty,
    smallNumbersHidden,
    days,
    panels,
    totals: totalsOf(dashboard, days),
    /** Whoever works for a school chooses between its figures and its district's. */
    ofSchool: place.kind === 'SCHOOL' && place.district !== null,
    /** The district's, shown to a school. */
    district: wholeDistrict ? dashboard.district : null,
  };
}
export type Figures = Awaited<ReturnType<typeof loadFigures>>;

/** What the page and its files are made of. */
export async function loadDashboard(event: RequestEvent) {
  const { here, place, season } = requireAction(event, 'READ_DASHBOARD');
  const wholeDistrict = asksForDistrict(event, place);
  const days = readDays(event.url.searchParams.get('days'));
  const answer = await request(event, OfficeDashboardDocument, { ...scopeIn(event, place), season, days });
  const panels = panelsOf(answer, { days, here, language: getLocale() });
  return { dashboard: answer.dashboard, days, panels, place, wholeDistrict };
}

/** Whether a school asks for the figures of its district. */
const asksForDistrict = ({ url }: RequestEvent, place: Place): boolean =>
  place.kind === 'SCHOOL' && place.district !== null && url.searchParams.get('of') === 'district';

/** As the API names the place of a dashboard: the place in the address, or the district of the school there. */
export function scopeIn(event: RequestEvent, place: Place): { district?: string; school?: string } {
  if (asksForDistrict(event, place)) return { district: districtOf(place)! };
  if (place.kind === 'SCHOOL') return { school: place.school };
  return place.kind === 'DISTRICT' ? { district: place.district } : {};
}

function readDays(text: string | null): number {
  const days = /^\d{1,3}$/.test(text ?? '') ? Number(text) : DAYS;
  return Math.min(Math.max(days, 1), MOST_DAYS);
}
