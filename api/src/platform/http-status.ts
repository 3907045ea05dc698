import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import { AGAIN_SECONDS } from './errors.js';

const RESPONSE_JSON = 'application/graphql-response+json';

/** Errors of a client in the terms of GraphQL and not of HTTP. */
const ILL_FORMED = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/** When to come again, in seconds, where the error does not say. */
const COME_AGAIN: Readonly<Record<string, { status: number; seconds: number }>> = {
  RATE_LIMITED: { status: 429, seconds: 60 },
  SERVICE_UNAVAILABLE: { status: 503, seconds: AGAIN_SECONDS },
};

/**
 * GraphQL over HTTP ties the status to what the client accepts. With `application/graphql-response+json` the status
 * tells how it went, 429 and 503 with `Retry-After`. Whoever names `application/json` alone gets 200 for an answer in
 * GraphQL's own words. What is beyond the limits is 4xx for everybody.
 */
export const httpStatus: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response, errors = [] }) => {
      const { body, http } = response;
      if (body.kind !== 'single' || body.singleResult.data || errors.length === 0) return;
      const accepted = (request.http?.headers.get('accept') ?? '').toLowerCase();
      if (accepted.includes(RESPONSE_JSON)) {
        const { extensions } = body.singleResult.errors?.[0] ?? {};
        const again = COME_AGAIN[String(extensions?.code)];
        if (!again) return;
        http.status = again.status;
        http.headers.set('retry-after', String(extensions?.retryAfterSeconds ?? again.seconds));
      } else if (/^application\/json\s*(;|$)/.test(accepted) && errors.every(isIllFormed)) {
        http.status = 200;
      }
    },
  }),
};

const isIllFormed = ({ extensions }: GraphQLError): boolean =>
  ILL_FORMED.has(String(extensions.code)) && !extensions.beyondLimits;
