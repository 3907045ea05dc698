import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from './command.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';

/**
 * Started by the tests with a channel: sends its superuser's address, and goes away with all its data when the channel
 * closes, also when the tests are killed.
 */
await main(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'enrolment-test-'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
  const gone = new Promise<void>((done) => process.once('disconnect', done));
  try {
    const server = await startEmbeddedPostgres(join(folder, 'postgres'), { fast: true });
    process.send?.(server.url('postgres'));
    await gone;
    await server.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
    if (process.connected) process.disconnect();
  }
});
