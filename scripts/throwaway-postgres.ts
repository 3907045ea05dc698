import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from './command.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';

/**
 * The tests start this with a channel. It sends its superuser's address. When the channel closes, even because the tests
 * were killed, it ends and removes all its data.
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
