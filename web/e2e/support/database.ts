import { join } from 'node:path';
import pg from 'pg';
import { ensureDatabase, startEmbeddedPostgres } from '../../../scripts/embedded-postgres.ts';

/** While `work` runs, the audit trail has a chain that is longer than its entries: as if its tail had been cut off. */
export async function whileTailIsCut(work: () => Promise<void>): Promise<void> {
  const lengthen = (by: number) =>
    `update audit_chain set length = length + ${by} where chain = (select max(chain) from audit_chain)`;
  await asOwner(async (owner) => {
    await owner.query(lengthen(1));
    try {
      await work();
    } finally {
      await owner.query(lengthen(-1));
    }
  });
}

/** While `work` runs, writers to `table` wait and readers do not. */
export async function whileNobodyWrites(table: string, work: () => Promise<void>): Promise<void> {
  await asOwner(async (locker) => {
    await locker.query('begin');
    await locker.query(`lock table ${locker.escapeIdentifier(table)} in share mode`);
    await work();
  });
}

async function asOwner(work: (owner: pg.Client) => Promise<void>): Promise<void> {
  const server = await startEmbeddedPostgres(join(process.env.E2E_DATA!, 'postgres'));
  const owner = new pg.Client({ connectionString: await ensureDatabase(server, 'enrolment') });
  await owner.connect();
  try {
    await work(owner);
  } finally {
    await owner.end();
  }
}
