import { waits } from '@enrolment/rulebook/stage-lists.ts';
import type { Count } from '../charts/drawing.ts';
import { sumOf } from './cells.ts';
import type { Dashboard } from './panel.ts';

/** How many are undecided, and for longer than so many days; null where a number that is not told is part of it. */
export function undecidedIn(board: Dashboard, days: number): { all: Count; over: Count } {
  const { smallNumbersHidden, waiting, waitingOverDays, byStage, byDaysWaited } = board;
  if (!smallNumbersHidden) return { all: waiting, over: waitingOverDays };
  const all = sumOf(byStage.filter(({ stage }) => waits(stage)));
  // Days that are hidden whole are no lines.
  const isHidden = byDaysWaited.length === 0 && all !== 0;
  return { all, over: isHidden ? null : sumOf(byDaysWaited.filter((line) => line.days > days)) };
}
