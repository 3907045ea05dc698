import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  ApproveAdmissionsDocument,
  AuditTrailDocument,
  BroughtFormDocument,
  MissingOriginalsAtDocument,
  NoteMissingOriginalsDocument,
  PreregisterDocument,
  RecordDocument,
  RecordFileDocument,
  TakeBackMissingOriginalsDocument,
  UndoPreregistrationDocument,
} from '@enrolment/schema/client';
import { makeCollectionNumber } from '@enrolment/rulebook/collection-number.js';
import { randomUUID } from 'node:crypto';
import { VerifyCodes } from '../../src/collection-form/verify-code.js';
import { KeyRing } from '../../src/platform/keys.js';
import { register, startApi, TEST_KEYS, type Person, type TestApi } from '../support/api.js';
import { approved, staff, take, withdraw } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
let officer: Person;
let registrar: Person;
let neighbour: Person;
const codes = new VerifyCodes(new KeyRing(TEST_KEYS));
beforeAll(async () => {
  api = await startApi();
  // Ten in the morning in Beijing: the day does not end within a test.
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  api.clock.set(new Date(`${today}T02:00:00Z`));
});
beforeEach(async () => {
  mother = await api.person('mother');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
  neighbour = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0102' });
});
afterAll(() => api.stop());

async function withForm(): Promise<{ number: string; phone: string; code: string }> {
  const { number, phone } = await approved(api, mother);
  return { number, phone, code: await printed(number) };
}
const versionOf = async (number: string) =>
  (
    await api.sql<{ version: number }>('select version from collection_record where number = $1', [number])
  )[0]!.version;
const printed = async (number: string, at = api.clock.now()) =>
  codes.sign({ number, version: await versionOf(number), printedAt: at });
const bring = async (brought: string, person = registrar, school = '0101') =>
  (await person.request(BroughtFormDocument, { school, brought })).data.broughtForm;
const preregister = async (
  number: string,
  { person = registrar, school = '0101', key = null as string | null } = {},
) => (await person.request(PreregisterDocument, { numbers: [number], school, key })).data.preregister;
const undo = async (number: string, reason = '登错了人', { person = registrar, school = '0101' } = {}) =>
  person.request(UndoPreregistrationDocument, { number, school, reason });
const looks = (number: string) =>
  api.sql(
    `select subject from audit_entry where action = 'RECORD_READ' and record_number = $1 and actor = $2`,
    [number, registrar.subject],
  );
const see = async (number: string, person = mother) =>
  (await person.request(RecordFileDocument, { number })).data.collectionRecord!;

describe('what a family brings', () => {
  test('a number or a current form is valid: the child, masked documents, and the originals of its service', async () => {
    const { number, code } = await withForm();
    const byNumber = await bring(` ${number.replace(/^(\d{4})(\d{2})/, '$1 $2 ')}`);
    expect(byNumber).toMatchObject({
      status: 'VALID',
      number,
      printedAt: null,
      record: { number, child: { documentNumber: expect.stringMatching(/^1199\*+\d{3}[\dX]$/) } },
    });
    expect(byNumber.originals.map(({ kind }) => kind)).toEqual([
      'IDENTITY_AND_HUKOU',
      'HOUSEHOLD_REGISTER',
      'RESIDENCE_PERMIT',
      'RESIDENCE',
      'EMPLOYMENT',
    ]);
    expect(byNumber.originals.every(({ papers }) => papers.length > 0)).toBe(true);
    const byForm = await bring(`https://ruxue.example/verify/${code}`);
    expect(byForm).toMatchObject({ status: 'VALID', number, record: { number } });
    expect(byForm.printedAt).not.toBeNull();
  });

  test('a form of before a change is superseded; the child can be seen while approved, and no more once not', async () => {
    const { number } = await approved(api, mother);
    api.clock.advance(60);
    const code = await printed(number);
    await api.sql('update collection_record set version = version + 1 where number = $1', [number]);
    expect(await bring(code)).toMatchObject({ status: 'SUPERSEDED', number, record: { number } });
    expect((await bring(code)).changes).toEqual({ parts: [], at: null });
    expect((await bring(number)).changes).toBeNull();
    await api.sql(
      "insert into record_event (record_id, kind, actor, at, from_stage, to_stage) select id, 'REGISTRATION_CORRECTED', 'DISTRICT', $2, stage, stage from collection_record where number = $1",
      [number, api.clock.now()],
    );
    const { changes } = await bring(code);
    expect(changes).toEqual({ parts: ['注册信息'], at: api.clock.now().toISOString() });
    expect(await bring(number)).toMatchObject({ status: 'VALID' });
    await take(api, number, 'RECHECK_IDENTITY');
    expect(await bring(code)).toMatchObject({ status: 'SUPERSEDED', number, record: null, originals: [] });
    expect(await bring(number)).toMatchObject({ status: 'UNKNOWN', record: null });
  });

  test('a withdrawn record is told with its time, and nothing about anybody', async () => {
    const { number, code } = await withForm();
    await withdraw(api, mother, number);
    const withdrawn = { status: 'WITHDRAWN', number, record: null, originals: [] };
    expect(await bring(number)).toMatchObject({ ...withdrawn, since: null });
    expect(await bring(code)).toMatchObject({ ...withdrawn, since: api.clock.now().toISOString() });
    expect(await looks(number)).toHaveLength(2);
  });

  test('a registrar who is an officer, too, reads a child who is not approved as at any other desk', async () => {
    const { number, code } = await withForm();
    await take(api, number, 'RECHECK_IDENTITY');
    const both = await api.person('registrar and officer', {
      roles: [
        { role: 'SCHOOL_REGISTRAR', district: '01', school: '0101' },
        { role: 'DISTRICT_OFFICER', district: '01' },
      ],
    });
    expect(await bring(number, both)).toMatchObject({ status: 'UNKNOWN', record: null });
    expect(await bring(code, both)).toMatchObject({ status: 'SUPERSEDED', record: null });
  });

  test('of a child of another school a number alone does not tell where; the form does, and it is a look', async () => {
    const { number, code } = await withForm();
    await preregister(number, { person: neighbour, school: '0102' });
    expect(await bring(number)).toMatchObject({
      status: 'PREREGISTERED_ELSEWHERE',
      school: null,
      since: null,
      record: null,
    });
    expect(await looks(number)).toEqual([{ subject: '0101' }]);
    expect(await bring(code)).toMatchObject({
      status: 'PREREGISTERED_ELSEWHERE',
      school: { code: '0102' },
      since: api.clock.now().toISOString(),
      record: null,
    });
    expect(await looks(number)).toHaveLength(2);
    expect(await bring(number, neighbour, '0102')).toMatchObject({ status: 'PREREGISTERED', undoable: true });
  });

  test.each([
    ['20260100000018', 'MISTYPED'],
    ['不是编号', 'MISTYPED'],
    ['', 'MISTYPED'],
    ['A'.repeat(38), 'UNKNOWN'],
  ])('what leads nowhere is said to be so: %j is %s', async (brought, status) => {
    expect(await bring(brought)).toMatchObject({ status, number: null, record: null });
  });

  test('a record that is not approved yet, and one that does not exist, answer alike', async () => {
    const { number } = await register(api, mother);
    const absent = await bring(makeCollectionNumber(2026, '01', 9_999_999));
    expect(absent).toMatchObject({ status: 'UNKNOWN', record: null });
    expect({ ...(await bring(number)), number: null }).toEqual({ ...absent, number: null });
  });

  test('another district’s number is told by the number alone, whether there is such a record or not', async () => {
    const { number } = await approved(api, mother, { district: '02' });
    expect(await bring(number)).toMatchObject({ status: 'OTHER_DISTRICT', number, record: null });
  });

  test('what the registrar handles as a guardian is for a colleague', async () => {
    const { number } = await withForm();
    const both = await api.person('mother', {
      roles: [{ role: 'SCHOOL_REGISTRAR', district: '01', school: '0101' }],
    });
    expect(await bring(number, both)).toMatchObject({ status: 'OWN_FAMILY', record: null });
    expect(await preregister(number, { person: both })).toMatchObject({
      refused: [{ refusal: { code: 'NOT_ALLOWED' } }],
    });
    await api.grant('mother', []);
  });

  test('nobody but a registrar of that school looks', async () => {
    const { number } = await withForm();
    for (const person of [mother, officer, neighbour, api.nobody]) {
      const { errors } = await person.request(BroughtFormDocument, { school: '0101', brought: number });
      expect(errors![0]!.extensions.code).toBe(person === api.nobody ? 'UNAUTHENTICATED' : 'FORBIDDEN');
    }
  });
});

describe('a key', () => {
  test('of 30 at once with one key all hear that it is done, and it is done once', async () => {
    const { number, phone } = await withForm();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 30 }, () => preregister(number, { key })));
    expect(answers.every(({ done }) => done[0] === number)).toBe(true);
    expect(await api.sql('select from preregistration where id = $1', [key])).toHaveLength(1);
    await api.smsTo(phone, 1, '已完成学校预登记');
    expect((await see(number)).history.filter(({ kind }) => kind === 'PREREGISTERED')).toHaveLength(1);
  });

  test('of two desks at once one preregisters, and the other hears that it is done already', async () => {
    const { number } = await withForm();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => preregister(number, { key: randomUUID() })),
    );
    expect(answers.filter(({ done }) => done.length === 1)).toHaveLength(1);
    const refused = answers.flatMap((answer) => answer.refused);
    expect(new Set(refused.map(({ refusal }) => refusal.code))).toEqual(new Set(['STAGE_CONFLICT']));
  });

  test('of two schools at once one preregisters; the other learns no more than that it may not', async () => {
    const { number } = await withForm();
    const [here, there] = await Promise.all([
      preregister(number, { key: randomUUID() }),
      preregister(number, { person: neighbour, school: '0102', key: randomUUID() }),
    ]);
    expect(here.done.length + there.done.length).toBe(1);
    expect([...here.refused, ...there.refused]).toMatchObject([{ refusal: { code: 'NOT_ALLOWED' } }]);
  });

  test('for two children at once does one of them', async () => {
    const [one, other] = [await withForm(), await withForm()];
    const key = randomUUID();
    const answers = await Promise.all([one, other].map(({ number }) => preregister(number, { key })));
    expect(answers.filter(({ done }) => done.length === 1)).toHaveLength(1);
    expect(answers.flatMap(({ refused }) => refused)).toMatchObject([
      { refusal: { code: 'ATTEMPT_REUSED' } },
    ]);
  });

  test('sent again after the preregistration was undone does not make it anew, and says so', async () => {
    const { number } = await withForm();
    const key = randomUUID();
    await preregister(number, { key });
    await undo(number);
    const again = await preregister(number, { key });
    expect(again).toMatchObject({ done: [], refused: [{ refusal: { code: 'STAGE_CONFLICT' } }] });
    expect(again.refused[0]!.refusal.message).toContain('撤回');
    expect((await see(number)).stage).toBe('APPROVED');
    expect(await preregister(number, { key: randomUUID() })).toMatchObject({ done: [number] });
  });

  test('that was made while the district went back to the identity check meets what is so now', async () => {
    const { number } = await withForm();
    await take(api, number, 'RECHECK_IDENTITY');
    expect(await preregister(number, { key: randomUUID() })).toMatchObject({
      done: [],
      refused: [{ refusal: { code: 'NOT_ALLOWED' } }],
    });
  });

  test.each([
    ['of no shape', ['20260199999990'], 'not-a-key'],
    ['for two records', ['20260199999990', '20260199999981'], randomUUID()],
  ])('%s is bad input', async (_, numbers, key) => {
    const { errors } = await registrar.request(PreregisterDocument, { numbers, school: '0101', key });
    expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('undoing a preregistration', () => {
  test('makes the record approved again, tells the family why, and lets any school of the district go on', async () => {
    const { number, phone } = await withForm();
    await preregister(number);
    expect((await undo(number, '登错了人')).data.undoPreregistration).toEqual({
      __typename: 'CollectionRecord',
      number,
      stage: 'APPROVED',
    });
    await api.smsTo(phone, 1, '学校撤回了儿童');
    const record = await see(number);
    expect(record.stage).toBe('APPROVED');
    expect(record.history.map(({ kind }) => kind).slice(-2)).toEqual([
      'PREREGISTERED',
      'PREREGISTRATION_UNDONE',
    ]);
    const { data } = await mother.request(AuditTrailDocument, { number });
    expect(data.auditTrail.edges.map(({ node }) => [node.action, node.detail])).toContainEqual([
      'PREREGISTRATION_UNDONE',
      '登错了人',
    ]);
    expect(await preregister(number, { person: neighbour, school: '0102' })).toMatchObject({
      done: [number],
    });
    await api.smsTo(phone, 2, '已完成学校预登记');
  });

  test('is for the school that has made it, and answers others as for what does not exist', async () => {
    const { number } = await withForm();
    await preregister(number);
    const absent = await undo('20260199999990');
    for (const answer of [
      await undo(number, '登错了人', { person: neighbour, school: '0102' }),
      await undo(number, '登错了人', { person: neighbour }),
      await undo(number, '登错了人', { person: officer }),
      await undo(number, '登错了人', { person: mother }),
    ])
      expect(answer.body).toBe(absent.body);
    expect(absent.errors![0]!.extensions.code).toBe('FORBIDDEN');
    expect((await see(number)).stage).toBe('PREREGISTERED');
  });

  test('is refused once the district has decided, whatever it has decided; taken back it is possible', async () => {
    const decide = (number: string, outcome: 'ADMITTED' | 'NOT_ADMITTED' | 'PENDING') =>
      officer.request(ApproveAdmissionsDocument, { numbers: [number], outcome, note: '学位已满' });
    const refusals = [];
    for (const outcome of ['ADMITTED', 'NOT_ADMITTED'] as const) {
      const { number } = await withForm();
      await preregister(number);
      await decide(number, outcome);
      refusals.push((await undo(number)).data.undoPreregistration);
      expect(await bring(number)).toMatchObject({ status: 'PREREGISTERED', undoable: false });
      await decide(number, 'PENDING');
      expect((await undo(number)).data.undoPreregistration).toMatchObject({ stage: 'APPROVED' });
    }
    expect(refusals[0]).toMatchObject({ refusals: [{ code: 'STAGE_CONFLICT' }] });
    expect(refusals[0]).toEqual(refusals[1]);
  });

  test('needs a reason that says nothing about anybody', async () => {
    const { number } = await withForm();
    await preregister(number);
    expect((await undo(number, ' ')).data.undoPreregistration).toMatchObject({
      refusals: [{ code: 'REQUIRED', field: 'reason' }],
    });
    expect((await undo(number, '家长电话 19900000001')).data.undoPreregistration).toMatchObject({
      refusals: [{ code: 'INVALID_FORMAT', field: 'reason' }],
    });
  });

  test('of 20 at once undoes once; while the district decides, one of the two is true', async () => {
    const { number } = await withForm();
    await preregister(number);
    const answers = await Promise.all(Array.from({ length: 20 }, () => undo(number)));
    const done = answers.filter(({ data }) => data.undoPreregistration.__typename === 'CollectionRecord');
    expect(done).toHaveLength(1);
    await preregister(number);
    await Promise.all([
      ...Array.from({ length: 5 }, () => undo(number)),
      ...Array.from({ length: 5 }, () =>
        officer.request(ApproveAdmissionsDocument, { numbers: [number], outcome: 'ADMITTED' }),
      ),
    ]);
    const [kept] = await api.sql<{ stage: string; admissions: number; open: number }>(
      `select stage, (select count(*)::int from admission a where a.record_id = r.id) as admissions,
        (select count(*)::int from preregistration p where p.record_id = r.id and undone_at is null) as open
       from collection_record r where number = $1`,
      [number],
    );
    expect([
      { stage: 'APPROVED', admissions: 0, open: 0 },
      { stage: 'ADMITTED', admissions: 1, open: 1 },
    ]).toContainEqual(kept);
  });

  test('ends with the day', async () => {
    const { number } = await withForm();
    await preregister(number);
    api.clock.advance(86_400);
    registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
    expect((await undo(number)).data.undoPreregistration).toMatchObject({
      refusals: [{ code: 'OUTSIDE_WINDOW' }],
    });
    expect(await bring(number)).toMatchObject({ status: 'PREREGISTERED', undoable: false });
  });
});

describe('missing originals', () => {
  type Kinds = readonly ('HOUSEHOLD_REGISTER' | 'RESIDENCE' | 'GROUND')[];
  const note = (
    number: string,
    { kinds = ['HOUSEHOLD_REGISTER'] as Kinds, form = false, person = registrar, school = '0101' } = {},
  ) => person.request(NoteMissingOriginalsDocument, { number, school, form, kinds: [...kinds] });
  const noted = async (...given: Parameters<typeof note>) => (await note(...given)).data.noteMissingOriginals;
  const takeBack = (number: string, person = registrar, school = '0101') =>
    person.request(TakeBackMissingOriginalsDocument, { number, school });
  const listed = async (person = registrar, school = '0101') =>
    (await person.request(MissingOriginalsAtDocument, { school })).data.missingOriginalsAt;
  const readBy = async (number: string, person = mother) =>
    (await person.request(RecordDocument, { number })).data.collectionRecord?.missingOriginals ?? null;

  test('are noted, told to the family, listed by the school, and over once the child is preregistered', async () => {
    const { number, phone } = await withForm();
    const { total } = await listed();
    const what = { form: true, kinds: ['HOUSEHOLD_REGISTER', 'RESIDENCE'] };
    const record = await noted(number, {
      form: true,
      kinds: ['RESIDENCE', 'HOUSEHOLD_REGISTER', 'RESIDENCE'],
    });
    expect(record).toMatchObject({
      stage: 'APPROVED',
      missingOriginals: { ...what, school: { code: '0101' } },
    });
    const [text] = await api.smsTo(phone, 1, '材料不齐');
    expect(text).toMatch(/^【小学入学服务】儿童 测\S*（信息采集编号 /);
    expect(text).not.toMatch(/户口|示例小学/);
    expect(await readBy(number)).toMatchObject(what);
    expect((await bring(number)).record).toMatchObject({ missingOriginals: what });
    expect(await listed()).toMatchObject({
      total: total + 1,
      nodes: [{ number, missing: what }, ...Array<unknown>(total).fill(expect.anything())],
    });
    // The same once more is told no second time.
    await noted(number, { form: true, kinds: ['HOUSEHOLD_REGISTER', 'RESIDENCE'] });
    const [trail] = (await mother.request(AuditTrailDocument, { number })).data.auditTrail.edges.filter(
      ({ node }) => node.action === 'ORIGINALS_MISSING',
    );
    expect(trail!.node.detail).toMatch(/^签好字的采集表.*户口簿/);
    expect(await api.sql("select from message where event_key like 'originals-missing:%'")).toHaveLength(1);

    expect((await preregister(number)).done).toEqual([number]);
    expect(await readBy(number)).toBeNull();
    expect((await listed()).total).toBe(total);
    // Undone, the child begins anew.
    await undo(number);
    expect(await readBy(number)).toBeNull();
  });

  test('of an earlier approval are nothing after a new one, until they are noted again', async () => {
    const { number } = await withForm();
    await noted(number);
    api.clock.advance(60);
    await take(api, number, 'RECHECK_IDENTITY', 'VERIFY_IDENTITY', 'APPROVE');
    expect(await readBy(number)).toBeNull();
    expect((await listed()).nodes.map((one) => one.number)).not.toContain(number);
    await noted(number);
    expect(await readBy(number)).toMatchObject({ kinds: ['HOUSEHOLD_REGISTER'] });
    expect((await listed()).nodes.map((one) => one.number)).toContain(number);
    await takeBack(number);
  });

  test('are taken back by the school, and replaced by what another school finds missing', async () => {
    const { number } = await withForm();
    await noted(number);
    expect(await readBy(number, neighbour)).toBeNull();
    expect((await takeBack(number, neighbour, '0102')).data.takeBackMissingOriginals).toMatchObject({
      stage: 'APPROVED',
    });
    expect(await readBy(number)).not.toBeNull();
    await noted(number, { person: neighbour, school: '0102', kinds: ['RESIDENCE'] });
    expect(await readBy(number)).toMatchObject({ kinds: ['RESIDENCE'], school: { code: '0102' } });
    expect((await listed()).nodes.map((one) => one.number)).not.toContain(number);
    await takeBack(number, neighbour, '0102');
    expect(await readBy(number)).toBeNull();
  });

  test('are of the list, and at least one; the child is to be approved', async () => {
    const { number } = await withForm();
    const refusedBy = (rule: string) => ({ __typename: 'Refused', refusals: [{ rule }] });
    expect(await noted(number, { kinds: [] })).toMatchObject(refusedBy('originalsAllSeen'));
    expect(await noted(number, { kinds: ['GROUND'] })).toMatchObject(refusedBy('reviewItemNone'));
    await preregister(number);
    const codeOf = async (...given: Parameters<typeof note>) =>
      (await note(...given)).errors?.[0]?.extensions.code;
    expect(await codeOf(number)).toBe('FORBIDDEN');
    const { number: unready } = await register(api, mother);
    expect(await codeOf(unready)).toBe('FORBIDDEN');
    expect(await codeOf(number.replace(/^2/, '3'))).not.toBeUndefined();
  });

  test('are for registrars of that school and of the child’s district', async () => {
    const { number } = await withForm();
    const elsewhere = await staff(api, 'SCHOOL_REGISTRAR', { district: '02', school: '0201' });
    for (const [person, school] of [
      [neighbour, '0101'],
      [elsewhere, '0201'],
      [officer, '0101'],
      [mother, '0101'],
    ] as const) {
      const answers = [await note(number, { person, school }), await takeBack(number, person, school)];
      expect(answers.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    }
    const { errors } = await neighbour.request(MissingOriginalsAtDocument, { school: '0101' });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('of 50 at once are told once; beside a preregistration one of the two comes first', async () => {
    const { number } = await withForm();
    const before = await api.sql("select from message where event_key like 'originals-missing:%'");
    const answers = await Promise.all(Array.from({ length: 50 }, () => noted(number)));
    expect(new Set(answers.map(({ __typename }) => __typename))).toEqual(new Set(['CollectionRecord']));
    const after = await api.sql("select from message where event_key like 'originals-missing:%'");
    expect(after.length - before.length).toBe(1);
    const other = await withForm();
    await Promise.all([note(other.number), preregister(other.number), note(other.number)]);
    expect(await readBy(other.number)).toBeNull();
  });
});
