import { PHONE_LIMIT } from '@enrolment/rulebook/phone.ts';
import { RULES } from '@enrolment/rulebook/rules.ts';
import { PortalDocument } from '@enrolment/schema/client';
import { requestShared } from '#lib/api/client.ts';
import { calendarsOf, sharedRegistration, standingsOf, statesOf } from '#lib/schedule.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { now, season, site, districts } = await requestShared(event, PortalDocument, {});
  return {
    season,
    phoneLimit: PHONE_LIMIT,
    appealDays: RULES.appealOver.limit,
    policies: site.policies,
    shared: sharedRegistration(districts.flatMap(calendarsOf).map(([, calendar]) => calendar)),
    districts: districts.map(({ code, name, hotline, policies, ...calendars }) => ({
      code,
      name,
      hotline,
      policies,
      standings: standingsOf(statesOf(calendars, now)),
    })),
  };
};
