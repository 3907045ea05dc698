import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SRC = import.meta.dirname;
/** Types as well: what a service is given and gives back is no view of it. */
const IMPORTS = /^(?:import|export) [^;]*?from '([^']+)';/gm;

const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(IMPORTS)].map(([, from]) => from!);

/** The first way from a file to a library of GraphQL, through our own modules. */
function wayToGraphQL(file: string, seen = new Set<string>()): string[] | null {
  seen.add(file);
  for (const from of importsOf(file)) {
    if (/^(graphql|type-graphql|graphql-.*|@apollo\/.*)(\/|$)/.test(from)) return [file, from];
    if (!from.startsWith('.')) continue;
    const next = join(dirname(file), from.replace(/\.js$/, '.ts'));
    const way = seen.has(next) ? null : wayToGraphQL(next, seen);
    if (way) return [file, ...way];
  }
  return null;
}

const below = globSync('**/*.{service,statements,entity}.ts', { cwd: SRC });

test.each(below.map((one) => [one, join(SRC, one)] as const))(
  '%s knows nothing of GraphQL, nor does anything that it uses',
  (_, file) => expect(wayToGraphQL(file)?.map((one) => one.replace(SRC, ''))).toBeUndefined(),
);

test('nor does what wires them, and there is something to look at', () => {
  expect(below.length).toBeGreaterThan(90);
  expect(wayToGraphQL(join(SRC, 'services.ts'))).toBeNull();
});
