import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { ApiError, unavailable } from './errors.js';
import type { Outages } from './outages.js';

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
export function errorFormatter(log: Logger, outages: Outages) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = formatted.extensions?.code;
    if (typeof code === 'string' && KNOWN.has(code)) {
      const { retryAfterSeconds, reason, cost } = formatted.extensions as {
        retryAfterSeconds?: number;
        reason?: string;
        cost?: object;
      };
      return {
        message: shorten(messageOf(error) ?? formatted.message),
        ...(formatted.locations ? { locations: formatted.locations } : {}),
        ...(formatted.path ? { path: formatted.path } : {}),
        extensions: {
          code,
          ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
          ...(reason === undefined ? {} : { reason }),
          ...(cost === undefined ? {} : { cost }),
        },
      };
    }
    const original = unwrapResolverError(error);
    if (outages.caused(original)) {
      return { message: unavailable().message, extensions: { code: 'SERVICE_UNAVAILABLE' } };
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

/** In our own words: Apollo puts others before them where no resolver had begun. */
function messageOf(error: unknown): string | null {
  const { originalError } = error as { originalError?: unknown };
  return originalError instanceof ApiError ? originalError.message : null;
}

/** graphql-js quotes the offending value, which can be somebody's number. Only the place stays, and our own scalars' reason. */
function shorten(message: string): string {
  const variable =
    /^(Variable "[^"]*") got invalid value .*?( at "[\w.[\]]+")?; ((?:Date|CollectionNumber) must [^;]*|.*)$/s.exec(
      message,
    );
  if (!variable) return message.slice(0, 300);
  const [, name, place = '', reason = ''] = variable;
  return `${name} got an invalid value${place}.${/^(Date|CollectionNumber) must /.test(reason) ? ` ${reason}` : ''}`;
}
