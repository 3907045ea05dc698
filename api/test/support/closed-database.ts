import pg from 'pg';
import type { TestApi } from './api.js';

/** Does the work while the database has cut every connection and lets nobody in. */
export async function whileClosed(api: TestApi, work: () => Promise<void>): Promise<void> {
  const outside = new URL(api.database.url);
  const name = outside.pathname.slice(1);
  outside.pathname = '/postgres';
  const admin = new pg.Client({ connectionString: outside.href });
  await admin.connect();
  try {
    await admin.query(`alter database "${name}" allow_connections false`);
    await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    await work();
  } finally {
    await admin.query(`alter database "${name}" allow_connections true`);
    await admin.end();
  }
}
