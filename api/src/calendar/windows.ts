import type { EntityManager } from '@mikro-orm/postgresql';
import { run } from '../platform/sql.js';
import type { Window } from '../rulebook/window.js';
import type { PhaseKind } from '../vocabulary.js';

/** The windows of the calendar that hold for a record, by kind; a kind that the district has not set is absent. */
export type Windows = Readonly<Partial<Record<PhaseKind, Window>>>;

/** Windows as `windowsOf` gives them. */
export type WindowsRow = Partial<Record<PhaseKind, { opensAt: string; closesAt: string }>> | null;

/** A column of a larger statement: every window of a season, district and service, to be read by `windowsIn`. */
export const windowsOf = (season: string, district: string, service: string) =>
  `(select json_object_agg(kind, json_build_object('opensAt', opens_at, 'closesAt', closes_at)) from phase
     where phase.season = ${season} and phase.district_code = ${district} and phase.service = ${service})`;

export const windowsIn = (row: WindowsRow): Windows =>
  Object.fromEntries(
    Object.entries(row ?? {}).map(([kind, { opensAt, closesAt }]) => [
      kind,
      { opensAt: new Date(opensAt), closesAt: new Date(closesAt) },
    ]),
  );

/** The calendar of a record, and whom its family calls. */
export async function readCalendar(
  em: EntityManager,
  { season, district_code, service }: { season: number; district_code: string; service: string },
): Promise<{ windows: Windows; hotline: string }> {
  const [row] = await run<{ windows: WindowsRow; hotline: string | null }>(
    em,
    `select ${windowsOf('$1', 'd.code', '$3')} as windows, d.hotline[1] as hotline from district d where d.code = $2`,
    [season, district_code, service],
  );
  return { windows: windowsIn(row?.windows ?? null), hotline: row?.hotline ?? '' };
}
