import { EVENTS } from '@enrolment/rulebook/events.js';
import { EVENT_KINDS } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { expressionBuilder, sql } from 'kysely';
import { anyOf, tables, type Tables } from '../database/tables.js';
import { takesTurn } from '../database/turn.js';

/** The number of changes that get their place in one transaction. */
const PORTION = 10_000;
const LOCK = 7_391_007;

/**
 * Gives their places to committed changes that have none. Of several processes one does it at a time: a place is visible
 * only when all before it are, so whoever has read up to it has missed nothing. Two changes of one record keep their order,
 * because the second one waits for the first one's commit before it draws its id. How many got a place.
 */
export async function numberPortion(em: EntityManager): Promise<number> {
  return em.transactional(async (tx) => {
    if (!(await takesTurn(tx, LOCK))) return 0;
    // A statement of its own, after the lock: it sees what whoever had the lock before has numbered.
    const { numUpdatedRows } = await tables(tx)
      .with('waiting', (waiting) =>
        waiting
          .selectFrom('record_change as w')
          .select('w.event as one')
          .where('w.position', 'is', null)
          .orderBy('w.event')
          .limit(PORTION),
      )
      .with('placed', (placed) =>
        placed
          .selectFrom('waiting as w')
          .select(({ ref }) => [
            'w.one',
            sql<string>`row_number() over (order by ${ref('w.one')}) + ${newestOf(placed)}`.as('place'),
          ]),
      )
      .updateTable('record_change')
      .from('placed as p')
      .set(({ ref }) => ({ position: ref('p.place') }))
      .whereRef('p.one', '=', 'record_change.event')
      .executeTakeFirstOrThrow();
    return Number(numUpdatedRows);
  });
}

/** Gives all of them their places. */
export async function numberChanges(em: EntityManager): Promise<number> {
  for (let numbered = 0; ;) {
    const portion = await numberPortion(em.fork());
    numbered += portion;
    if (portion < PORTION) return numbered;
  }
}

type Db = Pick<ReturnType<typeof tables>, 'selectFrom'>;
const newestOf = (db: Db) =>
  db
    .selectFrom('record_change as n')
    .select(({ fn }) => fn.coalesce(fn.max('n.position'), sql<string>`0`).as('n'));

/** The place of the newest change; 0 before the first. */
export async function newestPlace(em: EntityManager): Promise<string> {
  const { n } = await newestOf(tables(em)).executeTakeFirstOrThrow();
  return String(n);
}

export interface ChangesOf {
  /** Null for the whole city. */
  readonly districts: readonly string[] | null;
  /** Where the reader knows results before they are published. */
  readonly knowing: readonly string[];
  readonly after: string;
  readonly most: number;
}

/** Changes that are hidden from whoever has to wait for the publication. */
const UNPUBLISHED = EVENT_KINDS.filter((kind) => EVENTS[kind].hiddenUntil === 'RESULT_PUBLISHED');

type OfChange = Tables & { c: Tables['record_change']; e: Tables['record_event'] };

/** Whether the reader may know the result: by the district of the change, or because it was published before the event. */
function isKnown(knowing: readonly string[]) {
  const change = expressionBuilder<OfChange, 'c' | 'e'>();
  const published = change
    .selectFrom('record_event as p')
    .select('p.id')
    .whereRef('p.record', '=', 'e.record')
    .whereRef('p.id', '<', 'e.id')
    .where('p.kind', '=', 'RESULT_PUBLISHED');
  return change.or([change('c.district', '=', anyOf(knowing)), change.exists(published)]);
}

/**
 * Changes in their order, so many at most. Whether a change is told depends on what came before it alone, so none comes to
 * light later in a place that a reader has passed.
 */
export function readChanges(em: EntityManager, { districts, knowing, after, most }: ChangesOf) {
  const changes = tables(em)
    .selectFrom('record_change as c')
    .innerJoin('record_event as e', 'e.id', 'c.event')
    .innerJoin('collection_record as r', 'r.id', 'e.record')
    .select([
      'c.position',
      'c.district',
      'e.kind',
      'e.at',
      'e.fromStage',
      'e.toStage',
      'r.number',
      'r.service',
    ])
    .select(isKnown(knowing).as('knows'))
    .where('c.position', '>', after)
    .where((eb) => eb.or([eb('e.kind', 'not in', UNPUBLISHED), isKnown(knowing)]))
    .orderBy('c.position')
    .limit(most);
  if (districts === null) return changes.execute();
  // A single district, the usual case, goes by the index of its own changes.
  const own = districts.length === 1 ? districts[0]! : anyOf(districts);
  return changes.where('c.district', '=', own).execute();
}
