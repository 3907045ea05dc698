import { error } from '@sveltejs/kit';
import { DistrictEntranceDocument } from '@enrolment/schema/client';
import { requestShared } from '#lib/api/client.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { notOpen } from '#lib/registration/openings.ts';
import { statesOf } from '#lib/schedule.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { code } = event.params;
  const { now, district } = await requestShared(event, DistrictEntranceDocument, { code });
  if (!district) error(404, 'Not found');
  const states = statesOf(district, now);
  return {
    code,
    states,
    closed: await notOpen(event, states),
    district: district.name,
    hotline: district.hotline,
    crumbs: [{ label: district.name, href: `/d/${code}` }, { label: m.apply_choose_title() }],
    back: `/d/${code}`,
  };
};
