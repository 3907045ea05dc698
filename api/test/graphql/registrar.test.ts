import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  AuditTrailDocument,
  PreregisterDocument,
  RecordDocument,
  RecordListDocument,
} from '@enrolment/schema/client';
import { startApi, type Person, type TestApi } from '../support/api.js';
import { approved } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
let registrar: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  mother = await api.person('mother');
  registrar = await api.person('registrar of three', {
    roles: [
      { role: 'SCHOOL_REGISTRAR', district: '01', school: '0101' },
      { role: 'SCHOOL_REGISTRAR', district: '01', school: '0102' },
      { role: 'SCHOOL_REGISTRAR', district: '02', school: '0201' },
    ],
  });
});
afterAll(() => api.stop());

const approvedIn = async (district: string) => (await approved(api, mother, { district })).number;

const preregister = async (numbers: string[], school: string, dryRun = false) =>
  (await registrar.request(PreregisterDocument, { numbers, school, dryRun })).data.preregister;

test.each([
  ['0101', '01'],
  ['0102', '01'],
  ['0201', '02'],
])('a registrar of several schools preregisters for %s', async (school, district) => {
  const numbers = [await approvedIn(district), await approvedIn(district)];
  expect(await preregister(numbers.slice(0, 1), school)).toMatchObject({ done: numbers.slice(0, 1) });
  expect(await preregister(numbers, school)).toMatchObject({
    done: numbers.slice(1),
    refused: [{ number: numbers[0] }],
  });
  const kept = await api.sql<{ school_code: string }>(
    'select school_code from admission a join collection_record r on r.id = a.record_id where r.number = any($1)',
    [numbers],
  );
  expect(kept).toEqual([{ school_code: school }, { school_code: school }]);
});

test('a look by a dry run is noted with the school for which it was taken', async () => {
  const number = await approvedIn('01');
  await preregister([number], '0102', true);
  const looks = await api.sql(
    `select actor_role, subject from audit_entry where action = 'RECORD_READ' and record_number = $1`,
    [number],
  );
  expect(looks).toEqual([{ actor_role: 'SCHOOL_REGISTRAR', subject: '0102' }]);
});

test('a look is noted with the schools for which it may be taken, and with the child’s own once there is one', async () => {
  const [here, there] = [await approvedIn('01'), await approvedIn('02')];
  const looks = async (number: string) => {
    await registrar.request(RecordDocument, { number });
    const { data } = await mother.request(AuditTrailDocument, { number });
    return data.auditTrail.edges
      .filter(({ node }) => node.action === 'RECORD_READ')
      .map(({ node }) => node.actor);
  };
  const names = Object.fromEntries(
    (await api.sql<{ code: string; name: string }>('select code, name from school')).map(({ code, name }) => [
      code,
      name,
    ]),
  );
  expect(await looks(here)).toEqual([`${names['0101']}、${names['0102']} 登记人员`]);
  expect(await looks(there)).toEqual([`${names['0201']} 登记人员`]);
  await preregister([here], '0102');
  expect((await looks(here))[0]).toBe(`${names['0102']} 登记人员`);
});

test.each([
  [{ district: null }, ['0101', '0102', '0201']],
  [{ district: '01' }, ['0101', '0102']],
  [{ district: '02' }, ['0201']],
])('a list is noted with the schools that it covers: %j', async (filter, schools) => {
  await approvedIn(filter.district ?? '01');
  await registrar.request(RecordListDocument, { filter });
  const looks = await api.sql<{ subject: string | null; schools: string[] | null }>(
    `select subject, facts -> 'schools' as schools from audit_entry where action = 'RECORDS_LISTED' order by id desc limit 1`,
  );
  expect(looks).toEqual([
    schools.length > 1 ? { subject: null, schools } : { subject: schools[0], schools: null },
  ]);
});

test('a school of another district, or one that is not the registrar’s, is refused', async () => {
  const number = await approvedIn('01');
  expect(await preregister([number], '0201')).toMatchObject({ done: [], refused: [{ number }] });
  const { errors } = await registrar.request(PreregisterDocument, { numbers: [number], school: '0103' });
  expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
});
