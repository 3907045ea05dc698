import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AssistedRecordDocument,
  AuditTrailDocument,
  ClaimRecordDocument,
  CloseAssistanceDocument,
  ConfirmExportDocument,
  DecideReviewItemDocument,
  GrantAuthorizationDocument,
  MarkMessagesReadDocument,
  MyRecordsDocument,
  OfficeRecordDocument,
  OpenAssistanceDocument,
  RecordConversationDocument,
  RecordExportDocument,
  RecordListDocument,
  RecordsToTakeOverDocument,
  RegisterAtDeskDocument,
  RegisterChildDocument,
  RequestExportCodeDocument,
  RequestWithdrawalCodeDocument,
  SaveDetailsDocument,
  TakeOverRecordDocument,
  TryBulkDocument,
  WithdrawAtDeskDocument,
  WithdrawRecordDocument,
  WriteMessageDocument,
  type RegisterAtDeskInput,
} from '@enrolment/schema/client';
import { aRegistration, register, startApi, type Person, type TestApi } from '../support/api.js';
import { anInputAtDesk, deskHeaders, PAPER, registerAtDesk } from '../support/at-desk.js';
import { aDetailsInput } from '../support/details.js';
import { staff } from '../support/reviewable.js';

let api: TestApi;
let wang: Person;
let li: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
});
afterAll(() => api.stop());
/** A token does not live as long as some of these tests last by the clock. */
beforeEach(async () => {
  wang = await api.person('wang', { ...OFFICER, name: '王测敏' });
  li = await api.person('li', { ...OFFICER, name: '李测华' });
});

const OFFICER = { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] };
const anInput = (overrides: Partial<RegisterAtDeskInput> = {}) => anInputAtDesk(api, wang, overrides);
const send = (input: RegisterAtDeskInput, person = wang) => person.request(RegisterAtDeskDocument, { input });
const assisted = (overrides: Partial<RegisterAtDeskInput> = {}) => registerAtDesk(api, wang, overrides);
/** Whoever has the record of the desk in hand. */
const atDesk = (person: Person, number: string): Person => ({
  ...person,
  request: (document, variables, headers = {}) =>
    person.request(document, variables, { ...deskHeaders(number), ...headers }),
});
const guardianOf = ({ guardian }: RegisterAtDeskInput, subject: string) =>
  api.person(subject, { document: { type: guardian.documentType, number: guardian.documentNumber } });
const rulesIn = (answer: object) =>
  'refusals' in answer
    ? (answer.refusals as { rule: string; field: string }[]).map(({ rule, field }) => [rule, field])
    : answer;
const code = (answer: { errors: { extensions: { code: string } }[] | undefined }) =>
  answer.errors?.[0]?.extensions.code;
const trail = async (person: Person, number: string) =>
  (await person.request(AuditTrailDocument, { number })).data.auditTrail.edges.map(({ node }) => node);

describe('a registration at the desk', () => {
  test('goes by the rules of the family’s own, with a signed paper for notice, consent and code', async () => {
    const { number } = await assisted();
    const { collectionRecord } = (await wang.request(AssistedRecordDocument, { number })).data;
    expect(collectionRecord).toMatchObject({
      stage: 'REGISTERED',
      assistance: { officer: '王*敏', takenOverAt: null, openUntil: expect.any(String) },
    });
    const [record] = await api.sql<{ registered_by: string; notice: string; policy: string }>(
      'select registered_by, notice_version as notice, privacy_policy_version as policy from collection_record where number = $1',
      [number],
    );
    expect(record!.registered_by).toMatch(/^desk:/);
    expect([record!.notice, record!.policy].every(Boolean)).toBe(true);
    const [entry] = await trail(wang, number).then((all) =>
      all.filter(({ action }) => action === 'REGISTERED_AT_DESK'),
    );
    expect(entry).toMatchObject({
      actorId: 'wang',
      detail: `签字的纸：${PAPER}`,
      actor: '东城区教委 审核人员',
    });
  });

  test('breaks every rule that a family’s breaks, and wants a paper that can be found', async () => {
    const good = await anInput();
    const refused = async (overrides: Partial<RegisterAtDeskInput>) =>
      rulesIn((await send({ ...good, idempotencyKey: randomUUID(), ...overrides })).data.registerAtDesk);
    expect(await refused({ paper: { ...good.paper, reference: '', kept: false } })).toEqual([
      ['required', 'paper.reference'],
      ['paperNotKept', 'paper.kept'],
    ]);
    expect(await refused({ paper: { ...good.paper, reference: '138 0000 1234' } })).toEqual([
      ['paperPersonal', 'paper.reference'],
    ]);
    for (const old of [{ noticeVersion: '2025-9' }, { privacyPolicyVersion: '2025-9' }])
      expect(await refused({ paper: { ...good.paper, ...old } })).toEqual([['textsRenewed', 'paper.kept']]);
    expect(await refused({ child: { ...good.child, birthDate: '2010-01-01' } })).toEqual(
      expect.arrayContaining([[expect.any(String), 'child.birthDate']]),
    );
    expect(await refused({ guardian: { ...good.guardian, phone: '123' } })).toEqual([
      [expect.any(String), 'guardian.phone'],
    ]);
  });

  test('knows a child that is registered already, and the places on a phone; whoever asks is on the trail', async () => {
    const { input } = await register(api, await api.person('mother'));
    const good = await anInput();
    const again = { ...good, idempotencyKey: randomUUID(), child: input.child };
    expect(rulesIn((await send(again)).data.registerAtDesk)).toEqual([
      ['documentAlreadyRegistered', 'child.documentNumber'],
    ]);
    const [noted] = await api.sql(
      `select actor, district_code as district, facts, record_number as number from audit_entry where action = 'REFUSED_AT_DESK' order by id desc limit 1`,
    );
    expect(noted).toEqual({
      actor: 'wang',
      district: '01',
      facts: { rules: ['documentAlreadyRegistered'] },
      number: null,
    });
    const { guardian } = good;
    for (let n = 0; n < 3; n += 1) await assisted({ guardian });
    const fourth = await send(await anInput({ guardian }));
    expect(rulesIn(fourth.data.registerAtDesk)).toEqual([['phoneLimitReached', 'guardian.phone']]);
  });

  test('of fifty at once for one child one is registered, and the same attempt is one record', async () => {
    const input = await anInput();
    const same = await Promise.all(Array.from({ length: 10 }, () => send(input)));
    const numbers = same.map(({ data }) =>
      data.registerAtDesk.__typename === 'CollectionRecord' ? data.registerAtDesk.number : null,
    );
    expect(new Set(numbers).size).toBe(1);
    const other = await anInput();
    const many = await Promise.all(
      Array.from({ length: 50 }, () => send({ ...other, idempotencyKey: randomUUID() })),
    );
    expect(many.filter(({ data }) => data?.registerAtDesk.__typename === 'CollectionRecord')).toHaveLength(1);
  });

  test('is for officers of the district, and for nobody’s own child', async () => {
    const input = await anInput();
    const others = [
      await api.person('mother'),
      await staff(api, 'DISTRICT_OFFICER', { district: '02' }),
      await staff(api, 'MUNICIPAL_ADMIN'),
      await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' }),
    ];
    for (const person of others) expect(code(await send(input, person))).toBe('FORBIDDEN');
    const { documentType: type, documentNumber: number } = input.guardian;
    const parent = await api.person('parent', { ...OFFICER, document: { type, number } });
    expect(rulesIn((await send(input, parent)).data.registerAtDesk)).toEqual([
      ['ownChildAtDesk', 'guardian.documentNumber'],
    ]);
  });

  test('is no matter of the office for the guardian, also before she takes it over', async () => {
    const { number, input } = await assisted();
    const { documentNumber } = input.guardian;
    // However her provider calls the document, and whatever phone it knows.
    for (const phone_number of [undefined, '13900001234']) {
      const parent = await api.person('li', {
        ...OFFICER,
        ...(phone_number ? { phone_number } : {}),
        document: { type: input.guardian.documentType, number: documentNumber },
      });
      expect(code(await parent.request(OpenAssistanceDocument, { number, paper: PAPER }))).toBe('FORBIDDEN');
      expect(code(await parent.request(WithdrawAtDeskDocument, { number, paper: PAPER }))).toBe('FORBIDDEN');
      expect(code(await parent.request(ClaimRecordDocument, { number, takeOver: false }))).toBe('FORBIDDEN');
      const decided = await parent.request(DecideReviewItemDocument, {
        numbers: [number],
        kind: 'RESIDENCE',
        status: 'PASSED',
      });
      expect(decided.data.decideReviewItem).toMatchObject({
        done: [],
        refused: [{ refusal: { rule: 'notAllowed' } }],
      });
      expect((await parent.request(OfficeRecordDocument, { number })).data.collectionRecord).toBeNull();
      expect((await parent.request(AuditTrailDocument, { number })).errors).toBeDefined();
      const listed = await parent.request(RecordListDocument, { filter: { search: number }, first: 5 });
      expect(listed.data.collectionRecords.edges).toEqual([]);
      const { data } = await parent.request(RecordsToTakeOverDocument);
      expect(data.recordsToTakeOver).toMatchObject([{ number }]);
    }
    expect((await li.request(OfficeRecordDocument, { number })).data.collectionRecord).toMatchObject({
      number,
    });
  });

  test('is refused outside the window', async () => {
    const input = await anInput();
    const before = api.clock.now();
    api.clock.advance(400 * 86_400);
    const late = await api.person('wang', OFFICER);
    const answer = await send(input, late);
    api.clock.set(before);
    expect(answer.data?.registerAtDesk?.__typename).not.toBe('CollectionRecord');
  });
});

describe('with the record in hand, the officer', () => {
  test('fills in as the family, and history and trail say that the office did it', async () => {
    const { number } = await assisted();
    const desk = atDesk(wang, number);
    const { myRecords } = (await desk.request(MyRecordsDocument)).data;
    expect(myRecords.map((one) => one.number)).toEqual([number]);
    const saved = await desk.request(SaveDetailsDocument, {
      number,
      input: await aDetailsInput(api, { version: 1 }),
    });
    expect(JSON.stringify(saved.data)).toContain('CollectionRecord');
    const granted = await desk.request(GrantAuthorizationDocument, { number });
    expect(granted.errors).toBeUndefined();
    const acts = (await trail(wang, number)).filter(({ action }) => action === 'DETAILS_SAVED');
    expect(acts).toMatchObject([{ actorId: 'wang', byStaff: true }]);
    const events = await api.sql<{ actor: string }>(
      `select e.actor from record_event e join collection_record r on r.id = e.record_id where r.number = $1 order by e.id`,
      [number],
    );
    expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set(['DISTRICT']));
  });

  test('has none of her offices and nothing of her own meanwhile', async () => {
    const { number } = await assisted();
    const { number: other } = await assisted();
    const desk = atDesk(wang, number);
    expect(code(await desk.request(TryBulkDocument, { kind: 'CLAIM_RECORDS', numbers: [number] }))).toBe(
      'FORBIDDEN',
    );
    expect((await desk.request(AssistedRecordDocument, { number: other })).data.collectionRecord).toBeNull();
    expect(code(await send(await anInput(), desk))).toBe('FORBIDDEN');
    const input = await aRegistration(api);
    expect(code(await desk.request(RegisterChildDocument, { input }))).toBe('FORBIDDEN');
    expect(code(await desk.request(TakeOverRecordDocument, { number: other }))).toBe('FORBIDDEN');
  });

  test('takes home, withdraws and writes nothing as the family, and marks nothing as read', async () => {
    const { number } = await assisted();
    const desk = atDesk(wang, number);
    const smsCode = '123456';
    const asked = [
      await desk.request(RequestWithdrawalCodeDocument, { number }),
      await desk.request(WithdrawRecordDocument, { number, smsCode }),
      await desk.request(RequestExportCodeDocument, { number }),
      await desk.request(ConfirmExportDocument, { number, smsCode }),
      await desk.request(RecordExportDocument, { number }),
      await desk.request(WriteMessageDocument, { number, text: '请问什么时候出结果' }),
    ];
    expect(asked.map(code)).toEqual(asked.map(() => 'FORBIDDEN'));
    await wang.request(WriteMessageDocument, { number, text: '请补充租房合同' });
    const unread = async () =>
      (await desk.request(RecordConversationDocument, { number })).data.collectionRecord!.conversation!
        .unread;
    expect(await unread()).toBe(true);
    expect((await desk.request(MarkMessagesReadDocument, { number })).errors).toBeUndefined();
    expect(await unread()).toBe(true);
  });

  test('reads as herself: each look is on the trail', async () => {
    const { number } = await assisted();
    const desk = atDesk(wang, number);
    await desk.request(AssistedRecordDocument, { number });
    await desk.request(MyRecordsDocument);
    expect(
      await api.sql(
        `select actor, actor_role as role from audit_entry where action = 'RECORD_READ' and record_number = $1`,
        [number],
      ),
    ).toEqual([
      { actor: 'wang', role: 'DISTRICT_OFFICER' },
      { actor: 'wang', role: 'DISTRICT_OFFICER' },
    ]);
  });

  test('is let in only where she has opened it, for two hours, and no longer than she holds the office', async () => {
    const { number } = await assisted();
    const { number: own } = await register(api, await api.person('mother'));
    const foreign = await staff(api, 'DISTRICT_OFFICER', { district: '02' });
    const into = async (person: Person, record: string) =>
      code(await atDesk(person, record).request(MyRecordsDocument));
    expect(await into(wang, number)).toBeUndefined();
    for (const [person, record] of [
      [li, number],
      [foreign, number],
      [wang, own],
      [await api.person('mother'), own],
      [api.nobody, number],
      [wang, '../../'],
    ] as const)
      expect(await into(person, record)).toBe('FORBIDDEN');

    const open = (person: Person, record: string, paper = PAPER) =>
      person.request(OpenAssistanceDocument, { number: record, paper });
    expect(code(await open(foreign, number))).toBe('FORBIDDEN');
    expect(rulesIn((await open(wang, own)).data.openAssistance)).toEqual([['notOfDesk', null]]);
    expect(rulesIn((await open(li, number, '')).data.openAssistance)).toEqual([['required', 'paper']]);
    expect((await open(li, number)).data.openAssistance).toMatchObject({ number });
    expect([await into(li, number), await into(wang, number)]).toEqual([undefined, 'FORBIDDEN']);
    await li.request(CloseAssistanceDocument, { number });
    expect(await into(li, number)).toBe('FORBIDDEN');
    await open(wang, number);
    api.clock.advance(2 * 3_600);
    wang = await api.person('wang', { ...OFFICER, name: '王测敏' });
    expect(await into(wang, number)).toBe('FORBIDDEN');
    await open(wang, number);
    expect(await into(wang, number)).toBeUndefined();
    await api.grant('wang', []);
    expect(await into(wang, number)).toBe('FORBIDDEN');
    const opened = (await trail(li, number)).filter(({ action }) => action === 'FAMILY_ASSISTED');
    expect(opened).toHaveLength(3);
  });

  test('withdraws for the family by a signed paper, and nothing personal stays', async () => {
    const { number, input } = await assisted();
    const withdraw = (person: Person, paper = PAPER) =>
      person.request(WithdrawAtDeskDocument, { number, paper });
    const foreign = await staff(api, 'DISTRICT_OFFICER', { district: '02' });
    expect(code(await withdraw(foreign))).toBe('FORBIDDEN');
    expect(rulesIn((await withdraw(li, '')).data.withdrawAtDesk)).toEqual([['required', 'paper']]);
    expect((await withdraw(li)).data.withdrawAtDesk).toMatchObject({ __typename: 'Withdrawn', number });
    expect(code(await withdraw(li))).toBe('FORBIDDEN');
    const acts = (await trail(wang, number)).filter(({ action }) => action === 'WITHDRAWN_AT_DESK');
    expect(acts).toMatchObject([{ actorId: 'li', detail: `签字的纸：${PAPER}` }]);
    expect(
      await api.sql(
        'select from assistance a join collection_record r on r.id = a.record_id where r.number = $1',
        [number],
      ),
    ).toEqual([]);
    const again = await send({ ...input, idempotencyKey: randomUUID() });
    expect(again.data.registerAtDesk.__typename).toBe('CollectionRecord');
  });
});

describe('the family’s own account', () => {
  test('takes the record over by the guardian’s document, once; then the desk does nothing for it', async () => {
    const { number, input } = await assisted();
    const mother = await guardianOf(input, 'the mother');
    const waiting = (await mother.request(RecordsToTakeOverDocument)).data.recordsToTakeOver;
    expect(waiting).toMatchObject([{ number, officer: '王*敏', district: '东城区' }]);
    const taken = await mother.request(TakeOverRecordDocument, { number });
    expect(taken.data.takeOverRecord.number).toBe(number);
    expect((await mother.request(RecordsToTakeOverDocument)).data.recordsToTakeOver).toEqual([]);
    expect((await mother.request(MyRecordsDocument)).data.myRecords.map((one) => one.number)).toEqual([
      number,
    ]);
    expect(code(await mother.request(TakeOverRecordDocument, { number }))).toBe('FORBIDDEN');
    expect(code(await atDesk(wang, number).request(MyRecordsDocument))).toBe('FORBIDDEN');
    const opened = await wang.request(OpenAssistanceDocument, { number, paper: PAPER });
    expect(rulesIn(opened.data.openAssistance)).toEqual([['notOfDesk', null]]);
    const withdrawn = await wang.request(WithdrawAtDeskDocument, { number, paper: PAPER });
    expect(rulesIn(withdrawn.data.withdrawAtDesk)).toEqual([['notOfDesk', null]]);
    expect((await trail(mother, number)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['RECORD_TAKEN_OVER', 'REGISTERED_AT_DESK']),
    );
    expect((await trail(mother, number)).every(({ actorId }) => actorId === null)).toBe(true);
  });

  test('with another document, none, or for a record that no desk registered is told nothing', async () => {
    const { number, input } = await assisted();
    const { number: own } = await register(api, await api.person('mother'));
    const right = await guardianOf(input, 'the right one');
    const stranger = await guardianOf((await anInput()) as RegisterAtDeskInput, 'a stranger');
    for (const [person, record] of [
      [stranger, number],
      [await api.person('nobody known'), number],
      [right, own],
      [right, '20260100000010'],
    ] as const)
      expect(code(await person.request(TakeOverRecordDocument, { number: record }))).toMatch(
        /FORBIDDEN|BAD_USER_INPUT/,
      );
    expect((await stranger.request(RecordsToTakeOverDocument)).data.recordsToTakeOver).toEqual([]);
    const two = [right, await guardianOf(input, 'the same with another account')];
    const taken = await Promise.all(
      Array.from({ length: 50 }, (_, n) => two[n % 2]!.request(TakeOverRecordDocument, { number })),
    );
    expect(taken.filter(({ errors }) => !errors)).toHaveLength(1);
  });
});
