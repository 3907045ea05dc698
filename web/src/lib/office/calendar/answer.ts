import type { SetCalendarMutation, WindowInput } from '@enrolment/schema/client';
import type { SubmitTrouble } from '#lib/api/client.ts';
import type { Refusal } from '#lib/api/refusals.ts';
import type { Asked, Preview } from './load.ts';
import type { Typed } from './values.ts';

type Tried = Extract<SetCalendarMutation['setCalendar'], { __typename: 'CalendarChange' }>;

/** What the page of a calendar was answered last: what was typed, what it would show, and what kept it from being saved. */
export type Answer = {
  changed?: Typed;
  asked?: Asked;
  preview?: Preview;
  windows?: readonly WindowInput[];
  tried?: Tried | null;
  refusals?: readonly Refusal[];
  trouble?: SubmitTrouble;
  incident?: string | null;
} | null;
