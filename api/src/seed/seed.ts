import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { EntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import { SettingError } from '@enrolment/settings/setting-error.js';
import { MANY, mergeTallies } from '../dashboard/merge.statements.js';
import { asRole, openDatabase } from '../database/orm.js';
import { tables } from '../database/tables.js';
import { KeyRing } from '../platform/keys.js';
import { CollectionRecord } from '../record/record.entity.js';
import { numberChanges } from '../record-change/record-change.statements.js';
import { buildSchools, City, layLastSeason, readReference, type Reference } from './city.js';
import { layoutsOf, type Layouts } from './copy.js';
import { beginLoad, endLoad, SEED_LOCK } from './loading.js';
import { DISTRICTS } from './places.js';
import { idOf, MADE_UP, MOST_RECORDS, placeOf, type Plan } from './records.js';
import { writePortion, type Pen, type Portion } from './write.js';

/** How many records one transaction writes. The more, the fewer changes of counters there are to add up. */
const PORTION = { least: 100, most: 10_000 };
/** With fewer records a thread takes longer to start than to write them. */
const WORTH_A_THREAD = 400;
/** Connections of the process itself, besides those of its threads. */
const CONNECTIONS = 4;

export interface SeedOptions extends Plan {
  /** The owner's address. */
  readonly databaseUrl: string;
  readonly dataKeys: string;
  readonly records: number;
  /** The place of the first of them; 0 without it. */
  readonly from?: number;
  /** How far the present season has come. */
  readonly until: Date;
  readonly threads: number;
  readonly progress?: (written: number) => void;
}

/** What a thread is given: all that has to be read, so that it works without the ORM. */
export interface Given extends Omit<SeedOptions, 'progress'> {
  readonly reference: Reference;
  readonly layouts: Layouts;
}

/**
 * Lays out this many records of a city, in two seasons, and returns how many were written. Those that are there already
 * stay as they are, so it can be run again, with more records or after it was cut off.
 */
export async function seedCity(options: SeedOptions): Promise<number> {
  const { from = 0, records } = options;
  if (!Number.isInteger(records) || records < 1 || from + records > MOST_RECORDS) {
    throw new SettingError(`the number of records must be from 1 to ${MOST_RECORDS}`);
  }
  const orm = await openDatabase(options.databaseUrl, 'enrolment_owner', { poolSize: CONNECTIONS });
  const client = await connect(options.databaseUrl);
  try {
    await takeLock(client);
    await checkSeed(orm.em.fork(), options.seed);
    await layLastSeason(orm.em.fork());
    await buildSchools(orm.em.fork(), records, DISTRICTS);
    const worth = Math.floor(records / WORTH_A_THREAD);
    const threads = worth > 1 ? Math.min(options.threads, worth) : 0;
    const portions = cut(from, from + records, threads);
    const missing = (portion: Portion) => withoutStanding(orm.em.fork(), portion, options.seed);
    const standing = await orm.em.fork().count(CollectionRecord);
    await beginLoad(orm.em, records - standing, standing);
    const { progress, ...plan } = options;
    const given = { ...plan, reference: await readReference(orm.em.fork()), layouts: layoutsOf(orm) };
    const work = { portions, missing, progress };
    const written =
      threads > 0 ? await byThreads(work, threads, given) : await byItself(work, penOf(client, given));
    // Not after a failure: other threads may still be writing, and the next start puts it back.
    await endLoad(orm.em, CONNECTIONS);
    await Promise.all([
      mergeTallies(orm.em.fork(), MANY),
      numberChanges(orm.em.fork()),
      written > 0 ? client.query('analyze') : null,
    ]);
    return written;
  } finally {
    await client.end();
    await orm.close();
  }
}

/** Several portions for each thread, so that all threads end at about the same time. */
function cut(from: number, to: number, threads: number): Portion[] {
  const fair = Math.ceil((to - from) / (4 * Math.max(threads, 1)));
  const size = Math.min(PORTION.most, Math.max(PORTION.least, fair));
  return Array.from({ length: Math.ceil((to - from) / size) }, (_, place) => {
    const first = from + place * size;
    return Array.from({ length: Math.min(size, to - first) }, (_, further) => first + further);
  });
}

/** What is still missing of a portion, since a run may take up one that was cut off. */
async function withoutStanding(em: EntityManager, portion: Portion, seed: number): Promise<Portion> {
  const rows = await tables(em)
    .selectFrom('collection_record as r')
    .select('r.id')
    .where('r.id', '>=', idOf(seed, portion[0]!))
    .where('r.id', '<=', idOf(seed, portion.at(-1)!))
    .execute();
  const standing = new Set(rows.map(({ id }) => placeOf(id)));
  return portion.filter((index) => !standing.has(index));
}

/** The portions, and what is still to be written of each. */
interface Work {
  readonly portions: readonly Portion[];
  readonly missing: (portion: Portion) => Promise<Portion>;
  readonly progress: SeedOptions['progress'];
}

async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: asRole(databaseUrl, 'enrolment_owner') });
  client.on('error', () => {});
  await client.connect();
  return client;
}

async function takeLock(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
    SEED_LOCK,
  ]);
  if (!rows[0]!.taken) throw new SettingError('another seed is under way on this database: wait for it');
}

/** A city of another seed has the same numbers, documents and phones. */
async function checkSeed(em: EntityManager, seed: number): Promise<void> {
  const record = await tables(em)
    .selectFrom('collection_record as r')
    .select('r.id')
    .where('r.registeredBy', 'like', `${MADE_UP}%`)
    .limit(1)
    .executeTakeFirst();
  const found = record?.id;
  if (found === undefined) return;
  if (idOf(seed, placeOf(found)) !== found) {
    throw new SettingError('a city of another seed stands here: use its seed, or another database');
  }
}

async function byItself({ portions, missing, progress }: Work, pen: Pen): Promise<number> {
  let written = 0;
  for (const portion of portions) {
    written += await writePortion(await missing(portion), pen);
    progress?.(written);
  }
  return written;
}

const penOf = (
  client: pg.Client,
  { seed, focus, trouble, dataKeys, reference, layouts, until }: Given,
): Pen => ({
  client,
  plan: { seed, focus, trouble },
  city: new City(reference, until),
  keys: new KeyRing(dataKeys),
  layouts,
});

/** With this much room the garbage of a portion is gone before it would be moved to the old generation. */
const YOUNG_MIB = 48;

/** Each thread takes the next portion when it has written one. */
async function byThreads(
  { portions, missing, progress }: Work,
  threads: number,
  given: Given,
): Promise<number> {
  const waiting = [...portions].reverse();
  let written = 0;
  const work = (): Promise<void> =>
    new Promise((done, fail) => {
      const thread = new Worker(fileURLToPath(new URL('./thread.js', import.meta.url)), {
        workerData: given,
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB },
      });
      const next = async () => {
        const portion = waiting.pop();
        thread.postMessage(portion ? await missing(portion) : null);
      };
      thread.on('message', (count: number | 'ready') => {
        if (count !== 'ready') {
          written += count;
          progress?.(written);
        }
        next().catch(fail);
      });
      thread.once('error', fail);
      thread.once('exit', (code) => (code === 0 ? done() : fail(new Error(`a thread ended with ${code}`))));
    });
  await Promise.all(Array.from({ length: threads }, work));
  return written;
}

/** A thread's own connection and keys. */
export async function openThread(given: Given) {
  const client = await connect(given.databaseUrl);
  const pen = penOf(client, given);
  return {
    write: (portion: Portion) => writePortion(portion, pen),
    close: () => client.end(),
  };
}
