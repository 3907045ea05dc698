import type { TypedDocumentString } from '@enrolment/schema/client';
import { ApiAway, ApiFault, NotOpenYet, SessionExpired } from './faults.ts';

/** On whose behalf an operation is sent, and how. */
export interface Caller {
  apiUrl: URL;
  fetch: typeof globalThis.fetch;
  language: string;
  clientAddress: string;
  session: { accessToken: string; id: string } | null;
  /** The record of the family that sits at the desk with whoever is signed in, on the family’s pages. */
  desk: string | null;
  /** Production accepts only the operations that the build registered, by the hash of their text. */
  byHash: boolean;
}

const TIMEOUT_MS = 8_000;

interface GraphQLAnswer<T> {
  data?: T | null;
  errors?: {
    extensions?: Record<string, unknown>;
  }[];
}

export async function send<R, V>(
  caller: Caller,
  document: TypedDocumentString<R, V>,
  variables: V,
): Promise<R> {
  const answer = await post<R>(caller, { ...operation(caller, document), variables });
  const [first] = answer.errors ?? [];
  if (first) throw faultOf(first.extensions ?? {});
  if (!answer.data) throw new ApiAway('an answer without data');
  return answer.data;
}

function operation<R, V>(caller: Caller, document: TypedDocumentString<R, V>): object {
  const hash: unknown = document.__meta__?.['hash'];
  return caller.byHash && typeof hash === 'string' ? { documentId: hash } : { query: document.toString() };
}

async function post<R>(caller: Caller, body: object): Promise<GraphQLAnswer<R>> {
  const headers = {
    ...headersOf(caller),
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
  };
  try {
    const response = await caller.fetch(new URL('/graphql', caller.apiUrl), {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const answer: unknown = await response.json();
    if (!isAnswer(answer)) throw new ApiAway(`status ${response.status}`);
    return answer as GraphQLAnswer<R>;
  } catch (error) {
    throw error instanceof ApiAway ? error : new ApiAway('no answer', { cause: error });
  }
}

function headersOf({ language, clientAddress, session, desk }: Caller): Record<string, string> {
  return {
    'accept-language': language,
    'x-forwarded-for': clientAddress,
    ...(session ? { authorization: `Bearer ${session.accessToken}`, 'x-session-id': session.id } : {}),
    ...(session && desk ? { 'x-desk-record': desk } : {}),
  };
}

/** What comes without an end, until one of the two sides lets go. */
export async function openEvents(caller: Caller, path: string): Promise<ReadableStream> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), TIMEOUT_MS);
  try {
    const response = await caller.fetch(new URL(path, caller.apiUrl), {
      headers: { ...headersOf(caller), accept: 'text/event-stream' },
      signal: late.signal,
    });
    if (response.ok && response.body) return response.body;
    const answer = (await response.json()) as GraphQLAnswer<never>;
    throw faultOf(answer.errors?.[0]?.extensions ?? {});
  } catch (error) {
    if (error instanceof SessionExpired || error instanceof ApiFault || error instanceof ApiAway) throw error;
    throw new ApiAway('no answer', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

function isAnswer(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer);
}

function faultOf({ code, incident, id, reason, retryAfterSeconds }: Record<string, unknown>): Error {
  if (code === 'UNAUTHENTICATED') return new SessionExpired('UNAUTHENTICATED');
  if (reason === 'NOT_SET_UP') return new NotOpenYet('NOT_SET_UP');
  if (code === 'SERVICE_UNAVAILABLE') return new ApiAway('SERVICE_UNAVAILABLE');
  const reference = incident ?? id;
  return new ApiFault(
    typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR',
    typeof reference === 'string' ? reference : null,
    typeof retryAfterSeconds === 'number' ? retryAfterSeconds : null,
  );
}
