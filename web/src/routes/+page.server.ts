import { PHONE_LIMIT } from '@enrolment/api/rulebook/phone.ts';
import { PortalDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { registrationState, sharedRegistration } from '#lib/schedule.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { now, season, site, districts } = await request(event, PortalDocument, {});
  return {
    season,
    phoneLimit: PHONE_LIMIT,
    policies: site.policies,
    shared: sharedRegistration(districts.map(({ schedule }) => schedule)),
    districts: districts.map(({ code, name, hotline, schedule }) => ({
      code,
      name,
      hotline,
      registration: registrationState(schedule, now),
    })),
  };
};
