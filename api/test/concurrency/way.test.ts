import { TRANSITIONS, type Transition } from '@enrolment/rulebook/stages.js';
import { STAGES, type Stage } from '@enrolment/rulebook/vocabulary.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  AppealDocument,
  ApproveAdmissionsDocument,
  DecideAppealDocument,
  DecideIdentityCheckDocument,
  DecideReviewItemDocument,
  PreregisterDocument,
  PublishResultsDocument,
  RecordFileDocument,
  RejectRecordsDocument,
  SaveDetailsDocument,
  SubmitDetailsDocument,
  WithdrawRecordDocument,
} from '@enrolment/schema/client';
import { plantCode, register, startApi, type Person, type TestApi } from '../support/api.js';
import { aDetailsInput } from '../support/details.js';
import { reviewable, staff } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
let officer: Person;
let registrar: Person;
let admin: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  mother = await api.person('mother');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
  admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
});
afterAll(() => api.stop());

const ITEMS = ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT'] as const;
const atOnce = <Result>(work: () => Promise<Result>) => Promise.all(Array.from({ length: 50 }, work));
const events = async (number: string, kind: string) =>
  (await officer.request(RecordFileDocument, { number })).data.collectionRecord!.history.filter(
    (event) => event.kind === kind,
  ).length;
const pass = async (number: string, kind: (typeof ITEMS)[number]) =>
  (await officer.request(DecideReviewItemDocument, { numbers: [number], kind, status: 'PASSED' })).data
    .decideReviewItem;

test('of 50 last passing items at once, one approves the record, and the others find it approved', async () => {
  const { number } = await reviewable(api, mother);
  for (const kind of ITEMS.slice(1)) await pass(number, kind);
  const results = await atOnce(() => pass(number, ITEMS[0]));
  expect(results.filter(({ done }) => done.length === 1)).toHaveLength(1);
  expect(await events(number, 'APPROVED')).toBe(1);
});

test('the four items decided at once, in whatever order, approve the record exactly once', async () => {
  const { number } = await reviewable(api, mother);
  await Promise.all(ITEMS.flatMap((kind) => Array.from({ length: 12 }, () => pass(number, kind))));
  expect(await events(number, 'APPROVED')).toBe(1);
});

test('each other step that 50 take at once is taken once', async () => {
  const { number: rejected } = await reviewable(api, mother);
  const numbers = [rejected];
  await atOnce(() => officer.request(RejectRecordsDocument, { numbers, reason: '不符' }));
  expect(await events(rejected, 'REJECTED')).toBe(1);
  await atOnce(() => mother.request(AppealDocument, { number: rejected, statement: '请再看' }));
  expect(await events(rejected, 'APPEALED')).toBe(1);
  const answer = { number: rejected, accepted: true, reason: '补正' };
  await atOnce(() => officer.request(DecideAppealDocument, answer));
  expect(await events(rejected, 'APPEAL_ACCEPTED')).toBe(1);
  for (const kind of ITEMS) await pass(rejected, kind);
  await atOnce(() => registrar.request(PreregisterDocument, { numbers, school: '0101' }));
  expect(await events(rejected, 'PREREGISTERED')).toBe(1);
  await atOnce(() => officer.request(ApproveAdmissionsDocument, { numbers, outcome: 'ADMITTED' }));
  expect(await events(rejected, 'ADMITTED')).toBe(1);
  await atOnce(() => officer.request(ApproveAdmissionsDocument, { numbers, outcome: 'PENDING' }));
  expect(await events(rejected, 'ADMISSION_TAKEN_BACK')).toBe(1);
  await officer.request(ApproveAdmissionsDocument, { numbers, outcome: 'ADMITTED' });
  const place = { district: '01', service: 'NON_LOCAL_HUKOU' } as const;
  const published = await atOnce(() => admin.request(PublishResultsDocument, place));
  const counts = published.map(({ data }) => (data.publishResults as { count: number }).count);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await events(rejected, 'RESULT_PUBLISHED')).toBe(1);
});

test('each step of a family and its check that 50 take at once is taken once', async () => {
  const { number } = await register(api, mother);
  const input = await aDetailsInput(api, { version: 1 });
  await atOnce(() => mother.request(SaveDetailsDocument, { number, input }));
  expect(await events(number, 'DETAILS_DRAFTED')).toBe(1);
  await atOnce(() => mother.request(SubmitDetailsDocument, { number, input: { ...input, version: 2 } }));
  expect(await events(number, 'DETAILS_SUBMITTED')).toBe(1);
  const numbers = [number];
  await atOnce(() => officer.request(DecideIdentityCheckDocument, { numbers, status: 'PASSED' }));
  expect(await events(number, 'IDENTITY_VERIFIED')).toBe(1);
  const giveBack = () =>
    officer.request(DecideReviewItemDocument, {
      numbers,
      kind: 'RESIDENCE',
      status: 'RETURNED',
      reason: '看不清',
    });
  await atOnce(giveBack);
  expect(await events(number, 'RETURNED')).toBe(1);
  const residence = { ...input.residence!, address: '示例路 10 号' };
  const corrected = { ...input, version: 3, residence };
  await atOnce(() => mother.request(SubmitDetailsDocument, { number, input: corrected }));
  expect(await events(number, 'DETAILS_SUBMITTED')).toBe(2);
  expect(await events(number, 'IDENTITY_VERIFIED')).toBe(2);
  await atOnce(giveBack);
  await atOnce(() => pass(number, 'RESIDENCE'));
  expect(await events(number, 'RETURN_LIFTED')).toBe(1);
  await officer.request(RejectRecordsDocument, { numbers: [number], reason: '不符' });
  await mother.request(AppealDocument, { number, statement: '请再看' });
  const dismissal = { number, accepted: false, reason: '维持' };
  await atOnce(() => officer.request(DecideAppealDocument, dismissal));
  expect(await events(number, 'APPEAL_DISMISSED')).toBe(1);
});

test('a publication while the district changes its mind: what is published is what is kept', async () => {
  const { number } = await reviewable(api, mother);
  for (const kind of ITEMS) await pass(number, kind);
  await registrar.request(PreregisterDocument, { numbers: [number], school: '0101' });
  await officer.request(ApproveAdmissionsDocument, { numbers: [number], outcome: 'ADMITTED' });
  const change = { numbers: [number], outcome: 'NOT_ADMITTED' as const, note: '学位已满' };
  await Promise.all([
    ...Array.from({ length: 20 }, () => officer.request(ApproveAdmissionsDocument, change)),
    admin.request(PublishResultsDocument, { district: '01', service: 'NON_LOCAL_HUKOU' }),
    ...Array.from({ length: 20 }, () => officer.request(ApproveAdmissionsDocument, change)),
  ]);
  const record = (await officer.request(RecordFileDocument, { number })).data.collectionRecord!;
  const { admissionResult, stage } = record;
  expect(admissionResult!.publishedAt).not.toBeNull();
  expect(stage).toBe(admissionResult!.outcome === 'ADMITTED' ? 'ADMITTED' : 'PREREGISTERED');
  const late = await officer.request(ApproveAdmissionsDocument, change);
  expect(late.data.approveAdmissions.refused).toHaveLength(1);
});

test('random steps by random people, theirs or not: no stage without its history, and never two at once', async () => {
  const phones = new Map<string, string>();
  for (let pair = 0; pair < 24; pair += 1) {
    const begun = await register(api, mother);
    phones.set(begun.number, begun.input.guardian.phone);
    const verified = await reviewable(api, mother);
    phones.set(verified.number, verified.phone);
  }
  const numbers = [...phones.keys()];
  let seed = 20_260_501;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const decide = (number: string) =>
    officer.request(DecideReviewItemDocument, {
      numbers: [number],
      kind: ITEMS[random(4)]!,
      reason: '说明',
      status: (['PASSED', 'PASSED', 'RETURNED', 'FAILED', 'PENDING'] as const)[random(5)]!,
    });
  const stranger = await api.person('stranger');
  const abroad = await staff(api, 'DISTRICT_OFFICER', { district: '02' });
  const input = await aDetailsInput(api, { version: 1 });
  const submit = async (number: string) => {
    const { data } = await mother.request(RecordFileDocument, { number });
    const version = data.collectionRecord?.version ?? 1;
    return mother.request(SubmitDetailsDocument, { number, input: { ...input, version } });
  };
  const withdraw = async (number: string) => {
    if (random(8) > 0) return;
    const smsCode = await plantCode(api, phones.get(number)!, { purpose: 'WITHDRAWAL' });
    await api.sql(
      `update sms_code set record_id = (select id from collection_record where number = $1) where purpose = 'WITHDRAWAL' and record_id is null`,
      [number],
    );
    return mother.request(WithdrawRecordDocument, { number, smsCode });
  };
  const others = [
    (number: string) =>
      officer.request(DecideIdentityCheckDocument, {
        numbers: [number],
        reason: '说明',
        status: (['PASSED', 'FAILED', 'RETURNED'] as const)[random(3)]!,
      }),
    submit,
    submit,
    withdraw,
    // Whose it is not.
    (number: string) => stranger.request(AppealDocument, { number, statement: '请再看' }),
    (number: string) => abroad.request(RejectRecordsDocument, { numbers: [number], reason: '不符' }),
    (number: string) =>
      mother.request(DecideReviewItemDocument, { numbers: [number], kind: 'RESIDENCE', status: 'PASSED' }),
    (number: string) => officer.request(RejectRecordsDocument, { numbers: [number], reason: '不符' }),
    (number: string) => mother.request(AppealDocument, { number, statement: '请再看' }),
    (number: string) => officer.request(DecideAppealDocument, { number, accepted: true, reason: '好' }),
    (number: string) => officer.request(DecideAppealDocument, { number, accepted: false, reason: '不' }),
    (number: string) => registrar.request(PreregisterDocument, { numbers: [number], school: '0101' }),
    (number: string) =>
      officer.request(ApproveAdmissionsDocument, { numbers: [number], outcome: 'ADMITTED' }),
    (number: string) => officer.request(ApproveAdmissionsDocument, { numbers: [number], outcome: 'PENDING' }),
  ];
  // A draft is saved elsewhere.
  const WAY = STAGES.filter((stage) => stage !== 'DETAILS_DRAFTED');
  const beenTo = async () =>
    api.sql<{ to_stage: Stage }>(
      `select distinct to_stage from record_event where record_id in
         (select id from collection_record where number = any($1))`,
      [numbers],
    );
  // Two thousand steps, and as many more as it takes to have been everywhere.
  for (let round = 0; round < 100 || (await beenTo()).length < WAY.length; round += 1) {
    await Promise.all(
      Array.from({ length: 20 }, () => {
        const number = numbers[random(numbers.length)]!;
        return random(10) > 4 ? decide(number) : others[random(others.length)]!(number);
      }),
    );
  }
  const records = await api.sql<{ id: string; stage: string }>(
    'select id, stage from collection_record where number = any($1)',
    [numbers],
  );
  let events = 0;
  const seen = new Set<Stage>();
  for (const { id, stage } of records) {
    const history = await api.sql<{ kind: string; from_stage: Stage | null; to_stage: Stage }>(
      'select kind, from_stage, to_stage from record_event where record_id = $1 order by id',
      [id],
    );
    // Each change of stage is one that the machine has.
    for (const { kind, from_stage: before, to_stage: after } of history.slice(1)) {
      if (before === after) continue;
      const step = Object.values<Transition>(TRANSITIONS).find(({ event }) => event === kind)!;
      expect([kind, step.from.includes(before!), step.to]).toEqual([kind, true, after]);
    }
    // Each event begins where the one before it ended, and the last one ends where the record is.
    expect(history.slice(1).map((event) => event.from_stage)).toEqual(
      history.slice(0, -1).map((event) => event.to_stage),
    );
    expect(history.at(-1)!.to_stage).toBe(stage);
    events += history.length;
    for (const { to_stage: reached } of history) seen.add(reached);
  }
  expect(events).toBeGreaterThan(300);
  expect([...seen].toSorted()).toEqual(WAY.toSorted());
});
