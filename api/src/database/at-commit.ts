import type { EventSubscriber, TransactionEventArgs } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { insertAtOnce } from './insert-at-once.js';

const waiting = new WeakMap<EntityManager, object[]>();

/**
 * Has new entities written by the transaction's last statement, all of them together. An audit entry holds the head of
 * its chain until the commit, so nothing may come between the two.
 */
export function atCommit(tx: EntityManager, ...entities: readonly object[]): void {
  if (!tx.isInTransaction()) throw new Error('only a transaction has an end to write at');
  const others = waiting.get(tx);
  if (others) others.push(...entities);
  else waiting.set(tx, [...entities]);
}

/** Runs after the unit of work was flushed. */
export class AtCommit implements EventSubscriber {
  async beforeTransactionCommit({ em }: TransactionEventArgs): Promise<void> {
    const tx = em as EntityManager;
    const entities = waiting.get(tx);
    if (!entities) return;
    waiting.delete(tx);
    await insertAtOnce(tx, entities);
  }
}
