import { createMethodMiddlewareDecorator } from 'type-graphql';
import { actorOf, type Context } from '../../context.js';
import type { Rated } from './rates.js';

/** On a mutation: how often an account and a network may ask for it. */
export const Limited = (what: Rated): MethodDecorator =>
  createMethodMiddlewareDecorator<Context>(({ context }, next) => {
    context.services.rates.take(what, actorOf(context));
    return next();
  });
