import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { isOfSystem } from '@enrolment/rulebook/access.js';
import { explain, refuse, type Language, type Refusal } from '@enrolment/rulebook/refusal.js';
import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.js';
import { getVariableValues, type GraphQLSchema } from 'graphql';
import type { Context } from '../../context.js';
import { ApiError } from '../errors.js';
import { rateFields, SYSTEM_COST, type SystemRates } from '../rates/system-rates.js';
import { isRegistered } from '../trusted-documents.js';
import { costOf } from './cost.js';

/** The content of `extensions.cost`. */
interface Cost {
  readonly requested: number;
  readonly limit: number;
  /** For systems alone. */
  readonly perMinute?: { readonly limit: number; readonly remaining: number; readonly resetSeconds: number };
}

const LIMIT = OFFICE_RULES.costLimit.limit;

/**
 * Weighs what is not one of the site's own documents, named by its id, before anything of it is carried out. Beyond the
 * limit it is refused. A system has a budget beside, which every document counts towards.
 */
export const weigh = (schema: GraphQLSchema, rates: SystemRates): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => {
    let cost: Cost | null = null;
    return {
      didResolveOperation: async (requested) => {
        const { viewer, language, now, documentNamed } = requested.contextValue;
        const system = viewer !== null && isOfSystem(viewer.roles);
        if ((documentNamed && !system) || !areVariablesGood(schema, requested)) return;
        const weight = weightOf(schema, requested);
        cost = { requested: weight, limit: LIMIT };
        if (weight > LIMIT && !isRegistered(requested.source)) {
          throw beyond(refuse('costLimit', { params: { cost: weight } }), language, cost);
        }
        if (!viewer || !system) return;
        const allowance = rates.spend(viewer.subject, weight, now);
        const { costLeft: remaining, seconds: resetSeconds } = allowance;
        cost = { ...cost, perMinute: { limit: SYSTEM_COST, remaining, resetSeconds } };
        for (const [name, value] of Object.entries(rateFields(allowance))) {
          requested.response.http.headers.set(name, value);
        }
        if (!allowance.refused) return;
        const params = { cost: weight, left: remaining };
        throw beyond(refuse('costBudget', { params, retryAfterSeconds: resetSeconds }), language, cost);
      },
      willSendResponse: async ({ response: { body } }) => {
        if (!cost || body.kind !== 'single') return;
        body.singleResult.extensions = { ...body.singleResult.extensions, cost };
      },
    };
  },
});

type Requested = GraphQLRequestContextDidResolveOperation<Context>;

/** Bad variables are reported by the execution, which then carries nothing out. */
function areVariablesGood(schema: GraphQLSchema, { operation, request }: Requested): boolean {
  const { errors } = getVariableValues(
    schema,
    operation!.variableDefinitions ?? [],
    request.variables ?? {},
    { maxErrors: 1 },
  );
  return errors === undefined;
}

function weightOf(schema: GraphQLSchema, { document, operationName, request }: Requested): number {
  try {
    return costOf(schema, {
      document,
      operationName: operationName ?? null,
      variables: request.variables ?? {},
    });
  } catch (error) {
    // An argument does not fit, such as null from a variable. What cannot be weighed is not carried out.
    throw new ApiError('BAD_USER_INPUT', { message: (error as Error).message, status: 400 });
  }
}

function beyond(refusal: Refusal, language: Language, cost: Cost): ApiError {
  const { message, wayOut, retryAfterSeconds } = explain(refusal, language);
  const { requested, limit } = cost;
  const told = { message: [message, wayOut].join(language === 'en' ? ' ' : ''), reason: refusal.rule };
  return retryAfterSeconds === null
    ? new ApiError('BAD_USER_INPUT', { ...told, status: 400, beyondLimits: true, cost: { requested, limit } })
    : new ApiError('RATE_LIMITED', {
        ...told,
        status: 429,
        retryAfterSeconds,
        cost: { requested, limit: SYSTEM_COST },
      });
}
