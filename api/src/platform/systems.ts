import { isOfSystem, maySystemAsk } from '@enrolment/rulebook/access.js';
import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import type { Context } from '../context.js';
import { forbidden } from './errors.js';

/**
 * A system registers nobody and has no records of its own. Whatever else a person may do, it reaches only the queries and
 * mutations that are open to everybody or that its scopes cover.
 */
export function keepSystemsToTheirScopes(schema: GraphQLSchema): GraphQLSchema {
  for (const type of [schema.getQueryType()!, schema.getMutationType()!]) {
    for (const field of Object.values(type.getFields())) {
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context: Context, info) => {
        const { viewer } = context;
        if (viewer && isOfSystem(viewer.roles) && !maySystemAsk(field.name, viewer.roles)) {
          throw forbidden();
        }
        return resolve(source, args, context, info);
      };
    }
  }
  return schema;
}
