import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, filesUnder } from './build.ts';
import { main, PlainFailure, ROOT, run } from './command.ts';

const GENERATED = ['schema/schema.graphql', 'schema/client', 'docs/rulebook.md', 'docs/stages.md'];

/** From the API to all that is printed of it; each step reads what the one before has written. */
const STEPS: readonly (readonly string[])[] = [
  ['node', 'api/dist/emit-schema.js', 'schema/schema.graphql'],
  ['graphql-codegen', '--silent'],
  ['node', 'scripts/printed-docs.ts'],
];

/** Generates schema, typed client and the printed pages; returns the files that were not up to date. */
export async function generate(): Promise<string[]> {
  await build({ only: ['api'] });
  const before = contents();
  for (const step of STEPS) {
    const { ok, output } = await run(step);
    if (!ok) throw new PlainFailure(`${output.trimEnd()}\n${step.join(' ')} failed: see above`);
  }
  const after = contents();
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  );
}

/** Compared as files, not with git: also right in a tree with changes, and in one without history. */
function contents(): Map<string, string> {
  return new Map(GENERATED.flatMap(filesUnder).map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));
}

if (import.meta.main) {
  await main(async () => {
    const changed = await generate();
    console.log(changed.length === 0 ? 'all up to date' : `written: ${changed.join(', ')}`);
  });
}
