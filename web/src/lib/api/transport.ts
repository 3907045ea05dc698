import type { TypedDocumentString } from '@enrolment/schema/client';
import { ApiAway, ApiFault, SessionExpired } from './faults.ts';

/** On whose behalf, and how, one operation is sent. */
export interface Caller {
  apiUrl: URL;
  fetch: typeof globalThis.fetch;
  language: string;
  clientAddress: string;
  accessToken: string | null;
  /** Production takes only the operations the build registered, by the hash of their text. */
  byHash: boolean;
}

const TIMEOUT_MS = 8_000;

interface GraphQLAnswer<T> {
  data?: T | null;
  errors?: {
    extensions?: { code?: unknown; incident?: unknown; id?: unknown; retryAfterSeconds?: unknown };
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
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    'accept-language': caller.language,
    'x-forwarded-for': caller.clientAddress,
  };
  if (caller.accessToken) headers['authorization'] = `Bearer ${caller.accessToken}`;
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

function isAnswer(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer);
}

function faultOf({ code, incident, id, retryAfterSeconds }: Record<string, unknown>): Error {
  if (code === 'UNAUTHENTICATED') return new SessionExpired('UNAUTHENTICATED');
  if (code === 'SERVICE_UNAVAILABLE') return new ApiAway('SERVICE_UNAVAILABLE');
  const reference = incident ?? id;
  return new ApiFault(
    typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR',
    typeof reference === 'string' ? reference : null,
    typeof retryAfterSeconds === 'number' ? retryAfterSeconds : null,
  );
}
