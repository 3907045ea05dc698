import type { RefusalToldFragment } from '../client/graphql.ts';
import type { DocumentTypeDecoration } from './document-type.ts';
import { ApiError, RefusedError } from './faults.ts';

export interface ClientOptions {
  /** Where GraphQL is asked, such as https://enrolment.example/graphql. */
  readonly url: string | URL;
  /** An API token, or what gives the access token of the moment. */
  readonly token?: string | (() => string | Promise<string>);
  /** Of the sentences for people; zh-CN when left out. */
  readonly language?: 'zh-CN' | 'en';
  /** How long an answer is waited for; 30 s when left out. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof globalThis.fetch;
}

/** The text of a document, with the types of its answer and variables. */
export interface Operation<Result, Variables> extends DocumentTypeDecoration<Result, Variables> {
  toString(): string;
}

/** Nothing has to be given where every variable can be left out. */
type Given<Variables> =
  Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables];

/** An answer in which nothing was refused. */
export type Accepted<Result> = {
  [Field in keyof Result]: Exclude<Result[Field], { __typename: 'Refused' }>;
};

export interface Client {
  /** Throws RefusedError where a rule refuses, ApiError where there is no answer. Documents of your own ask for `__typename`. */
  request<Result, Variables = Record<string, unknown>>(
    operation: Operation<Result, Variables>,
    ...given: Given<Variables>
  ): Promise<Accepted<Result>>;
  /** The same, with refusals among the answers. */
  ask<Result, Variables = Record<string, unknown>>(
    operation: Operation<Result, Variables>,
    ...given: Given<Variables>
  ): Promise<Result>;
}

export function createClient(options: ClientOptions): Client {
  return {
    async request<Result, Variables>(
      operation: Operation<Result, Variables>,
      ...[variables]: Given<Variables>
    ) {
      const data = await send<Result>(options, operation.toString(), variables);
      const refusals = Object.values(data as Record<string, unknown>).flatMap(refusalsIn);
      if (refusals.length > 0) throw new RefusedError(refusals);
      return data as Accepted<Result>;
    },
    ask: (operation, ...[variables]) => send(options, operation.toString(), variables),
  };
}

interface Answer {
  data?: unknown;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

async function send<Result>(
  { url, token, language = 'zh-CN', timeoutMs = 30_000, fetch = globalThis.fetch }: ClientOptions,
  query: string,
  variables: unknown,
): Promise<Result> {
  const bearer = typeof token === 'function' ? await token() : token;
  let response: Response;
  let answer: Answer;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        'accept-language': language,
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      },
      body: JSON.stringify({ query, variables }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (cause) {
    throw new ApiError('NO_ANSWER', 'No answer came.', { status: null, cause });
  }
  const { status } = response;
  try {
    answer = (await response.json()) as Answer;
  } catch (cause) {
    throw new ApiError('NO_ANSWER', `An answer that is no JSON, with status ${status}.`, { status, cause });
  }
  const [error] = answer.errors ?? [];
  if (error) throw faultOf(error.message, error.extensions ?? {}, status);
  if (!answer.data)
    throw new ApiError('NO_ANSWER', `An answer without data, with status ${status}.`, { status });
  return answer.data as Result;
}

function faultOf(message: string, extensions: Record<string, unknown>, status: number): ApiError {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const { code, reason, incident, retryAfterSeconds } = extensions;
  return new ApiError(text(code) ?? 'INTERNAL_SERVER_ERROR', message, {
    status,
    reason: text(reason),
    incident: text(incident),
    retryAfterSeconds: typeof retryAfterSeconds === 'number' ? retryAfterSeconds : null,
  });
}

function refusalsIn(field: unknown): RefusalToldFragment[] {
  const { __typename, refusals } = (field ?? {}) as { __typename?: string; refusals?: RefusalToldFragment[] };
  return __typename === 'Refused' ? (refusals ?? []) : [];
}
