import { UNUSUAL_DAYS } from '@enrolment/rulebook/unusual.ts';
import { AuditTrailDocument, AuditWatchDocument } from '@enrolment/schema/client';
import { request, submit } from '#lib/api/client.ts';
import { ApiFault } from '#lib/api/faults.ts';
import { textIn } from '#lib/form-text.ts';
import { filterOf, readAsked } from '#lib/office/audit/asked.ts';
import { cursorIn } from '#lib/office/records/filters.ts';
import { notSent } from '#lib/server/act.ts';
import { requireAction } from '#lib/server/office.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Who has looked at what in this place, and who has done what, newest first. */
export const load: PageServerLoad = async (event) => {
  const office = requireAction(event, 'READ_AUDIT_TRAIL');
  const { place } = office;
  const { searchParams } = event.url;
  const asked = readAsked(searchParams);
  const typed = searchParams.get('number')?.trim() ?? '';
  const nothing = (wrong: 'NO_NUMBER' | 'NO_RECORD' | null) => ({
    asked,
    typed,
    wrong,
    trail: null,
    watch: null,
    days: UNUSUAL_DAYS,
  });
  // What one person did brings a list of its own.
  if (event.request.method === 'POST') return nothing(null);
  // A number that is none finds nothing; it is not left out, which would find everything.
  if (typed && asked.number === null) return nothing('NO_NUMBER');
  try {
    const [{ auditTrail }, watch] = await Promise.all([
      request(event, AuditTrailDocument, {
        number: asked.number,
        filter: filterOf(asked, place),
        after: cursorIn(searchParams.get('after')) ?? null,
      }),
      office.may('WATCH_AUDIT')
        ? request(event, AuditWatchDocument, { district: filterOf(asked, place).district ?? null })
        : null,
    ]);
    return { asked, typed, wrong: null, trail: auditTrail, watch, days: UNUSUAL_DAYS };
  } catch (fault) {
    // Absent and another district's are one answer.
    if (asked.number !== null && fault instanceof ApiFault && fault.code === 'FORBIDDEN')
      return nothing('NO_RECORD');
    throw fault;
  }
};

export const actions: Actions = {
  /** By POST: the account of a person stands in no address and no log. */
  person: async (event) => {
    const { place } = requireAction(event, 'READ_AUDIT_TRAIL');
    const form = await event.request.formData();
    const actor = textIn(form, 'actor');
    const sent = await submit(event, AuditTrailDocument, {
      filter: { ...filterOf(readAsked(new URLSearchParams()), place), actor },
      after: cursorIn(textIn(form, 'after')) ?? null,
    });
    return sent.ok ? { actor, trail: sent.data.auditTrail } : notSent(sent, { actor });
  },
};
