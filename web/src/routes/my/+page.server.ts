import { maskName } from '@enrolment/api/masking.ts';
import { MyRecordsDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { requireSession } from '#lib/server/session.ts';
import type { PageServerLoad } from './$types.js';

/** Told after a withdrawal. */
const readNumber = (text: string | null) => (text && /^\d{14}$/.test(text) ? text : null);

export const load: PageServerLoad = async (event) => {
  requireSession(event);
  const { now, myRecords } = await request(event, MyRecordsDocument, {});
  return {
    now,
    records: myRecords.map(({ child, district, ...record }) => ({
      ...record,
      district: district.name,
      childName: maskName(child.name),
    })),
    withdrawn: readNumber(event.url.searchParams.get('withdrawn')),
    crumbs: [{ label: m.my_title() }],
  };
};
