import type { PhaseKind, ServiceKind } from '@enrolment/rulebook/vocabulary.js';
import type { Window } from '@enrolment/rulebook/window.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { expressionBuilder, type Expression } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import { prepared, type Places } from '../database/prepared.js';
import { firstOf, type Tables } from '../database/tables.js';

/** The windows of the calendar that hold for a record, by kind; a kind that the district has not set is absent. */
export type Windows = Readonly<Partial<Record<PhaseKind, Window>>>;

/** Windows as `windowsOf` gives them. */
type WindowsRow = Partial<Record<PhaseKind, { opensAt: string; closesAt: string }>> | null;

/** A column of a larger statement: every window of a season, district and service, to be read by `windowsIn`. */
export const windowsOf = ({
  season,
  district,
  service,
}: { readonly [Name in keyof CalendarPlace]: CalendarPlace[Name] | Expression<CalendarPlace[Name]> }) =>
  expressionBuilder<Tables>()
    .selectFrom('phase as p')
    .where('p.season', '=', season)
    .where('p.district', '=', district)
    .where('p.service', '=', service)
    .select((p) =>
      p.fn
        .agg<WindowsRow>('json_object_agg', [
          'p.kind',
          jsonBuildObject({ opensAt: p.ref('p.opensAt'), closesAt: p.ref('p.closesAt') }),
        ])
        .as('windows'),
    );

export const windowsIn = (row: WindowsRow): Windows =>
  Object.fromEntries(
    Object.entries(row ?? {}).map(([kind, { opensAt, closesAt }]) => [
      kind,
      { opensAt: new Date(opensAt), closesAt: new Date(closesAt) },
    ]),
  );

/** What a calendar is found by. */
interface CalendarPlace {
  readonly season: number;
  readonly district: string;
  readonly service: ServiceKind;
}

export type CalendarKey = `${number}/${string}/${ServiceKind}`;

/** The key of its loader. */
export const calendarOf = ({ season, district, service }: CalendarPlace): CalendarKey =>
  `${season}/${district}/${service}`;

const selectCalendar = prepared((db, place: Places<CalendarPlace>) =>
  db
    .selectFrom('district as d')
    .select(({ ref }) => [windowsOf(place).as('windows'), firstOf(ref('d.hotline')).as('hotline')])
    .where('d.code', '=', place.district),
);

/** The calendar of a record, and whom its family calls. */
export async function readCalendar(
  em: EntityManager,
  { season, district, service }: CalendarPlace,
): Promise<{ windows: Windows; hotline: string }> {
  const [row] = await selectCalendar(em, { season, district, service });
  return { windows: windowsIn(row?.windows ?? null), hotline: row?.hotline ?? '' };
}
