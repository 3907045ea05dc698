import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, filesUnder } from './build.ts';
import { main, PlainFailure, ROOT, run } from './command.ts';

const GENERATED = [
  'schema/schema.graphql',
  'schema/operations/details-fields.graphql',
  'schema/client',
  'docs/access.md',
  'docs/lists.md',
  'docs/rulebook.md',
  'docs/settings.md',
  'docs/stages.md',
];

/** The steps from the API to everything that is generated from it. Each step reads what the one before wrote. */
const STEPS: readonly (readonly string[])[] = [
  ['node', 'api/dist/emit-schema.js', 'schema/schema.graphql'],
  ['node', 'scripts/printed-operations.ts'],
  ['graphql-codegen', '--silent'],
  ['node', 'scripts/printed-docs.ts'],
];

/** Generates the schema, the typed client and the printed pages, and returns the files that were out of date. */
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

/** Compares files and does not ask git, so that it also works in a tree with changes or without history. */
function contents(): Map<string, string> {
  return new Map(GENERATED.flatMap(filesUnder).map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));
}

if (import.meta.main) {
  await main(async () => {
    const changed = await generate();
    console.log(changed.length === 0 ? 'all up to date' : `written: ${changed.join(', ')}`);
  });
}
