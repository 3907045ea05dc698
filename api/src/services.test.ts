import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SRC = import.meta.dirname;
/** What a module loads when it runs: types are gone by then. */
const IMPORTS = /^(?:import|export) (?!type )[^;]*?from '([^']+)';/gm;

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

const services = globSync('**/*.service.ts', { cwd: SRC });

test.each(services.map((service) => [service, join(SRC, service)] as const))(
  '%s knows nothing of GraphQL, nor does anything that it uses',
  (_, file) => expect(wayToGraphQL(file)?.map((one) => one.replace(SRC, ''))).toBeUndefined(),
);

test('nor does what wires them, and there are services to look at', () => {
  expect(services.length).toBeGreaterThan(15);
  expect(wayToGraphQL(join(SRC, 'services.ts'))).toBeNull();
});
