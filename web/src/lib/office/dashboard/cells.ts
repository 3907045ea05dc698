import type { Disclosure } from '@enrolment/schema/client';
import { SMALL, type Count } from '../charts/drawing.ts';

interface Cell {
  count: number;
  disclosure: Disclosure;
}

export const asTold = (count: number, disclosure: Disclosure): Count =>
  disclosure === 'TOLD' ? count : disclosure === 'SMALL' ? SMALL : null;

export const countOf = ({ count, disclosure }: Cell): Count => asTold(count, disclosure);

/** The sum of several cells; not told if one of them is not. */
export const sumOf = (cells: readonly Cell[]): Count => together(cells.map(countOf));

export function together(counts: readonly Count[]): Count {
  if (counts.length === 1) return counts[0]!;
  const told = counts.filter((count) => typeof count === 'number');
  return told.length < counts.length ? null : told.reduce((sum, count) => sum + count, 0);
}
