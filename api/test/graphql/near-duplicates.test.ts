import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  CorrectRegistrationDocument,
  DecideReviewItemDocument,
  FreezeRecordDocument,
  MarkNotDuplicateDocument,
  NearDuplicatesDocument,
  OfficeRecordDocument,
  PreregisterDocument,
  RecordListDocument,
  RequestWithdrawalCodeDocument,
  UnfreezeRecordDocument,
  WithdrawRecordDocument,
} from '@enrolment/schema/client';
import { residentIdCheckDigit } from '@enrolment/rulebook/document.js';
import { findLikenesses } from '../../src/likeness/find-likenesses.js';
import { KeyRing } from '../../src/platform/keys.js';
import { codeIn, register, startApi, TEST_KEYS, type Person, type TestApi } from '../support/api.js';
import { approved, reviewable, staff } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
let wang: Person;
beforeAll(async () => {
  api = await startApi();
  mother = await api.person('mother');
  wang = await api.person('wang', {
    roles: [{ role: 'DISTRICT_OFFICER', district: '01' }],
    name: '王测敏',
  });
});
afterAll(() => api.stop());

const keys = new KeyRing(TEST_KEYS);
const find = () => findLikenesses(api.orm.em.fork(), keys, api.clock.now());
const besides = async (number: string, person = wang) =>
  (await person.request(NearDuplicatesDocument, { number })).data.collectionRecord?.nearDuplicates;

let serial = 0;
/** A number of an unassigned region, whose last digit of the order is given. */
function aNumber(last: number, birth = '20191012', males = true): string {
  const body = `119999${birth}${String(serial).padStart(2, '0')}${last}`;
  expect(last % 2 === 1).toBe(males);
  return body + residentIdCheckDigit(body);
}
const child = (name: string, documentNumber: string) => ({
  name,
  documentNumber,
  sex: 'MALE' as const,
  birthDate: `${documentNumber.slice(6, 10)}-${documentNumber.slice(10, 12)}-${documentNumber.slice(12, 14)}`,
});

test('of the record of her own child an officer is told no more than of another district’s', async () => {
  serial += 1;
  const one = await register(api, mother, { child: child('测试己', aNumber(1)) });
  // She registers her own child as a guardian, and is an officer of the same district.
  const hers = await register(api, wang, { child: child('测试己', aNumber(3)) });
  await find();
  expect(await besides(one.number)).toMatchObject([
    { number: hers.number, own: false, documentDiffersAt: null },
  ]);
  const colleague = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  expect(await besides(one.number, colleague)).toMatchObject([
    { number: hers.number, own: true, documentDiffersAt: 17 },
  ]);
});

test('the same name with a digit mistyped is found, whichever came first, and cleared for both', async () => {
  serial += 1;
  const one = await register(api, mother, { child: child('测试重', aNumber(1)) });
  await find();
  const other = await register(api, await api.person('aunt'), { child: child('测试重', aNumber(3)) });
  await find();
  expect(await besides(one.number)).toMatchObject([
    {
      number: other.number,
      own: true,
      stage: 'REGISTERED',
      likenesses: ['NAME_AND_BIRTH_DATE', 'DOCUMENT_ONE_OFF'],
      documentDiffersAt: 17,
      verdict: null,
    },
  ]);
  expect(await besides(other.number)).toMatchObject([{ number: one.number, verdict: null }]);
  const asked = { number: one.number, other: other.number };
  const wordless = await wang.request(MarkNotDuplicateDocument, { ...asked, reason: '测试重是双胞胎' });
  expect(wordless.data.markNotDuplicate).toMatchObject({ refusals: [{ field: 'reason' }] });
  await wang.request(MarkNotDuplicateDocument, { ...asked, reason: '户口簿是两个孩子' });
  expect(await besides(other.number)).toMatchObject([{ verdict: 'NOT_DUPLICATE', decidedBy: '王*敏' }]);
  // What was cleared stays so, however often the two are compared.
  await api.sql(`update child set likeness_index = '{}'`);
  await find();
  expect(await besides(one.number)).toMatchObject([{ verdict: 'NOT_DUPLICATE' }]);
});

test('neighbours by their numbers are not alike, twins are until they are cleared, and strangers are not', async () => {
  serial += 1;
  const first = await register(api, mother, { child: child('测试邻', aNumber(1)) });
  const neighbour = await register(api, await api.person('neighbour'), {
    child: child('测试舍', aNumber(3)),
  });
  const { guardian } = first.input;
  const twin = await register(api, mother, { child: child('测试双', aNumber(5)), guardian });
  await find();
  expect(await besides(neighbour.number)).toEqual([]);
  expect(await besides(first.number)).toMatchObject([{ number: twin.number, likenesses: ['SAME_GUARDIAN'] }]);
});

test('of another district’s record no more than its number, district and stage are told', async () => {
  serial += 1;
  const here = await register(api, mother, { child: child('测试跨', aNumber(1)) });
  const there = await register(api, await api.person('far'), {
    district: '02',
    child: { ...child('测试跨', aNumber(7)), residenceDistrict: '02' },
  });
  await find();
  const officer = await staff(api, 'DISTRICT_OFFICER', { district: '02' });
  const [seen] = (await besides(here.number))!;
  expect(seen).toMatchObject({
    number: there.number,
    own: false,
    district: { code: '02' },
    stage: 'REGISTERED',
    documentDiffersAt: null,
  });
  const { data } = await wang.request(NearDuplicatesDocument, { number: there.number });
  expect(data.collectionRecord).toBeNull();
  // Either district says so, and the other one learns which.
  const told = { number: there.number, other: here.number, reason: '两区核对过，是两个孩子' };
  expect((await wang.request(MarkNotDuplicateDocument, told)).errors?.[0]?.extensions?.code).toBe(
    'FORBIDDEN',
  );
  await officer.request(MarkNotDuplicateDocument, told);
  expect(await besides(here.number)).toMatchObject([{ verdict: 'NOT_DUPLICATE', decidedBy: null }]);
  for (const person of [mother, await staff(api, 'MUNICIPAL_ADMIN')])
    expect(await besides(here.number, person)).toEqual([]);
});

test('a correction is compared anew: what is no longer alike goes, what is alike now comes', async () => {
  serial += 1;
  const one = await register(api, mother, { child: child('测试改', aNumber(1)) });
  const other = await register(api, await api.person('uncle'), { child: child('测试正', aNumber(3)) });
  await find();
  expect(await besides(one.number)).toEqual([]);
  const correct = (childName: string) =>
    wang.request(CorrectRegistrationDocument, {
      number: other.number,
      input: { childName },
      reason: '对照户口簿',
    });
  await correct('测试改');
  await find();
  expect(await besides(one.number)).toMatchObject([{ number: other.number }]);
  await correct('测试正');
  await find();
  expect(await besides(one.number)).toEqual([]);
});

test('two that are registered in the same minute are seen beside each other, by however many processes', async () => {
  serial += 1;
  const one = await register(api, mother, { child: child('测试同', aNumber(1)) });
  const other = await register(api, await api.person('cousin'), { child: child('测试同', aNumber(3)) });
  await Promise.all(Array.from({ length: 4 }, find));
  await find();
  expect(await besides(one.number)).toMatchObject([{ number: other.number }]);
});

test('the list filters by what is still to be checked, for those who decide on it', async () => {
  serial += 1;
  const one = await register(api, mother, { child: child('测试列', aNumber(1)) });
  const other = await register(api, await api.person('grandmother'), { child: child('测试列', aNumber(3)) });
  await find();
  const listed = async (person: Person) =>
    (
      await person.request(RecordListDocument, {
        filter: { district: '01', nearDuplicate: true },
        first: 100,
      })
    ).data.collectionRecords.edges.map(({ node }) => node.number);
  expect(await listed(wang)).toEqual(expect.arrayContaining([one.number, other.number]));
  expect(await listed(await staff(api, 'MUNICIPAL_ADMIN'))).toEqual([]);
  await wang.request(MarkNotDuplicateDocument, {
    number: one.number,
    other: other.number,
    reason: '两个孩子',
  });
  expect(await listed(wang)).not.toContain(one.number);
});

test('a withdrawal leaves neither pair nor freeze', async () => {
  serial += 1;
  const one = await register(api, mother, { child: child('测试撤', aNumber(1)) });
  const other = await register(api, await api.person('godmother'), { child: child('测试撤', aNumber(3)) });
  await find();
  await wang.request(FreezeRecordDocument, { number: one.number, reason: '两家都说是自己的证件' });
  await mother.request(RequestWithdrawalCodeDocument, { number: one.number });
  const smsCode = codeIn((await api.smsTo(one.input.guardian.phone, 1, '撤销儿童')).at(-1)!);
  await mother.request(WithdrawRecordDocument, { number: one.number, smsCode });
  expect(await besides(other.number)).toEqual([]);
  const of = '(select id from collection_record where number = $1)';
  expect(await api.sql(`select from near_duplicate where ${of} in (one_id, other_id)`, [one.number])).toEqual(
    [],
  );
  expect(await api.sql(`select from record_freeze where record_id = ${of}`, [one.number])).toEqual([]);
});

describe('a frozen record', () => {
  const REASON = '两家都说是自己孩子的证件';
  const freeze = (number: string, person = wang) =>
    person.request(FreezeRecordDocument, { number, reason: REASON });
  const lift = (number: string) => wang.request(UnfreezeRecordDocument, { number, reason: '派出所核实清楚' });

  test('is not decided on until it is lifted, and the trail says why', async () => {
    const { number } = await reviewable(api, mother);
    await freeze(number);
    await freeze(number);
    const record = (await wang.request(OfficeRecordDocument, { number })).data.collectionRecord!;
    expect(record.freeze).toMatchObject({ by: '王*敏', reason: REASON });
    const action = (kind: string) => record.officeActions.find((one) => one.kind === kind);
    expect(action('DECIDE_ITEMS')).toMatchObject({ allowed: false });
    expect(action('CORRECT_REGISTRATION')).toMatchObject({ allowed: true });
    const decision = { numbers: [number], kind: 'RESIDENCE' as const, status: 'PASSED' as const };
    const pass = async () => (await wang.request(DecideReviewItemDocument, decision)).data.decideReviewItem;
    expect(await pass()).toMatchObject({ done: [], refused: [{ refusal: { code: 'STAGE_CONFLICT' } }] });
    await lift(number);
    await lift(number);
    expect(await pass()).toMatchObject({ done: [number] });
    const actions = await api.sql<{ action: string }>(
      `select action from audit_entry where record_number = $1 and action like 'RECORD_%FROZEN' order by id`,
      [number],
    );
    expect(actions.map(({ action: done }) => done)).toEqual(['RECORD_FROZEN', 'RECORD_UNFROZEN']);
  });

  test('is not approved by itself after a correction, but as soon as the freeze is lifted', async () => {
    const { number } = await reviewable(api, mother);
    const see = async () => (await wang.request(OfficeRecordDocument, { number })).data.collectionRecord!;
    for (const { kind } of (await see()).reviewItems)
      if (kind !== 'IDENTITY_AND_HUKOU')
        await wang.request(DecideReviewItemDocument, { numbers: [number], kind, status: 'PASSED' });
    expect(await see()).toMatchObject({ stage: 'APPROVED' });
    await freeze(number);
    const input = { childName: '测试更' };
    await wang.request(CorrectRegistrationDocument, { number, input, reason: '对照户口簿' });
    const passed = { requestId: await api.requestOf(number), outcome: 'PASSED' };
    await api.app.inject(api.verification.answer(passed, api.clock.now()));
    expect(await see()).toMatchObject({ stage: 'IDENTITY_VERIFIED' });
    await lift(number);
    expect(await see()).toMatchObject({ stage: 'APPROVED' });
  });

  test('is not preregistered by a school', async () => {
    const { number } = await approved(api, mother);
    await freeze(number);
    const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
    const { data } = await registrar.request(PreregisterDocument, { numbers: [number], school: '0101' });
    expect(data.preregister.refused).toMatchObject([{ refusal: { code: 'STAGE_CONFLICT' } }]);
    expect(data.preregister.refused[0]!.refusal.message).toMatch(/核实/);
  });

  test('is frozen by officers of its district alone', async () => {
    const { number } = await register(api, mother);
    for (const person of [
      mother,
      await staff(api, 'DISTRICT_OFFICER', { district: '02' }),
      await staff(api, 'MUNICIPAL_ADMIN'),
    ])
      expect((await freeze(number, person)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
