import { businessDay } from '@enrolment/rulebook/calendar.js';
import type { Refusal } from '@enrolment/rulebook/refusal.js';
import { WAITING_STAGES } from '@enrolment/rulebook/stage-lists.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { anyOf, tables } from '../database/tables.js';
import { CITY, type Facet } from './tally.entity.js';

/** How many there are under a cell; the parts of a key are parted by a slash. */
export interface Cell {
  readonly season: number;
  readonly district: string;
  readonly facet: Facet;
  readonly key: string;
  readonly n: number;
}

interface Sought {
  readonly seasons: readonly number[];
  /** A district's code, or the whole city. */
  readonly scope: string;
  readonly facets: readonly Facet[];
  /** Facets that are wanted of each district by itself. */
  readonly each: readonly Facet[];
}

/** The counts of this very moment, all of one snapshot: what was added up, and what was not yet. */
export async function readTallies(
  em: EntityManager,
  { seasons, scope, facets, each }: Sought,
): Promise<Cell[]> {
  const db = tables(em, 'read');
  const added = db
    .selectFrom('tally as t')
    .select(['t.season', 't.district', 't.facet', 't.key', 't.n'])
    .where('t.season', '=', anyOf(seasons));
  const changes = db.selectFrom('tally_change as c').where('c.season', '=', anyOf(seasons));
  const ofScope = added
    .where('t.district', '=', scope)
    .where('t.facet', '=', anyOf(facets))
    .unionAll(
      changes
        .select(['c.season', sql<string>`${scope}`.as('district'), 'c.facet', 'c.key', 'c.n'])
        .where('c.facet', '=', anyOf(facets))
        .$if(scope !== CITY, (query) => query.where('c.district', '=', scope)),
    );
  const ofEach = added
    .where('t.district', '<>', CITY)
    .where('t.facet', '=', anyOf(each))
    .unionAll(
      changes
        .select(['c.season', 'c.district', 'c.facet', 'c.key', 'c.n'])
        .where('c.facet', '=', anyOf(each))
        .where('c.district', '<>', CITY),
    );
  const cells = db
    .selectFrom((each.length > 0 ? ofScope.unionAll(ofEach) : ofScope).as('cell'))
    .select(({ fn }) => [
      'cell.season',
      'cell.district as place',
      'cell.facet',
      'cell.key',
      sql<number>`${fn.sum('cell.n')}::int`.as('n'),
    ])
    .groupBy(['cell.season', 'cell.district', 'cell.facet', 'cell.key'])
    .having(({ fn }) => fn.sum('cell.n'), '<>', 0);
  // A row for each facet: thousands of them are slow to take apart.
  const rows = await db
    .selectFrom(cells.as('one'))
    .select(({ fn }) => [
      'one.season',
      'one.place',
      'one.facet',
      fn.agg<Record<string, number>>('json_object_agg', ['one.key', 'one.n']).as('counts'),
    ])
    .groupBy(['one.season', 'one.place', 'one.facet'])
    .execute();
  return rows.flatMap(({ season, place: district, facet, counts }) =>
    Object.entries(counts).map(([key, n]) => ({ season, district, facet, key, n })),
  );
}

/** By what it is known that counts of a place have not changed. */
export interface Version {
  /** How often they were added up, which whoever follows them is told of. */
  readonly merges: string;
  /** Those that were not added up yet. */
  readonly pending: string;
}

/** The version of a district's counts, or of the city's, at this moment. */
export function readVersion(em: EntityManager, district: string | null): Promise<Version> {
  const db = tables(em, 'read');
  const merges = db
    .selectFrom('tally_mark as m')
    .where('m.district', '=', district ?? CITY)
    .select('m.merges');
  return db
    .selectFrom('tally_change as c')
    .$if(district !== null, (query) => query.where('c.district', '=', district!))
    .select(({ ref }) => [
      sql<string>`coalesce((${merges}), 0)`.as('merges'),
      // Ids are given once, but not committed in their order: neither the greatest nor the number would tell.
      sql<string>`count(*) || '/' || coalesce(sum(hashint8extended(${ref('c.id')}, 0)), 0)`.as('pending'),
    ])
    .executeTakeFirstOrThrow();
}

/** The children whom a school has preregistered, counted now: they are few. */
export async function countSchool(em: EntityManager, school: string, season: number): Promise<Cell[]> {
  const counted = sql<Pick<Cell, 'facet' | 'key' | 'n'>>`tallies_of_school(${school}, ${season}::smallint)`;
  const cells = await tables(em, 'read')
    .selectFrom(counted.as('counted'))
    .select(['counted.facet', 'counted.key', 'counted.n'])
    .execute();
  return cells.map((cell) => ({ ...cell, season, district: '' }));
}

/** What the registrars of these schools know of a district by what they read themselves, counted now. */
export async function countKnown(
  em: EntityManager,
  district: string,
  schools: readonly string[],
  season: number,
): Promise<Cell[]> {
  const counted = sql<
    Pick<Cell, 'facet' | 'key' | 'n'>
  >`tallies_of_readable(${district}, ${schools}::text[], ${season}::smallint)`;
  const cells = await tables(em, 'read')
    .selectFrom(counted.as('counted'))
    .select(['counted.facet', 'counted.key', 'counted.n'])
    .execute();
  return cells.map((cell) => ({ ...cell, season, district }));
}

const undecided = (em: EntityManager, season: number, district: string | null) =>
  tables(em, 'read')
    .selectFrom('collection_record as r')
    .where('r.season', '=', season)
    .where('r.withdrawnAt', 'is', null)
    .where('r.stage', 'in', WAITING_STAGES)
    .$if(district !== null, (query) => query.where('r.district', '=', district!));

/** Since when the longest-waiting record has waited. */
export async function findOldestWaiting(
  em: EntityManager,
  season: number,
  district: string | null,
): Promise<Date | null> {
  const oldest = await undecided(em, season, district)
    .select('r.submittedAt')
    .orderBy('r.submittedAt')
    .limit(1)
    .executeTakeFirst();
  return oldest?.submittedAt ?? null;
}

/** By district, how many of the undecided were submitted from one moment up to another, without it. */
export async function countSubmittedWithin(
  em: EntityManager,
  season: number,
  district: string | null,
  { from, to }: { from: Date; to: Date },
): Promise<ReadonlyMap<string, number>> {
  const rows = await undecided(em, season, district)
    .where('r.submittedAt', '>=', from)
    .where('r.submittedAt', '<', to)
    .select(['r.district', sql<number>`count(*)::int`.as('n')])
    .groupBy('r.district')
    .execute();
  return new Map(rows.map(({ district: code, n }) => [code, n]));
}

/**
 * That these rules have refused somebody: which rule, on which day, in which district, and nothing about anybody. Without a
 * season it counts for the present one.
 */
export async function countRefusals(
  em: EntityManager,
  { season, district }: { season: number | null; district: string | null },
  refusals: readonly Refusal[],
  now: Date,
): Promise<void> {
  const rules = Map.groupBy(refusals, ({ rule }) => `${businessDay(now)}/${rule}`);
  if (rules.size === 0) return;
  await tables(em)
    .insertInto('tally_change')
    .columns(['season', 'district', 'facet', 'key', 'n'])
    .expression((eb) =>
      eb
        .selectFrom('season as s')
        .innerJoin(
          sql<{
            key: string;
            n: number;
          }>`unnest(${[...rules.keys()]}::text[], ${[...rules.values()].map(({ length }) => length)}::int[])`.as<'refused'>(
            sql`refused (key, n)`,
          ),
          (join) => join.onTrue(),
        )
        .select([
          's.year as season',
          sql<string>`${district ?? CITY}`.as('district'),
          sql<Facet>`'REFUSED'`.as('facet'),
          'refused.key',
          'refused.n',
        ])
        .where('s.year', '=', (years) =>
          years
            .selectFrom('season as shown')
            .select(({ fn }) => fn.max('shown.year').as('year'))
            .where('shown.state', '<>', 'PLANNED')
            .$if(season !== null, (query) => query.where('shown.year', '=', season!)),
        ),
    )
    .execute();
}
