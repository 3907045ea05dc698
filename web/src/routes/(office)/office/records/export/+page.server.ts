import { ProposeListExportDocument } from '@enrolment/schema/client';
import { textIn } from '#lib/form-text.ts';
import { readFilters, toRecordFilter } from '#lib/office/records/filters.ts';
import { act } from '#lib/server/act.ts';
import { redirectWithin, requireAction } from '#lib/server/office.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) => {
  requireAction(event, 'EXPORT_LIST');
  return { filters: readFilters(event.url.searchParams) };
};

export const actions: Actions = {
  propose: async (event) => {
    const office = requireAction(event, 'EXPORT_LIST');
    const purpose = textIn(await event.request.formData(), 'purpose').trim();
    const filter = toRecordFilter(readFilters(event.url.searchParams), office);
    const proposed = await act(event, ProposeListExportDocument, { filter, purpose }, { purpose });
    if (!proposed.ok) return proposed.failure;
    redirectWithin(event, `/office/bulk/${proposed.result.id}`);
  },
};
