import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CorrectRegistrationDocument, RecordDocument, type CorrectionInput } from '@enrolment/schema/client';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { aChildDocument, aPhone } from '../support/people.js';
import { reviewable, staff } from '../support/reviewable.js';
import { nameSecondGuardian } from '../support/second-guardian.js';

let api: TestApi;
let mother: Person;
let officer: Person;
beforeAll(async () => {
  api = await startApi();
  mother = await api.person('mother');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
});
afterAll(() => api.stop());

const correct = async (number: string, input: CorrectionInput, person = officer, reason = '家长到现场更正') =>
  person.request(CorrectRegistrationDocument, { number, input, reason });
const see = async (number: string) =>
  (await mother.request(RecordDocument, { number })).data.collectionRecord!;

describe('a correction', () => {
  test('of a name is written, told on the phone, kept in the history, and checked anew', async () => {
    const { number, phone } = await reviewable(api, mother);
    const { version } = await see(number);
    const { data } = await correct(number, { childName: '欧阳测试' });
    expect(data.correctRegistration).toMatchObject({ stage: 'SUBMITTED', version: version + 1 });
    const record = await see(number);
    expect(record.child.name).toBe('欧阳测试');
    expect(record.history.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['REGISTRATION_CORRECTED', 'IDENTITY_RECHECKED']),
    );
    await api.smsTo(phone, 1, '更正了儿童');
    const [entry] = await api.sql<{ detail: string; actor_role: string }>(
      `select detail, actor_role from audit_entry where action = 'REGISTRATION_CORRECTED' and record_number = $1`,
      [number],
    );
    expect(entry).toEqual({ detail: 'childName: 家长到现场更正', actor_role: 'DISTRICT_OFFICER' });
  });

  test('of a lost phone leaves the stage alone, tells the old phone too, and frees its place', async () => {
    const { number, phone } = await reviewable(api, mother);
    const after = aPhone();
    const { data } = await correct(number, { guardianPhone: ` +86 ${after} ` });
    expect(data.correctRegistration).toMatchObject({ stage: 'IDENTITY_VERIFIED' });
    await api.smsTo(phone, 1, '更正了儿童');
    await api.smsTo(after, 1, '更正了儿童');
    for (let n = 0; n < 3; n += 1) await register(api, mother, { guardian: { phone } });
  });

  test('lists every rule that it breaks and writes nothing', async () => {
    const { number } = await reviewable(api, mother);
    const before = await see(number);
    const { data } = await correct(
      number,
      { childName: '测试<b>', sex: 'FEMALE', birthDate: '2031-01-01', guardianPhone: '123' },
      officer,
      ' ',
    );
    const { refusals } = data.correctRegistration as { refusals: { code: string; field: string }[] };
    expect(refusals.map(({ code, field }) => [code, field])).toEqual(
      expect.arrayContaining([
        ['INVALID_FORMAT', 'childName'],
        ['DOCUMENT_MISMATCH', 'sex'],
        ['DOCUMENT_MISMATCH', 'birthDate'],
        ['INVALID_FORMAT', 'guardianPhone'],
        ['REQUIRED', 'reason'],
      ]),
    );
    expect(await see(number)).toEqual(before);
  });

  test('to a document or a phone that is taken is refused', async () => {
    const phone = aPhone();
    const others = [];
    for (let n = 0; n < 3; n += 1) others.push(await register(api, mother, { guardian: { phone } }));
    const { number } = await reviewable(api, mother);
    const taken = others[0]!.input.child.documentNumber;
    expect((await correct(number, { childDocumentNumber: taken })).data.correctRegistration).toMatchObject({
      refusals: [{ code: 'DOCUMENT_ALREADY_REGISTERED', field: 'childDocumentNumber' }],
    });
    expect((await correct(number, { guardianPhone: phone })).data.correctRegistration).toMatchObject({
      refusals: [{ code: 'PHONE_LIMIT_REACHED', field: 'guardianPhone' }],
    });
  });

  test('gives a reason without anybody’s name or number: it stays in the audit trail', async () => {
    const { number } = await reviewable(api, mother);
    const second = await nameSecondGuardian(api, number);
    const { child } = await see(number);
    for (const reason of [
      '应为 119999201910010018',
      '原手机 199-0000-0001 丢失',
      `${child.name}的名字写错`,
      '应为欧阳测试',
      `${second.name}来电`,
    ]) {
      const { data } = await correct(number, { childName: '欧阳测试' }, officer, reason);
      expect(data.correctRegistration).toMatchObject({
        refusals: [{ code: 'INVALID_FORMAT', field: 'reason' }],
      });
    }
    const trail = await api.sql(
      `select from audit_entry where action = 'REGISTRATION_CORRECTED' and record_number = $1`,
      [number],
    );
    expect(trail).toHaveLength(0);
  });

  test('that changes nothing says so', async () => {
    const { number } = await reviewable(api, mother);
    expect((await correct(number, {})).data.correctRegistration).toMatchObject({
      refusals: [{ code: 'REQUIRED' }],
    });
  });

  test('is the district’s alone; absent and not theirs are the same answer', async () => {
    const { number } = await reviewable(api, mother);
    for (const person of [mother, await staff(api, 'DISTRICT_OFFICER', { district: '02' })]) {
      const here = await correct(number, { childName: '测试乙' }, person);
      const nowhere = await correct('20260199999999', { childName: '测试乙' }, person);
      expect(here.errors![0]!.extensions.code).toBe('FORBIDDEN');
      expect(here.body).toBe(nowhere.body);
    }
  });

  test('of 50 to the same document at once one is written', async () => {
    const records: { number: string }[] = [];
    for (let n = 0; n < 10; n += 1) records.push(await reviewable(api, mother));
    const { child } = await see(records[0]!.number);
    const childDocumentNumber = aChildDocument(child.birthDate, 'MALE');
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => correct(records[n % 10]!.number, { childDocumentNumber })),
    );
    const done = answers.filter(({ data }) => data.correctRegistration.__typename === 'CollectionRecord');
    expect(done).toHaveLength(1);
  }, 60_000);
});
