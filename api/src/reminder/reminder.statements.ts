import type { ServiceKind, Stage } from '@enrolment/rulebook/vocabulary.js';
import type { RemindedEnd } from '@enrolment/rulebook/reminders.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { tables } from '../database/tables.js';
import type { Phase } from '../district/district.entity.js';

/** Records whose turn ends with the same window of the calendar. */
export interface Turns {
  readonly season: number;
  readonly district: string;
  readonly service: ServiceKind;
  readonly stage: Stage;
}

/** Where a page ended; `turns` is the place of the turn among all. */
export interface Place {
  readonly turns: number;
  readonly record: string;
}

/** The same in a statement, by names that no entity has: those stay as they are. */
interface Turn {
  readonly ofSeason: number;
  readonly ofDistrict: string;
  readonly ofService: ServiceKind;
  readonly atStage: Stage;
  readonly start: string;
  readonly place: string;
}

const BEGINNING = '00000000-0000-0000-0000-000000000000';

/** All turns whose window ends on a day of which families are reminded: a few in each district. */
export const endingTurns = (phases: readonly Phase[], ends: readonly RemindedEnd[]): Turns[] =>
  phases.flatMap(({ season, district, service, kind, closesAt }) =>
    ends
      .filter(({ endsWith, after, until }) => endsWith === kind && closesAt > after && closesAt <= until)
      .map(({ stage }) => ({ season, district, service, stage })),
  );

/**
 * The next page of records at one of these turns that have not been reminded since `today`: each turn by the index of its
 * own, from where the page before ended.
 */
export async function pageOfTurns(
  em: EntityManager,
  turns: readonly Turns[],
  { after, today, most }: { after: Place | null; today: Date; most: number },
): Promise<Place[]> {
  const from = after?.turns ?? 0;
  const left = turns.slice(from);
  if (left.length === 0) return [];
  const starts = left.map((_, place) => (place === 0 && after ? after.record : BEGINNING));
  return tables(em, 'read')
    .selectFrom(
      sql<Turn>`unnest(${left.map(({ season }) => season)}::smallint[],
        ${left.map(({ district }) => district)}::text[], ${left.map(({ service }) => service)}::text[],
        ${left.map(({ stage }) => stage)}::text[], ${starts}::uuid[]) with ordinality`.as<'t'>(
        sql`t("ofSeason", "ofDistrict", "ofService", "atStage", start, place)`,
      ),
    )
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('collection_record as r')
          .select('r.id')
          .whereRef('r.season', '=', 't.ofSeason')
          .whereRef('r.district', '=', 't.ofDistrict')
          .whereRef('r.service', '=', 't.ofService')
          .whereRef('r.stage', '=', 't.atStage')
          .whereRef('r.id', '>', 't.start')
          .where('r.withdrawnAt', 'is', null)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('message as m')
                  .select('m.id')
                  .whereRef('m.record', '=', 'r.id')
                  .where('m.eventKey', 'like', 'reminder:%')
                  .where('m.queuedAt', '>=', today),
              ),
            ),
          )
          .orderBy('r.id')
          .limit(most)
          .as('c'),
      (join) => join.onTrue(),
    )
    .select(({ ref }) => [sql<number>`${from} + ${ref('t.place')}::int - 1`.as('turns'), 'c.id as record'])
    .orderBy('t.place')
    .orderBy('c.id')
    .limit(most)
    .execute();
}

/** The same for records with something returned that is due, whatever the calendar says. */
export async function pageOfReturned(
  em: EntityManager,
  ends: readonly Pick<RemindedEnd, 'after' | 'until'>[],
  { from, today, most }: { from: string | null; today: Date; most: number },
): Promise<string[]> {
  const rows = await tables(em, 'read')
    .selectFrom('review_item as i')
    .select('i.record')
    .distinct()
    .where('i.status', '=', 'RETURNED')
    .where((eb) =>
      eb.or(ends.map(({ after, until }) => eb.and([eb('i.dueAt', '>', after), eb('i.dueAt', '<=', until)]))),
    )
    .where('i.record', '>', from ?? BEGINNING)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('message as m')
            .select('m.id')
            .whereRef('m.record', '=', 'i.record')
            .where('m.eventKey', 'like', 'reminder:%')
            .where('m.queuedAt', '>=', today),
        ),
      ),
    )
    .orderBy('i.record')
    .limit(most)
    .execute();
  return rows.map(({ record }) => record);
}
