import { RetentionDueDocument, SeasonOverviewsDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { plan, planOf } from '#lib/office/seasons/plan.ts';
import { requireAction } from '#lib/server/office.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Every season, and what the nights erase. */
export const load: PageServerLoad = async (event) => {
  requireAction(event, 'ADMINISTER_CITY');
  const [{ seasonOverviews }, { retentionDue }] = await Promise.all([
    request(event, SeasonOverviewsDocument, {}),
    request(event, RetentionDueDocument, {}),
  ]);
  const newest = seasonOverviews[0]?.season.year ?? new Date().getFullYear();
  return { seasons: seasonOverviews, due: retentionDue, next: planOf(newest + 1) };
};

export const actions: Actions = {
  plan: (event) => {
    requireAction(event, 'ADMINISTER_CITY');
    return plan(event);
  },
};
