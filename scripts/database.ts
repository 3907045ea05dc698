import { join } from 'node:path';
import { build } from './build.ts';
import { main, PlainFailure, run } from './command.ts';
import { ensureDatabase, startEmbeddedPostgres } from './embedded-postgres.ts';
import { checkDatabase, readSettings } from './settings.ts';

const MIGRATE = 'api/dist/database/migrate.js';

const TASKS: Readonly<Record<string, readonly string[]>> = {
  migrate: ['node', MIGRATE, 'up'],
  check: ['node', MIGRATE, 'check'],
  rollback: ['node', MIGRATE, 'down'],
  audit: ['node', 'api/dist/platform/audit/verify.js'],
  rotate: ['node', 'api/dist/platform/rotate-keys.js'],
};

/** `node scripts/database.ts TASK`: on DATABASE_URL, or on the embedded database, which is left as it was found. */
await main(async () => {
  const command = TASKS[process.argv[2] ?? ''];
  if (!command) throw new PlainFailure(`usage: database.ts ${Object.keys(TASKS).join(' | ')}`);
  const { databaseUrl, dataDir, env } = readSettings(process.env);
  await build({ only: ['api'] });
  const work = async (url: string) => {
    const { ok } = await run(command, { env: { ...env, DATABASE_URL: url }, show: true });
    if (!ok) process.exitCode = 1;
  };
  if (databaseUrl) {
    await checkDatabase(databaseUrl);
    return work(databaseUrl);
  }
  const server = await startEmbeddedPostgres(join(dataDir, 'postgres'));
  try {
    await work(await ensureDatabase(server, 'enrolment'));
  } finally {
    if (!server.attached) await server.stop();
  }
});
