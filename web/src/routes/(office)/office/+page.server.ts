import { redirect } from '@sveltejs/kit';
import { officeAddress } from '#lib/office/address.ts';
import { sectionsOf } from '#lib/office/sections.ts';
import { requireOffice } from '#lib/server/office.ts';
import type { PageServerLoad } from './$types.js';

/** The office opens on the first page that somebody may see. */
export const load: PageServerLoad = (event) => {
  const office = requireOffice(event);
  const [first] = sectionsOf(office);
  redirect(303, officeAddress(first!.path, office.here));
};
