import { normaliseText } from '@enrolment/rulebook/text.js';
import { createParameterDecorator, type ArgOptions } from 'type-graphql';
import type { Context } from '../context.js';

/** Every argument that takes a free text, as `operation(argument)`: the schema's test compares. */
export const FREE_TEXTS = new Set<string>();

/** An argument that somebody writes and somebody else reads: it arrives in one way of writing (rulebook/text.ts). */
export function FreeText(name: string, options: ArgOptions): ParameterDecorator {
  const decorate = createParameterDecorator<Context>(
    ({ args }) => {
      const text: unknown = args[name];
      return typeof text === 'string' ? normaliseText(text) : null;
    },
    { arg: { name, typeFunc: () => String, options } },
  );
  return (target, operation, index) => {
    FREE_TEXTS.add(`${String(operation)}(${name})`);
    decorate(target, operation!, index);
  };
}
