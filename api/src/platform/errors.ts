type Code = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'RATE_LIMITED' | 'BAD_USER_INPUT' | 'SERVICE_UNAVAILABLE';

const MESSAGES: Record<Code, string> = {
  UNAUTHENTICATED: 'Sign in first: the access token is missing, expired or not valid here.',
  FORBIDDEN: 'There is no such thing, or it is not yours.',
  RATE_LIMITED:
    'Too many requests. Please wait as long as Retry-After says; over another network, such as the phone’s own instead of a shared one, it may go at once.',
  BAD_USER_INPUT: 'The input is malformed.',
  SERVICE_UNAVAILABLE: 'The service cannot answer at the moment; please try again soon.',
};

interface ErrorOptions {
  readonly message?: string;
  readonly status?: number;
  readonly retryAfterSeconds?: number;
  readonly reason?: string;
  readonly cost?: { readonly requested: number; readonly limit: number };
  /** 4xx whatever the client accepts. */
  readonly beyondLimits?: boolean;
}

/**
 * What is neither success nor a broken rule: an error with one of the contract's codes. It knows nothing of GraphQL, which
 * takes over the extensions of whatever is thrown in a resolver.
 */
export class ApiError extends Error {
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(code: Code, { message, status, ...told }: ErrorOptions = {}) {
    super(message ?? MESSAGES[code]);
    this.name = 'ApiError';
    this.extensions = { code, ...told, ...(status === undefined ? {} : { http: { status } }) };
  }
}

export const unauthenticated = (status?: number) => new ApiError('UNAUTHENTICATED', status ? { status } : {});
/** The answer is the same for what does not exist and for what is somebody else's. */
export const forbidden = () => new ApiError('FORBIDDEN');
/** No season is open yet. The site says so, and the log says what to run. */
export const notSetUp = () =>
  new ApiError('SERVICE_UNAVAILABLE', {
    message: 'No season is open yet: run npm run setup.',
    reason: 'NOT_SET_UP',
  });
/** The number of seconds after which a client may ask again. */
export const AGAIN_SECONDS = 2;
export const unavailable = () => new ApiError('SERVICE_UNAVAILABLE', { status: 503 });
