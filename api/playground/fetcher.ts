import type { Fetcher, FetcherReturnType } from '@graphiql/toolkit';
import { lastRun } from './last-run';
import { send, type Operation } from './send';

/** For GraphiQL. Its own question for the schema is nobody's run. */
export const fetcher: Fetcher = async (params, options) => {
  const operation = params as Operation;
  const answer = await send(operation, options?.headers as Record<string, string> | undefined);
  if (operation.operationName !== 'IntrospectionQuery')
    lastRun.update({ cost: answer.extensions?.cost ?? null });
  return answer as FetcherReturnType;
};
