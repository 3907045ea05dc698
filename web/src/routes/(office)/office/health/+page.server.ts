import { AHEAD_DAYS } from '@enrolment/rulebook/service-health.ts';
import { ServiceHealthDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { waysOut } from '#lib/office/health.ts';
import { requireAction } from '#lib/server/office.ts';
import { districtOf } from '#lib/server/place.ts';
import type { PageServerLoad } from './$types.js';

/** What of the service is late here, since when, and where it is seen to. */
export const load: PageServerLoad = async (event) => {
  const office = requireAction(event, 'WATCH_SERVICE');
  const { serviceHealth, phasesAhead } = await request(event, ServiceHealthDocument, {
    district: districtOf(office.place),
  });
  const { at, lines } = serviceHealth;
  return {
    at,
    headings: [...Map.groupBy(lines, ({ heading }) => heading)],
    troubles: lines.filter(({ state }) => state !== 'OK'),
    ahead: phasesAhead,
    days: AHEAD_DAYS,
    ways: waysOut(office),
  };
};
