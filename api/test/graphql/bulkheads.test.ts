import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { JobsDocument, RequestWithdrawalCodeDocument, TypedDocumentString } from '@enrolment/schema/client';
import { register, startApi, type TestApi } from '../support/api.js';
import { untilWaiting } from '../support/locks.js';

const SEASON = new TypedDocumentString<{ season: { year: number } }, Record<string, never>>(
  '{ season { year } }',
);

let api: TestApi;
let locker: pg.Client;
beforeAll(async () => {
  api = await startApi({ worker: false, hurried: true });
  locker = new pg.Client({ connectionString: api.database.url });
  await locker.connect();
});
afterAll(async () => {
  await locker.end();
  await api.stop();
});

test('one locked row takes no connection from anybody else', async () => {
  const mother = await api.person('mother');
  const { number } = await register(api, mother);
  const officer = await api.person('officer', { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] });
  await locker.query('begin');
  await locker.query('select from collection_record where number = $1 for update', [number]);
  const stuck = Array.from({ length: 40 }, () => mother.request(RequestWithdrawalCodeDocument, { number }));
  await untilWaiting(api, 6);
  for (const reader of [api.nobody, mother, officer]) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => reader.request(SEASON)));
    for (const { errors } of answers) expect(errors).toBeUndefined();
  }
  // They wait still, and not with all the connections there are.
  await untilWaiting(api, 6);
  await locker.query('rollback');
  await Promise.all(stuck);
});

test('many more than there are connections wait their turn, also when it takes longer than a connection may', async () => {
  await locker.query('begin');
  await locker.query('lock table season in access exclusive mode');
  const answers = Array.from({ length: 200 }, () => api.nobody.request(SEASON));
  await untilWaiting(api, 10, 2.5);
  await locker.query('rollback');
  for (const { errors } of await Promise.all(answers)) expect(errors).toBeUndefined();
});

test('what is refused as too dear while it waits its turn takes no place afterwards', async () => {
  const officer = await api.person('officer', { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] });
  const jobs = () => officer.request(JobsDocument, { first: 1 });
  const dear = '{ jobs(first: 100) { nodes { rows(first: 100) { nodes { number } } } } }';
  const authorization = `Bearer ${officer.token}`;
  await locker.query('begin');
  await locker.query('lock table job in access exclusive mode');
  // An office has four places.
  const stuck = Array.from({ length: 4 }, jobs);
  await untilWaiting(api, 4);
  const refused = await Promise.all(
    Array.from({ length: 8 }, () => api.raw(dear, undefined, { authorization })),
  );
  expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 400));
  await locker.query('rollback');
  await Promise.all(stuck);
  for (const { errors } of await Promise.all(Array.from({ length: 8 }, jobs))) expect(errors).toBeUndefined();
});
