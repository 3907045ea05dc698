import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CorrectRegistrationDocument, RecordDocument, type CorrectionInput } from '@enrolment/schema/client';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { aChildDocument, aDocument, aPassport, aPhone } from '../support/people.js';
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
const changedIn = async (number: string) => {
  const rows = await api.sql<{ facts: { changed: string[] } }>(
    `select facts from audit_entry where action = 'REGISTRATION_CORRECTED' and record_number = $1 order by id`,
    [number],
  );
  return rows.at(-1)!.facts.changed;
};
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
    const [entry] = await api.sql<{ facts: object; actor_role: string }>(
      `select facts, actor_role from audit_entry where action = 'REGISTRATION_CORRECTED' and record_number = $1`,
      [number],
    );
    expect(entry).toEqual({
      facts: { changed: ['childName'], reason: '家长到现场更正' },
      actor_role: 'DISTRICT_OFFICER',
    });
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
    // Whether a message has arrived yet is the queue's to say.
    const kept = async () => ({ ...(await see(number)), messages: [] });
    const before = await kept();
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
    expect(await kept()).toEqual(before);
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

  test('of hukou or nationality stays within the service of the record', async () => {
    const { number } = await reviewable(api, mother);
    for (const [input, refusal] of [
      [{ hukouProvince: '110000' }, { code: 'SERVICE_MISMATCH', field: 'hukouProvince' }],
      [{ hukouProvince: '810000' }, { code: 'CONSULT_DISTRICT', field: 'hukouProvince' }],
      [{ hukouProvince: '' }, { code: 'REQUIRED', field: 'hukouProvince' }],
      [{ hukouProvince: '99' }, { code: 'INVALID_FORMAT', field: 'hukouProvince' }],
      [{ nationality: 'US' }, { code: 'CONSULT_DISTRICT', field: 'nationality' }],
      [{ nationality: 'XX' }, { code: 'INVALID_FORMAT', field: 'nationality' }],
    ] as const) {
      expect((await correct(number, input)).data.correctRegistration).toMatchObject({ refusals: [refusal] });
    }
    const { data } = await correct(number, { hukouProvince: '140000' });
    expect(data.correctRegistration).toMatchObject({ stage: 'SUBMITTED' });
    expect((await see(number)).child.hukouProvince).toBe('140000');
    expect(await changedIn(number)).toEqual(['hukouProvince']);
  });

  test('of the residence keeps one of the two in the district of the record, and asks nothing anew', async () => {
    const { number } = await reviewable(api, mother);
    expect((await correct(number, { residenceDistrict: '02' })).data.correctRegistration).toMatchObject({
      refusals: [{ code: 'DISTRICT_MISMATCH', field: 'residenceDistrict' }],
    });
    const local = await register(api, mother, {
      service: 'LOCAL_HUKOU',
      child: { hukouProvince: '110000', hukouDistrict: '01', residenceDistrict: '01' },
    });
    const { data } = await correct(local.number, { residenceDistrict: '02' });
    expect(data.correctRegistration).toMatchObject({ stage: 'REGISTERED' });
    expect((await see(local.number)).child.residenceDistrict).toBe('02');
    expect((await correct(local.number, { hukouDistrict: '03' })).data.correctRegistration).toMatchObject({
      refusals: [{ code: 'DISTRICT_MISMATCH', field: 'residenceDistrict' }],
    });
  });

  test('of a kind of document is judged with the number, and names the person from then on', async () => {
    const { number } = await reviewable(api, mother);
    for (const [childDocumentType, field] of [
      ['PASSPORT', 'childDocumentNumber'],
      ['HK_MACAO_RESIDENCE', 'childDocumentType'],
    ] as const) {
      const { data } = await correct(number, { childDocumentType });
      expect(data.correctRegistration).toMatchObject({
        refusals: expect.arrayContaining([expect.objectContaining({ field })]),
      });
    }
    const passport = { childDocumentType: 'PASSPORT', childDocumentNumber: aPassport() } as const;
    expect((await correct(number, passport)).data.correctRegistration).toMatchObject({ stage: 'SUBMITTED' });
    const another = await reviewable(api, mother);
    expect((await correct(another.number, passport)).data.correctRegistration).toMatchObject({
      refusals: [{ code: 'DOCUMENT_ALREADY_REGISTERED', field: 'childDocumentNumber' }],
    });
  });

  test('of a passport’s state makes it another person’s', async () => {
    const documentNumber = aPassport();
    const of = (nationality: string) =>
      register(api, mother, {
        service: 'TREATED_AS_LOCAL',
        ground: 'FOREIGN_NATIONAL',
        child: { nationality, hukouProvince: null, documentType: 'PASSPORT', documentNumber },
      });
    const { number } = await of('US');
    expect((await correct(number, { nationality: 'DE' })).data.correctRegistration.__typename).toBe(
      'CollectionRecord',
    );
    await expect(of('DE')).rejects.toThrow('DOCUMENT_ALREADY_REGISTERED');
    const again = await of('US');
    expect((await correct(again.number, { nationality: 'DE' })).data.correctRegistration).toMatchObject({
      refusals: [{ code: 'DOCUMENT_ALREADY_REGISTERED', field: 'childDocumentNumber' }],
    });
  });

  test('of the guardian’s document: of age, neither the child nor the other guardian', async () => {
    const { number, input } = await reviewable(api, mother);
    const second = await nameSecondGuardian(api, number);
    for (const guardianDocumentNumber of [
      input.child.documentNumber,
      second.documentNumber,
      aDocument('2018-01-01', 'FEMALE'),
    ]) {
      expect((await correct(number, { guardianDocumentNumber })).data.correctRegistration).toMatchObject({
        refusals: [{ field: 'guardianDocumentNumber' }],
      });
    }
    const passport = { guardianDocumentType: 'PASSPORT', guardianDocumentNumber: aPassport() } as const;
    expect((await correct(number, passport)).data.correctRegistration).toMatchObject({ stage: 'SUBMITTED' });
    const { guardians } = await see(number);
    expect(guardians[0]).toMatchObject({ role: 'FIRST', documentType: 'PASSPORT' });
    expect(await changedIn(number)).toEqual(['guardianDocumentType', 'guardianDocumentNumber']);
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
  });
});
