import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import {
  ConfirmBulkDocument,
  JobDocument,
  ListExportRowsDocument,
  ProposeListExportDocument,
  StartBulkDocument,
  TryBulkDocument,
} from '@enrolment/schema/client';
import { register, startApi, type TestApi } from '../support/api.js';
import { startProcess } from '../support/process.js';
import { reviewables, staff } from '../support/reviewable.js';
import { until } from '../support/until.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ worker: false });
});
afterAll(() => api.stop());

function jobIn<Result extends { __typename: string }>(result: Result) {
  if (result.__typename !== 'Job') throw new Error(JSON.stringify(result));
  return result as Extract<Result, { __typename: 'Job' }>;
}

test('a job whose process is killed goes on in another, and no record is done twice', async () => {
  const officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  const numbers = await reviewables(api, await api.person('mother'), 120);
  const colleague = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  const asked = { kind: 'REJECT_RECORDS', numbers, reason: '材料不符' } as const;
  const trial = jobIn((await officer.request(TryBulkDocument, asked)).data.tryBulk);
  while ((await officer.request(JobDocument, { id: trial.id })).data.job!.finishedAt === null)
    await api.services.jobs.run(api.orm.em.fork(), trial.id, () => api.clock.now(), 1);
  const { id, checkCode } = jobIn(
    (await officer.request(StartBulkDocument, { dryRun: trial.id })).data.startBulk,
  );
  await colleague.request(ConfirmBulkDocument, { job: id, checkCode: checkCode! });
  const see = async () => (await officer.request(JobDocument, { id })).data.job!;
  // Somebody holds a record of the second chunk, so that the process is killed in the midst of it.
  const holder = new pg.Client({ connectionString: api.database.url });
  await holder.connect();
  await holder.query('begin');
  await holder.query('select from collection_record where number = $1 for update', [numbers[70]]);
  const settings = { DATABASE_URL: api.database.servingUrl };
  const first = await startProcess(settings);
  try {
    await until('a first chunk', async () => (await see()).done > 0);
    first.child.kill('SIGKILL');
    await first.exited;
    expect(await see()).toMatchObject({ state: 'RUNNING', done: 50 });
  } finally {
    await holder.query('rollback');
    await holder.end();
    await first.stop();
  }
  const second = await startProcess(settings);
  try {
    await until('the end of the job', async () => (await see()).finishedAt !== null);
  } finally {
    await second.stop();
  }
  expect(await see()).toMatchObject({ state: 'DONE', done: 120, refused: 0 });
  const events = await api.sql(
    `select count(*)::int as n from record_event e join collection_record r on r.id = e.record_id
     where r.number = any($1) and e.kind = 'REJECTED' group by r.number having count(*) <> 1`,
    [numbers],
  );
  expect(events).toEqual([]);
  const told = await api.sql(
    `select count(*)::int as n from message m join collection_record r on r.id = m.record_id
     where r.number = any($1) and m.event_key like 'rejected:%' group by r.number having count(*) <> 1`,
    [numbers],
  );
  expect(told).toEqual([]);
});

test('an export whose process is killed goes on in another, and has each record once', async () => {
  const officer = await staff(api, 'DISTRICT_OFFICER', { district: '02' });
  const colleague = await staff(api, 'DISTRICT_ADMIN', { district: '02' });
  const mother = await api.person('mother');
  for (let n = 0; n < 70; n += 1) await register(api, mother, { district: '02' });
  const asked = { filter: { district: '02' }, purpose: '核对学籍信息' };
  const { id, checkCode } = jobIn(
    (await officer.request(ProposeListExportDocument, asked)).data.proposeListExport,
  );
  await colleague.request(ConfirmBulkDocument, { job: id, checkCode: checkCode! });
  const see = async () => (await officer.request(JobDocument, { id })).data.job!;
  const kept = async () =>
    (
      await api.sql<{ number: string; n: number }>(
        `select number, (select count(*) from audit_entry e where e.action = 'LIST_EXPORTED' and e.facts -> 'numbers' ? number)::int as n
         from job_row where job_id = $1 and content_sealed is not null`,
        [id],
      )
    ).map(({ n }) => n);
  const [held] = await api.sql<{ number: string }>(
    'select number from job_row where job_id = $1 and position = 60',
    [id],
  );
  const holder = new pg.Client({ connectionString: api.database.url });
  await holder.connect();
  await holder.query('begin');
  await holder.query('select from collection_record where number = $1 for update', [held!.number]);
  const settings = { DATABASE_URL: api.database.servingUrl };
  const first = await startProcess(settings);
  try {
    await until('a first chunk', async () => (await see()).done > 0);
    first.child.kill('SIGKILL');
    await first.exited;
    expect(await kept()).toEqual(Array.from({ length: 50 }, () => 1));
  } finally {
    await holder.query('rollback');
    await holder.end();
    await first.stop();
  }
  const second = await startProcess(settings);
  try {
    await until('the end of the job', async () => (await see()).finishedAt !== null);
  } finally {
    await second.stop();
  }
  expect(await see()).toMatchObject({ state: 'DONE', done: 70, refused: 0 });
  expect(await kept()).toEqual(Array.from({ length: 70 }, () => 1));
  const { listExportRows: page } = (await officer.request(ListExportRowsDocument, { job: id })).data;
  expect(page).toMatchObject({ __typename: 'ListExportRowConnection', nodes: { length: 70 } });
});
