import type { ActionFailure, RequestEvent } from '@sveltejs/kit';
import type { TypedDocumentString } from '@enrolment/schema/client';
import { submit } from '#lib/api/client.ts';
import { malformed, type Refusal } from '#lib/api/refusals.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { notSent, notTaken } from './act.ts';
import { backTo } from './back.ts';

/** What was decided, as the page tells it once it is done. */
export const DONE = [
  'CLAIMED',
  'GIVEN',
  'PASSED',
  'PENDING',
  'RETURNED',
  'REJECTED',
  'APPEAL_ACCEPTED',
  'APPEAL_DISMISSED',
  'ADMITTED',
  'NOT_ADMITTED',
  'TAKEN_BACK',
  'CORRECTED',
] as const;
export type Done = (typeof DONE)[number];

interface Batch {
  readonly refused: readonly { readonly refusal: Refusal }[];
}

/** One decision about one record by a mutation for many: a refusal leads back to its form. */
export async function decideOne<Result extends object, Variables, Kept extends object>(
  event: RequestEvent,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  kept: Kept,
): Promise<ActionFailure<Kept & { refusals: readonly Refusal[] }> | ReturnType<typeof notSent<Kept>> | null> {
  const sent = await submit(event, document, variables);
  if (!sent.ok) return notSent(sent, kept);
  const [{ refused }] = Object.values(sent.data) as [Batch];
  return refused.length > 0
    ? notTaken(
        refused.map(({ refusal }) => refusal),
        kept,
      )
    : null;
}

/** A form with more than one button that was sent by none of them: nothing is decided. */
export const undecided = (): Refusal => ({
  code: 'UNDECIDED',
  field: null,
  message: m.office_decide_undecided(),
  wayOut: null,
  clause: null,
  retryAfterSeconds: null,
});

/** 2026-02-31, where the browser has no field for a day. */
export const noSuchDay = (): Refusal => malformed('due', m.office_decide_no_day());

/** Back to the page of the record, as it is now. */
export const backToRecord = (event: RequestEvent, done: Done): never =>
  backTo(event, `/office/records/${event.params.number!}`, done);
