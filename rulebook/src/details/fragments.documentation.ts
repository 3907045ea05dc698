import { isSection } from './field.js';
import { ROOTS } from './form.js';

/** What the fragments contain beside the form itself. */
const SHOWN = { before: ['draft', 'savedAt'], after: ['advice { field text }'] };
const TYPED = { before: ['savedAt', 'savedBy'], after: [] };

/** schema/operations/details-fields.graphql: every field of the form, as others read it and as it was typed. */
export const renderFragments = (): string =>
  [
    '# Printed from `rulebook/src/details/form` by `npm run codegen`; do not edit it by hand.',
    fragment('DetailsShown on Details', SHOWN),
    fragment('DetailsTyped on DetailsDraft', TYPED),
    '',
  ]
    .join('\n\n')
    .replace(/\n\n$/, '\n');

function fragment(
  head: string,
  { before, after }: { before: readonly string[]; after: readonly string[] },
): string {
  const form = ROOTS.map(([root, declared]) =>
    isSection(declared)
      ? `${root} { ${[...(declared.each ? ['guardian'] : []), ...Object.keys(declared.fields)].join(' ')} }`
      : root,
  );
  const lines = [...before, ...form, 'answers { key value }', ...after];
  return `fragment ${head} {\n${lines.map(spread).join('\n')}\n}`;
}

/** `a { b c }` on lines of its own, as the formatter writes it. */
function spread(line: string): string {
  const [, name, inner] = /^(\w+) \{ (.*) \}$/.exec(line) ?? [];
  if (inner === undefined) return `  ${line}`;
  return [`  ${name} {`, ...inner.split(' ').map((field) => `    ${field}`), '  }'].join('\n');
}
