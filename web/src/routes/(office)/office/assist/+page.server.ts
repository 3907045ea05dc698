import { OpenAssistanceDocument } from '@enrolment/schema/client';
import { isCollectionNumber, normaliseCollectionNumber } from '@enrolment/rulebook/collection-number.ts';
import { textIn } from '#lib/form-text.ts';
import { act } from '#lib/server/act.ts';
import { redirectWithin, requireAction } from '#lib/server/office.ts';
import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) => {
  requireAction(event, 'ASSIST_FAMILIES');
  const withdrawn = event.url.searchParams.get('withdrawn');
  return { withdrawn: withdrawn && isCollectionNumber(withdrawn) ? withdrawn : null };
};

export const actions: Actions = {
  /** The family is here again. */
  open: async (event) => {
    requireAction(event, 'ASSIST_FAMILIES');
    const form = await event.request.formData();
    const typed = { number: textIn(form, 'number').trim(), paper: textIn(form, 'paper').trim() };
    const number = normaliseCollectionNumber(typed.number);
    if (!isCollectionNumber(number)) return fail(422, { ...typed, unreadable: true });
    const opened = await act(event, OpenAssistanceDocument, { number, paper: typed.paper }, typed);
    if (!opened.ok) return opened.failure;
    redirectWithin(event, `/office/assist/${number}`);
  },
};
