import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ClaimRecordDocument,
  DecideReviewItemDocument,
  OfficeRecordDocument,
  RecordRevisionDocument,
} from '@enrolment/schema/client';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { reviewable, staff } from '../support/reviewable.js';
import { SentStatements } from '../support/statements.js';

let api: TestApi;
let mother: Person;
let officer: Person;
let number: string;
beforeAll(async () => {
  api = await startApi({ worker: false });
  mother = await api.person('mother');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  ({ number } = await reviewable(api, mother));
});
afterAll(() => api.stop());

const revisionFor = async (person: Person, of = number) =>
  (await person.request(RecordRevisionDocument, { number: of })).data.recordRevision;
const looks = async () =>
  (
    await api.sql<{ n: number }>('select count(*)::int as n from audit_entry where record_number = $1', [
      number,
    ])
  )[0]!.n;

test('the revision is that of the record, until something is done to it', async () => {
  const { collectionRecord } = (await officer.request(OfficeRecordDocument, { number })).data;
  const { revision } = collectionRecord!;
  expect(await revisionFor(officer)).toBe(revision);
  // Whoever only has it in hand has done nothing to it.
  await officer.request(ClaimRecordDocument, { number });
  expect(await revisionFor(officer)).toBe(revision);
  await officer.request(DecideReviewItemDocument, { numbers: [number], kind: 'RESIDENCE', status: 'PASSED' });
  expect(await revisionFor(officer)).toBeGreaterThan(revision!);
});

test('asking for it is no look, and costs one statement of records', async () => {
  const before = await looks();
  const sent = new SentStatements();
  const statements = await sent.of(() => revisionFor(officer));
  sent.stop();
  expect(statements.filter((text) => text.includes('"collection_record"'))).toHaveLength(1);
  expect(await looks()).toBe(before);
});

test('it is for those who decide on the record alone', async () => {
  for (const person of [
    await staff(api, 'DISTRICT_OFFICER', { district: '02' }),
    await staff(api, 'MUNICIPAL_ADMIN'),
    await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' }),
  ])
    expect(await revisionFor(person)).toBeNull();
  expect(await revisionFor(officer, '20260199999999')).toBeNull();
  const { errors } = await mother.request(RecordRevisionDocument, { number });
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('one’s own record has none', async () => {
  const { number: own } = await register(api, officer);
  expect(await revisionFor(officer, own)).toBeNull();
  const roles = [{ role: 'DISTRICT_OFFICER', district: '01' }];
  const colleague = await api.person('a colleague', { roles });
  expect(await revisionFor(colleague, own)).not.toBeNull();
});
