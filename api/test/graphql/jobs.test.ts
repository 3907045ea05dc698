import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeCollectionNumber } from '@enrolment/rulebook/collection-number.js';
import {
  ApproveAdmissionsDocument,
  CancelJobDocument,
  DecideIdentityCheckDocument,
  DecideReviewItemDocument,
  GrantAuthorizationDocument,
  JobDocument,
  JobsDocument,
  PreregisterDocument,
  RecordFileDocument,
  RejectRecordsDocument,
  RevokeAuthorizationDocument,
  SetSecondPersonDocument,
} from '@enrolment/schema/client';
import { startApi, type Person, type TestApi } from '../support/api.js';
import { reviewables, staff } from '../support/reviewable.js';
import { aSecondGuardian, nameSecondGuardian } from '../support/second-guardian.js';
import { SentStatements } from '../support/statements.js';

let api: TestApi;
let mother: Person;
let officer: Person;
let admin: Person;
let registrar: Person;
beforeAll(async () => {
  // The tests are the queue: they say how far it gets.
  api = await startApi({ worker: false });
  mother = await api.person('mother');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
  // A second person is another test's: bulk.test.ts.
  await admin.request(SetSecondPersonDocument, { district: '01', rejections: false });
});
afterAll(() => api.stop());

/** No record has these. */
const absent = (count: number) =>
  Array.from({ length: count }, (_, n) => makeCollectionNumber(2026, '01', 9_000_000 + n));

const reject = async (numbers: string[], { dryRun = false, person = officer } = {}) =>
  (await person.request(RejectRecordsDocument, { numbers, reason: '材料不符', dryRun })).data.rejectRecords;
const see = async (id: string, person = officer) => (await person.request(JobDocument, { id })).data.job;
const turn = (id: string) => api.services.jobs.run(api.orm.em.fork(), id, () => api.clock.now(), 1);
async function finish(id: string, person = officer) {
  while ((await see(id, person))!.finishedAt === null) await turn(id);
  return (await see(id, person))!;
}
const rejections = async (number: string) =>
  (await officer.request(RecordFileDocument, { number })).data.collectionRecord!.history.filter(
    ({ kind }) => kind === 'REJECTED',
  ).length;

test('up to 100 records are done at once; 101 are a job, which the queue does', async () => {
  const numbers = await reviewables(api, mother, 1);
  const hundred = [...numbers, ...absent(99)];
  expect(await reject(hundred, { dryRun: true })).toMatchObject({ job: null, done: numbers });
  const { job, done, refused } = await reject([...numbers, ...absent(100)]);
  expect({ done, refused }).toEqual({ done: [], refused: [] });
  expect(job).toMatchObject({ state: 'QUEUED', total: 101, done: 0, refused: 0 });
  expect(
    await api.sql(`select task_identifier from graphile_worker.jobs where key = 'job:${job!.id}'`),
  ).toEqual([{ task_identifier: 'run_job' }]);
  expect(await finish(job!.id)).toMatchObject({ state: 'DONE', done: 1, refused: 100 });
  expect(await rejections(numbers[0]!)).toBe(1);
});

test('a number that is given twice is one record', async () => {
  const { job } = await reject([...absent(101), ...absent(101)]);
  expect(job).toMatchObject({ total: 101 });
});

test('its rows stand in the order given, the refused ones with the reason in the reader’s language', async () => {
  const [one] = await reviewables(api, mother, 1);
  const { job } = await reject([...absent(60), one!, ...absent(120).slice(60)]);
  await finish(job!.id);
  const { data } = await officer.request(JobDocument, { id: job!.id, first: 100 });
  const { nodes, pageInfo } = data.job!.rows;
  expect(nodes.map(({ position }) => position)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
  expect(nodes[60]).toMatchObject({
    position: 61,
    number: one,
    outcome: 'DONE',
    stage: 'REJECTED',
    refusal: null,
  });
  expect(nodes[0]!.refusal).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(pageInfo.hasNextPage).toBe(true);
  const rest = await officer.request(JobDocument, { id: job!.id, after: pageInfo.endCursor, first: 100 });
  expect(rest.data.job!.rows.nodes).toHaveLength(21);
  const done = await officer.request(JobDocument, { id: job!.id, outcome: 'DONE' });
  expect(done.data.job!.rows.nodes.map(({ number }) => number)).toEqual([one]);
});

test('a dry run changes no record, says what would happen, and its looks are audited', async () => {
  const [one] = await reviewables(api, mother, 1);
  const { job } = await reject([one!, ...absent(100)], { dryRun: true });
  expect(await finish(job!.id)).toMatchObject({ dryRun: true, done: 1, refused: 100 });
  expect(await rejections(one!)).toBe(0);
  expect(
    await api.sql(`select actor from audit_entry where action = 'RECORD_READ' and record_number = $1`, [one]),
  ).toContainEqual({ actor: officer.subject });
});

test('of 50 workers at once each record is done by one', async () => {
  const numbers = await reviewables(api, mother, 101);
  const { job } = await reject(numbers);
  await Promise.all(Array.from({ length: 50 }, () => turn(job!.id)));
  expect(await finish(job!.id)).toMatchObject({ state: 'DONE', done: 101, refused: 0 });
  expect(
    await api.sql(
      `select count(*)::int as n from record_event e join collection_record r on r.id = e.record_id
       where r.number = any($1) and e.kind = 'REJECTED'`,
      [numbers],
    ),
  ).toEqual([{ n: 101 }]);
});

test('of 50 jobs at once for the same records, one does each of them', async () => {
  const numbers = [...(await reviewables(api, mother, 2)), ...absent(99)];
  const jobs = await Promise.all(Array.from({ length: 50 }, async () => (await reject(numbers)).job!));
  // On a busy machine a turn may wait too long for the records; the queue tries it again, as finish does.
  await Promise.allSettled(jobs.map(({ id }) => turn(id)));
  const over = await Promise.all(jobs.map(({ id }) => finish(id)));
  expect(over.reduce((sum, { done }) => sum + done, 0)).toBe(2);
});

test('one row that cannot be done keeps no other from being done, and the job fails in the end', async () => {
  const numbers = await reviewables(api, mother, 101);
  await api.sql(`update collection_record set key_id = 'lost' where number = $1`, [numbers[100]]);
  const { job } = await reject(numbers);
  await turn(job!.id).catch(() => {});
  expect(await see(job!.id)).toMatchObject({ state: 'RUNNING', done: 100 });
  await expect(api.services.jobs.run(api.orm.em.fork(), job!.id, () => api.clock.now(), 5)).rejects.toThrow();
  expect(await see(job!.id)).toMatchObject({ state: 'FAILED', done: 100, refused: 0 });
});

test('whoever asked cancels it: what is done stays done, the rest stays as it is', async () => {
  const { job } = await reject(absent(501));
  await turn(job!.id);
  const { data } = await officer.request(CancelJobDocument, { id: job!.id });
  expect(data.cancelJob).toMatchObject({ state: 'CANCELLED', refused: 250 });
  await turn(job!.id);
  expect(await see(job!.id)).toMatchObject({ state: 'CANCELLED', refused: 250 });
  const again = await officer.request(CancelJobDocument, { id: job!.id });
  expect(again.data.cancelJob).toMatchObject({ state: 'CANCELLED' });
});

test('the trail names the office in which a registrar cancels her own job', async () => {
  const { data } = await registrar.request(PreregisterDocument, { numbers: absent(101), school: '0101' });
  const { id } = data.preregister.job!;
  const cancelled = await registrar.request(CancelJobDocument, { id });
  expect(cancelled.data.cancelJob).toMatchObject({ state: 'CANCELLED' });
  expect(
    await api.sql(`select actor_role from audit_entry where action = 'BULK_CANCELLED' and subject = $1`, [
      id,
    ]),
  ).toEqual([{ actor_role: 'SCHOOL_REGISTRAR' }]);
});

test('a job is whoever’s asked for it and the district’s administrators’, and absent for everybody else', async () => {
  const { job } = await reject([...(await reviewables(api, mother, 101))]);
  const others = await Promise.all([
    staff(api, 'DISTRICT_OFFICER', { district: '02' }),
    staff(api, 'DISTRICT_ADMIN', { district: '02' }),
    staff(api, 'MUNICIPAL_ADMIN'),
    registrar,
    mother,
  ]);
  for (const person of others) {
    expect(await see(job!.id, person)).toBeNull();
    expect((await person.request(JobsDocument)).data.jobs.nodes.map(({ id }) => id)).not.toContain(job!.id);
    const { errors } = await person.request(CancelJobDocument, { id: job!.id });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
  expect(await see(job!.id, admin)).toMatchObject({ own: false });
  for (const person of [officer, admin]) {
    expect((await person.request(JobsDocument)).data.jobs.nodes[0]!.id).toBe(job!.id);
  }
  expect(await see('not-an-id')).toBeNull();
  const { errors } = await officer.request(CancelJobDocument, { id: 'not-an-id' });
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await api.nobody.request(JobDocument, { id: job!.id })).errors?.[0]?.extensions.code).toBe(
    'UNAUTHENTICATED',
  );
});

test('nobody decides on a child of their own by a job: neither who registered it nor the authorised guardian', async () => {
  const second = aSecondGuardian();
  const father = await api.person('an officer who is a father', {
    roles: [{ role: 'DISTRICT_OFFICER', district: '01' }],
    phone_number: second.phone,
    document: { type: 'RESIDENT_ID', number: second.documentNumber },
  });
  const [registered] = await reviewables(api, father, 1);
  const [granted, named] = await reviewables(api, mother, 2);
  for (const number of [granted!, named!]) await nameSecondGuardian(api, number, second);
  const { job } = await reject([...absent(98), registered!, granted!, named!], { person: father });
  // A grant counts as soon as it is there, although the job was asked for before it.
  expect((await mother.request(GrantAuthorizationDocument, { number: granted! })).errors).toBeUndefined();
  expect(await finish(job!.id, father)).toMatchObject({ state: 'DONE', done: 1, refused: 100 });
  const { data } = await father.request(JobDocument, { id: job!.id, outcome: 'DONE' });
  expect(data.job!.rows.nodes.map(({ number }) => number)).toEqual([named]);
  await mother.request(RevokeAuthorizationDocument, { number: granted! });
  const again = await reject([...absent(100), granted!], { person: father });
  expect(await finish(again.job!.id, father)).toMatchObject({ done: 1 });
});

test('whoever may do it to none of the records gets no job', async () => {
  const refused = await Promise.all([
    mother.request(RejectRecordsDocument, { numbers: absent(101), reason: '无' }),
    officer.request(PreregisterDocument, { numbers: absent(101), school: '0101' }),
    registrar.request(PreregisterDocument, { numbers: absent(101), school: '0201' }),
  ]);
  expect(refused.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(Array(3).fill('FORBIDDEN'));
});

test('a chunk costs the same for 2 records and for 50, in each kind of job', async () => {
  const statements = new SentStatements();
  const costs = async (
    numbers: string[],
    ask: (numbers: string[]) => Promise<{ done: string[] }>,
  ): Promise<number> => {
    const sent = await statements.of(async () => expect((await ask(numbers)).done).toEqual(numbers));
    return sent.length;
  };
  try {
    const few = await reviewables(api, mother, 2);
    const many = await reviewables(api, mother, 50);
    const item = (status: 'RETURNED' | 'PASSED', kind: string) => async (numbers: string[]) =>
      (
        await officer.request(DecideReviewItemDocument, {
          numbers,
          kind: kind as 'RESIDENCE',
          status,
          reason: '看不清',
        })
      ).data.decideReviewItem;
    const steps = [
      item('RETURNED', 'RESIDENCE'),
      ...['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'EMPLOYMENT', 'RESIDENCE'].map((kind) =>
        item('PASSED', kind),
      ),
      async (numbers: string[]) =>
        (await registrar.request(PreregisterDocument, { numbers, school: '0101' })).data.preregister,
      async (numbers: string[]) =>
        (await officer.request(ApproveAdmissionsDocument, { numbers, outcome: 'ADMITTED' })).data
          .approveAdmissions,
    ];
    for (const step of steps) {
      const forFew = await costs(few, step);
      expect(await costs(many, step)).toBe(forFew);
      // One of them reads the district's own sentences, for all of them.
      expect(forFew).toBeLessThanOrEqual(12);
    }
    const checked = async (numbers: string[]) =>
      (await officer.request(DecideIdentityCheckDocument, { numbers, status: 'RETURNED', reason: '不一致' }))
        .data.decideIdentityCheck;
    const forFew = await costs(await reviewables(api, mother, 2), checked);
    expect(await costs(await reviewables(api, mother, 50), checked)).toBe(forFew);
  } finally {
    statements.stop();
  }
});

test('what was asked for is sealed, and goes when the job is over; jobs go after 90 days', async () => {
  const { job } = await reject(absent(101));
  const [row] = await api.sql<{ request: Buffer; asker: Buffer }>(
    `select request_sealed as request, asker_sealed as asker from job where id = $1`,
    [job!.id],
  );
  expect(row!.request.toString()).not.toContain('材料');
  expect(row!.asker.toString()).not.toContain('document');
  await finish(job!.id);
  expect(
    await api.sql(`select key_id, wrapped_key, request_sealed, asker_sealed from job where id = $1`, [
      job!.id,
    ]),
  ).toEqual([{ key_id: null, wrapped_key: null, request_sealed: null, asker_sealed: null }]);
  const now = api.clock.now();
  await api.services.jobs.sweep(api.orm.em.fork(), new Date(now.getTime() + 89 * 86_400_000));
  expect(await see(job!.id)).not.toBeNull();
  await api.services.jobs.sweep(api.orm.em.fork(), new Date(now.getTime() + 91 * 86_400_000));
  expect(await see(job!.id)).toBeNull();
  expect(await api.sql('select 1 from job_row where job_id = $1', [job!.id])).toEqual([]);
});
