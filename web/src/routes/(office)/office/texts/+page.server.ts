import { fail } from '@sveltejs/kit';
import { CreateReturnTextDocument, ReturnTextsDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { kindIn } from '#lib/office/decide/values.ts';
import { inputOf, valuesIn } from '#lib/office/texts/values.ts';
import { act } from '#lib/server/act.ts';
import { backHere } from '#lib/server/back.ts';
import { requireAction } from '#lib/server/office.ts';
import { districtOf, worksIn } from '#lib/server/place.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const office = requireAction(event, 'EDIT_OWN_DATA');
  const district = districtOf(office.place);
  const { returnTexts, city, commonReturnTexts } = await request(event, ReturnTextsDocument, { district });
  return {
    own: returnTexts,
    city: district === null ? [] : city.filter(({ active }) => active),
    // What the product brings is offered for the items for which the city has no text in use.
    common: commonReturnTexts.filter(({ kind }) => !city.some((text) => text.kind === kind && text.active)),
    mayEdit: worksIn(office),
    saved: event.url.searchParams.has('done'),
  };
};

export const actions: Actions = {
  create: async (event) => {
    const { place } = requireAction(event, 'EDIT_OWN_DATA');
    const form = await event.request.formData();
    const kind = kindIn(form);
    if (!kind) return fail(400, {});
    const values = valuesIn(form);
    const given = { district: districtOf(place), kind, input: inputOf(values) };
    const created = await act(event, CreateReturnTextDocument, given, { values, kind });
    return created.ok ? backHere(event, 'saved') : created.failure;
  },
};
