import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';

type Code = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'RATE_LIMITED' | 'BAD_USER_INPUT' | 'SERVICE_UNAVAILABLE';

const MESSAGES: Record<Code, string> = {
  UNAUTHENTICATED: 'Sign in first: the access token is missing, expired or not valid here.',
  FORBIDDEN: 'There is no such thing, or it is not yours.',
  RATE_LIMITED: 'Too many requests from this address; please try again later.',
  BAD_USER_INPUT: 'The input is malformed.',
  SERVICE_UNAVAILABLE: 'The service cannot answer at the moment; please try again soon.',
};

/** What is neither success nor a broken rule: an error with one of the contract's codes. */
export class ApiError extends GraphQLError {
  constructor(code: Code, options: { message?: string; status?: number; retryAfterSeconds?: number } = {}) {
    super(options.message ?? MESSAGES[code], {
      extensions: {
        code,
        ...(options.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: options.retryAfterSeconds }),
        ...(options.status === undefined ? {} : { http: { status: options.status } }),
      },
    });
  }
}

export const unauthenticated = (status?: number) => new ApiError('UNAUTHENTICATED', status ? { status } : {});
/** The same for what does not exist and for what is somebody else's. */
export const forbidden = () => new ApiError('FORBIDDEN');
export const unavailable = () => new ApiError('SERVICE_UNAVAILABLE', { status: 503 });

const KNOWN = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'RATE_LIMITED',
  'BAD_USER_INPUT',
  'SERVICE_UNAVAILABLE',
  'GRAPHQL_VALIDATION_FAILED',
  'GRAPHQL_PARSE_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Lets the contract's codes through; anything unforeseen becomes an incident number that the log explains. */
export function errorFormatter(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = formatted.extensions?.code;
    if (typeof code === 'string' && KNOWN.has(code)) {
      const { retryAfterSeconds } = formatted.extensions as { retryAfterSeconds?: number };
      return {
        message: shorten(formatted.message),
        ...(formatted.locations ? { locations: formatted.locations } : {}),
        ...(formatted.path ? { path: formatted.path } : {}),
        extensions: { code, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) },
      };
    }
    const original = unwrapResolverError(error);
    if (isDatabaseAway(original)) {
      log.error({ err: original }, 'database away');
      const away = unavailable();
      return { message: away.message, extensions: { code: 'SERVICE_UNAVAILABLE' } };
    }
    const incident = randomUUID();
    log.error({ err: original, incident }, 'unforeseen error');
    return {
      message: `Something went wrong here. Incident ${incident}`,
      ...(formatted.path ? { path: formatted.path } : {}),
      extensions: { code: 'INTERNAL_SERVER_ERROR', incident },
    };
  };
}

/** graphql-js quotes the offending value, which can be somebody's number: only where and, from our own scalars, why. */
function shorten(message: string): string {
  const variable =
    /^(Variable "[^"]*") got invalid value .*?( at "[\w.[\]]+")?; ((?:Date|CollectionNumber) must [^;]*|.*)$/s.exec(
      message,
    );
  if (!variable) return message.slice(0, 300);
  const [, name, place = '', reason = ''] = variable;
  return `${name} got an invalid value${place}.${/^(Date|CollectionNumber) must /.test(reason) ? ` ${reason}` : ''}`;
}

/** PostgreSQL cannot be reached, is starting or shutting down, lets nobody in, or took too long. */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = (cause as { code?: unknown }).code;
    if (typeof code === 'string' && /^(08|57P|53300|55000|57014|ECONN|EPIPE|ETIMEDOUT)/.test(code))
      return true;
    if (/Connection terminated|timeout exceeded when trying to connect|not queryable/.test(cause.message))
      return true;
  }
  return false;
}
