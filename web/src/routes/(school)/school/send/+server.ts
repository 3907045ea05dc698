import { isHttpError, json } from '@sveltejs/kit';
import { BROUGHT_LENGTH } from '@enrolment/rulebook/brought.ts';
import { BroughtFormDocument, PreregisterDocument } from '@enrolment/schema/client';
import { submit, type Submitted } from '#lib/api/client.ts';
import { ApiFault } from '#lib/api/faults.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { foundOf, isOpen, type Found } from '#lib/school/found.ts';
import type { Note } from '#lib/school/waiting/note.ts';
import type { SendAnswer } from '#lib/school/waiting/outcome.ts';
import { tell } from '#lib/school/words.ts';
import { requireSchool } from '#lib/server/office.ts';
import { personTag } from '#lib/server/session.ts';
import type { RequestEvent, RequestHandler } from './$types.js';

type Sent = Pick<Note, 'key' | 'brought' | 'birthDate' | 'seen' | 'person'>;

/** What the service has not answered: it is sent again later, by the status of the answer. */
class Unanswered {
  constructor(readonly status: number) {}
}

/**
 * One decision of a school’s desk, which may have waited in the browser. Sent again with its key, it is done once. What could
 * not be looked up when it was decided is looked up here first.
 */
export const POST: RequestHandler = async (event) => {
  const { session, sessionTrouble } = event.locals;
  if (!session) return new Response(null, { status: sessionTrouble === 'provider-away' ? 503 : 401 });
  const sent: unknown = await event.request.json().catch(() => null);
  if (!isSent(sent)) return new Response(null, { status: 400 });
  // Another registrar has signed in, perhaps in another tab: what a colleague decided is not sent in her name.
  if (sent.person !== personTag(session)) return new Response(null, { status: 409 });
  try {
    return json(await preregister(event, sent));
  } catch (fault) {
    if (fault instanceof Unanswered) return new Response(null, { status: fault.status });
    // The office of the school was taken away meanwhile, or its record cannot be reached any more.
    const gone = isHttpError(fault) || (fault instanceof ApiFault && fault.code === 'FORBIDDEN');
    if (gone) return json(told(null, [m.school_waiting_not_yours()]));
    throw fault;
  }
};

async function preregister(event: RequestEvent, sent: Sent): Promise<SendAnswer> {
  const { school } = requireSchool(event).place;
  const { key, brought, birthDate, seen } = sent;
  const look = async () =>
    foundOf((await answered(submit(event, BroughtFormDocument, { school, brought }))).broughtForm);
  const before = seen ? null : await look();
  const number = before ? before.number : brought;
  if (before && hinders(before, birthDate)) return told(number, standingOf(before, birthDate));
  if (number === null || !/^\d{14}$/.test(number)) return told(null, [m.school_mistyped()]);
  const { preregister: batch } = await answered(
    submit(event, PreregisterDocument, { numbers: [number], school, key }),
  );
  if (batch.refused.length === 0) return { outcome: 'DONE', number };
  const refusals = batch.refused.map(({ refusal }) => refusal);
  const after = before ?? (await look());
  return told(number, isOpen(after) ? [] : standingOf(after, null), refusals);
}

/** Its own answer may have been lost: what is preregistered here is asked about by its key. */
function hinders(found: Found, birthDate: string | null): boolean {
  if (found.status === 'PREREGISTERED') return false;
  return found.status !== 'VALID' || differs(found, birthDate);
}

/** A number that was mistyped into that of another child does not have the birth date of the form. */
const differs = ({ record }: Found, birthDate: string | null): boolean =>
  birthDate !== null && record !== null && record.child.birthDate !== birthDate;

function standingOf(found: Found, birthDate: string | null): string[] {
  if (found.status === 'VALID' && differs(found, birthDate)) return [m.school_waiting_birth_differs()];
  const { title, text } = tell(found);
  return text === null ? [title] : [title, text];
}

const told = (
  number: string | null,
  standing: string[],
  refusals: Extract<SendAnswer, { outcome: 'TOLD' }>['refusals'] = [],
): SendAnswer => ({ outcome: 'TOLD', number, standing, refusals });

async function answered<R>(sending: Promise<Submitted<R>>): Promise<R> {
  const answer = await sending;
  if (!answer.ok) throw new Unanswered(answer.status);
  return answer.data;
}

function isSent(sent: unknown): sent is Sent {
  if (typeof sent !== 'object' || sent === null) return false;
  const { key, brought, birthDate, seen, person } = sent as Record<string, unknown>;
  return (
    typeof key === 'string' &&
    /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(key) &&
    typeof brought === 'string' &&
    brought.length <= BROUGHT_LENGTH &&
    (birthDate === null || typeof birthDate === 'string') &&
    typeof seen === 'boolean' &&
    typeof person === 'string'
  );
}
