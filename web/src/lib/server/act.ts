import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { TypedDocumentString } from '@enrolment/schema/client';
import { submit, type Submitted, type SubmitTrouble } from '#lib/api/client.ts';
import type { Refusal } from '#lib/api/refusals.ts';
import { textIn } from '#lib/form-text.ts';

type Unsent = Extract<Submitted<never>, { ok: false }>;
type NotSent<Kept> = ActionFailure<Kept & { trouble: SubmitTrouble; incident: string | null }>;
type NotTaken<Kept> = ActionFailure<Kept & { refusals: readonly Refusal[] }>;

/** The answer of a mutation with one top field, once nothing was refused. */
type Success<Result> = Exclude<Result[keyof Result], { __typename: 'Refused' }>;

export type Acted<Result, Kept> =
  { ok: true; result: Success<Result> } | { ok: false; failure: NotSent<Kept> | NotTaken<Kept> };

/** Shows the form again with what was typed, and says why it was not sent. */
export function notSent<Kept extends object>(
  { status, trouble, incident }: Unsent,
  kept: Kept,
): NotSent<Kept> {
  return fail(status, { ...kept, trouble, incident });
}

/** Shows the form again with the rules that it breaks. */
export function notTaken<Kept extends object>(refusals: readonly Refusal[], kept: Kept): NotTaken<Kept> {
  return fail(422, { ...kept, refusals });
}

/** What most form actions do: one mutation; its refusals and faults lead back to the form. */
export async function act<Result extends object, Variables>(
  event: RequestEvent,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Acted<Result, object>>;
export async function act<Result extends object, Variables, Kept extends object>(
  event: RequestEvent,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  kept: Kept,
): Promise<Acted<Result, Kept>>;
export async function act<Result extends object, Variables>(
  event: RequestEvent,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  kept: object = {},
): Promise<Acted<Result, object>> {
  const sent = await submit(event, document, variables);
  if (!sent.ok) return { ok: false, failure: notSent(sent, kept) };
  const [result] = Object.values(sent.data) as [Success<Result> | Refused];
  if (isRefused(result)) return { ok: false, failure: notTaken(result.refusals, kept) };
  return { ok: true, result };
}

interface Refused {
  __typename: 'Refused';
  refusals: readonly Refusal[];
}

function isRefused(result: unknown): result is Refused {
  return (result as Partial<Refused> | null)?.__typename === 'Refused';
}

/** The one field of a short form. */
export async function readText({ request }: RequestEvent, name: string): Promise<string> {
  return textIn(await request.formData(), name);
}
