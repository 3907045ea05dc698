import {
  GraphQLError,
  Kind,
  type ASTNode,
  type SelectionSetNode,
  type ValidationContext,
  type ASTVisitor,
} from 'graphql';

/** What one document may ask for; far above what the site needs, far below what hurts. */
export const LIMITS = {
  tokens: 2_000,
  depth: 12,
  fields: 500,
  rootFields: 10,
  aliases: 5,
  directives: 5,
  bodyBytes: 100 * 1024,
  requestMs: 15_000,
} as const;

/** One validation rule for all limits, fragments counted wherever they are spread: answers 400 like any invalid document. */
export function limitsRule(context: ValidationContext): ASTVisitor {
  const exceeded = (what: string, limit: number, node: ASTNode) =>
    context.reportError(
      new GraphQLError(`The document has too many ${what}: at most ${limit}.`, { nodes: [node] }),
    );
  return {
    OperationDefinition(operation) {
      const seen = { fields: 0, aliases: 0, directives: operation.directives?.length ?? 0, depth: 0 };
      // Counting stops at the first limit, so that fragments spread again and again cost nothing.
      const walk = (set: SelectionSetNode, depth: number, path: readonly string[]): boolean => {
        seen.depth = Math.max(seen.depth, depth);
        return set.selections.every((selection) => {
          seen.directives += selection.directives?.length ?? 0;
          if (selection.kind === Kind.FIELD) {
            seen.fields += 1;
            if (selection.alias) seen.aliases += 1;
          }
          if (
            seen.depth > LIMITS.depth ||
            seen.fields > LIMITS.fields ||
            seen.aliases > LIMITS.aliases ||
            seen.directives > LIMITS.directives
          ) {
            return false;
          }
          if (selection.kind === Kind.FRAGMENT_SPREAD) {
            const name = selection.name.value;
            const fragment = path.includes(name) ? null : context.getFragment(name);
            return !fragment || walk(fragment.selectionSet, depth, [...path, name]);
          }
          if (!selection.selectionSet) return true;
          return walk(selection.selectionSet, selection.kind === Kind.FIELD ? depth + 1 : depth, path);
        });
      };
      const introspects = operation.selectionSet.selections.every(
        (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
      );
      const roots = operation.selectionSet.selections.length;
      if (roots > LIMITS.rootFields) exceeded('fields at the top', LIMITS.rootFields, operation);
      if (walk(operation.selectionSet, 1, []) || introspects) return;
      if (seen.depth > LIMITS.depth) exceeded('levels', LIMITS.depth, operation);
      if (seen.fields > LIMITS.fields) exceeded('fields', LIMITS.fields, operation);
      if (seen.aliases > LIMITS.aliases) exceeded('aliases', LIMITS.aliases, operation);
      if (seen.directives > LIMITS.directives) exceeded('directives', LIMITS.directives, operation);
    },
  };
}
