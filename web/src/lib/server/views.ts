import type { RequestEvent } from '@sveltejs/kit';
import {
  SavedViewsDocument,
  SaveViewDocument,
  type RecordFilter,
  type ViewPlace,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { textIn } from '#lib/form-text.ts';
import { shownViews, type ShownView } from '#lib/office/views/views.ts';
import { act } from './act.ts';
import { backHere } from './back.ts';
import { requireAction, type OfficeHere } from './office.ts';
import { districtOf } from './place.ts';

/** The viewer's views of a page, with how many records each lists there. */
export async function viewsOf(
  event: RequestEvent,
  office: OfficeHere,
  place: ViewPlace,
): Promise<ShownView[]> {
  const { savedViews } = await request(event, SavedViewsDocument, {
    place,
    district: districtOf(office.place),
    season: office.season,
  });
  return shownViews(place, savedViews);
}

/** Gives the filters of a page a name. */
export async function saveView(event: RequestEvent, place: ViewPlace, filter: RecordFilter) {
  requireAction(event, 'KEEP_VIEWS');
  const name = textIn(await event.request.formData(), 'name').trim();
  const saved = await act(event, SaveViewDocument, { place, name, filter }, { of: 'VIEW', name });
  return saved.ok ? backHere(event, 'view') : saved.failure;
}
