import { randomUUID } from 'node:crypto';
import { fail } from '@sveltejs/kit';
import { BROUGHT_LENGTH } from '@enrolment/rulebook/brought.ts';
import { seasonOfNumber } from '@enrolment/rulebook/collection-number.ts';
import { BroughtFormDocument, PreregisterDocument, SchoolPlanDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { textIn } from '#lib/form-text.ts';
import { foundOf } from '#lib/school/found.ts';
import { noteMissing, takeBackMissing } from '#lib/school/missing-actions.ts';
import { numberIn, undo } from '#lib/school/undo.ts';
import { decideOne } from '#lib/server/decide.ts';
import { redirectWithin, requireSchool } from '#lib/server/office.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { place } = requireSchool(event);
  const { searchParams } = event.url;
  const brought = (searchParams.get('brought') ?? '').trim().slice(0, BROUGHT_LENGTH + 1);
  const found =
    brought === ''
      ? null
      : foundOf((await request(event, BroughtFormDocument, { school: place.school, brought })).broughtForm);
  const season = found?.record && found.number ? seasonOfNumber(found.number) : null;
  // Before the child is taken, and not only afterwards in the list.
  const plan =
    season === null
      ? null
      : (await request(event, SchoolPlanDocument, { school: place.school, season })).schoolPlan;
  return {
    brought,
    found,
    plan,
    key: randomUUID(),
    district: place.district,
    done: numberIn(searchParams.get('done')),
    undone: numberIn(searchParams.get('undone')),
    missing: numberIn(searchParams.get('missing')),
    taken: numberIn(searchParams.get('taken')),
  };
};

/** Back to an empty desk, with a word of what was done. */
function backToDesk(event: RequestEvent, done: string): never {
  return redirectWithin(event, '/school', { done });
}

export const actions: Actions = {
  preregister: async (event) => {
    const { school } = requireSchool(event).place;
    const form = await event.request.formData();
    const number = numberIn(textIn(form, 'number'));
    if (!number) return fail(400, {});
    const decision = { numbers: [number], school, key: textIn(form, 'key') || null };
    const kept = { of: 'PREREGISTER' as const, number };
    return (await decideOne(event, PreregisterDocument, decision, kept)) ?? backToDesk(event, number);
  },

  undo: (event) => undo(event, '/school'),

  missing: (event) => noteMissing(event, '/school'),

  takeBack: (event) => takeBackMissing(event, '/school'),
};
