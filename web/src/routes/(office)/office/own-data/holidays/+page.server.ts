import { fail, type RequestEvent } from '@sveltejs/kit';
import { businessDay, isCalendarDate } from '@enrolment/rulebook/calendar.ts';
import { appealDue } from '@enrolment/rulebook/review.ts';
import { endOfDay } from '@enrolment/rulebook/wall-clock.ts';
import { checkHolidays, normaliseHoliday } from '@enrolment/rulebook/holidays.ts';
import { workingDays } from '@enrolment/rulebook/working-days.ts';
import { HolidayCalendarDocument, SetHolidaysDocument, type HolidayInput } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { revisionIn, textIn } from '#lib/form-text.ts';
import { changedIn, changeOf, holidaysOf, rowsOf } from '#lib/office/holidays/rows.ts';
import { act } from '#lib/server/act.ts';
import { backHere } from '#lib/server/back.ts';
import { requireAction } from '#lib/server/office.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** The year of the address, or else that of the season. */
function yearOf({ url }: RequestEvent, season: number | null): number {
  const asked = url.searchParams.get('year') ?? '';
  return /^20\d\d$/.test(asked) ? Number(asked) : (season ?? new Date().getUTCFullYear());
}

export const load: PageServerLoad = async (event) => {
  const { place, season } = requireAction(event, 'EDIT_OWN_DATA');
  const year = yearOf(event, season);
  const { holidayCalendar, now } = await request(event, HolidayCalendarDocument, { year });
  const today = businessDay(new Date(now));
  const present = season ?? year;
  return {
    calendar: holidayCalendar,
    // Today, or a day of the year that is looked at.
    day: today.startsWith(String(year)) ? today : `${year}-04-30`,
    years: [...new Set([present - 1, present, present + 1, year])].sort(),
    mayEdit: place.kind === 'CITY',
    saved: event.url.searchParams.has('done'),
  };
};

/** Until when a family could ask for a second look, by these holidays alone. */
function tried(year: number, holidays: readonly HolidayInput[], day: string) {
  const given = holidays.map(normaliseHoliday);
  if (!isCalendarDate(day) || checkHolidays(year, given).length > 0) return null;
  const due = appealDue(new Date(endOfDay(day).getTime() - 1), workingDays(given));
  return { day, due: due.toISOString() };
}

export const actions: Actions = {
  save: async (event) => {
    const { season } = requireAction(event, 'EDIT_OWN_DATA');
    const form = await event.request.formData();
    const revision = revisionIn(form);
    if (revision === null) return fail(400, {});
    const typed = changedIn(form);
    const change = { year: yearOf(event, season), revision, ...changeOf(typed) };
    const set = await act(event, SetHolidaysDocument, change, { typed });
    return set.ok ? backHere(event, 'saved') : set.failure;
  },

  try: async (event) => {
    const { season } = requireAction(event, 'EDIT_OWN_DATA');
    const form = await event.request.formData();
    const typed = changedIn(form);
    const year = yearOf(event, season);
    const { holidayCalendar } = await request(event, HolidayCalendarDocument, { year });
    const rows = rowsOf(holidayCalendar.holidays, typed);
    return { typed, trial: tried(year, holidaysOf(rows), textIn(form, 'day')), day: textIn(form, 'day') };
  },
};
