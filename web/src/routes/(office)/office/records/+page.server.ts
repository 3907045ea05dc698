import { fail } from '@sveltejs/kit';
import { seasonOfNumber } from '@enrolment/rulebook/collection-number.ts';
import { readSearch } from '@enrolment/rulebook/record-search.ts';
import { RecordListDocument } from '@enrolment/schema/client';
import { request, submit } from '#lib/api/client.ts';
import { textIn } from '#lib/form-text.ts';
import {
  filterOf,
  placeIn,
  readFilters,
  readOrder,
  readPage,
  toKeptFilter,
  toRecordFilter,
} from '#lib/office/records/filters.ts';
import { notSent } from '#lib/server/act.ts';
import { filterChoices } from '#lib/server/filter-choices.ts';
import { requireAction } from '#lib/server/office.ts';
import { saveView, viewsOf } from '#lib/server/views.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const office = requireAction(event, 'LIST_RECORDS');
  const { searchParams } = event.url;
  const may = { mayBulk: office.may('DECIDE_IN_BULK'), mayExport: office.may('EXPORT_LIST') };
  const filters = readFilters(searchParams);
  const order = readOrder(searchParams.get('order'));
  const counted = searchParams.has('count');
  // A search brings its own list; loading this one too would audit a look that nobody takes. Reading the address makes the
  // browser load it again when it returns to the list.
  const searched = event.url.search.startsWith('?/find') && event.request.method === 'POST';
  const known = { filters, order, counted, ...may, saved: searchParams.get('done') === 'view' };
  if (searched) return { ...known, list: null, views: [], schools: [], subdistricts: [] };
  const [{ now, collectionRecords }, views, choices] = await Promise.all([
    request(event, RecordListDocument, {
      filter: toRecordFilter(filters, office),
      orderBy: order,
      ...readPage(placeIn(searchParams)),
      total: counted,
    }),
    viewsOf(event, office, 'LIST'),
    filterChoices(event, office),
  ]);
  return { ...known, list: { now, ...collectionRecords }, views, ...choices };
};

export const actions: Actions = {
  saveView: (event) => saveView(event, 'LIST', toKeptFilter(readFilters(event.url.searchParams))),

  /** By POST, so that nobody's name or number stands in an address or a log. */
  find: async (event) => {
    const office = requireAction(event, 'LIST_RECORDS');
    const form = await event.request.formData();
    const search = textIn(form, 'search').trim();
    const meant = readSearch(search);
    if (!meant) return fail(422, { search, unreadable: true });
    // A whole number says itself of which season it is.
    const season = meant.kind === 'NUMBER' ? seasonOfNumber(meant.number) : office.season;
    const sent = await submit(event, RecordListDocument, {
      filter: { ...filterOf({ ...office, season }), search },
      ...readPage({ after: textIn(form, 'after'), before: textIn(form, 'before') }),
    });
    if (!sent.ok) return notSent(sent, { search });
    const { now, collectionRecords } = sent.data;
    return { search, list: { now, ...collectionRecords } };
  },
};
