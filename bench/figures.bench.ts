import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import {
  CollectionFormDocument,
  DecideReviewItemDocument,
  MyRecordsDocument,
  RecordDocument,
  RegisterChildDocument,
  SaveDetailsDocument,
  SubmitDetailsDocument,
} from '@enrolment/schema/client';
import {
  aRegistration,
  plantCode,
  register,
  startApi,
  type Person,
  type TestApi,
} from '../api/test/support/api.js';
import { aDetailsInput } from '../api/test/support/details.js';
import { staff } from '../api/test/support/reviewable.js';
import { SentStatements } from '../api/test/support/statements.js';

jest.setTimeout(300_000);

const FORMS = { warmUp: 60, measured: 300, atOnce: 4 };
const ITEMS = ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT'] as const;

let api: TestApi;
let mother: Person;
/** On its way from the registration to the form, from one measurement to the next. */
let number: string;
const lines: string[] = [];
beforeAll(async () => {
  // Without its worker nothing else talks to the database.
  api = await startApi({ worker: false });
  mother = await api.person('mother');
  // The first request fetches the provider's keys and opens connections.
  await mother.request(MyRecordsDocument);
});
afterAll(async () => {
  await api.stop();
  mkdirSync('.cache/bench', { recursive: true });
  writeFileSync('.cache/bench/table.md', `${lines.join('\n')}\n`);
});

test('statements of the operations that every family comes by', async () => {
  const statements = new SentStatements();
  const rows: [string, number][] = [];
  const count = async (operation: string, work: () => Promise<unknown>) =>
    void rows.push([operation, (await statements.of(work)).length]);
  try {
    const input = await aRegistration(api);
    input.smsCode = await plantCode(api, input.guardian.phone);
    await count('`registerChild`', async () => {
      const { data } = await mother.request(RegisterChildDocument, { input });
      number = (data.registerChild as { number: string }).number;
    });
    const many = await api.person('many children');
    for (let n = 0; n < 50; n += 1) await register(api, many);
    await count('`myRecords` with 1 record', () => mother.request(MyRecordsDocument));
    await count('`myRecords` with 50 records', () => many.request(MyRecordsDocument));
    await count('`collectionRecord`, the child’s page', () => mother.request(RecordDocument, { number }));
    const draft = await aDetailsInput(api, { version: 1 });
    await count('`saveDetails`', () => mother.request(SaveDetailsDocument, { number, input: draft }));
    const details = { ...draft, version: 2 };
    await count('`submitDetails`', () => mother.request(SubmitDetailsDocument, { number, input: details }));
    await approve();
    await count('`formUrl`', () => formUrl());
    const url = await formUrl();
    await count('the form as PDF', () => api.app.inject({ method: 'GET', url }));
  } finally {
    statements.stop();
  }
  lines.push('| operation | SQL statements |', '| --- | --- |');
  for (const [operation, sent] of rows) lines.push(`| ${operation} | ${sent} |`);
});

test('forms a second, and their size', async () => {
  const url = await formUrl();
  const print = async () => {
    const { rawPayload, statusCode } = await api.app.inject({ method: 'GET', url });
    expect(statusCode).toBe(200);
    return rawPayload.length;
  };
  const print4 = async (forms: number) => {
    let left = forms;
    await Promise.all(
      Array.from({ length: FORMS.atOnce }, async () => {
        while ((left -= 1) >= 0) await print();
      }),
    );
  };
  await print4(FORMS.warmUp);
  const started = performance.now();
  const before = process.cpuUsage();
  await print4(FORMS.measured);
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - started) / 1000;
  // Of this process, which plays the gateways, too; the database has its own. It tells more than the rate on a busy machine.
  const cpu = ((user + system) / 1000 / FORMS.measured).toFixed(0);
  const rate = (FORMS.measured / seconds).toFixed(0);
  const size = ((await print()) / 1000).toFixed(0);
  lines.push(
    '',
    `Forms: ${rate} a second in one process on ${cpus().length} cores, ${cpu} ms of CPU and ${size} KB each.`,
  );
});

async function approve(): Promise<void> {
  const officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  await api.app.inject(
    api.verification.answer({ requestId: await api.requestOf(number), outcome: 'PASSED' }, api.clock.now()),
  );
  await api.sql(
    `update phase set opens_at = $1 where district_code = '01' and kind in ('REVIEW', 'FORM_PRINTING')`,
    [new Date(api.clock.now().getTime() - 86_400_000)],
  );
  for (const kind of ITEMS) {
    await officer.request(DecideReviewItemDocument, { numbers: [number], kind, status: 'PASSED' });
  }
}

async function formUrl(): Promise<string> {
  const { data } = await mother.request(CollectionFormDocument, { number });
  const { pathname, search } = new URL(data.collectionRecord!.formUrl!);
  return pathname + search;
}
