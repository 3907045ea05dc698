import { error } from '@sveltejs/kit';
import { DistrictEntranceDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { groupBySchedule, registrationState } from '#lib/schedule.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { now, season, district } = await request(event, DistrictEntranceDocument, {
    code: event.params.code,
  });
  if (!district) error(404, 'Not found');
  const { nonLocalHukou, treatedAsLocal, localHukou, ...entrance } = district;
  return {
    now,
    year: season.year,
    district: entrance,
    registration: registrationState(nonLocalHukou, now),
    calendars: groupBySchedule([
      ['NON_LOCAL_HUKOU', nonLocalHukou] as const,
      ['TREATED_AS_LOCAL', treatedAsLocal] as const,
      ['LOCAL_HUKOU', localHukou] as const,
    ]),
    crumbs: [{ label: district.name }],
  };
};
