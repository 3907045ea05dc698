import type { EventKind } from '@enrolment/rulebook/vocabulary.js';
import { cursorOf } from '../paging.js';
import type { ToldChange } from '../record-change/told-change.js';

/** The id of a change's message, the same whenever and wherever it is sent. */
export const messageId = (place: string): string => `change_${place}`;

const TYPES: Readonly<Partial<Record<EventKind, string>>> = {
  RESULT_PUBLISHED: 'record.result_published',
  RESULT_CORRECTED: 'record.result_corrected',
};

/** The body of a message, as Standard Webhooks have it: what happened, when, and to what. */
export function messageOf({ position, number, district, service, kind, from, to, at }: ToldChange): string {
  return JSON.stringify({
    type: TYPES[kind] ?? 'record.stage_changed',
    timestamp: at.toISOString(),
    data: { cursor: cursorOf(position), number, district, service, kind, from, to },
  });
}
