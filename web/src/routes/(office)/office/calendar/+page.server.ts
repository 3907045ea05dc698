import { error, fail, redirect } from '@sveltejs/kit';
import { PHASE_KINDS } from '@enrolment/rulebook/vocabulary.ts';
import {
  OfficeCalendarDocument,
  PhaseOfDistrictsDocument,
  SetCalendarDocument,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import type { Refusal } from '#lib/api/refusals.ts';
import { beforeIn, revisionIn, textIn } from '#lib/form-text.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { officeAddress } from '#lib/office/address.ts';
import { askedOf, previewOf } from '#lib/office/calendar/load.ts';
import { changedIn, typedOf, windowsOf, type Typed } from '#lib/office/calendar/values.ts';
import { act, notTaken } from '#lib/server/act.ts';
import { requireAction } from '#lib/server/office.ts';
import { districtOf } from '#lib/server/place.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

const yearIn = (text: string | null) => (/^20\d{2}$/.test(text ?? '') ? Number(text) : null);

async function readCalendar(event: RequestEvent | Parameters<PageServerLoad>[0], district: string) {
  const season = yearIn(event.url.searchParams.get('season'));
  const answer = await request(event, OfficeCalendarDocument, { district, season });
  if (!answer.districtCalendar) error(404, 'Not found');
  return { now: answer.now, seasons: answer.seasons, calendar: answer.districtCalendar };
}

export const load: PageServerLoad = async (event) => {
  const office = requireAction(event, 'READ_CALENDAR');
  const district = districtOf(office.place);
  const { searchParams } = event.url;
  const compared = PHASE_KINDS.find((kind) => kind === searchParams.get('compare'));
  if (district === null || compared) {
    const kind = compared ?? 'REGISTRATION';
    const season = yearIn(searchParams.get('season'));
    const asked = askedOf((name) => searchParams.get(name), new Date().toISOString());
    const { now, districts } = await request(event, PhaseOfDistrictsDocument, {
      service: asked.service,
      kind,
      season,
    });
    return { own: null, compared: { kind, now, service: asked.service, districts } };
  }
  const { now, seasons, calendar } = await readCalendar(event, district);
  const asked = askedOf((name) => searchParams.get(name), now);
  const place = { district, season: calendar.season.year };
  return {
    compared: null,
    own: {
      now,
      seasons,
      calendar,
      asked,
      preview: await previewOf(event, place, asked),
      mayEdit: office.may('ADMINISTER_DISTRICT') && ['OPEN', 'PLANNED'].includes(calendar.season.state),
      saved: searchParams.has('saved'),
    },
  };
};

const notAMoment = (field: string): Refusal => ({
  code: 'INVALID_FORMAT',
  field,
  message: m.office_cal_no_moment(),
  wayOut: null,
  clause: null,
  retryAfterSeconds: null,
});

/** Tries the changes, or saves them: what was typed stays, whatever becomes of it. */
async function change(event: RequestEvent, dryRun: boolean) {
  const { place } = requireAction(event, 'ADMINISTER_DISTRICT');
  const district = districtOf(place);
  if (district === null) error(404, 'Not found');
  const form = await event.request.formData();
  const before = beforeIn<Typed>(form);
  const revision = revisionIn(form);
  if (!before || revision === null) return fail(400, {});
  const { now, calendar } = await readCalendar(event, district);
  const season = calendar.season.year;
  const asked = askedOf((name) => textIn(form, name), now);
  const changed = changedIn(form, before);
  const { windows, unread } = windowsOf(changed, typedOf(calendar));
  const preview = await previewOf(event, { district, season }, asked, windows);
  const kept = { changed, asked, preview, windows };
  if (unread.length > 0) return notTaken(unread.map(notAMoment), kept);
  if (windows.length === 0) return { ...kept, tried: null };
  const input = { district, season, revision, windows: [...windows], dryRun };
  const done = await act(event, SetCalendarDocument, { input }, kept);
  if (!done.ok) return done.failure;
  if (dryRun) return { ...kept, tried: done.result };
  const { searchParams } = event.url;
  const shown = { place: searchParams.get('place'), season: searchParams.get('season') };
  redirect(303, officeAddress('/office/calendar', { ...shown, ...asked, saved: '1' }));
}

export const actions: Actions = {
  try: (event) => change(event, true),
  save: (event) => change(event, false),
};
