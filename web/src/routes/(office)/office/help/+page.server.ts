import { helpFor } from '#lib/office/help/topics.ts';
import { requireOffice } from '#lib/server/office.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) => {
  const office = requireOffice(event);
  return { help: helpFor(office.may) };
};
