import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';
import { main, PlainFailure, ROOT } from './command.ts';
import { runJest } from './jest.ts';

/** What each measures, against what must be built; its spec leaves the table in `.cache`. */
const MEASURES: Readonly<Record<string, { needs: readonly string[]; table: string }>> = {
  lighthouse: { needs: ['api', 'web', 'playground'], table: '.cache/lighthouse/table.md' },
  bench: { needs: ['api'], table: '.cache/bench/table.md' },
};

/** `npm run lighthouse`, `npm run bench`: prints a table; exit 1 where a figure does not hold. */
await main(async () => {
  const [name = ''] = process.argv.slice(2);
  const measure = MEASURES[name];
  if (!measure) throw new PlainFailure(`one of ${Object.keys(MEASURES).join(', ')}`);
  await build({ only: measure.needs });
  const table = join(ROOT, measure.table);
  rmSync(table, { force: true });
  const { ok } = await runJest(name);
  console.log(`\n${readFileSync(table, 'utf8')}`);
  if (!ok) process.exitCode = 1;
});
