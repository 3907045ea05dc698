import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { SimulatePolicyDocument, SimulationDocument } from '@enrolment/schema/client';
import { register, startApi, type TestApi } from '../support/api.js';
import { untilWaiting } from '../support/locks.js';
import { startProcess } from '../support/process.js';
import { staff } from '../support/reviewable.js';
import { until } from '../support/until.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ worker: false });
});
afterAll(() => api.stop());

test('a simulation whose process is killed is counted from the beginning by another, in a new snapshot', async () => {
  const mother = await api.person('mother');
  await register(api, mother);
  const admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  const input = { district: '01', residenceSince: '2025-09-30' };
  const { data } = await admin.request(SimulatePolicyDocument, { input });
  const { id } = data.simulatePolicy as { id: string };
  const see = async () => (await admin.request(SimulationDocument, { id })).data.simulation!;
  // Somebody holds its row, so that the process is killed once its snapshot is taken.
  const holder = new pg.Client({ connectionString: api.database.url });
  await holder.connect();
  await holder.query('begin');
  await holder.query('select from simulation where id = $1 for update', [id]);
  const settings = { DATABASE_URL: api.database.servingUrl };
  const first = await startProcess(settings);
  try {
    await untilWaiting(api, 1);
    first.child.kill('SIGKILL');
    await first.exited;
    await register(api, mother);
  } finally {
    await holder.query('rollback');
    await holder.end();
    await first.stop();
  }
  const second = await startProcess(settings);
  try {
    await until('the end of the simulation', async () => (await see()).finishedAt !== null);
  } finally {
    await second.stop();
  }
  expect(await see()).toMatchObject({ state: 'DONE', total: 2, results: [{ live: 2, undeclared: 2 }] });
});
