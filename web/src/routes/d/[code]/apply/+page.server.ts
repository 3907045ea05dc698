import { error } from '@sveltejs/kit';
import { DistrictEntranceDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { registrationState } from '#lib/schedule.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { code } = event.params;
  const { now, district } = await request(event, DistrictEntranceDocument, { code });
  if (!district) error(404, 'Not found');
  return {
    code,
    states: {
      NON_LOCAL_HUKOU: registrationState(district.nonLocalHukou, now),
      TREATED_AS_LOCAL: registrationState(district.treatedAsLocal, now),
      LOCAL_HUKOU: registrationState(district.localHukou, now),
    },
    crumbs: [{ label: district.name, href: `/d/${code}` }, { label: m.apply_choose_title() }],
    back: `/d/${code}`,
  };
};
