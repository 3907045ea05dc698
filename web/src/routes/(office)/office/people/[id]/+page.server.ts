import { error, fail } from '@sveltejs/kit';
import { ChangeRoleEndDocument, StaffGrantDocument, TakeRoleDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { revisionIn, textIn } from '#lib/form-text.ts';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { endOf } from '#lib/office/days.ts';
import { lastDays, noDay } from '#lib/office/people/input.ts';
import { act, notTaken } from '#lib/server/act.ts';
import { backHere } from '#lib/server/back.ts';
import { requireAction } from '#lib/server/office.ts';
import { frameRead } from '#lib/server/offices.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  requireAction(event, 'GIVE_ROLES');
  const { now, staffGrant } = await request(event, StaffGrantDocument, { id: event.params.id });
  if (!staffGrant) error(404, 'Not found');
  return {
    grant: staffGrant,
    days: lastDays(now),
    own: staffGrant.account === frameRead(event.locals).viewer?.account,
    saved: event.url.searchParams.has('done'),
  };
};

export const actions: Actions = {
  end: async (event) => {
    requireAction(event, 'GIVE_ROLES');
    const form = await event.request.formData();
    const [revision, day] = [revisionIn(form), textIn(form, 'endsAt')];
    if (revision === null) return fail(400, {});
    const end = endOf(day);
    if (end === null) return notTaken([noDay('endsAt', day, getLocale())], { endsAt: day });
    const change = { id: event.params.id, revision, endsAt: end.toISOString() };
    const changed = await act(event, ChangeRoleEndDocument, change, { endsAt: day });
    return changed.ok ? backHere(event, 'saved') : changed.failure;
  },

  take: async (event) => {
    requireAction(event, 'GIVE_ROLES');
    const revision = revisionIn(await event.request.formData());
    if (revision === null) return fail(400, {});
    const taken = await act(event, TakeRoleDocument, { id: event.params.id, revision });
    return taken.ok ? backHere(event, 'saved') : taken.failure;
  },
};
