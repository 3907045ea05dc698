import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  ApproveAdmissionsDocument,
  AuditTrailDocument,
  ConfirmResultCorrectionDocument,
  CorrectResultDocument,
  DeclineResultCorrectionDocument,
  FreezeRecordDocument,
  OfficePublicationDocument,
  OfficeRecordDocument,
  PreregisterDocument,
  PublishResultsDocument,
  RecordExportDocument,
  RecordResultDocument,
  SetPhaseDocument,
  UnfreezeRecordDocument,
  DashboardDocument,
  RecordListDocument,
  PreregistrationsDocument,
  UpdateSchoolDocument,
  PlannedSchoolDocument,
  type AdmissionOutcome,
} from '@enrolment/schema/client';
import { verifyCounters } from '../../src/dashboard/verify.js';
import { startApi, type Person, type TestApi } from '../support/api.js';
import { approved, staff } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
let officer: Person;
let registrar: Person;
let wang: Person;
let li: Person;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());
const ADMINISTRATOR = { roles: [{ role: 'DISTRICT_ADMIN', district: '01' }] };
beforeEach(async () => {
  mother = await api.person('mother');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
  wang = await api.person('wang', { ...ADMINISTRATOR, name: '王测敏' });
  li = await api.person('li', { ...ADMINISTRATOR, name: '李测华' });
});

const place = { district: '01', service: 'NON_LOCAL_HUKOU' } as const;
async function decided(outcome: AdmissionOutcome, note: string) {
  const made = await approved(api, mother);
  const numbers = [made.number];
  await registrar.request(PreregisterDocument, { numbers, school: '0101' });
  await officer.request(ApproveAdmissionsDocument, { numbers, outcome, note });
  return made;
}
async function published(outcome: AdmissionOutcome, note: string) {
  const made = await decided(outcome, note);
  await wang.request(PublishResultsDocument, place);
  return made;
}
const ask = (number: string, more: object = {}, by = wang) =>
  by.request(CorrectResultDocument, {
    number,
    outcome: 'ADMITTED',
    note: '8 月 25 日报到',
    reason: '录入时选错了结果',
    ...more,
  });
const correct = async (...given: Parameters<typeof ask>) => (await ask(...given)).data.correctResult;
async function proposed(number: string, more: object = {}) {
  const record = await correct(number, more);
  if (record.__typename !== 'CollectionRecord') throw new Error(JSON.stringify(record));
  return record.resultCorrection!.id;
}
const confirm = async (correction: string, by = li) =>
  (await by.request(ConfirmResultCorrectionDocument, { correction })).data.confirmResultCorrection;
const decline = async (correction: string, by = li) =>
  (await by.request(DeclineResultCorrectionDocument, { correction })).data.declineResultCorrection;
const seen = async (number: string, by = mother) =>
  (await by.request(RecordResultDocument, { number })).data.collectionRecord!;
const inOffice = async (number: string, by = li) =>
  (await by.request(OfficeRecordDocument, { number })).data.collectionRecord!;
const refusedBy = (rule: string, field: string | null = null) => ({
  __typename: 'Refused',
  refusals: [{ rule, field }],
});

test('by two: the family reads the new version with its reason and is told, and the earlier one is kept', async () => {
  const { number, phone } = await published('NOT_ADMITTED', '学位已满');
  const id = await proposed(number);
  expect(await seen(number)).toMatchObject({ admissionResult: { outcome: 'NOT_ADMITTED', version: 1 } });
  expect((await inOffice(number)).resultCorrection).toMatchObject({
    outcome: 'ADMITTED',
    reason: '录入时选错了结果',
    proposedBy: '王*敏',
    own: false,
  });
  for (const person of [officer, mother])
    expect((await inOffice(number, person)).resultCorrection).toBeNull();
  const waiting = (await wang.request(OfficePublicationDocument, place)).data.resultCorrections;
  expect(waiting).toMatchObject([{ id, number, own: true }]);

  expect(await confirm(id, wang)).toMatchObject(refusedBy('secondAdministrator'));
  api.clock.advance(5);
  const at = api.clock.now().toISOString();
  expect(await confirm(id)).toMatchObject({ __typename: 'CollectionRecord', stage: 'ADMITTED' });
  const { admissionResult: result, stage } = await seen(number);
  expect(stage).toBe('ADMITTED');
  expect(result).toMatchObject({
    outcome: 'ADMITTED',
    note: '8 月 25 日报到',
    version: 2,
    correctedAt: at,
    versions: [
      { number: 1, outcome: 'NOT_ADMITTED', note: '学位已满', reason: null, since: result!.publishedAt },
      { number: 2, outcome: 'ADMITTED', note: '8 月 25 日报到', reason: '录入时选错了结果', since: at },
    ],
  });
  const [text] = await api.smsTo(phone, 1, '更正了');
  expect(text).not.toMatch(/录取|ADMITTED|报到/);
  const history = (await inOffice(number)).history.map(({ kind }) => kind);
  expect(history.slice(-2)).toEqual(['ADMITTED', 'RESULT_CORRECTED']);
  expect(await confirm(id)).toMatchObject(refusedBy('resultCorrectionGone'));

  const back = await proposed(number, { outcome: 'NOT_ADMITTED', note: '学位已满', reason: '复核后维持' });
  await confirm(back);
  expect(await seen(number)).toMatchObject({
    stage: 'PREREGISTERED',
    admissionResult: { outcome: 'NOT_ADMITTED', version: 3, versions: [{}, {}, { number: 3 }] },
  });
});

test('of many versions the newest 20 are told, and a copy of what is held has all', async () => {
  const { number } = await published('NOT_ADMITTED', '学位已满');
  await confirm(await proposed(number));
  const columns = (
    await api.sql<{ name: string }>(
      `select string_agg(quote_ident(column_name), ', ') name from information_schema.columns
       where table_name = 'result_correction' and column_name not in ('id', 'version') and is_generated = 'NEVER'`,
    )
  )[0]!.name;
  await api.sql(
    `insert into result_correction (id, version, ${columns})
     select gen_random_uuid(), version + n, ${columns} from result_correction, generate_series(1, 28) n
     where record_id = (select id from collection_record where number = $1)`,
    [number],
  );
  const told = (await seen(number)).admissionResult!.versions.map((version) => version.number);
  expect([told[0], told.at(-1), told.length]).toEqual([11, 30, 20]);
  const copy = (await mother.request(RecordExportDocument, { number })).data.recordExport.record;
  const kept = copy.admissionResult!.versions.map((version) => version.number);
  expect(kept).toEqual(Array.from({ length: 30 }, (_, before) => before + 1));
});

test('it needs a published result, something to change, and a reason that names nobody', async () => {
  const { number } = await decided('ADMITTED', '报到');
  expect(await correct(number, { outcome: 'NOT_ADMITTED' })).toMatchObject(refusedBy('resultNotPublished'));
  await wang.request(PublishResultsDocument, place);
  expect(await correct(number, { note: '报到' })).toMatchObject(refusedBy('resultUnchanged', 'outcome'));
  expect(await correct(number, { outcome: 'PENDING' })).toMatchObject(refusedBy('required', 'outcome'));
  expect(await correct(number, { outcome: 'NOT_ADMITTED', note: null })).toMatchObject(
    refusedBy('required', 'note'),
  );
  expect(await correct(number, { reason: '电话 19900000001 的家长来说的' })).toMatchObject(
    refusedBy('reasonPersonal', 'reason'),
  );
});

test('one correction waits at a time, of 50 at once as well; of 50 confirmations one corrects', async () => {
  const { number } = await published('NOT_ADMITTED', '学位已满');
  const answers = await Promise.all(Array.from({ length: 50 }, () => correct(number)));
  expect(answers.filter(({ __typename }) => __typename === 'CollectionRecord')).toHaveLength(1);
  expect(await correct(number)).toMatchObject(refusedBy('resultCorrectionOpen'));
  const { id } = (await inOffice(number)).resultCorrection!;
  const confirmed = await Promise.all(Array.from({ length: 50 }, () => confirm(id)));
  expect(confirmed.filter(({ __typename }) => __typename === 'CollectionRecord')).toHaveLength(1);
  const { admissionResult, stage } = await seen(number);
  expect([admissionResult!.version, stage]).toEqual([2, 'ADMITTED']);
});

const at = async (school: string, number: string) => {
  const { data } = await li.request(RecordListDocument, { filter: { school, search: number }, first: 10 });
  return data.collectionRecords.edges.length;
};
const bySchool = async (): Promise<Partial<Record<string, number>>> => {
  const { data } = await li.request(DashboardDocument, { district: '01' });
  return Object.fromEntries(data.dashboard.bySchool.map(({ school, count }) => [school.code, count ?? 0]));
};

test('a wrong school is corrected: everybody reads the new one, lists and counters follow, and the old one is kept', async () => {
  const { number, phone } = await published('ADMITTED', '8 月 25 日报到');
  const before = await bySchool();
  const id = await proposed(number, { school: '0102', reason: '派错了学校' });
  expect((await inOffice(number)).resultCorrection).toMatchObject({ school: { code: '0102' } });
  expect((await seen(number)).admissionResult!.school!.code).toBe('0101');
  expect([await at('0101', number), await at('0102', number)]).toEqual([1, 0]);

  await confirm(id);
  expect([await at('0101', number), await at('0102', number)]).toEqual([0, 1]);
  const after = await bySchool();
  expect([after['0101'] ?? 0, after['0102'] ?? 0]).toEqual([before['0101']! - 1, (before['0102'] ?? 0) + 1]);
  expect(await verifyCounters(api.orm.em.fork())).toEqual([]);
  expect((await seen(number)).admissionResult).toMatchObject({
    school: { code: '0102' },
    versions: [
      { number: 1, school: { code: '0101' }, reason: null },
      { number: 2, school: { code: '0102' }, reason: '派错了学校' },
    ],
  });
  const [text] = await api.smsTo(phone, 1, '更正了');
  expect(text).not.toMatch(/示例小学/);
  const other = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0102' });
  expect(await seen(number, other)).not.toBeNull();
  expect(await seen(number, registrar)).toBeNull();
  const { data } = await registrar.request(PreregistrationsDocument, { school: '0101' });
  expect(data.preregistrations.nodes.find((one) => one.number === number)).toMatchObject({
    childName: null,
    undoable: false,
  });

  // A later version without a school keeps the one that holds.
  await confirm(await proposed(number, { note: '8 月 26 日报到', reason: '改了日子' }));
  const { school, versions } = (await seen(number)).admissionResult!;
  expect([school!.code, ...versions.map((one) => one.school!.code)]).toEqual([
    '0102',
    '0101',
    '0102',
    '0102',
  ]);
});

async function setClosed(school: string, closed: boolean) {
  const { plannedSchool: planned } = (await li.request(PlannedSchoolDocument, { school })).data;
  const { name, nameEn, address, phone, plan, revision } = planned!;
  const input = { name, nameEn, address, phone, quota: plan.quota, closed };
  const { data } = await li.request(UpdateSchoolDocument, { school, input, revision });
  expect(data.updateSchool.__typename).not.toBe('Refused');
}

test('the school is one of the district that takes children, also when it is confirmed', async () => {
  const { number } = await published('ADMITTED', '8 月 25 日报到');
  for (const school of ['0201', '0199'])
    expect(await correct(number, { school })).toMatchObject(refusedBy('schoolOfOtherDistrict', 'school'));
  expect(await correct(number, { outcome: 'NOT_ADMITTED', note: '学位已满', school: '0102' })).toMatchObject(
    refusedBy('schoolWithoutAdmission', 'school'),
  );
  expect(await correct(number, { school: '0101' })).toMatchObject(refusedBy('resultUnchanged', 'outcome'));
  const id = await proposed(number, { school: '0102' });
  await setClosed('0102', true);
  expect(await confirm(id)).toMatchObject(refusedBy('schoolClosed', 'school'));
  expect((await seen(number)).admissionResult).toMatchObject({ school: { code: '0101' }, version: 1 });
  await decline(id);
  expect(await correct(number, { school: '0102' })).toMatchObject(refusedBy('schoolClosed', 'school'));
  await setClosed('0102', false);
  expect(await confirm(await proposed(number, { school: '0102' }))).toMatchObject({ stage: 'ADMITTED' });
});

test('the note is corrected although the school of the child has closed since', async () => {
  const { number } = await published('ADMITTED', '8 月 25 日报到');
  await setClosed('0101', true);
  const id = await proposed(number, { note: '8 月 26 日报到', school: '0101' });
  expect(await confirm(id)).toMatchObject({ stage: 'ADMITTED' });
  expect((await seen(number)).admissionResult).toMatchObject({
    note: '8 月 26 日报到',
    school: { code: '0101' },
  });
  await setClosed('0101', false);
});

test('declined by a colleague, or taken back, the result stays as it is', async () => {
  const { number } = await published('NOT_ADMITTED', '学位已满');
  await decline(await proposed(number));
  await decline(await proposed(number), wang);
  expect((await inOffice(number)).resultCorrection).toBeNull();
  expect((await seen(number)).admissionResult).toMatchObject({ version: 1, versions: [{ number: 1 }] });
});

test('nobody else corrects: no officer, no family, no other district', async () => {
  const { number } = await published('NOT_ADMITTED', '学位已满');
  const id = await proposed(number);
  const other = await staff(api, 'DISTRICT_ADMIN', { district: '02' });
  const parent = await api.person('mother', ADMINISTRATOR);
  for (const person of [officer, registrar, other, parent]) {
    const answersOf = [
      await ask(number, {}, person),
      await person.request(ConfirmResultCorrectionDocument, { correction: id }),
      await person.request(DeclineResultCorrectionDocument, { correction: id }),
    ];
    expect(answersOf.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(Array(3).fill('FORBIDDEN'));
  }
  const waiting = async (person: Person) =>
    (await person.request(OfficePublicationDocument, place)).data.resultCorrections.map((one) => one.id);
  expect(await waiting(li)).toContain(id);
  expect(await waiting(parent)).not.toContain(id);
  await api.grant('mother', []);
});

test('the family reads of a correction and why once two have made it, and not what was considered', async () => {
  const { number } = await published('NOT_ADMITTED', '学位已满');
  const trail = async (by: Person) =>
    (await by.request(AuditTrailDocument, { number })).data.auditTrail.edges.map(({ node }) => node);
  const actions = async (by: Person) =>
    (await trail(by)).map(({ action }) => action).filter((action) => /^RESULT_CORRECT/.test(action));
  const exported = async () => JSON.stringify((await mother.request(RecordExportDocument, { number })).data);
  await decline(await proposed(number, { reason: '先前以为选错了' }));
  const id = await proposed(number, { reason: '录入时选错了结果' });
  expect(await actions(mother)).toEqual([]);
  expect(await exported()).not.toMatch(/先前以为选错了|录入时选错了结果|RESULT_CORRECTION/);
  const considered = [
    'RESULT_CORRECTION_PROPOSED',
    'RESULT_CORRECTION_DECLINED',
    'RESULT_CORRECTION_PROPOSED',
  ];
  expect(await actions(li)).toEqual(considered);
  await confirm(id);
  expect(await actions(mother)).toEqual(['RESULT_CORRECTED']);
  const [corrected] = await trail(mother);
  expect(corrected!.detail).toBe('录入时选错了结果');
  expect(await exported()).toContain('录入时选错了结果');
  expect(await exported()).not.toMatch(/先前以为选错了|RESULT_CORRECTION_/);
  expect(await actions(li)).toEqual(['RESULT_CORRECTED', ...considered]);
});

test('nothing is corrected on a frozen record; a proposal can still be declined', async () => {
  const { number } = await published('NOT_ADMITTED', '学位已满');
  const id = await proposed(number);
  await officer.request(FreezeRecordDocument, { number, reason: '两家都说是自己的证件' });
  expect(await confirm(id)).toMatchObject(refusedBy('recordFrozen'));
  expect((await seen(number)).admissionResult).toMatchObject({ outcome: 'NOT_ADMITTED', version: 1 });
  expect(await decline(id)).toMatchObject({ __typename: 'CollectionRecord' });
  expect(await correct(number)).toMatchObject(refusedBy('recordFrozen'));
  await officer.request(UnfreezeRecordDocument, { number, reason: '派出所核实清楚' });
  expect(await confirm(await proposed(number))).toMatchObject({ stage: 'ADMITTED' });
});

test('a child that no school preregistered in time has an outcome of its own, with the next step', async () => {
  const { number } = await approved(api, mother);
  expect(await seen(number)).toMatchObject({ missedPreregistration: false });
  const phase = { ...place, kind: 'SCHOOL_PREREGISTRATION' } as const;
  const days = (n: number) => new Date(api.clock.now().getTime() + n * 86_400_000).toISOString();
  const [row] = await api.sql<{ opens_at: Date; closes_at: Date }>(
    "select opens_at, closes_at from phase where district_code = '01' and service = 'NON_LOCAL_HUKOU' and kind = 'SCHOOL_PREREGISTRATION'",
  );
  const set = (opensAt: string, closesAt: string) =>
    wang.request(SetPhaseDocument, { ...phase, opensAt, closesAt });
  const { data } = await set(row!.opens_at.toISOString(), days(-1 / 24));
  expect(data.setPhase.__typename).toBe('Phase');
  expect(await seen(number)).toMatchObject({
    missedPreregistration: true,
    admissionResult: null,
    turn: { holder: 'GUARDIAN', until: null, text: expect.stringContaining('没有预登记') as unknown },
  });
  await set(row!.opens_at.toISOString(), row!.closes_at.toISOString());
});
