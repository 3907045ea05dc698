import { join } from 'node:path';
import pg from 'pg';
import { ensureDatabase, startEmbeddedPostgres } from '../../../scripts/embedded-postgres.ts';

/** While `work` runs, writers to `table` wait and readers do not. */
export async function whileNobodyWrites(table: string, work: () => Promise<void>): Promise<void> {
  const server = await startEmbeddedPostgres(join(process.env.E2E_DATA!, 'postgres'));
  const locker = new pg.Client({ connectionString: await ensureDatabase(server, 'enrolment') });
  await locker.connect();
  try {
    await locker.query('begin');
    await locker.query(`lock table ${locker.escapeIdentifier(table)} in share mode`);
    await work();
  } finally {
    await locker.end();
  }
}
