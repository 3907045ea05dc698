import { TRANSITIONS, allows, STAGE_ACTIONS, type StageAction } from '@enrolment/rulebook/stages.js';
import { waits } from '@enrolment/rulebook/stage-lists.js';
import type { Stage } from '@enrolment/rulebook/vocabulary.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { Admission } from '../../src/admission/admission.entity.js';
import { partOf, sum } from '../../src/dashboard/figures.js';
import { mergeTallies } from '../../src/dashboard/merge.statements.js';
import { CITY } from '../../src/dashboard/tally.entity.js';
import { readTallies } from '../../src/dashboard/tally.statements.js';
import { verifyCounters } from '../../src/dashboard/verify.js';
import { openDatabase } from '../../src/database/orm.js';
import { hold } from '../../src/record/hold.js';
import { CollectionRecord } from '../../src/record/record.entity.js';
import { School } from '../../src/school/school.entity.js';
import { seedCity } from '../../src/seed/seed.js';
import { TEST_KEYS } from '../support/api.js';
import { startProcess } from '../support/process.js';

const SEED = fileURLToPath(new URL('../../dist/seed/main.js', import.meta.url));
const RECORDS = 200;
const STEPS = 3_000;
const HANDS = 8;

type Api = Awaited<ReturnType<typeof startProcess>>;

let api: Api;
let orm: MikroORM;
let admin: pg.Client;
let numbers: string[];
beforeAll(async () => {
  api = await startProcess();
  orm = await openDatabase(api.database.servingUrl, 'enrolment_app');
  admin = new pg.Client({ connectionString: api.database.url });
  await admin.connect();
  const until = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000);
  const city = { databaseUrl: api.database.url, dataKeys: TEST_KEYS, records: RECORDS, until };
  await seedCity({ ...city, seed: 1, focus: [], trouble: 0.3, threads: 0 });
  numbers = (await orm.em.fork().find(CollectionRecord, {})).map(({ number }) => number);
});
afterAll(async () => {
  await orm.close();
  await admin.end();
  await api.stop();
});

const any = <One>(all: readonly One[]): One => all[Math.floor(Math.random() * all.length)]!;

/** Withdrawing empties the city: it is tried less often. */
const anyAction = (stage: Stage): StageAction | undefined => {
  const possible = STAGE_ACTIONS.filter((action) => allows(action, stage));
  const usual = possible.filter((action) => action !== 'WITHDRAW');
  return any(Math.random() < 0.01 || usual.length === 0 ? possible : usual);
};

/** One step of one record, by the entities' own verbs; now and then it is taken back. */
async function step(): Promise<boolean> {
  const taken = Symbol('taken back');
  try {
    return await orm.em.fork().transactional(async (forked) => {
      const tx = forked as EntityManager;
      const record = await hold(tx, any(numbers));
      const action = record && anyAction(record.stage);
      if (!record || !action) return false;
      const at = new Date();
      const event = record.take(action, { actor: any([...TRANSITIONS[action].by]), at });
      if (action === 'SUBMIT_DETAILS') record.submittedAt = at;
      if (action === 'WITHDRAW') record.erase(at);
      if (action === 'PREREGISTER') {
        const school = await tx.findOneOrFail(School, { district: record.district });
        const known = await tx.findOne(Admission, { record: record.id });
        if (!known) tx.persist(new Admission(record, school, { by: 'somebody', at }));
      }
      tx.persist(event);
      await tx.flush();
      if (Math.random() < 0.05) throw taken;
      return true;
    });
  } catch (error) {
    // Taken back, or cut off by whoever ends connections.
    if (error === taken || /terminat|Connection|closed|ended/i.test(String(error))) return false;
    throw error;
  }
}

/** What every reader finds, at whatever moment: each table says the same of how many there are. */
async function addsUp(): Promise<void> {
  const [{ season }] = (
    await admin.query<{ season: number }>(`select max(season)::int as season from collection_record`)
  ).rows as [{ season: number }];
  const facets = ['REACHED', 'STAGE', 'WAITING'] as const;
  const cells = await readTallies(orm.em.fork(), { seasons: [season], scope: CITY, facets, each: ['STAGE'] });
  const of = (facet: string, at: (key: readonly string[]) => boolean) =>
    sum(cells.filter((cell) => cell.district === CITY && cell.facet === facet && at(cell.key.split('/'))));
  const total = of('STAGE', () => true);
  expect(total).toBeGreaterThan(0);
  expect(of('REACHED', ([stage]) => stage === 'REGISTERED')).toBe(total);
  expect(of('WAITING', () => true)).toBe(of('STAGE', ([, , stage]) => waits(stage as Stage)));
  expect(sum(cells.filter((cell) => cell.district !== CITY))).toBe(total);
  expect(cells.filter(({ n }) => n < 0).map((cell) => partOf(cell, 0))).toEqual([]);
}

test('after thousands of steps at once, cut connections and killed processes, every counter is as a full count', async () => {
  const other = await startProcess({ DATABASE_URL: api.database.servingUrl });
  const seed = spawn(process.execPath, [SEED, '--records', '2400'], {
    env: {
      PATH: process.env.PATH,
      SANDBOX: '1',
      DATA_KEYS: TEST_KEYS,
      DATABASE_URL: api.database.servingUrl,
      MIGRATION_DATABASE_URL: api.database.url,
    },
    stdio: 'ignore',
  });
  const killed = once(seed, 'exit');
  let done = 0;
  let tried = 0;
  let reads = 0;
  const walk = async () => {
    while (tried < STEPS) {
      tried += 1;
      if (await step()) done += 1;
    }
  };
  const read = async () => {
    while (tried < STEPS) {
      await addsUp();
      reads += 1;
      await sleep(50);
    }
  };
  const harm = async () => {
    while (tried < STEPS / 4) await sleep(20);
    // In the middle of writing and of adding up.
    other.child.kill('SIGKILL');
    seed.kill('SIGKILL');
    for (let cut = 0; cut < 5; cut += 1) {
      await sleep(300);
      await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and usename = 'enrolment_service' and state = 'idle in transaction'`,
      );
    }
    api.child.kill('SIGKILL');
    expect(await verifyCounters(orm.em.fork())).toEqual([]);
  };
  try {
    await Promise.all([...Array.from({ length: HANDS }, walk), read(), harm()]);
    await killed;
    expect(done).toBeGreaterThan(STEPS / 2);
    expect(reads).toBeGreaterThan(10);
    expect(await verifyCounters(orm.em.fork())).toEqual([]);
    await mergeTallies(orm.em.fork());
    expect(await verifyCounters(orm.em.fork())).toEqual([]);
    await addsUp();
  } finally {
    await other.stop();
  }
});
