import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { TypedDocumentString } from '@enrolment/schema/client';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { config } from '#lib/server/config.ts';
import { deskRecord, leaveDesk } from '#lib/server/desk.ts';
import { signInPath } from '#lib/server/return-path.ts';
import { expireSession, returnAddress } from '#lib/server/session.ts';
import { ApiAway, ApiFault, SessionExpired } from './faults.ts';
import { Sharing } from './sharing.ts';
import { openEvents, send, type Caller } from './transport.ts';

function callerOf(event: RequestEvent): Caller {
  return {
    apiUrl: config().apiUrl,
    fetch: globalThis.fetch,
    language: getLocale(),
    clientAddress: event.getClientAddress(),
    session: event.locals.session,
    desk: deskRecord(event),
    byHash: config().production,
  };
}

/** For `load`: the data, or the page that fits the fault (sign in again, API away, not found). */
export async function request<R, V>(
  event: RequestEvent,
  document: TypedDocumentString<R, V>,
  variables: V,
): Promise<R> {
  try {
    return await send(callerOf(event), document, variables);
  } catch (fault) {
    leaveClosedDesk(event, fault);
    if (!(fault instanceof SessionExpired)) throw fault;
    expireSession(event);
    redirect(303, signInPath(returnAddress(event), 'expired'));
  }
}

/** At the desk, what is refused has ended there, or was never the desk’s: the officer goes on from the office’s page. */
function leaveClosedDesk(event: RequestEvent, fault: unknown): void {
  const number = deskRecord(event);
  if (number === null || !(fault instanceof ApiFault) || fault.code !== 'FORBIDDEN') return;
  leaveDesk(event);
  redirect(303, `/office/assist/${number}`);
}

/** Server-sent events of the API, for as long as they come; null where the session is over. */
export async function follow(event: RequestEvent, path: string): Promise<ReadableStream | null> {
  try {
    return await openEvents(callerOf(event), path);
  } catch (fault) {
    if (fault instanceof SessionExpired) return null;
    throw fault;
  }
}

const sharing = new Sharing();

/** For what is the same for everybody: sent without the session, and shared by all who ask at the same time. */
export function requestShared<R, V>(
  event: RequestEvent,
  document: TypedDocumentString<R, V>,
  variables: V,
): Promise<R> {
  const caller = { ...callerOf(event), session: null };
  const question = JSON.stringify([caller.language, document.toString(), variables]);
  return sharing.ask(question, () => send(caller, document, variables));
}

/** What kept a form from being sent. The form stays on the page with all that was typed. */
export type SubmitTrouble = 'API_AWAY' | 'SESSION_EXPIRED' | 'BUSY' | 'FAILED';
export type Submitted<R> =
  { ok: true; data: R } | { ok: false; status: number; trouble: SubmitTrouble; incident: string | null };

/**
 * For form actions. A fault is no exception here, so that the form can be shown again as it was. Only what does not exist,
 * or not for this person, throws: that is the page which says so.
 */
export async function submit<R, V>(
  event: RequestEvent,
  document: TypedDocumentString<R, V>,
  variables: V,
): Promise<Submitted<R>> {
  try {
    return { ok: true, data: await send(callerOf(event), document, variables) };
  } catch (fault) {
    leaveClosedDesk(event, fault);
    // The form stays as it is; the next page says that the session is over.
    if (fault instanceof SessionExpired) return notSent(401, 'SESSION_EXPIRED');
    if (fault instanceof ApiAway) return notSent(503, 'API_AWAY');
    if (fault instanceof ApiFault) {
      if (fault.code === 'FORBIDDEN') throw fault;
      if (fault.code === 'RATE_LIMITED') return notSent(429, 'BUSY');
      return notSent(500, 'FAILED', fault.incident);
    }
    throw fault;
  }
}

function notSent(status: number, trouble: SubmitTrouble, incident: string | null = null): Submitted<never> {
  return { ok: false, status, trouble, incident };
}
