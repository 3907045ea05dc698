import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startProcess } from '../support/process.js';

type Api = Awaited<ReturnType<typeof startProcess>>;

let api: Api;
let admin: pg.Client;
beforeAll(async () => {
  api = await startProcess();
  admin = new pg.Client({ connectionString: api.database.url });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await api.stop();
});

const JOBS = 200;

/** Jobs that find nothing to do: each is taken, looked at and done with. */
const addJobs = () =>
  admin.query(
    `select graphile_worker.add_job('send_message', json_build_object('id', gen_random_uuid()))
     from generate_series(1, ${JOBS})`,
  );

const count = async (which = 'true') =>
  Number(
    (
      await admin.query<{ n: string }>(
        `select count(*) as n from graphile_worker._private_jobs where ${which}`,
      )
    ).rows[0]!.n,
  );

/** Until the queue is empty, or the process has ended by itself. */
async function allDone(by: Api): Promise<void> {
  while ((await count()) > 0 && !by.ended()) await sleep(20);
  if (by.ended()) throw new Error(`the API ended:\n${by.lines.slice(-20).join('\n')}`);
}

test('connections that are cut while jobs run end neither the process nor the queue', async () => {
  for (let round = 1; round <= 10; round += 1) {
    await addJobs();
    while ((await count()) === JOBS && !api.ended()) await sleep(1);
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await allDone(api);
  }
});

test('the jobs of a killed process are taken over by one that lives', async () => {
  const other = await startProcess({ DATABASE_URL: api.database.servingUrl });
  try {
    api.child.kill('SIGSTOP');
    await addJobs();
    while ((await count('locked_by is not null')) === 0) {
      // Whoever is killed in the middle of something has stood still in the middle of it.
      other.child.kill('SIGCONT');
      await sleep(5);
      other.child.kill('SIGSTOP');
    }
    other.child.kill('SIGKILL');
    await other.exited;
    expect(await count('locked_by is not null')).toBeGreaterThan(0);
    api.child.kill('SIGCONT');
    await allDone(api);
  } finally {
    await other.stop();
  }
});
