import { redirect } from '@sveltejs/kit';
import { RecordDatesDocument } from '@enrolment/schema/client';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { calendarFile } from '#lib/record/calendar.ts';
import { loadRecordBy } from '#lib/record/load.ts';
import { config } from '#lib/server/config.ts';
import { download } from '#lib/server/download.ts';
import type { RequestHandler } from './$types.js';

/** 添加到手机日历: what lies ahead of this child, for the calendar of a phone. */
export const GET: RequestHandler = async (event) => {
  const { number } = event.params;
  const { now, record, childName: name } = await loadRecordBy(event, RecordDatesDocument, number, null);
  // A calendar without dates would be an empty file.
  if (record.dates.length === 0) redirect(303, `/my/${number}`);
  const file = calendarFile({
    number,
    now,
    dates: record.dates,
    page: new URL(`/my/${number}`, config().origin).href,
    language: getLocale(),
    title: m.dates_calendar({ name }),
    summary: (label) => m.dates_event({ label, name }),
  });
  // Shown, not saved: phones offer to add what they show.
  return download(file, 'text/calendar; charset=utf-8', `inline; filename="${number}.ics"`);
};
