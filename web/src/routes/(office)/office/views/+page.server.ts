import { fail } from '@sveltejs/kit';
import {
  OrderViewsDocument,
  RemoveViewDocument,
  RenameViewDocument,
  SavedViewNamesDocument,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { textIn } from '#lib/form-text.ts';
import { shownViews } from '#lib/office/views/views.ts';
import { act } from '#lib/server/act.ts';
import { backHere } from '#lib/server/back.ts';
import { requireAction } from '#lib/server/office.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

const placeOf = ({ url }: RequestEvent | Parameters<PageServerLoad>[0]) =>
  url.searchParams.get('of') === 'records' ? ('LIST' as const) : ('QUEUE' as const);

export const load: PageServerLoad = async (event) => {
  const office = requireAction(event, 'KEEP_VIEWS');
  // Whoever decides nothing has no queue.
  const place = office.may('DECIDE_ON_RECORD') ? placeOf(event) : ('LIST' as const);
  const { savedViews } = await request(event, SavedViewNamesDocument, { place });
  return {
    place,
    mayQueue: office.may('DECIDE_ON_RECORD'),
    views: shownViews(place, savedViews).filter(({ builtIn }) => !builtIn),
    changed: event.url.searchParams.has('done'),
  };
};

async function formOf(event: RequestEvent) {
  requireAction(event, 'KEEP_VIEWS');
  const form = await event.request.formData();
  return { form, view: textIn(form, 'view') };
}

/** One place up or down in the order that the page showed. */
async function move(event: RequestEvent, step: -1 | 1) {
  const { form, view } = await formOf(event);
  const views = textIn(form, 'order').split(',');
  const at = views.indexOf(view);
  const other = views[at + step];
  if (at < 0 || other === undefined) return fail(400, {});
  views[at + step] = view;
  views[at] = other;
  const ordered = await act(event, OrderViewsDocument, { place: placeOf(event), views }, { of: view });
  return ordered.ok ? backHere(event, 'ordered') : ordered.failure;
}

export const actions: Actions = {
  rename: async (event) => {
    const { form, view } = await formOf(event);
    const name = textIn(form, 'name').trim();
    const renamed = await act(event, RenameViewDocument, { view, name }, { of: view, name });
    return renamed.ok ? backHere(event, 'renamed') : renamed.failure;
  },
  remove: async (event) => {
    const { view } = await formOf(event);
    const removed = await act(event, RemoveViewDocument, { view }, { of: view });
    return removed.ok ? backHere(event, 'removed') : removed.failure;
  },
  up: (event) => move(event, -1),
  down: (event) => move(event, 1),
};
