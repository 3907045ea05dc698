import { likenessesOf, likenessTexts, type ComparedChild } from '@enrolment/rulebook/likeness.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { takesTurn } from '../database/turn.js';
import type { KeyRing } from '../platform/keys.js';
import { likenessIndexes } from '../record/blind-indexes.js';
import { openChild } from '../record/people.js';
import {
  holdWaiting,
  keepIndexes,
  keepPairs,
  selectCandidates,
  type Pair,
  type SealedChild,
} from './likeness.statements.js';

/** So many children are compared by one transaction. */
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
    const { compared, alike } = await em.fork().transactional((tx) => comparePortion(tx, keys, now));
    found += alike;
    if (compared < PORTION) return found;
  }
}

/** How many were compared, none while another process compares, and how many pairs of them are alike. */
async function comparePortion(
  tx: EntityManager,
  keys: KeyRing,
  now: Date,
): Promise<{ compared: number; alike: number }> {
  const waiting = (await takesTurn(tx, LOCK)) ? await holdWaiting(tx, PORTION) : [];
  if (waiting.length === 0) return { compared: 0, alike: 0 };
  const opened = new Map(waiting.map((child) => [child.id, inClear(child, keys)]));
  const indexes = new Map(
    [...opened].map(([id, child]) => [id, likenessIndexes(keys, likenessTexts(child))]),
  );
  await keepIndexes(tx, indexes);
  const pairs = new Map<string, Pair>();
  for (const { mine, sameGuardian, ...other } of await selectCandidates(tx, [...opened.keys()])) {
    const likenesses = likenessesOf(opened.get(mine)!, inClear(other, keys), sameGuardian);
    if (likenesses.length === 0) continue;
    const [one, beside] = mine < other.id ? [mine, other.id] : [other.id, mine];
    // Two of the same portion find each other.
    pairs.set(`${one} ${beside}`, { one, other: beside, likenesses });
  }
  await keepPairs(tx, [...opened.keys()], [...pairs.values()], now);
  return { compared: waiting.length, alike: pairs.size };
}

function inClear(child: SealedChild, keys: KeyRing): ComparedChild {
  const key = keys.keyOf(child);
  return {
    name: openChild('name', child, key),
    documentNumber: openChild('document', child, key),
    birthDate: openChild('birthDate', child, key),
  };
}
