import type { EntityManager } from '@mikro-orm/postgresql';
import { tables } from '../database/tables.js';
import { brokenConstraint } from '../platform/constraints.js';
import type { KeyRing } from '../platform/keys.js';
import { personIndex } from './blind-indexes.js';
import { openChild } from './people.js';

const PORTION = 200;

export interface IndexedPersons {
  readonly indexed: number;
  /** Numbers of records whose child another live record of the season has already. They go on waiting. */
  readonly twice: readonly string[];
}

/**
 * Gives the children that were written before persons were told apart (rulebook/person.ts) the blind index of whom their
 * document names. Broken off and started again, it goes on with what still waits.
 */
export async function indexPersons(em: EntityManager, keys: KeyRing): Promise<IndexedPersons> {
  const twice: string[] = [];
  let indexed = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const waiting = await portionOf(em, after);
    for (const child of waiting) {
      if (await index(em, keys, child)) indexed += 1;
      else twice.push(child.number);
    }
    if (waiting.length < PORTION) return { indexed, twice };
    after = waiting.at(-1)!.id;
  }
}

type Waiting = Awaited<ReturnType<typeof portionOf>>[number];

const portionOf = (em: EntityManager, after: string) =>
  tables(em)
    .selectFrom('child as c')
    .innerJoin('collection_record as r', 'r.id', 'c.record')
    .select(['r.id', 'r.number', 'r.keyId', 'r.wrappedKey', 'c.nationality', 'c.documentType', 'c.document'])
    .where('c.personIndexed', '=', false)
    .where('c.record', '>', after)
    .orderBy('c.record')
    .limit(PORTION)
    .execute();

/** A document that was corrected in between keeps what was written with it. */
async function index(em: EntityManager, keys: KeyRing, waiting: Waiting): Promise<boolean> {
  const documentNumber = openChild('document', waiting, keys.keyOf(waiting));
  try {
    await tables(em)
      .updateTable('child')
      .set({
        documentIndex: personIndex(keys, { ...waiting, documentNumber }),
        personIndexed: true,
      })
      .where('record', '=', waiting.id)
      .where('document', '=', waiting.document)
      .execute();
    return true;
  } catch (error) {
    if (brokenConstraint(error) !== 'document_already_registered') throw error;
    return false;
  }
}
