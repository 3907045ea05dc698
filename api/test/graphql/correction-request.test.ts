import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  AcceptCorrectionRequestDocument,
  ClaimRecordDocument,
  ConfirmCorrectionRequestDocument,
  CorrectionRequestDocument,
  DeclineCorrectionRequestDocument,
  GrantAuthorizationDocument,
  RecordDocument,
  RecordExportDocument,
  RecordListDocument,
  RequestCorrectionDocument,
  TakeBackCorrectionRequestDocument,
  type CorrectionRequestInput,
} from '@enrolment/schema/client';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { dumpDatabase } from '../support/database.js';
import { aPhone } from '../support/people.js';
import { staff } from '../support/reviewable.js';
import { nameSecondGuardian, signIn } from '../support/second-guardian.js';

let api: TestApi;
let mother: Person;
let wang: Person;
let li: Person;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  const officer = { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] };
  mother = await api.person('mother');
  wang = await api.person('wang', { ...officer, name: '王测敏' });
  li = await api.person('li', { ...officer, name: '李测华' });
});

const EVIDENCE = '户口簿本人页上的名字是更正后的。';
const REASON = '核对了户口簿原件';
const ask = async (number: string, input: CorrectionRequestInput, person = mother, evidence = EVIDENCE) =>
  (await person.request(RequestCorrectionDocument, { number, input, evidence })).data?.requestCorrection;
const accept = async (number: string, person = wang) =>
  (await person.request(AcceptCorrectionRequestDocument, { number, reason: REASON })).data
    ?.acceptCorrectionRequest;
const confirm = async (number: string, person = li) =>
  (await person.request(ConfirmCorrectionRequestDocument, { number })).data?.confirmCorrectionRequest;
const decline = async (number: string, person = wang, reason = '材料与申请不一致') =>
  (await person.request(DeclineCorrectionRequestDocument, { number, reason })).data?.declineCorrectionRequest;
const request = async (person: Person, number: string) =>
  (await person.request(CorrectionRequestDocument, { number })).data.collectionRecord?.correctionRequest;
const record = async (number: string) =>
  (await mother.request(RecordDocument, { number })).data.collectionRecord!;
const listed = async (person: Person) =>
  (
    await person.request(RecordListDocument, {
      filter: { district: '01', correctionRequested: true },
      first: 100,
    })
  ).data.collectionRecords.edges.map(({ node }) => node.number);

test('a name is corrected by one officer, with what proves it beside it', async () => {
  const { number } = await register(api, mother);
  expect(await ask(number, { childName: '测试更正' })).toMatchObject({
    correctionRequest: { state: 'REQUESTED', takesTwo: false },
  });
  expect(await listed(wang)).toContain(number);
  expect(await request(wang, number)).toMatchObject({
    by: '监护人（一）',
    corrections: [{ field: 'childName', value: '测试更正' }],
    evidence: EVIDENCE,
  });
  expect(await accept(number)).toMatchObject({ correctionRequest: { state: 'ACCEPTED', answer: REASON } });
  expect((await record(number)).child.name).toBe('测试更正');
  expect(await listed(wang)).not.toContain(number);
  expect(await request(mother, number)).toMatchObject({ state: 'ACCEPTED', answer: REASON, officer: null });
  expect(await accept(number)).toMatchObject({ refusals: [{ code: 'STAGE_CONFLICT' }] });
});

test('a lost phone takes two: whoever agreed does not confirm, and of 50 who confirm one does', async () => {
  const { number, input } = await register(api, mother);
  const guardianPhone = aPhone();
  await ask(number, { guardianPhone });
  expect(await accept(number)).toMatchObject({ correctionRequest: { state: 'PROPOSED', mine: true } });
  const tail = input.guardian.phone.slice(-4);
  expect((await record(number)).guardians[0]!.phone).toContain(tail);
  // The family is not told what one officer thinks.
  expect(await request(mother, number)).toMatchObject({ state: 'PROPOSED', answer: null });
  expect(await confirm(number, wang)).toMatchObject({ refusals: [{ code: 'NOT_ALLOWED' }] });
  const colleagues = await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      api.person(`colleague ${n}`, { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] }),
    ),
  );
  const answers = await Promise.all(colleagues.map((one) => confirm(number, one)));
  expect(answers.filter((one) => one?.__typename === 'CollectionRecord')).toHaveLength(1);
  expect((await record(number)).guardians[0]!.phone).toContain(guardianPhone.slice(-4));
  await api.smsTo(guardianPhone, 1, '更正');
  await api.smsTo(input.guardian.phone, 1, '更正');
});

test('the database keeps one officer from being both', async () => {
  const { number } = await register(api, mother);
  await ask(number, { guardianPhone: aPhone() });
  await accept(number);
  const of = 'record_id = (select id from collection_record where number = $1)';
  await expect(
    api.sql(`update correction_request set second_officer = officer where ${of}`, [number]),
  ).rejects.toThrow(/correction_request_by_two/);
  await expect(
    api.sql(`update correction_request set state = 'ACCEPTED' where ${of}`, [number]),
  ).rejects.toThrow(/correction_request_seconded/);
});

test('what somebody else has is not told to the family, and met by the officer', async () => {
  const other = await register(api, await api.person('other'));
  const { number, input } = await register(api, mother);
  const { documentNumber, birthDate, sex } = other.input.child;
  const asked = await ask(number, { childDocumentNumber: documentNumber, birthDate, sex });
  expect(asked).toMatchObject({ correctionRequest: { state: 'REQUESTED', takesTwo: true } });
  expect(JSON.stringify(asked)).not.toContain(documentNumber);
  await accept(number);
  expect(await confirm(number)).toMatchObject({
    refusals: expect.arrayContaining([expect.objectContaining({ code: 'DOCUMENT_ALREADY_REGISTERED' })]),
  });
  // Nothing was done by half.
  expect(await request(wang, number)).toMatchObject({ state: 'PROPOSED' });
  expect((await record(number)).child.birthDate).toBe(input.child.birthDate);
});

test('is declined with a reason that the family reads, and can then be asked for again', async () => {
  const { number, input } = await register(api, mother);
  await ask(number, { childName: '测试更正' });
  expect(await ask(number, { childName: '测试再改' })).toMatchObject({
    refusals: [{ code: 'STAGE_CONFLICT' }],
  });
  expect(await decline(number, wang, '测试更正不是本人')).toMatchObject({ refusals: [{ field: 'reason' }] });
  expect(await decline(number)).toMatchObject({ correctionRequest: { state: 'DECLINED' } });
  expect(await request(mother, number)).toMatchObject({ answer: '材料与申请不一致', officer: null });
  const [text] = await api.smsTo(input.guardian.phone, 1, '更正申请已有答复');
  expect(text).not.toContain('材料');
  expect(await ask(number, { childName: '测试再改' })).toMatchObject({ __typename: 'CollectionRecord' });
  const taken = await mother.request(TakeBackCorrectionRequestDocument, { number });
  expect(taken.data.takeBackCorrectionRequest).toMatchObject({ correctionRequest: { state: 'TAKEN_BACK' } });
  expect(await accept(number)).toMatchObject({ refusals: [{ code: 'STAGE_CONFLICT' }] });
});

test('what a colleague has in hand is neither accepted, proposed, confirmed nor declined by anybody else', async () => {
  const claimed = { __typename: 'Refused', refusals: [{ code: 'CLAIMED' }] };
  for (const input of [{ childName: '测试更正' }, { guardianPhone: aPhone() }]) {
    const { number } = await register(api, mother);
    await ask(number, input);
    await wang.request(ClaimRecordDocument, { number });
    expect(await accept(number, li)).toMatchObject(claimed);
    expect(await decline(number, li)).toMatchObject(claimed);
    expect(await request(li, number)).toMatchObject({ state: 'REQUESTED' });
    expect(await accept(number, wang)).toMatchObject({ __typename: 'CollectionRecord' });
  }
  const { number } = await register(api, mother);
  await ask(number, { guardianPhone: aPhone() });
  await accept(number, wang);
  await wang.request(ClaimRecordDocument, { number });
  expect(await confirm(number, li)).toMatchObject(claimed);
});

test('nothing, what stays as it is, and what breaks a rule of the registration are refused', async () => {
  const { number, input } = await register(api, mother);
  expect(await ask(number, {})).toMatchObject({ refusals: [{ rule: 'correctionEmpty' }] });
  const same = await ask(number, { childName: input.child.name });
  expect(same).toMatchObject({ refusals: [{ rule: 'correctionEmpty' }] });
  expect(await ask(number, { guardianPhone: '123' })).toMatchObject({
    refusals: [{ field: 'guardianPhone' }],
  });
  expect(await ask(number, { childName: '测试更正' }, mother, ' ')).toMatchObject({
    refusals: [{ field: 'evidence', code: 'REQUIRED' }],
  });
});

test('the authorised guardian asks, too; nobody else asks or decides', async () => {
  const { number } = await register(api, mother);
  const father = await signIn(api, await nameSecondGuardian(api, number));
  expect(await ask(number, { childName: '测试更正' }, father)).toBeUndefined();
  await mother.request(GrantAuthorizationDocument, { number });
  expect(await ask(number, { childName: '测试更正' }, father)).toMatchObject({
    correctionRequest: { by: '监护人（二）' },
  });
  const elsewhere = await staff(api, 'DISTRICT_OFFICER', { district: '02' });
  for (const person of [elsewhere, await staff(api, 'MUNICIPAL_ADMIN'), mother]) {
    expect(await accept(number, person)).toBeUndefined();
    expect(await confirm(number, person)).toBeUndefined();
    expect(await decline(number, person)).toBeUndefined();
  }
  expect((await request(elsewhere, number)) ?? null).toBeNull();
  expect((await request(await staff(api, 'MUNICIPAL_ADMIN'), number)) ?? null).toBeNull();
});

test('it is sealed, and in the copy of all that is held', async () => {
  const { number } = await register(api, mother);
  await ask(number, { childName: '测试密封' });
  const dump = await dumpDatabase(api.database.url);
  for (const words of ['测试密封', EVIDENCE]) {
    expect(dump).not.toContain(words);
    expect(dump).not.toContain(Buffer.from(words).toString('hex'));
  }
  const { data } = await mother.request(RecordExportDocument, { number });
  expect(data.recordExport.record.correctionRequest).toMatchObject({ evidence: EVIDENCE });
});
