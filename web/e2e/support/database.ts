import { randomUUID } from 'node:crypto';
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

/** While `work` runs, a text that is about no record has waited for an hour, and nothing sends it. */
export async function whileMessageWaits(work: () => Promise<void>): Promise<void> {
  const id = randomUUID();
  await asOwner(async (owner) => {
    await owner.query(
      `insert into message (id, event_key, channel, queued_at)
       select $1::uuid, 'withdrawn:' || $1::uuid, 'SMS', now() + offset_seconds * interval '1 second' - interval '1 hour' from clock`,
      [id],
    );
    try {
      await work();
    } finally {
      await owner.query('delete from message where id = $1', [id]);
    }
  });
}

/** A webhook that has failed for three days is switched off. */
export const switchOff = (webhook: string): Promise<void> =>
  asOwner(async (owner) => {
    await owner.query(
      `update webhook set state = 'DISABLED', failures = 40, failing_since = now() - interval '3 days' where id = $1`,
      [webhook],
    );
  });

/** Has the queue look for near duplicates at once, which it does every minute. */
export const compareNow = (): Promise<void> =>
  asOwner(async (owner) => {
    await owner.query(`select graphile_worker.add_job('find_likenesses')`);
  });

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
