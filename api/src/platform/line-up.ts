import { holdsOffice } from '@enrolment/rulebook/access.js';
import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context.js';
import type { Reference } from '../database/reference.js';
import type { Line, Part } from './line.js';

/**
 * Lets each operation wait for a place of its part before it is carried out. A change by an office takes effect in this
 * process before it is answered.
 */
export const lineUp = (line: Line, reference: Reference): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => {
    let over = false;
    let leave = () => {};
    return {
      didResolveOperation: async ({ operation, contextValue }) => {
        const out = await line.enter(partOf(contextValue, operation?.operation === 'query'));
        // An operation that a limit has refused meanwhile no longer needs its place.
        if (over) out();
        else leave = out;
      },
      willSendResponse: async ({ operation, contextValue }) => {
        over = true;
        leave();
        const changes = operation?.operation === 'mutation';
        if (changes && partOf(contextValue, false) === 'OFFICE') await reference.settle();
      },
    };
  },
});

function partOf({ viewer }: Context, reads: boolean): Part {
  if (viewer && holdsOffice(viewer.roles)) return 'OFFICE';
  return reads ? 'READING' : 'REGISTERING';
}
