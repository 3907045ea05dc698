import { buildSchema } from 'graphql';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, PlainFailure, ROOT } from './command.ts';
import { findChanges, readDeclared, undatedDeprecations } from './schema-changes.ts';

const path = (name: string) => join(ROOT, 'schema', name);
const read = (name: string) => readFileSync(path(name), 'utf8');

/** Says what is wrong with the schema for clients of the last release, or null. */
export function checkSchema(): string | null {
  const now = buildSchema(read('schema.graphql'));
  const declared = readDeclared(read('declared-changes.txt'));
  const { undeclared, vain } = findChanges(buildSchema(read('released.graphql')), now, declared);
  const undated = undatedDeprecations(now);
  const wrong = [
    ...undeclared.map((line) => `not declared in schema/declared-changes.txt: ${line}`),
    ...vain.map((line) => `declared, and not there: ${line}`),
    ...undated.map((place) => `deprecated without a day (YYYY-MM-DD): ${place}`),
  ];
  return wrong.length === 0 ? null : wrong.join('\n');
}

/** `npm run schema:check`. With `-- --released`, today's schema becomes the released one. */
if (import.meta.main) {
  await main(() => {
    if (process.argv.includes('--released')) {
      writeFileSync(path('released.graphql'), read('schema.graphql'));
      const remarks = read('declared-changes.txt')
        .split('\n')
        .filter((line) => line.startsWith('#'));
      writeFileSync(path('declared-changes.txt'), `${remarks.join('\n')}\n`);
    }
    const wrong = checkSchema();
    if (wrong !== null) throw new PlainFailure(wrong);
    const declared = readDeclared(read('declared-changes.txt'));
    console.log(['nothing undeclared since the last release', ...declared].join('\n'));
    return Promise.resolve();
  });
}
