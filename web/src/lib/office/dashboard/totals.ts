import { stageName } from '#lib/i18n/names.ts';
import { PASSED_STAGES } from '@enrolment/rulebook/stage-lists.ts';
import type { Stage } from '@enrolment/schema/client';
import { m } from '#lib/i18n/messages/messages.js';
import { drawn, type Count } from '../charts/drawing.ts';
import { daysBetween } from '../days.ts';
import { inWords, share } from '../figures.ts';
import { asTold, sumOf } from './cells.ts';
import type { Dashboard } from './panel.ts';
import { undecidedIn } from './undecided.ts';

export interface Total {
  label: string;
  count: Count;
  note: string;
  /** Whether it asks the office to act. */
  ask: boolean;
}

/** The figures at the head of the page: how much there is, and how much waits for the office. */
export function totalsOf(board: Dashboard, days: number): Total[] {
  const at = (stages: readonly Stage[]) => sumOf(board.byStage.filter(({ stage }) => stages.includes(stage)));
  const { oldestWaiting, asOf } = board;
  const { all: undecided, over } = undecidedIn(board, days);
  const total = asTold(board.total, board.totalDisclosure);
  const approved = at(PASSED_STAGES);
  const oldest = oldestWaiting ? Math.floor(daysBetween(oldestWaiting, asOf)) : null;
  const part = drawn(undecided) > 0 ? share(over, undecided) : '';
  const plain = (label: string, count: Count, note: string): Total => ({ label, count, note, ask: false });
  return [
    plain(m.office_board_registered_all(), total, m.office_board_registered_note()),
    plain(m.office_board_approved(), approved, ofAll(approved, total)),
    plain(m.office_board_returned(), at(['RETURNED']), m.office_board_returned_note()),
    plain(stageName('WITHDRAWN'), at(['WITHDRAWN']), ofAll(at(['WITHDRAWN']), total)),
    {
      label: m.office_board_undecided(),
      count: undecided,
      note: oldest === null ? '' : m.office_board_oldest({ days: inWords(oldest) }),
      ask: drawn(undecided) > 0,
    },
    {
      label: m.office_board_over({ days }),
      count: over,
      note: part && m.office_board_of_waiting({ share: part }),
      ask: drawn(over) > 0,
    },
  ];
}

function ofAll(part: Count, all: Count): string {
  const found = share(part, all);
  return found && m.office_board_of_all({ share: found });
}
