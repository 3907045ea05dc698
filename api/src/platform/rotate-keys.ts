import { SettingError } from '../config.js';
import { openDatabase } from '../database/orm.js';
import { KeyRing } from './keys.js';
import { run } from './sql.js';

const BATCH = 500;

/**
 * Wraps every record's and message's data key anew with the master key in force; the sealed values themselves stay.
 * Safe to run while the service serves, and to run again: a row that changes meanwhile is left to the next batch.
 */
export async function rotateKeys(databaseUrl: string, keys: KeyRing): Promise<number> {
  const orm = await openDatabase(databaseUrl, 'enrolment_app');
  try {
    const em = orm.em.fork();
    let rotated = 0;
    for (const table of ['collection_record', 'message']) {
      for (;;) {
        const rows = await run<{ id: string; key_id: string; wrapped_key: Buffer }>(
          em,
          `select id, key_id, wrapped_key from ${table} where wrapped_key is not null and key_id <> $1 limit ${BATCH}`,
          [keys.currentId],
        );
        if (rows.length === 0) break;
        for (const { id, key_id: keyId, wrapped_key: wrappedKey } of rows) {
          const anew = keys.rewrap({ keyId, wrappedKey }, id);
          if (!anew) continue;
          await run(em, `update ${table} set key_id = $2, wrapped_key = $3 where id = $1 and key_id = $4`, [
            id,
            anew.keyId,
            anew.wrappedKey,
            keyId,
          ]);
          rotated += 1;
        }
      }
    }
    return rotated;
  } finally {
    await orm.close();
  }
}

/** `npm run keys:rotate`: with a new key first in DATA_KEYS and the old ones behind it. */
async function main(): Promise<void> {
  const { DATABASE_URL: databaseUrl, DATA_KEYS: setting } = process.env;
  if (!databaseUrl || !setting) throw new SettingError('DATABASE_URL and DATA_KEYS must be set');
  const rotated = await rotateKeys(databaseUrl, new KeyRing(setting));
  console.log(`keys: ${rotated} data keys wrapped anew`);
}

if (process.argv[1] && import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  main().catch((error: unknown) => {
    console.error(`keys: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  });
}
