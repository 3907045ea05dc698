import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';

const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));

/** One throw-away PostgreSQL for the whole run, with a migrated database that each suite copies. */
export default async function setUp() {
  const server = fork(pathOf('../../../scripts/throwaway-postgres.ts'), { detached: true });
  globalThis.testPostgres = server;
  const url = await Promise.race([
    once(server, 'message').then(([address]) => address),
    once(server, 'exit').then(() => Promise.reject(new Error('the test database does not start: see above'))),
  ]);
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query('create database tpl');
  await admin.end();
  const template = new URL(url);
  template.pathname = '/tpl';
  const serving = new URL(template);
  serving.username = 'enrolment_service';
  serving.password = 'test';
  await promisify(execFile)(process.execPath, [pathOf('../../dist/database/migrate.js'), 'up'], {
    env: {
      ...process.env,
      SANDBOX: '1',
      DATABASE_URL: serving.href,
      MIGRATION_DATABASE_URL: template.href,
    },
  });
  process.env.TEST_DATABASE_ADMIN_URL = url;
}
