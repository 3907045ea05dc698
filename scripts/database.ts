import { join } from 'node:path';
import { build } from './build.ts';
import { main, PlainFailure, run } from './command.ts';
import { ensureDatabase, ensureLogin, startEmbeddedPostgres } from './embedded-postgres.ts';
import { serviceLogin } from './local-keys.ts';
import { checkDatabase, readSettings, type DatabaseAddresses } from './settings.ts';

const MIGRATE = 'api/dist/database/migrate.js';

const TASKS: Readonly<Record<string, readonly string[]>> = {
  migrate: ['node', MIGRATE, 'up'],
  check: ['node', MIGRATE, 'check'],
  rollback: ['node', MIGRATE, 'down'],
  audit: ['node', 'api/dist/platform/audit/verify.js'],
  counters: ['node', 'api/dist/dashboard/verify.js'],
  rotate: ['node', 'api/dist/platform/rotate-keys.js'],
  retention: ['node', 'api/dist/retention/main.js'],
  seed: ['node', 'api/dist/seed/main.js'],
  setup: ['node', 'api/dist/setup/main.js'],
};

/** `node scripts/database.ts TASK` works on DATABASE_URL, or on the embedded database, which it leaves as it found it. */
await main(async () => {
  const command = TASKS[process.argv[2] ?? ''];
  if (!command) throw new PlainFailure(`usage: database.ts ${Object.keys(TASKS).join(' | ')}`);
  const { database, dataDir, env } = readSettings(process.env);
  await build({ only: ['api'] });
  const work = async ({ serving, owners }: DatabaseAddresses) => {
    const addresses = { DATABASE_URL: serving, MIGRATION_DATABASE_URL: owners };
    const { ok } = await run([...command, ...process.argv.slice(3)], {
      env: { ...env, ...addresses },
      show: true,
    });
    if (!ok) process.exitCode = 1;
  };
  if (database) {
    await checkDatabase(database.owners);
    return work(database);
  }
  const server = await startEmbeddedPostgres(join(dataDir, 'postgres'));
  try {
    const owners = await ensureDatabase(server, 'enrolment');
    await work({ serving: await ensureLogin(server, 'enrolment', serviceLogin(dataDir)), owners });
  } finally {
    if (!server.attached) await server.stop();
  }
});
