import { build } from './build.ts';
import { main } from './command.ts';
import { runJest } from './jest.ts';

/** `npm run pictures` takes the pictures of the manual again and prints it in both languages (web/static/manual). */
await main(async () => {
  await build({ only: ['api', 'web', 'playground'] });
  const { ok } = await runJest('pictures', '--maxWorkers=1');
  if (!ok) process.exitCode = 1;
});
