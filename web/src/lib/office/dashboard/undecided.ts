import { WAITING_STAGES } from '@enrolment/rulebook/waiting.ts';
import type { Stage } from '@enrolment/schema/client';
import type { Count } from '../charts/drawing.ts';
import { sumOf } from './cells.ts';
import type { Dashboard } from './panel.ts';

/** How many are undecided, and for longer than so many days; null where a number that is not told is part of it. */
export function undecidedIn(board: Dashboard, days: number): { all: Count; over: Count } {
  const { smallNumbersHidden, waiting, waitingOverDays, byStage, byDaysWaited } = board;
  if (!smallNumbersHidden) return { all: waiting, over: waitingOverDays };
  const waits = (stage: Stage) => WAITING_STAGES.some((one) => one === stage);
  return {
    all: sumOf(byStage.filter(({ stage }) => waits(stage))),
    over: sumOf(byDaysWaited.filter((line) => line.days > days)),
  };
}
