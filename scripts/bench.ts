import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';
import { main, PlainFailure, ROOT, run } from './command.ts';

/**
 * `npm run bench` prints our rates beside the peers', `npm run bench:offices` what the offices' pages cost at each size of a
 * city (docs/performance.md). Both exit with 1 if an answer is wrong.
 */
await main(async () => {
  const given = process.argv.slice(2);
  const offices = given[0] === 'offices';
  await build({ only: offices ? ['api'] : ['api', 'web'] });
  // No package depends on the peers, so they are installed when they are measured.
  if (!existsSync(join(ROOT, 'bench/node_modules/postgraphile'))) {
    const installed = await run(['npm', 'ci', '--prefix', 'bench', '--ignore-scripts']);
    if (!installed.ok) throw new PlainFailure(installed.output.trim());
  }
  const bench = offices ? ['bench/offices.js', ...given.slice(1)] : ['bench/rates.js', ...given];
  const { ok } = await run(['node', ...bench], { show: true });
  if (!ok) process.exitCode = 1;
});
