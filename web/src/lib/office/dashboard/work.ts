import { actorName } from '#lib/i18n/names.ts';
import { EVENTS } from '@enrolment/rulebook/events.ts';
import { EVENT_KINDS } from '@enrolment/rulebook/vocabulary.ts';
import type { ActingRole } from '@enrolment/schema/client';
import { formatDay, type Language } from '#lib/format.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { officeAddress, type Here } from '../address.ts';
import { drawn } from '../charts/drawing.ts';
import { ranks, shortened } from './counts.ts';
import { countOf } from './cells.ts';
import type { Dashboard, Panel, Rule } from './panel.ts';

/** What everybody did in the last two weeks, the most frequent first. */
export function throughput({ throughput: done }: Dashboard, language: Language): Panel {
  const sums = new Map<string, { role: ActingRole; kind: string; count: number }>();
  for (const { role, kind, count } of done) {
    const sum = sums.get(`${role} ${kind}`);
    if (sum) sum.count += count;
    else sums.set(`${role} ${kind}`, { role, kind, count });
  }
  const rows = [...sums.values()].sort((a, b) => b.count - a.count);
  return {
    id: 'throughput',
    title: m.office_board_throughput(),
    text: m.office_board_throughput_text(),
    sheet: {
      columns: [m.office_board_what(), m.office_board_who(), m.office_board_times()],
      rows: rows.map(({ role, kind, count }) => [deed(kind, language), actorName(role), count]),
    },
    drawing: null,
    wide: false,
  };
}

/** The name of an event, without the review item that it concerned. */
function deed(kind: string, language: Language): string {
  const known = EVENT_KINDS.find((one) => one === kind);
  return known ? EVENTS[known][language].replace(/(：|: )\{what\}/, '') : m.event_other();
}

/** Which rules refused families in the last two weeks: these show where the forms are hard. */
export function refusals({ refusedByRule }: Dashboard, rules: readonly Rule[]): Panel {
  const rows = refusedByRule.map(({ rule, count }) => ({
    label: rules.find(({ id }) => id === rule)?.text ?? rule,
    count,
  }));
  return ranks(
    'refusals',
    m.office_board_refusals(),
    m.office_board_refusals_text(),
    m.office_board_rule(),
    rows,
  );
}

/** For the city: what waits in each district, the longest wait first. */
export function districts(
  board: Dashboard,
  { days, here, language }: { days: number; here: Here; language: Language },
): Panel {
  const lines = [...board.byDistrict].sort(
    (a, b) =>
      (b.waitingOverDays ?? 0) - (a.waitingOverDays ?? 0) ||
      (b.waiting ?? 0) - (a.waiting ?? 0) ||
      b.count - a.count,
  );
  return {
    id: 'districts',
    title: m.office_board_districts(),
    text: m.office_board_districts_text({ days }),
    sheet: {
      columns: [
        m.office_district_word(),
        m.office_board_registered_all(),
        m.office_board_undecided(),
        m.office_board_over({ days }),
        m.office_board_done_by(),
      ],
      rows: lines.map((line) => [
        line.district.name,
        countOf(line),
        line.waiting ?? null,
        line.waitingOverDays ?? null,
        line.forecast?.expected ? formatDay(line.forecast.expected, language) : '—',
      ]),
      links: lines.map(({ district }) =>
        officeAddress('/office/dashboard', { ...here, place: district.code }),
      ),
    },
    drawing: {
      kind: 'ranks',
      rows: shortened(
        lines
          .map((line) => ({ label: line.district.name, count: line.waiting ?? null }))
          .sort((a, b) => drawn(b.count) - drawn(a.count)),
      ),
    },
    wide: true,
  };
}
