import { error } from '@sveltejs/kit';
import { DistrictEntranceDocument } from '@enrolment/schema/client';
import { requestShared } from '#lib/api/client.ts';
import { notOpen } from '#lib/registration/openings.ts';
import { calendarsOf, groupAlike, mostOpen, statesOf } from '#lib/schedule.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { now, season, district } = await requestShared(event, DistrictEntranceDocument, {
    code: event.params.code,
  });
  if (!district) error(404, 'Not found');
  const { nonLocalHukou, treatedAsLocal, localHukou, ...entrance } = district;
  const states = statesOf(district, now);
  return {
    now,
    year: season.year,
    district: entrance,
    registration: mostOpen(Object.values(states)),
    closed: await notOpen(event, states),
    calendars: groupAlike(calendarsOf(district)),
    crumbs: [{ label: district.name }],
  };
};
