import {
  likenessesOf,
  likenessTexts,
  type ComparedChild,
  type Likeness,
} from '@enrolment/rulebook/likeness.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { takesTurn } from '../database/turn.js';
import type { KeyRing } from '../platform/keys.js';
import { likenessIndexes } from '../record/blind-indexes.js';
import { openChild } from '../record/people.js';
import {
  keepIndex,
  keepPairs,
  selectCandidates,
  selectWaiting,
  type SealedChild,
} from './likeness.statements.js';

const PORTION = 200;

/** Of all processes one compares at a time, or two children of the same minute would not be seen beside each other. */
const LOCK = 7_391_011;

/**
 * Compares the children that have not been compared since they were registered or corrected, whichever way they came: finds
 * others by blind indexes, opens the two, and keeps what is alike. Returns how many pairs there were.
 */
export async function findLikenesses(em: EntityManager, keys: KeyRing, now: Date): Promise<number> {
  let found = 0;
  for (;;) {
    const waiting = await selectWaiting(em, PORTION);
    for (const child of waiting) {
      const alike = await compare(em, keys, child, now);
      if (alike === null) return found;
      found += alike;
    }
    if (waiting.length < PORTION) return found;
  }
}

/** With how many others it is alike; null while another process compares. */
async function compare(
  em: EntityManager,
  keys: KeyRing,
  child: SealedChild,
  now: Date,
): Promise<number | null> {
  const opened = inClear(child, keys);
  const indexes = likenessIndexes(keys, likenessTexts(opened));
  return em.fork().transactional(async (tx) => {
    if (!(await takesTurn(tx, LOCK))) return null;
    if (!(await keepIndex(tx, child, indexes))) return 0;
    const alike = new Map<string, readonly Likeness[]>();
    for (const { sameGuardian, ...other } of await selectCandidates(tx, child, indexes)) {
      const likenesses = likenessesOf(opened, inClear(other, keys), Boolean(sameGuardian));
      if (likenesses.length > 0) alike.set(other.id, likenesses);
    }
    await keepPairs(tx, child.id, alike, now);
    return alike.size;
  });
}

function inClear(child: SealedChild, keys: KeyRing): ComparedChild {
  const key = keys.keyOf(child);
  return {
    name: openChild('name', child, key),
    documentNumber: openChild('document', child, key),
    birthDate: openChild('birthDate', child, key),
  };
}
