import { openDatabase } from '../database/orm.js';
import { CollectionRecord } from '../record/record.entity.js';
import { Season } from '../season/season.entity.js';
import { idOf } from '../seed/records.js';
import { seedCity } from '../seed/seed.js';
import { layCorrespondence } from './correspondence.js';

const SEED = 1;
const HOUR = 3_600_000;
/** The number of places that each season has: a sandbox that is kept for years gets new families in each. */
const PLACES = 100_000;
const FIRST_YEAR = 2026;

/**
 * Writes the sandbox's made-up families. Most live in the districts of its officers, and every third review leaves
 * something to decide, so no page of an office is empty. Families that are there already stay.
 */
export async function layRecords(
  databaseUrl: string,
  dataKeys: string,
  records: number,
  now: Date,
): Promise<void> {
  if (records === 0) return;
  const next = await nextPlace(databaseUrl, records);
  if (!next) return;
  await seedCity({
    databaseUrl,
    dataKeys,
    records,
    from: next.from,
    seed: SEED,
    until: new Date(Math.floor(now.getTime() / HOUR) * HOUR),
    focus: ['01', '02'],
    trouble: 0.4,
    threads: 0,
  });
  await layCorrespondence(databaseUrl, dataKeys, { season: next.season, now });
}

/** The season that is shown and its first place; null if its records are already there. */
async function nextPlace(
  databaseUrl: string,
  records: number,
): Promise<{ season: number; from: number } | null> {
  const orm = await openDatabase(databaseUrl, 'enrolment_owner', { poolSize: 1 });
  try {
    const em = orm.em.fork();
    const open = await em.findOne(Season, { state: 'OPEN' }, { orderBy: { year: 'desc' } });
    const season = open?.year ?? FIRST_YEAR;
    const from = Math.max(0, season - FIRST_YEAR) * PLACES;
    const last = idOf(SEED, from + records - 1);
    return (await em.count(CollectionRecord, { id: last })) > 0 ? null : { season, from };
  } finally {
    await orm.close();
  }
}
