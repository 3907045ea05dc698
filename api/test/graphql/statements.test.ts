import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  MyRecordsDocument,
  PortalDocument,
  RecordDocument,
  RecordExportDocument,
  RegisterChildDocument,
  SaveDetailsDocument,
  WriteMessageDocument,
  type DetailsInput,
} from '@enrolment/schema/client';
import { aDetailsInput } from '../support/details.js';
import { aRegistration, plantCode, register, startApi, type Person, type TestApi } from '../support/api.js';
import { staff } from '../support/reviewable.js';
import { SentStatements } from '../support/statements.js';

let api: TestApi;
let mother: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  mother = await api.person('mother');
  // The first request fetches the provider's keys and opens connections.
  await mother.request(MyRecordsDocument);
});
afterAll(() => api.stop());

let statements: SentStatements;
beforeEach(() => {
  statements = new SentStatements();
});
afterEach(() => statements.stop());
const statementsOf = (work: () => Promise<unknown>) => statements.of(work);

test('a registration is one transaction of five statements', async () => {
  const input = await aRegistration(api);
  input.smsCode = await plantCode(api, input.guardian.phone);
  const sent = await statementsOf(async () => {
    const { data } = await mother.request(RegisterChildDocument, { input });
    expect(data.registerChild.__typename).toBe('CollectionRecord');
  });
  // Count the try, gather the facts, use the code up, draw the number, write everything.
  expect(sent).toHaveLength(5);
  expect(statements.transactions).toBe(1);
});

test('a page of myRecords costs the same for 1 record and for 50', async () => {
  const one = await api.person('one child');
  const many = await api.person('many children');
  await register(api, one);
  for (let n = 0; n < 50; n += 1) await register(api, many);
  const forOne = await statementsOf(() => one.request(MyRecordsDocument));
  const forMany = await statementsOf(async () => {
    expect((await many.request(MyRecordsDocument)).data.myRecords).toHaveLength(50);
  });
  // Relations that are loaded side by side come in no fixed order.
  expect(forMany.toSorted()).toEqual(forOne.toSorted());
  // The records with their children, and one for each relation that their cards and actions depend on.
  expect(forOne.length).toBeLessThanOrEqual(10);
});

test('a record with everything costs one statement for each relation', async () => {
  const { number } = await register(api, mother);
  // The record with its people; districts, calendars, seasons and periods, which a process keeps that hears of their changes.
  expect(await statementsOf(() => mother.request(RecordDocument, { number }))).toHaveLength(12);
});

test('a copy of everything costs the same with much in it as with little', async () => {
  const { number } = await register(api, mother);
  const copied = async () => {
    const { data } = await mother.request(RecordExportDocument, { number });
    expect(data.recordExport.record.number).toBe(number);
  };
  const input = await aDetailsInput(api, { version: 1 });
  expect((await mother.request(SaveDetailsDocument, { number, input })).errors).toBeUndefined();
  const little = await statementsOf(copied);
  for (let n = 0; n < 5; n += 1) await copied();
  const much = await statementsOf(copied);
  expect(much.toSorted()).toEqual(little.toSorted());
  // The record under its lock, the count, the entry, grants and trail; then one for each relation.
  expect(much.length).toBeLessThanOrEqual(24);
});

test('a save costs five statements and its audit at most, the same with much typed as with little', async () => {
  const { number } = await register(api, mother);
  const saved = (input: DetailsInput) => async () => {
    const { data } = await mother.request(SaveDetailsDocument, { number, input });
    expect(data.saveDetails.__typename).toBe('CollectionRecord');
  };
  const isReading = (text: string) => /= any\(\$1::uuid\[\]\)|^select "\w+"\./i.test(text.trim());
  const writes = async (input: DetailsInput) =>
    (await statementsOf(saved(input))).filter((text) => !isReading(text));
  const first = await writes({ version: 1, ethnicity: '01' });
  expect(first.length).toBeLessThanOrEqual(6);
  const little = await writes({ version: 2, ethnicity: '01' });
  const much = await writes(await aDetailsInput(api, { version: 3 }));
  expect(much).toEqual(little);
  expect(much.length).toBeLessThanOrEqual(5);
});

test('a message holds the record by one statement, and reads the people whom it tells by one', async () => {
  const { number } = await register(api, mother);
  const officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  for (const [person, read] of [
    [mother, 0],
    [officer, 1],
  ] as const) {
    const sent = await statementsOf(async () => {
      const { data } = await person.request(WriteMessageDocument, { number, text: '请问哪天可以来？' });
      expect(data.writeMessage.__typename).toBe('CollectionRecord');
    });
    expect(sent.filter((text) => text.includes('for no key update'))).toHaveLength(1);
    expect(sent.filter((text) => /"child" as "c" inner join "guardian"/.test(text))).toHaveLength(read);
  }
});

test('the portal’s 18 districts with their calendars cost as many statements as one would', async () => {
  expect((await statementsOf(() => api.nobody.request(PortalDocument))).length).toBeLessThanOrEqual(5);
});
