import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureDatabase, startEmbeddedPostgres } from '../../../scripts/embedded-postgres.ts';

const MIGRATE = new URL('../../dist/database/migrate.js', import.meta.url).pathname;

/** One throw-away PostgreSQL for the whole run, with a migrated database that each suite copies. */
export default async function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'enrolment-test-'));
  const server = await startEmbeddedPostgres(join(folder, 'postgres'), { fast: true });
  globalThis.testPostgres = { server, folder };
  const template = await ensureDatabase(server, 'tpl');
  await promisify(execFile)(process.execPath, [MIGRATE, 'up'], {
    env: { ...process.env, SANDBOX: '1', DATABASE_URL: template },
  });
  process.env.TEST_DATABASE_ADMIN_URL = server.url('postgres');
}
