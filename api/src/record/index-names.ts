import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { tables } from '../database/tables.js';
import type { KeyRing } from '../platform/keys.js';
import { nameIndexes } from './blind-indexes.js';
import { openChild, openGuardian } from './people.js';

const PORTION = 200;

const NOTHING = sql<readonly Buffer[]>`'{}'::bytea[]`;

/**
 * Makes names findable that are not yet, in rows from before names were indexed and in rows whose name was written by a
 * statement. Each is opened, and its blind indexes are kept. Returns how many there were.
 */
export async function indexNames(em: EntityManager, keys: KeyRing): Promise<number> {
  let indexed = 0;
  for (;;) {
    const portion = (await indexChildren(em, keys)) + (await indexGuardians(em, keys));
    indexed += portion;
    if (portion === 0) return indexed;
  }
}

/** A name that was changed in between keeps what was written with it. */
async function indexChildren(em: EntityManager, keys: KeyRing): Promise<number> {
  const waiting = await tables(em)
    .selectFrom('child as c')
    .innerJoin('collection_record as r', 'r.id', 'c.record')
    .select(['r.id', 'r.keyId', 'r.wrappedKey', 'c.name'])
    .where('c.nameIndex', '=', NOTHING)
    .limit(PORTION)
    .execute();
  for (const child of waiting) {
    await tables(em)
      .updateTable('child')
      .set({ nameIndex: nameIndexes(keys, openChild('name', child, keys.keyOf(child))) })
      .where('record', '=', child.id)
      .where('name', '=', child.name)
      .execute();
  }
  return waiting.length;
}

async function indexGuardians(em: EntityManager, keys: KeyRing): Promise<number> {
  const waiting = await tables(em)
    .selectFrom('guardian as g')
    .innerJoin('collection_record as r', 'r.id', 'g.record')
    .select(['r.id', 'r.keyId', 'r.wrappedKey', 'g.role', 'g.name'])
    .where('g.nameIndex', '=', NOTHING)
    .limit(PORTION)
    .execute();
  for (const guardian of waiting) {
    await tables(em)
      .updateTable('guardian')
      .set({ nameIndex: nameIndexes(keys, openGuardian('name', guardian, keys.keyOf(guardian))) })
      .where('record', '=', guardian.id)
      .where('role', '=', guardian.role)
      .where('name', '=', guardian.name)
      .execute();
  }
  return waiting.length;
}
