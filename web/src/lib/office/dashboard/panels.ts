import type { OfficeDashboardQuery } from '@enrolment/schema/client';
import type { Language } from '#lib/format.ts';
import type { Here } from '../address.ts';
import { arranged } from './arranged.ts';
import { grounds, provinces, schools, services, stages, subdistricts } from './counts.ts';
import { besideLastYear, daily, forecast, funnel, waiting } from './course.ts';
import type { Panel } from './panel.ts';
import { districts, refusals, throughput } from './work.ts';

/** The panels of a place's dashboard in their order. A panel without a line is left out. */
export function panelsOf(
  { dashboard: board, rules }: OfficeDashboardQuery,
  { days, here, language }: { days: number; here: Here; language: Language },
): Panel[] {
  const panels = [
    funnel(board),
    waiting(board, days),
    forecast(board, language),
    stages(board),
    daily(board, language),
    besideLastYear(board),
    board.district || board.school ? null : districts(board, { days, here, language }),
    services(board),
    grounds(board),
    provinces(board),
    subdistricts(board),
    board.school ? null : schools(board),
    throughput(board, language),
    refusals(board, rules),
  ];
  return arranged(panels.filter((panel) => panel !== null).filter(({ sheet }) => sheet.rows.length > 0));
}
