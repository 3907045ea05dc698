import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';
import { main, ROOT } from './command.ts';
import { runJest } from './jest.ts';

/** The spec writes its table here. */
const TABLE = join(ROOT, '.cache/lighthouse/table.md');

/** `npm run lighthouse` prints a table, and exits with 1 if a figure does not hold. */
await main(async () => {
  await build({ only: ['api', 'web', 'playground'] });
  rmSync(TABLE, { force: true });
  const { ok } = await runJest('lighthouse', '--maxWorkers=1');
  console.log(`\n${readFileSync(TABLE, 'utf8')}`);
  if (!ok) process.exitCode = 1;
});
