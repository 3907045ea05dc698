import type { EntityManager } from '@mikro-orm/postgresql';
import { valuesOf, type Reach } from './access.predicates.js';
import { CollectionRecord } from './record.entity.js';
import { holdLive, holdLiveOnes, type ReadRecord } from './record.statements.js';

/** The reach of the system: every record, none of them its own. */
const SYSTEM: Reach = {
  subject: '',
  wholeCity: true,
  districts: [],
  named: [null, null, null],
  schools: { districts: [], codes: [] },
};

/**
 * A live record for the system to act upon, held until the transaction ends and read under its lock; null when there is none. Its key
 * stays as it is: rows that refer to it, such as the history's, need not wait.
 */
export const hold = (tx: EntityManager, number: string): Promise<CollectionRecord | null> =>
  holdWithin(tx, SYSTEM, number);

/**
 * The same for an office, as far as it reaches in an action: a record elsewhere is absent, and so is one that somebody of
 * the office handles as a guardian. Whoever reaches nowhere, a family above all, asks the database nothing.
 */
export async function holdWithin(
  tx: EntityManager,
  reach: Reach,
  number: string,
): Promise<CollectionRecord | null> {
  if (!reach.wholeCity && reach.districts.length === 0) return null;
  const [record] = await holdLive(tx, { ...valuesOf(reach), number });
  return record ? entityOf(tx, record) : null;
}

/** Many for the system, in the same order as for offices. */
export const holdAll = (
  tx: EntityManager,
  numbers: readonly string[],
): Promise<Map<string, CollectionRecord>> => holdAllWithin(tx, SYSTEM, numbers);

/** Many for an office, in an order that is the same for everybody. */
export async function holdAllWithin(
  tx: EntityManager,
  reach: Reach,
  numbers: readonly string[],
): Promise<Map<string, CollectionRecord>> {
  const found = await holdLiveOnes(tx, { ...valuesOf(reach), numbers });
  return new Map(found.map((record) => [record.number, entityOf(tx, record)]));
}

/** Makes the entity of a record that the transaction has read, without another statement. */
export function entityOf(tx: EntityManager, read: ReadRecord): CollectionRecord {
  const { identityStatus, publishedAt, reviewOpensAt, viewerRelation, ...columns } = read;
  const record = tx.merge(CollectionRecord, columns, { refresh: true });
  return Object.assign(record, { identityStatus, publishedAt, reviewOpensAt, viewerRelation });
}
