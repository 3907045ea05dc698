import { readSettings } from '@enrolment/settings/read.js';
import { IsolationLevel } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { openDatabase } from '../database/orm.js';
import { anyOf, tables } from '../database/tables.js';
import { ClockOffset } from '../platform/clock.entity.js';
import { noteDone } from '../service-health/pulse.statements.js';
import type { TimedTask } from '../timetable.js';
import { CITY, type Facet } from './tally.entity.js';
import type { Cell } from './tally.statements.js';

/** Counts that cannot be checked afterwards: codes are swept, and a refusal leaves nothing. */
const ONLY_COUNTED: readonly Facet[] = ['CODE', 'REFUSED'];

/** A cell whose counters differ from a full count. */
export interface Difference {
  readonly season: number;
  readonly district: string;
  readonly facet: Facet;
  readonly key: string;
  readonly kept: number;
  readonly counted: number;
}

/**
 * Compares the counters of every district and of the city with a full count of records, history and admissions, both of one
 * moment. It only reads, and takes no lock that anybody who writes would feel.
 */
export async function verifyCounters(em: EntityManager): Promise<Difference[]> {
  return em.transactional((tx) => compare(tx as EntityManager), {
    isolationLevel: IsolationLevel.REPEATABLE_READ,
    readOnly: true,
  });
}

async function compare(tx: EntityManager): Promise<Difference[]> {
  const db = tables(tx);
  const changes = db.selectFrom('tally_change as c');
  const city = sql<string>`${CITY}`.as('place');
  const kept = db
    .selectFrom('tally as t')
    .select(['t.season', 't.district as place', 't.facet', 't.key', 't.n'])
    .unionAll(changes.select(['c.season', 'c.district as place', 'c.facet', 'c.key', 'c.n']))
    .unionAll(changes.select(['c.season', city, 'c.facet', 'c.key', 'c.n']).where('c.district', '<>', CITY));
  const counted = sql<Counted>`tallies_counted()`.as<'f'>(sql`f(season, place, facet, key, n)`);
  const every = db.with('every_cell', (all) => all.selectFrom(counted).selectAll());
  const anew = every
    .selectFrom('every_cell as e')
    .select(['e.season', 'e.place', 'e.facet', 'e.key', 'e.n'])
    .unionAll((eb) => eb.selectFrom('every_cell as e').select(['e.season', city, 'e.facet', 'e.key', 'e.n']));
  const cells = await db
    .selectFrom(
      db
        .selectFrom(kept.as('k'))
        .select(['k.season', 'k.place', 'k.facet', 'k.key', 'k.n as kept', sql<number>`0`.as('counted')])
        .unionAll(
          db
            .selectFrom(anew.as('a'))
            .select(['a.season', 'a.place', 'a.facet', 'a.key', sql<number>`0`.as('kept'), 'a.n as counted']),
        )
        .as('cell'),
    )
    .select(({ cast, fn }) => [
      'cell.season',
      'cell.place',
      'cell.facet',
      'cell.key',
      cast<number>(fn.sum('cell.kept'), 'integer').as('kept'),
      cast<number>(fn.sum('cell.counted'), 'integer').as('counted'),
    ])
    .where(({ eb, not }) => not(eb('cell.facet', '=', anyOf(ONLY_COUNTED))))
    .groupBy(['cell.season', 'cell.place', 'cell.facet', 'cell.key'])
    .having(({ eb, fn }) => eb(fn.sum('cell.kept'), '<>', fn.sum('cell.counted')))
    .orderBy('cell.season')
    .orderBy('cell.place')
    .orderBy('cell.facet')
    .orderBy('cell.key')
    .execute();
  return cells.map(({ place, ...cell }) => ({ ...cell, district: place }));
}

interface Counted extends Omit<Cell, 'district'> {
  readonly place: string;
}

/** On a connection whose statements have no time limit, since a full count of a city takes longer than any page waits. */
export async function withPatience<Result>(
  databaseUrl: string,
  work: (em: EntityManager) => Promise<Result>,
): Promise<Result> {
  const orm = await openDatabase(databaseUrl, 'enrolment_app', { poolSize: 1, patient: true });
  try {
    return await work(orm.em.fork());
  } finally {
    await orm.close();
  }
}

/** The cell in words. */
export const inLine = ({ season, district, facet, key, kept, counted }: Difference): string =>
  `${season}, ${district === CITY ? 'the city' : `district ${district}`}: ${facet} ${key} is counted as ${kept}, and there are ${counted}`;

/**
 * Appends what is missing, as any change does. Both are of the moment at which the comparison looked, so what changes
 * meanwhile counts by itself.
 */
export async function mend(em: EntityManager, differences: readonly Difference[]): Promise<void> {
  const rows = new Map<string, { season: number; district: string; facet: Facet; key: string; n: number }>();
  const add = (season: number, district: string, facet: Facet, key: string, n: number) => {
    const name = `${season}/${district}/${facet}/${key}`;
    rows.set(name, { season, district, facet, key, n: (rows.get(name)?.n ?? 0) + n });
  };
  for (const { season, district, facet, key, kept, counted } of differences) {
    add(season, district, facet, key, counted - kept);
    // A correction for a district counts for the city as well.
    if (district !== CITY) add(season, CITY, facet, key, kept - counted);
  }
  const wrong = [...rows.values()].filter(({ n }) => n !== 0);
  if (wrong.length > 0) await tables(em).insertInto('tally_change').values(wrong).execute();
}

/**
 * Compares them, and on request appends what is missing and compares once more. What is wrong in the end is what administrators
 * read from then on.
 */
export async function verifyAndNote(
  em: EntityManager,
  mends: boolean,
): Promise<{ found: readonly Difference[]; left: readonly Difference[] }> {
  const found = await verifyCounters(em);
  if (mends) await mend(em, found);
  const left = mends && found.length > 0 ? await verifyCounters(em) : found;
  const clock = await em.findOne(ClockOffset, { id: 1 });
  const now = new Date(Date.now() + (clock?.offsetSeconds ?? 0) * 1000);
  await noteDone(em, 'verify_counters' satisfies TimedTask, now, left.length);
  return { found, left };
}

/** `npm run counters:verify [-- --mend]` */
async function main(): Promise<void> {
  const { DATABASE_URL: databaseUrl } = readSettings(['DATABASE_URL'], process.env);
  await withPatience(databaseUrl, async (em) => {
    const { found, left } = await verifyAndNote(em, process.argv.includes('--mend'));
    for (const difference of found) console.error(`counters: ${inLine(difference)}`);
    if (left.length > 0) process.exitCode = 1;
    else console.log(`counters: ${found.length > 0 ? 'mended; ' : ''}every one is right`);
  });
}

if (process.argv[1] && import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  main().catch((error: unknown) => {
    console.error(`counters: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  });
}
