import type { EntityManager } from '@mikro-orm/postgresql';
import { openSubmitted } from '../details/details.content.js';
import { tables } from '../database/tables.js';
import type { KeyRing } from '../platform/keys.js';

const PORTION = 200;

/**
 * Gives submitted records without a subdistrict the one that their details name, for what was submitted before the column
 * was there; returns how many there were. Where the home is not asked for there is none, and the next run looks again.
 */
export async function indexSubdistricts(em: EntityManager, keys: KeyRing): Promise<number> {
  let indexed = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const waiting = await portionOf(em, after);
    for (const record of waiting) {
      const { details } = openSubmitted(keys.keyOf(record), record.submitted);
      const subdistrict = details.residence?.subdistrict ?? null;
      if (subdistrict === null) continue;
      // What was submitted in between keeps what was written with it.
      await tables(em)
        .updateTable('collection_record')
        .set({ residenceSubdistrict: subdistrict })
        .where('id', '=', record.id)
        .where('version', '=', record.version)
        .execute();
      indexed += 1;
    }
    if (waiting.length < PORTION) return indexed;
    after = waiting.at(-1)!.id;
  }
}

const portionOf = (em: EntityManager, after: string) =>
  tables(em)
    .selectFrom('collection_record as r')
    .innerJoin('details as d', 'd.record', 'r.id')
    .select(['r.id', 'r.keyId', 'r.wrappedKey', 'r.version', 'd.submitted'])
    .where('r.residenceSubdistrict', 'is', null)
    .where('r.withdrawnAt', 'is', null)
    .where('d.submitted', 'is not', null)
    .$narrowType<{ submitted: Buffer }>()
    .where('r.id', '>', after)
    .orderBy('r.id')
    .limit(PORTION)
    .execute();
