import { error, fail } from '@sveltejs/kit';
import {
  ReturnTextDocument,
  SwitchReturnTextDocument,
  UpdateReturnTextDocument,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { beforeIn, revisionIn, textIn } from '#lib/form-text.ts';
import { merged } from '#lib/office/merged.ts';
import { inputOf, valuesIn, valuesOf, type Values } from '#lib/office/texts/values.ts';
import { act } from '#lib/server/act.ts';
import { backHere } from '#lib/server/back.ts';
import { requireAction } from '#lib/server/office.ts';
import { districtOf, worksIn } from '#lib/server/place.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const office = requireAction(event, 'EDIT_OWN_DATA');
  const { returnText } = await request(event, ReturnTextDocument, { id: event.params.id });
  if (!returnText) error(404, 'Not found');
  return {
    text: returnText,
    mayEdit: worksIn(office) && returnText.district === districtOf(office.place),
    saved: event.url.searchParams.has('done'),
  };
};

export const actions: Actions = {
  save: async (event) => {
    requireAction(event, 'EDIT_OWN_DATA');
    const form = await event.request.formData();
    const revision = revisionIn(form);
    if (revision === null) return fail(400, {});
    const typed = valuesIn(form);
    const { id } = event.params;
    // Read beforehand: where the change is refused, what a colleague has set meanwhile stands in the other fields.
    const { returnText } = await request(event, ReturnTextDocument, { id });
    if (!returnText) error(404, 'Not found');
    const values = merged(typed, beforeIn<Partial<Values>>(form) ?? {}, valuesOf(returnText));
    const saved = await act(
      event,
      UpdateReturnTextDocument,
      { id, revision, input: inputOf(typed) },
      { values },
    );
    return saved.ok ? backHere(event, 'saved') : saved.failure;
  },

  switch: async (event) => {
    requireAction(event, 'EDIT_OWN_DATA');
    const form = await event.request.formData();
    const revision = revisionIn(form);
    if (revision === null) return fail(400, {});
    const change = { id: event.params.id, revision, active: textIn(form, 'active') === 'yes' };
    const switched = await act(event, SwitchReturnTextDocument, change);
    return switched.ok ? backHere(event, 'saved') : switched.failure;
  },
};
