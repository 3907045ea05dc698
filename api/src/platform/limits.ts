import type { ApolloServerPlugin } from '@apollo/server';
import type { Words } from '@enrolment/rulebook/words.js';
import {
  GraphQLError,
  Kind,
  type ASTNode,
  type DocumentNode,
  type SelectionSetNode,
  type ValidationContext,
  type ASTVisitor,
} from 'graphql';
import type { Context } from '../context.js';
import { ApiError } from './errors.js';

/** What one document may ask for; far above what the site needs, far below what hurts. */
export const LIMITS = {
  tokens: 2_000,
  depth: 12,
  /** Selections within each other, those of fragments too. */
  nesting: 30,
  fields: 500,
  rootFields: 10,
  aliases: 5,
  directives: 5,
  /** Entries of a list, in the document or in its variables. */
  list: 500,
  /** Entries of a list of nothing but texts in the variables: as many numbers as a job takes. */
  texts: 5_000,
  bodyBytes: 100 * 1024,
  headersMs: 10_000,
  requestMs: 15_000,
} as const;

/** PostgreSQL's texts cannot contain it. Nobody types it, but it may be pasted. */
const NUL = '\0';
const NUL_MESSAGE: Words = {
  'zh-CN': '有一处文字里含有看不见的空字符（U+0000），请删去后再发送。',
  en: 'A text contains the invisible character U+0000. Please remove it and send again.',
};
/** Documents that contain it themselves. They are validated once, and answered as any other input. */
const withNul = new WeakSet<DocumentNode>();

/** What a tool asks of the schema is deeper and longer than any page's document, and as plain. */
const INTROSPECTION = { ...LIMITS, depth: 20, nesting: 40, fields: 2_000 };

/**
 * One validation rule for what a document is like, whatever it would cost (`cost/`), written by hand: graphql-armor answers 500
 * where it counts in the parser and leaves `__typename` out. It goes first, so that a cost is worked out for small documents
 * alone. Fragments are counted wherever they are spread. It answers 400 like any invalid document.
 */
export function limitsRule(context: ValidationContext): ASTVisitor {
  const exceeded = (what: string, limit: number, node: ASTNode) =>
    context.reportError(
      new GraphQLError(`The document has too many ${what}: at most ${limit}.`, {
        nodes: [node],
        extensions: { beyondLimits: true },
      }),
    );
  return {
    StringValue(node) {
      if (node.value.includes(NUL)) withNul.add(context.getDocument());
    },
    ListValue(node) {
      if (node.values.length > LIMITS.list) exceeded('entries in a list', LIMITS.list, node);
    },
    OperationDefinition(operation) {
      const introspects = operation.selectionSet.selections.every(
        (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
      );
      const limits = introspects ? INTROSPECTION : LIMITS;
      const seen = {
        fields: 0,
        aliases: 0,
        directives: operation.directives?.length ?? 0,
        depth: 0,
        nesting: 0,
      };
      // Counting stops at the first limit, so fragments that are spread again and again cost nothing.
      const walk = (
        set: SelectionSetNode,
        depth: number,
        nesting: number,
        path: readonly string[],
      ): boolean => {
        seen.depth = Math.max(seen.depth, depth);
        seen.nesting = Math.max(seen.nesting, nesting);
        return set.selections.every((selection) => {
          seen.directives += selection.directives?.length ?? 0;
          if (selection.kind === Kind.FIELD) {
            seen.fields += 1;
            if (selection.alias) seen.aliases += 1;
          }
          if (
            seen.depth > limits.depth ||
            seen.nesting > limits.nesting ||
            seen.fields > limits.fields ||
            seen.aliases > limits.aliases ||
            seen.directives > limits.directives
          ) {
            return false;
          }
          if (selection.kind === Kind.FRAGMENT_SPREAD) {
            const name = selection.name.value;
            const fragment = path.includes(name) ? null : context.getFragment(name);
            return !fragment || walk(fragment.selectionSet, depth, nesting + 1, [...path, name]);
          }
          if (!selection.selectionSet) return true;
          const deeper = selection.kind === Kind.FIELD ? depth + 1 : depth;
          return walk(selection.selectionSet, deeper, nesting + 1, path);
        });
      };
      const roots = operation.selectionSet.selections.length;
      if (roots > LIMITS.rootFields) exceeded('fields at the top', LIMITS.rootFields, operation);
      if (walk(operation.selectionSet, 1, 1, [])) return;
      if (seen.depth > limits.depth) exceeded('levels', limits.depth, operation);
      if (seen.nesting > limits.nesting) exceeded('selections within each other', limits.nesting, operation);
      if (seen.fields > limits.fields) exceeded('fields', limits.fields, operation);
      if (seen.aliases > limits.aliases) exceeded('aliases', limits.aliases, operation);
      if (seen.directives > limits.directives) exceeded('directives', limits.directives, operation);
    },
  };
}

/** The same for what comes beside the document: no variable is deeper, no list in one longer, no text holds a NUL. */
export const limitVariables: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ request, document, contextValue: { language } }) => {
      const nul = NUL_MESSAGE[language];
      const message = withNul.has(document) ? nul : whatIsTooMuch(request.variables, 0, nul);
      if (message !== null)
        throw new ApiError('BAD_USER_INPUT', { message, status: 400, beyondLimits: true });
    },
  }),
};

function whatIsTooMuch(value: unknown, depth: number, nul: string): string | null {
  if (typeof value === 'string') return value.includes(NUL) ? nul : null;
  if (typeof value !== 'object' || value === null) return null;
  if (depth > LIMITS.depth) return `The variables have too many levels: at most ${LIMITS.depth}.`;
  if (Array.isArray(value)) {
    const most = value.every((entry) => typeof entry === 'string') ? LIMITS.texts : LIMITS.list;
    if (value.length > most) return `A list has too many entries: at most ${most}.`;
  }
  for (const inner of Object.values(value)) {
    const message = whatIsTooMuch(inner, depth + 1, nul);
    if (message !== null) return message;
  }
  return null;
}
