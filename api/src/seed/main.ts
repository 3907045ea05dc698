import { readSettings } from '@enrolment/settings/read.js';
import { parseArgs } from 'node:util';
import { availableParallelism } from 'node:os';
import { SettingError } from '@enrolment/settings/setting-error.js';
import { migrateUp } from '../database/migrate.js';
import { openDatabase } from '../database/orm.js';
import { tables } from '../database/tables.js';
import { IDENTITIES } from '../sandbox/identities.js';
import { MADE_UP, USUAL_TROUBLE } from './records.js';
import { seedCity } from './seed.js';

const USAGE = 'usage: npm run seed -- --records 200000 [--seed 1] [--until 2026-05-20T10:00:00+08:00]';
const HOUR = 3_600_000;

/** A made-up city is no company for real families. */
function refuseProduction(): void {
  const { NODE_ENV: mode, SANDBOX: sandbox } = process.env;
  if (mode === 'production' || sandbox !== '1') {
    throw new SettingError(
      'made-up records are for the sandbox alone: a service with its own identity provider, or NODE_ENV=production, gets none',
    );
  }
}

async function refuseOthers(databaseUrl: string): Promise<void> {
  const orm = await openDatabase(databaseUrl, 'enrolment_owner', { poolSize: 1 });
  try {
    const other = await tables(orm.em.fork())
      .selectFrom('collection_record as r')
      .select('r.id')
      .where('r.registeredBy', 'not like', `${MADE_UP}%`)
      .where(
        'r.registeredBy',
        'not in',
        IDENTITIES.map(({ id }) => id),
      )
      .limit(1)
      .executeTakeFirst();
    if (other) {
      throw new SettingError(
        'this database holds registrations of others than the sandbox’s people: it gets no made-up ones',
      );
    }
  } finally {
    await orm.close();
  }
}

/** `npm run seed -- --records N` */
async function main(): Promise<void> {
  refuseProduction();
  const {
    MIGRATION_DATABASE_URL: databaseUrl,
    DATABASE_URL: servingUrl,
    DATA_KEYS: dataKeys,
  } = readSettings(['MIGRATION_DATABASE_URL', 'DATABASE_URL', 'DATA_KEYS'], process.env);
  const { values } = parseArgs({
    options: { records: { type: 'string' }, seed: { type: 'string' }, until: { type: 'string' } },
  });
  const [records, seed] = [Number(values.records), Number(values.seed ?? 1)];
  const now = Math.floor(Date.now() / HOUR) * HOUR;
  const until = values.until === undefined ? new Date(now) : new Date(values.until);
  if (!Number.isInteger(seed) || Number.isNaN(until.getTime()) || !values.records)
    throw new SettingError(USAGE);
  await migrateUp(databaseUrl, {
    sandboxSeason: new Date(),
    ...(servingUrl !== databaseUrl ? { servingUrl } : {}),
  });
  await refuseOthers(databaseUrl);
  const begun = performance.now();
  const written = await seedCity({
    databaseUrl,
    dataKeys,
    seed,
    records,
    until,
    focus: [],
    trouble: USUAL_TROUBLE,
    // One more than the processors: one waits for the database while the others make up what they write next.
    threads: availableParallelism() + 1,
    progress: (count) => process.stdout.write(`\rseed: ${count} records`),
  });
  const seconds = (performance.now() - begun) / 1000;
  process.stdout.write('\r');
  console.log(`seed: ${written} records written in ${seconds.toFixed(1)} s`);
}

main().catch((error: unknown) => {
  console.error(`seed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
