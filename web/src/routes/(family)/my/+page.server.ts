import { redirect } from '@sveltejs/kit';
import { maskName } from '@enrolment/rulebook/masking.ts';
import { MyRecordsDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { requireSession } from '#lib/server/session.ts';
import type { PageServerLoad } from './$types.js';

/** Shown after a withdrawal. */
const readNumber = (text: string | null) => (text && /^\d{14}$/.test(text) ? text : null);

export const load: PageServerLoad = async (event) => {
  requireSession(event);
  const { now, viewer, myRecords, recordsToTakeOver } = await request(event, MyRecordsDocument, {});
  const { searchParams } = event.url;
  // What the desk has registered for this guardian comes first, until it is taken over or left for later.
  const told = searchParams.has('later') || searchParams.has('withdrawn');
  if (recordsToTakeOver.length > 0 && !told) redirect(303, '/my/desk');
  return {
    now,
    staff: (viewer?.roles.length ?? 0) > 0,
    records: myRecords.map(({ child, district, ...record }) => ({
      ...record,
      district: district.name,
      childName: maskName(child.name),
    })),
    withdrawn: readNumber(searchParams.get('withdrawn')),
    registrationClosed: searchParams.get('registration') === 'closed',
    crumbs: [{ label: m.my_title() }],
  };
};
