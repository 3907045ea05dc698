import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { disclosuresOf, isSmall } from './small-cells.js';

const short = (counts: readonly number[]) =>
  disclosuresOf(counts)
    .map((one) => one[0])
    .join('');

/** Every table with this many lines and this total. */
function* tablesOf(lines: number, total: number): Generator<number[]> {
  if (lines === 1) return yield [total];
  for (let first = 0; first <= total; first += 1)
    for (const rest of tablesOf(lines - 1, total - first)) yield [first, ...rest];
}

/** What is shown of a table: its total beside it. */
const shown = (counts: readonly number[]) => {
  const told = disclosuresOf(counts);
  return counts.map((count, line) => (told[line] === 'TOLD' ? count : told[line]!)).join(' ');
};

describe('small counts', () => {
  test('are those from 1 to 4', () => {
    expect([0, 1, 4, 5].map(isSmall)).toEqual([false, true, true, false]);
  });

  test.each([
    ['none is small', [0, 5, 900], 'TTT'],
    ['one takes the line before it along', [80, 12, 0, 3], 'THTS'],
    ['before the first line comes the last', [3, 0, 80, 12], 'STTH'],
    ['a five says too little: another one goes along', [80, 5, 1], 'HHS'],
    ['what nothing can be taken along with hides the table', [3, 3, 0], 'HHH'],
    ['small ones alone hide the table', [1, 1, 1, 1, 1], 'HHHHH'],
    ['a large one tells of no line but its own', [500, 0, 0, 2], 'HTTS'],
  ])('%s', (_, counts, told) => {
    expect(short(counts)).toBe(told);
  });

  test('are never told, and a table without them is told whole', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 12 }), (counts) => {
        const told = disclosuresOf(counts);
        counts.forEach((count, line) => expect(isSmall(count) && told[line] === 'TOLD').toBe(false));
        if (!counts.some(isSmall)) expect(told.every((one) => one === 'TOLD')).toBe(true);
        told.forEach((one, line) => expect(one === 'SMALL' && !isSmall(counts[line]!)).toBe(false));
      }),
    );
  });

  test.each([2, 3, 4, 5])(
    'of %i lines are not to be found out by whoever knows the total, what is told, and this function',
    (lines) => {
      for (let total = 5; total <= (lines < 5 ? 26 : 22); total += 1) {
        /** For each table as shown: the numbers that each of its lines can be. */
        const possible = new Map<string, Set<number>[]>();
        for (const counts of tablesOf(lines, total)) {
          const key = shown(counts);
          const values = possible.get(key) ?? counts.map(() => new Set<number>());
          counts.forEach((count, line) => values[line]!.add(count));
          possible.set(key, values);
        }
        for (const [key, values] of possible) {
          key.split(' ').forEach((one, line) => {
            const least = one === 'SMALL' ? 3 : one === 'HIDDEN' ? 2 : 1;
            if (values[line]!.size < least) throw new Error(`${total}: ${key}`);
          });
        }
      }
    },
  );
});

describe('two tables of the same records', () => {
  /** The least and the most that each line can be for whoever is shown the table. */
  const boundsOf = (tables: readonly (readonly number[])[]) =>
    tables[0]!.map((_, line) => {
      const values = tables.map((counts) => counts[line]!);
      return { least: Math.min(...values), most: Math.max(...values) };
    });
  const byShown = (lines: number, total: number) => {
    const known = Map.groupBy([...tablesOf(lines, total)], shown);
    return [...known.values()].map((tables) => ({ tables, bounds: boundsOf(tables) }));
  };

  test('leave three values at least of a small number in one line of each', () => {
    for (let total = 5; total <= 18; total += 1) {
      const all = byShown(3, total);
      for (const one of all)
        for (const other of all)
          for (const [row, a] of one.bounds.entries())
            for (const [column, b] of other.bounds.entries()) {
              // Records of both lines: as few as fit beside the others, as many as the shorter line holds.
              const least = Math.max(0, a.least + b.least - total);
              const most = Math.min(a.most, b.most);
              if (least >= 5 || most === 0 || most - least >= 2) continue;
              throw new Error(
                `${total}: ${shown(one.tables[0]!)} and ${shown(other.tables[0]!)} in ${row}, ${column}`,
              );
            }
    }
  });
});
