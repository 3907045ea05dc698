import { mayAsk, NOT_AT_DESK, type Action } from '@enrolment/rulebook/access.js';
import type { AuthCheckerFn } from 'type-graphql';
import type { Context } from '../context.js';
import { forbidden, unauthenticated } from './errors.js';

/**
 * `@Authorized('PREREGISTER')` stops anybody whom the access table gives no answer; the service asks where. `@Authorized()`
 * is for whoever is signed in.
 */
export const authChecker: AuthCheckerFn<Context, Action> = ({ context: { viewer }, info }, actions) => {
  if (!viewer) throw unauthenticated();
  if (viewer.atDesk && !answersAtDesk(info.fieldName, actions)) throw forbidden();
  if (!actions.every((action) => mayAsk(action, viewer.roles))) throw forbidden();
  return true;
};

/**
 * Only what is about the family’s record and does not take its own account. What waits for an account is none of it, and
 * is asked for with the others.
 */
const answersAtDesk = (field: string, actions: readonly Action[]): boolean =>
  actions.length === 0 ? field === 'recordsToTakeOver' : !NOT_AT_DESK.some((name) => name === field);
