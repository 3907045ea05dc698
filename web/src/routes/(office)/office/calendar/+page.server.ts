import { error, fail } from '@sveltejs/kit';
import { PHASE_KINDS } from '@enrolment/rulebook/vocabulary.ts';
import {
  OfficeCalendarDocument,
  PhaseOfDistrictsDocument,
  SetCalendarDocument,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { malformed, type Refusal } from '#lib/api/refusals.ts';
import { beforeIn, revisionIn, textIn } from '#lib/form-text.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { askedOf, previewOf } from '#lib/office/calendar/load.ts';
import { changedIn, typedOf, windowsOf, type Typed } from '#lib/office/calendar/values.ts';
import { act, notTaken } from '#lib/server/act.ts';
import { redirectWithin, requireAction } from '#lib/server/office.ts';
import { frameRead } from '#lib/server/offices.ts';
import { districtOf } from '#lib/server/place.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

async function readCalendar(
  event: RequestEvent | Parameters<PageServerLoad>[0],
  district: string,
  season: number | null,
) {
  const { now, districtCalendar: calendar } = await request(event, OfficeCalendarDocument, {
    district,
    season,
  });
  if (!calendar) error(404, 'Not found');
  return { now, calendar };
}

export const load: PageServerLoad = async (event) => {
  const office = requireAction(event, 'READ_CALENDAR');
  const district = districtOf(office.place);
  const { searchParams } = event.url;
  const compared = PHASE_KINDS.find((kind) => kind === searchParams.get('compare'));
  if (district === null || compared) {
    const kind = compared ?? 'REGISTRATION';
    const asked = askedOf((name) => searchParams.get(name), new Date().toISOString());
    const { now, districts } = await request(event, PhaseOfDistrictsDocument, {
      service: asked.service,
      kind,
      season: office.season,
    });
    return { own: null, compared: { kind, now, service: asked.service, districts } };
  }
  const { now, calendar } = await readCalendar(event, district, office.season);
  const asked = askedOf((name) => searchParams.get(name), now);
  const { year } = calendar.season;
  const { seasons } = frameRead(event.locals);
  return {
    compared: null,
    own: {
      now,
      /** The city's plans, which no switch offers. */
      planned: seasons.filter((one) => one.state === 'PLANNED' && one.year !== year).map((one) => one.year),
      calendar,
      asked,
      preview: await previewOf(event, { district, season: year }, asked),
      mayEdit: office.may('ADMINISTER_DISTRICT') && ['OPEN', 'PLANNED'].includes(calendar.season.state),
      saved: searchParams.has('saved'),
    },
  };
};

const notAMoment = (field: string): Refusal => malformed(field, m.office_cal_no_moment());

/** Tries the changes, or saves them: what was typed stays, whatever becomes of it. */
async function change(event: RequestEvent, dryRun: boolean) {
  const office = requireAction(event, 'ADMINISTER_DISTRICT');
  const district = districtOf(office.place);
  if (district === null) error(404, 'Not found');
  const form = await event.request.formData();
  const before = beforeIn<Typed>(form);
  const revision = revisionIn(form);
  if (!before || revision === null) return fail(400, {});
  const { now, calendar } = await readCalendar(event, district, office.season);
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
  return redirectWithin(event, '/office/calendar', { ...asked, saved: '1' });
}

export const actions: Actions = {
  try: (event) => change(event, true),
  save: (event) => change(event, false),
};
