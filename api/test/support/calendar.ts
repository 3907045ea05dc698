import type { PhaseKind } from '@enrolment/schema/client';
import type { TestApi } from './api.js';
import { workingDays, type Holiday, type IsWorkingDay } from '@enrolment/rulebook/working-days.js';

interface Window {
  readonly kind: PhaseKind;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** Sets a window of district 01 without checking the calendar's order, for tests of what the window opens. */
export const layWindow = (api: TestApi, { kind, opensAt, closesAt }: Window) =>
  api.sql(
    `update phase set opens_at = $2, closes_at = $3 where district_code = '01' and service = 'NON_LOCAL_HUKOU' and kind = $1`,
    [kind, opensAt, closesAt],
  );

/** By the holidays that are laid. */
export const isWorkingDayOf = async (api: TestApi): Promise<IsWorkingDay> =>
  workingDays(
    await api.sql<Pick<Holiday, 'from' | 'to' | 'worked'>>(
      `select from_day::text as "from", to_day::text as "to", worked from holiday`,
    ),
  );
