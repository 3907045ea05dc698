import type { RequestEvent } from '@sveltejs/kit';
import { businessDay, isCalendarDate } from '@enrolment/rulebook/calendar.ts';
import { startOfDay } from '@enrolment/rulebook/wall-clock.ts';
import { SERVICE_KINDS } from '@enrolment/rulebook/vocabulary.ts';
import { CalendarPreviewDocument, type ServiceKind, type WindowInput } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { situationIn, type Situation } from './situations.ts';

const NOON_MS = 12 * 3_600_000;

/** For which family and which day the calendar is looked at. */
export interface Asked {
  readonly service: ServiceKind;
  readonly day: string;
  readonly family: Situation;
}

export function askedOf(read: (name: string) => string | null, now: string): Asked {
  const day = read('day') ?? '';
  return {
    service: SERVICE_KINDS.find((one) => one === read('service')) ?? 'NON_LOCAL_HUKOU',
    day: isCalendarDate(day) ? day : businessDay(new Date(now)),
    family: situationIn(read('family')),
  };
}

/** What that family would see at noon of that day. */
export async function previewOf(
  event: RequestEvent,
  place: { district: string; season: number },
  { service, day, family }: Asked,
  windows: readonly WindowInput[] = [],
) {
  const at = new Date(startOfDay(day).getTime() + NOON_MS).toISOString();
  const stage = family === 'NEW' ? null : family;
  const variables = { ...place, service, at, stage, windows: [...windows] };
  const { calendarPreview } = await request(event, CalendarPreviewDocument, variables);
  return { at, shown: calendarPreview };
}
export type Preview = Awaited<ReturnType<typeof previewOf>>;
