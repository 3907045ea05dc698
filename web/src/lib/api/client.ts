import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { TypedDocumentString } from '@enrolment/schema/client';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { config } from '#lib/server/config.ts';
import { signInPath } from '#lib/server/return-path.ts';
import { returnAddress } from '#lib/server/session.ts';
import { ApiAway, ApiFault, SessionExpired } from './faults.ts';
import { send, type Caller } from './transport.ts';

function callerOf(event: RequestEvent): Caller {
  return {
    apiUrl: config().apiUrl,
    fetch: globalThis.fetch,
    language: getLocale(),
    clientAddress: event.getClientAddress(),
    accessToken: event.locals.session?.accessToken ?? null,
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
    if (fault instanceof SessionExpired) redirect(303, signInPath(returnAddress(event), 'expired'));
    throw fault;
  }
}

/** What kept a form from being sent. The form stays on the page with all that was typed. */
export type SubmitTrouble = 'API_AWAY' | 'SESSION_EXPIRED' | 'BUSY' | 'FAILED';
export type Submitted<R> =
  { ok: true; data: R } | { ok: false; status: number; trouble: SubmitTrouble; incident: string | null };

/**
 * For form actions: never throws for a fault, so that the form can be shown again as it was; but what is not there (any
 * more), or not for this person, is the page that says so.
 */
export async function submit<R, V>(
  event: RequestEvent,
  document: TypedDocumentString<R, V>,
  variables: V,
): Promise<Submitted<R>> {
  try {
    return { ok: true, data: await send(callerOf(event), document, variables) };
  } catch (fault) {
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
