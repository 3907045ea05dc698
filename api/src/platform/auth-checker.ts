import { mayAsk, type Action } from '@enrolment/rulebook/access.js';
import type { AuthCheckerFn } from 'type-graphql';
import type { Context } from '../context.js';
import { forbidden, unauthenticated } from './errors.js';

/**
 * `@Authorized('PREREGISTER')` stops anybody whom the access table gives no answer; the service asks where. `@Authorized()`
 * is for whoever is signed in.
 */
export const authChecker: AuthCheckerFn<Context, Action> = ({ context: { viewer }, info }, actions) => {
  if (!viewer) throw unauthenticated();
  // At the desk only what is about the family’s record; what waits for an account is none of it, and is asked for with the others.
  if (viewer.atDesk && actions.length === 0 && info.fieldName !== 'recordsToTakeOver') throw forbidden();
  if (!actions.every((action) => mayAsk(action, viewer.roles))) throw forbidden();
  return true;
};
