/** A count from 1 up to this, exclusive, may tell who is counted. */
export const SMALL_CELL = 5;

export const isSmall = (count: number): boolean => count > 0 && count < SMALL_CELL;

/** TOLD: the number itself · SMALL: only that it is from 1 to 4 · HIDDEN: nothing, since it would give a small one away. */
export const DISCLOSURES = ['TOLD', 'SMALL', 'HIDDEN'] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

/** How many values a small number can have. */
const SMALL_VALUES = SMALL_CELL - 1;

/**
 * What a table tells whoever may not read the records behind it, while its total is told. It says of a small number only
 * that it is small, and hides as many others as it takes for no number to follow from the total. Every small number can
 * then still be at least three of the four values, even for a reader who knows this function. The others are chosen by
 * their place alone, the nearest before a small one first. So none is given away by its size, and the choice stays the same
 * while numbers grow. If the table has too little to hide them, nothing of it is told, zeros included. A total that is
 * itself small must be hidden by whoever shows it.
 */
export function disclosuresOf(counts: readonly number[]): Disclosure[] {
  const small = counts.flatMap((count, place) => (isSmall(count) ? [place] : []));
  if (small.length === 0) return counts.map(() => 'TOLD');
  const others = counts.filter((count) => count >= SMALL_CELL).length;
  const along = new Set<number>();
  /** What the hidden numbers have together beyond the least that they can be. It could lie in any of them. */
  const play = () =>
    small.reduce((sum, place) => sum + counts[place]! - 1, 0) +
    [...along].reduce((sum, place) => sum + counts[place]! - SMALL_CELL, 0);
  const isSafe = () => along.size > 0 && play() >= SMALL_VALUES - 1;
  for (let back = 1; back < counts.length && !isSafe(); back += 1) {
    const place = (small[0]! - back + counts.length) % counts.length;
    if (counts[place]! >= SMALL_CELL) along.add(place);
  }
  // A table of nothing but fours is hidden whole, and would be the only one with its total: others are hidden with it.
  const total = counts.reduce((sum, count) => sum + count, 0);
  const asFours = others <= 1 && total === SMALL_VALUES * counts.length;
  if (!isSafe() || asFours) return counts.map(() => 'HIDDEN');
  return counts.map((count, place) => (isSmall(count) ? 'SMALL' : along.has(place) ? 'HIDDEN' : 'TOLD'));
}
