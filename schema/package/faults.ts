import type { RefusalToldFragment } from '../client/graphql.ts';

/** Rules that the input does not meet, each with its id, its field and a sentence for people. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';

  constructor(readonly refusals: readonly RefusalToldFragment[]) {
    super(refusals.map(({ rule, message }) => `${rule}: ${message}`).join('\n'));
  }

  /** Their ids, such as webhookAddress. */
  get rules(): string[] {
    return this.refusals.map(({ rule }) => rule);
  }
}

interface Fault {
  readonly status: number | null;
  readonly reason?: string | null;
  readonly retryAfterSeconds?: number | null;
  readonly incident?: string | null;
  readonly cause?: unknown;
}

/** No answer of the kind that was asked for. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** Of HTTP; null when no answer came. */
  readonly status: number | null;
  /** Id of the rule behind BAD_USER_INPUT, where there is one. */
  readonly reason: string | null;
  /** When it may go, for RATE_LIMITED and SERVICE_UNAVAILABLE. */
  readonly retryAfterSeconds: number | null;
  /** What to tell whoever runs the service, for INTERNAL_SERVER_ERROR. */
  readonly incident: string | null;

  constructor(
    /** UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT, RATE_LIMITED, SERVICE_UNAVAILABLE …; NO_ANSWER is the client’s own. */
    readonly code: string,
    message: string,
    { status, reason = null, retryAfterSeconds = null, incident = null, cause }: Fault,
  ) {
    super(message, { cause });
    this.status = status;
    this.reason = reason;
    this.retryAfterSeconds = retryAfterSeconds;
    this.incident = incident;
  }
}
