import { ownDataOf } from '#lib/office/own-data.ts';
import { requireAction } from '#lib/server/office.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) => {
  const { place } = requireAction(event, 'EDIT_OWN_DATA');
  return { kinds: ownDataOf(place), ofCity: place.kind === 'CITY' };
};
