import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { DatesFragment } from '@enrolment/schema/client';

const HOUR = 3_600;
const DAY = 24 * HOUR;
/** Whole days begin at midnight: a reminder fifteen hours before comes at nine in the morning of the day before. */
const MORNING_BEFORE = 15 * HOUR;
/** An entry that is due at a certain hour fills the half hour before it. */
const BEFORE_DUE = HOUR / 2;

export interface CalendarOf {
  number: string;
  dates: readonly DatesFragment[];
  /** When the file is made, by the server's clock: of two files with the same event the later one wins. */
  now: string;
  /** Where the child's page is. */
  page: string;
  title: string;
  language: string;
  summary: (label: string) => string;
}

/** The dates of a record as an iCalendar file (RFC 5545). */
export function calendarFile({ number, dates, now, page, title, language, summary }: CalendarOf): string {
  const made = new Date(now);
  const calendar = ical({
    name: title,
    prodId: { company: 'enrolment', product: 'primary school', language: language.slice(0, 2).toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const date of dates) {
    const event = calendar.createEvent({
      id: `${number}-${date.kind.toLowerCase().replaceAll('_', '-')}@${new URL(page).hostname}`,
      ...timesOf(date),
      summary: summary(date.label),
      description: date.text,
      url: page,
      stamp: made,
      lastModified: made,
      sequence: Math.floor(made.getTime() / 60_000),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    event.createAlarm({
      type: ICalAlarmType.display,
      triggerBefore: date.wholeDays ? MORNING_BEFORE : DAY,
      description: summary(date.label),
    });
  }
  return `${calendar.toString()}\r\n`;
}

function timesOf({ wholeDays, firstDay, lastDay, dueAt }: DatesFragment) {
  if (wholeDays || dueAt === null) {
    const end = new Date(Date.parse(lastDay) + DAY * 1000);
    return { allDay: true, start: new Date(firstDay), end };
  }
  const end = new Date(dueAt);
  return { start: new Date(end.getTime() - BEFORE_DUE * 1000), end };
}
