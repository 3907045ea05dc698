import { redirect } from '@sveltejs/kit';
import { UNUSUAL_DAYS } from '@enrolment/rulebook/unusual.ts';
import { AuditTrailDocument, AuditWatchDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { ApiFault } from '#lib/api/faults.ts';
import { textIn } from '#lib/form-text.ts';
import { officeAddress } from '#lib/office/address.ts';
import { askedIn, filterOf, readAsked } from '#lib/office/audit/asked.ts';
import { peopleCalled } from '#lib/office/audit/people.ts';
import { cursorIn } from '#lib/office/records/filters.ts';
import { requireAction, type OfficeHere } from '#lib/server/office.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

/** Who has looked at what in this place, and who has done what, newest first. */
export const load: PageServerLoad = async (event) => {
  const office = requireAction(event, 'READ_AUDIT_TRAIL');
  const page = { days: UNUSUAL_DAYS, byName: office.may('GIVE_ROLES') };
  // What is asked of one person brings a list of its own.
  if (event.request.method === 'POST') return { ...page, found: null, watch: null };
  const { searchParams } = event.url;
  const [found, watch] = await Promise.all([
    find(event, office, searchParams, null),
    office.may('WATCH_AUDIT')
      ? request(event, AuditWatchDocument, {
          district: filterOf(readAsked(searchParams), office.place).district ?? null,
        })
      : null,
  ]);
  return { ...page, found, watch };
};

/** The entries that are asked for; of a person alone, whose account stands in no address. */
async function find(
  event: RequestEvent,
  { place }: OfficeHere,
  search: URLSearchParams,
  actor: string | null,
) {
  const asked = readAsked(search);
  const typed = search.get('number')?.trim() ?? '';
  const nothing = (wrong: 'NO_NUMBER' | 'NO_RECORD') => ({ asked, typed, actor, wrong, trail: null });
  // A number that is none finds nothing; it is not left out, which would find everything.
  if (typed && asked.number === null) return nothing('NO_NUMBER');
  try {
    const { auditTrail: trail } = await request(event, AuditTrailDocument, {
      number: asked.number,
      filter: { ...filterOf(asked, place), actor },
      after: cursorIn(search.get('after')) ?? null,
    });
    return { asked, typed, actor, wrong: null, trail };
  } catch (fault) {
    // Absent and another district's are one answer.
    if (asked.number !== null && fault instanceof ApiFault && fault.code === 'FORBIDDEN')
      return nothing('NO_RECORD');
    throw fault;
  }
}

export const actions: Actions = {
  /** By POST, so that neither account nor name of a person stands in an address or a log; without a person it leads to one. */
  find: async (event) => {
    const office = requireAction(event, 'READ_AUDIT_TRAIL');
    const form = await event.request.formData();
    const search = askedIn(form);
    const account = textIn(form, 'actor');
    const person = account || textIn(form, 'person').trim();
    if (!person) {
      redirect(303, officeAddress('/office/audit', { ...office.here, ...Object.fromEntries(search) }));
    }
    const people = account ? [] : await peopleCalled(event, office, person);
    if (people.length > 1) {
      return { person, people, asked: readAsked(search), typed: search.get('number') ?? '', found: null };
    }
    const found = await find(event, office, search, people[0]?.account ?? person);
    return { person, people: [], asked: found.asked, typed: found.typed, found };
  },
};
