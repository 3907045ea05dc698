import { readSettings } from '@enrolment/settings/read.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { openDatabase } from '../database/orm.js';
import { tables } from '../database/tables.js';
import { KeyRing } from './keys.js';

const BATCH = 500;

/**
 * Wraps every data key of a record, message, job or webhook anew with the master key in force; the sealed values themselves stay.
 * Safe to run while the service serves, and to run again: a row that changes meanwhile is left to the next batch.
 */
export async function rotateKeys(databaseUrl: string, keys: KeyRing): Promise<number> {
  const orm = await openDatabase(databaseUrl, 'enrolment_app');
  try {
    const em = orm.em.fork();
    let rotated = 0;
    for (const table of KEYED) rotated += await rotate(em, keys, table);
    return rotated;
  } finally {
    await orm.close();
  }
}

/** All that have a key of their own, in the same two columns. */
const KEYED = ['collection_record', 'message', 'job', 'webhook'] as const;

async function rotate(em: EntityManager, keys: KeyRing, table: (typeof KEYED)[number]): Promise<number> {
  const db = tables(em);
  for (let rotated = 0; ;) {
    const rows = await db
      .selectFrom(table)
      .select(['id', 'keyId', 'wrappedKey'])
      .where('keyId', '<>', keys.currentId)
      .limit(BATCH)
      .execute();
    if (rows.length === 0) return rotated;
    for (const { id, keyId, wrappedKey } of rows) {
      const anew = keys.rewrap({ keyId: keyId!, wrappedKey: wrappedKey! }, id)!;
      await db.updateTable(table).set(anew).where('id', '=', id).where('keyId', '=', keyId).execute();
      rotated += 1;
    }
  }
}

/** `npm run keys:rotate`: with a new key first in DATA_KEYS and the old ones behind it. */
async function main(): Promise<void> {
  const settings = readSettings(['DATABASE_URL', 'DATA_KEYS'], process.env);
  const rotated = await rotateKeys(settings.DATABASE_URL, new KeyRing(settings.DATA_KEYS));
  console.log(`keys: ${rotated} data keys wrapped anew`);
}

if (process.argv[1] && import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  main().catch((error: unknown) => {
    console.error(`keys: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  });
}
