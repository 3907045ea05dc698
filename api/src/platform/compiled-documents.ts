import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { execute, GraphQLError, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';

/**
 * Carries operations out for Apollo, which still parses, validates, limits and reports. The queries of
 * the registered documents are compiled once (graphql-jit): they are few, so nothing a stranger sends fills the memory.
 * Everything else, and whatever the compiler cannot handle, goes to graphql-js.
 */
export function executing(
  schema: GraphQLSchema,
  isRegistered: (text: string) => boolean,
  around: (execute: GatewayExecutor) => GatewayExecutor = (execute) => execute,
): GatewayInterface {
  const compiled = new Map<string, CompiledQuery | null>();

  const compile = (document: DocumentNode, text: string, name: string | null): CompiledQuery | null => {
    const key = `${name}\n${text}`;
    let query = compiled.get(key);
    if (query === undefined) {
      const result = compileQuery(schema, document, name ?? undefined);
      query = isCompiledQuery(result) ? result : null;
      compiled.set(key, query);
    }
    return query;
  };

  const executor: GatewayExecutor = async ({
    context,
    document,
    operation,
    operationName,
    request,
    source,
  }) => {
    const { variables: variableValues } = request;
    const query =
      operation.operation === 'query' && isRegistered(source)
        ? compile(document, source, operationName)
        : null;
    const result = await (query?.query(null, context, variableValues ?? {}) as
      ExecutionResult | Promise<ExecutionResult> | undefined);
    // Without data nothing was carried out: graphql-js knows defaults that the compiler does not, and says it better.
    if (result && 'data' in result) return restore(result);
    return execute({
      schema,
      document,
      contextValue: context,
      ...(variableValues ? { variableValues } : {}),
      operationName,
    });
  };

  return {
    load: async () => ({ executor: around(executor) }),
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    stop: async () => {},
  };
}

/** The compiler's errors are not graphql-js's own: they lack what Apollo formats them by. */
function restore({ errors, ...result }: ExecutionResult): ExecutionResult {
  if (!errors || errors.length === 0) return result;
  return { errors: errors.map(restoreError), ...result };
}

function restoreError({ message, locations, path, originalError, extensions }: GraphQLError): GraphQLError {
  const restored = new GraphQLError(message, { path, originalError, extensions });
  Object.defineProperty(restored, 'locations', { value: locations, enumerable: locations !== undefined });
  return restored;
}
