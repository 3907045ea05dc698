import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  AppealDocument,
  ApproveAdmissionsDocument,
  ClaimRecordDocument,
  CorrectRegistrationDocument,
  DecideAppealDocument,
  DecideIdentityCheckDocument,
  DecideReviewItemDocument,
  GrantAuthorizationDocument,
  OfficeRecordDocument,
  PreregisterDocument,
  RejectRecordsDocument,
  ReleaseRecordDocument,
  RevealDocumentDocument,
  SubmitDetailsDocument,
} from '@enrolment/schema/client';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { aDetailsInput } from '../support/details.js';
import { reviewable, staff } from '../support/reviewable.js';
import { nameSecondGuardian } from '../support/second-guardian.js';

let api: TestApi;
let mother: Person;
let officer: Person;
let admin: Person;
let city: Person;
let registrar: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  mother = await api.person('mother');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  city = await staff(api, 'MUNICIPAL_ADMIN');
  registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
});
afterAll(() => api.stop());

const ITEMS = ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT'] as const;
const see = async (number: string, person = officer) =>
  (await person.request(OfficeRecordDocument, { number })).data.collectionRecord!;
const revisionOf = async (number: string) => (await see(number)).revision!;
const pass = async (number: string, kind: (typeof ITEMS)[number], revision?: number) =>
  (
    await officer.request(DecideReviewItemDocument, {
      numbers: [number],
      kind,
      status: 'PASSED',
      ...(revision === undefined ? {} : { revision }),
    })
  ).data.decideReviewItem;
const STALE = { done: [], refused: [{ refusal: { code: 'STALE_VERSION' } }] };

describe('a decision about what was seen', () => {
  test('is taken once of 50 at once; the others are told that the record has changed', async () => {
    const { number } = await reviewable(api, mother);
    const revision = await revisionOf(number);
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, n) => pass(number, ITEMS[n % ITEMS.length]!, revision)),
    );
    expect(all.filter(({ done }) => done.length === 1)).toHaveLength(1);
    const codes = all.flatMap(({ refused }) => refused.map(({ refusal }) => refusal.code));
    expect(codes).toEqual(Array.from({ length: 49 }, () => 'STALE_VERSION'));
    const passed = (await see(number)).history.filter(({ kind }) => kind === 'ITEM_PASSED');
    expect(passed).toHaveLength(1);
  });

  test('of every kind is refused once anything was done meanwhile, and a trial run says so, too', async () => {
    const { number } = await reviewable(api, mother);
    const revision = await revisionOf(number);
    await pass(number, 'RESIDENCE');
    const numbers = [number];
    expect(await pass(number, 'EMPLOYMENT', revision)).toMatchObject(STALE);
    const trial = { numbers, reason: '不符', revision, dryRun: true };
    expect((await officer.request(RejectRecordsDocument, trial)).data.rejectRecords).toMatchObject(STALE);
    const check = { numbers, status: 'RETURNED', reason: '请核对姓名', revision } as const;
    expect(
      (await officer.request(DecideIdentityCheckDocument, check)).data.decideIdentityCheck,
    ).toMatchObject(STALE);
    const correction = { number, input: { childName: '测试改' }, reason: '家长到现场更正', revision };
    expect(
      (await officer.request(CorrectRegistrationDocument, correction)).data.correctRegistration,
    ).toMatchObject({ __typename: 'Refused', refusals: [{ code: 'STALE_VERSION' }] });
    expect((await see(number)).stage).toBe('IDENTITY_VERIFIED');
    // As it is now, it can be decided.
    expect(await pass(number, 'EMPLOYMENT', await revisionOf(number))).toMatchObject({ done: numbers });
  });

  test('of an appeal and of an admission is refused in the same way; what says nothing to others counts as well', async () => {
    const { number } = await reviewable(api, mother);
    const numbers = [number];
    await officer.request(RejectRecordsDocument, { numbers, reason: '不符' });
    const before = await revisionOf(number);
    await mother.request(AppealDocument, { number, statement: '请再看一次' });
    const answer = { number, accepted: true, reason: '材料齐全' };
    const decide = async (revision: number) =>
      (await officer.request(DecideAppealDocument, { ...answer, revision })).data.decideAppeal;
    expect(await decide(before)).toMatchObject({ refusals: [{ code: 'STALE_VERSION' }] });
    expect(await decide(await revisionOf(number))).toMatchObject({ stage: 'IDENTITY_VERIFIED' });
    for (const kind of ITEMS) await pass(number, kind);
    await registrar.request(PreregisterDocument, { numbers, school: '0101' });
    const revision = await revisionOf(number);
    const admit = async (outcome: 'ADMITTED' | 'NOT_ADMITTED') =>
      (await officer.request(ApproveAdmissionsDocument, { numbers, outcome, note: '学位已满', revision }))
        .data.approveAdmissions;
    // Not admitted changes no stage and stands in no history; the colleague is told all the same.
    expect(await admit('NOT_ADMITTED')).toMatchObject({ done: numbers });
    expect(await admit('ADMITTED')).toMatchObject(STALE);
  });

  test('names one record: a revision for several is malformed', async () => {
    const numbers = [(await reviewable(api, mother)).number, (await reviewable(api, mother)).number];
    const { errors } = await officer.request(RejectRecordsDocument, { numbers, reason: '不符', revision: 1 });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('a foreign record is refused as an absent one, whatever revision is named', async () => {
    const { number } = await reviewable(api, mother);
    const other = await staff(api, 'DISTRICT_OFFICER', { district: '02' });
    const ask = async (asked: string) =>
      (await other.request(RejectRecordsDocument, { numbers: [asked], reason: '不符', revision: 1 })).data
        .rejectRecords.refused[0]!.refusal;
    expect(await ask(number)).toEqual(await ask('20260199999999'));
  });
});

describe('the child of somebody of the office', () => {
  const ABSENT = '20260199999999';
  const offices = {
    roles: [
      { role: 'DISTRICT_ADMIN', district: '01' },
      { role: 'SCHOOL_REGISTRAR', district: '01', school: '0101' },
    ],
  };

  /** What comes of each thing that an office does with a record. */
  async function all(person: Person, number: string): Promise<string[]> {
    const numbers = [number];
    const batches = [
      (await person.request(DecideReviewItemDocument, { numbers, kind: 'RESIDENCE', status: 'PASSED' })).data
        .decideReviewItem,
      (await person.request(DecideIdentityCheckDocument, { numbers, status: 'RETURNED', reason: '请核对' }))
        .data.decideIdentityCheck,
      (await person.request(PreregisterDocument, { numbers, school: '0101' })).data.preregister,
      (await person.request(ApproveAdmissionsDocument, { numbers, outcome: 'ADMITTED' })).data
        .approveAdmissions,
      (await person.request(RejectRecordsDocument, { numbers, reason: '不符' })).data.rejectRecords,
    ];
    const singles = [
      await person.request(DecideAppealDocument, { number, accepted: true, reason: '材料齐全' }),
      await person.request(CorrectRegistrationDocument, {
        number,
        input: { childName: '测试改' },
        reason: '家长到现场更正',
      }),
      await person.request(RevealDocumentDocument, { number, holder: 'CHILD', purpose: '与户口簿核对' }),
      await person.request(ClaimRecordDocument, { number, takeOver: true }),
      await person.request(ReleaseRecordDocument, { number }),
    ];
    return [
      ...batches.map(({ done, refused }) => (done.length > 0 ? 'DONE' : refused[0]!.refusal.message)),
      ...singles.map(({ errors }) => errors?.[0]?.extensions.code ?? 'DONE'),
    ];
  }

  test('is not hers to decide on, take in hand or correct: for both guardians it is as if absent', async () => {
    const { number } = await reviewable(api, mother);
    const { phone, documentNumber } = await nameSecondGuardian(api, number);
    const { data } = await mother.request(GrantAuthorizationDocument, { number });
    expect(data.grantAuthorization.__typename).toBe('CollectionRecord');
    const named = { phone_number: phone, document: { type: 'RESIDENT_ID', number: documentNumber } };
    const parents = [
      await api.person(mother.subject, offices),
      await api.person('father of the office', { ...offices, ...named }),
    ];
    const refused = await all(parents[0]!, ABSENT);
    expect(refused).not.toContain('DONE');
    const areRefused = async () => {
      for (const parent of parents) expect(await all(parent, number)).toEqual(refused);
    };
    await areRefused();
    await officer.request(ClaimRecordDocument, { number });
    for (const parent of parents) {
      expect(await see(number, parent)).toMatchObject({ revision: null, assignee: null, officeActions: [] });
    }
    for (const kind of ITEMS) await pass(number, kind);
    expect((await see(number)).stage).toBe('APPROVED');
    await areRefused();
    await registrar.request(PreregisterDocument, { numbers: [number], school: '0101' });
    expect((await see(number)).stage).toBe('PREREGISTERED');
    await areRefused();
    expect((await see(number)).stage).toBe('PREREGISTERED');
  });

  test('is decided on by the others as any other', async () => {
    const { number } = await reviewable(api, await api.person('colleague', offices));
    expect(await pass(number, 'RESIDENCE')).toMatchObject({ done: [number] });
  });
});

describe('what an office may do', () => {
  const allowed = async (number: string, person = officer) =>
    (await see(number, person)).officeActions.filter((one) => one.allowed).map(({ kind }) => kind);

  test('is told to whoever decides on the record, with the reason for what is not possible', async () => {
    const { number } = await reviewable(api, mother);
    const decisions = ['RETURN_IDENTITY', 'DECIDE_ITEMS', 'REJECT'];
    const expected = ['CLAIM', 'HAND_OVER', ...decisions, 'CORRECT_REGISTRATION', 'REVEAL_DOCUMENT'];
    expect(await allowed(number)).toEqual(expected);
    expect(await allowed(number, admin)).toEqual(expected);
    const refused = (await see(number)).officeActions.find(({ kind }) => kind === 'DECIDE_APPEAL')!;
    expect(refused).toMatchObject({
      allowed: false,
      reason: expect.stringContaining('身份证及户籍信息已验证'),
    });
  });

  test('is nothing to family, city and school, who are told no revision either', async () => {
    const { number } = await reviewable(api, mother);
    for (const kind of ITEMS) await pass(number, kind);
    for (const person of [mother, city, registrar]) {
      expect(await see(number, person)).toMatchObject({
        officeActions: [],
        revision: null,
        submittedInWords: [],
      });
    }
  });

  test('what was submitted is read in words by whoever decides, numbers masked', async () => {
    const { number } = await register(api, mother);
    await mother.request(SubmitDetailsDocument, { number, input: await aDetailsInput(api, { version: 1 }) });
    const record = await see(number);
    const lines = record.submittedInWords.flatMap((section) => section.lines);
    expect(lines.find(({ path }) => path === 'residence.subdistrict')).toMatchObject({ value: '示例街道' });
    expect(lines.find(({ path }) => path.endsWith('.number'))!.value).toMatch(/\*{4}/);
    expect((await see(number, city)).submittedInWords).toEqual([]);
  });
});

describe('a document revealed by itself', () => {
  const reveal = async (
    number: string,
    holder: 'CHILD' | 'FIRST_GUARDIAN' | 'SECOND_GUARDIAN',
    purpose = '与户口簿核对',
    person = officer,
  ) => person.request(RevealDocumentDocument, { number, holder, purpose });

  test('is that of one person, and its look is audited with person and purpose', async () => {
    const { number, input } = await reviewable(api, mother);
    const child = await reveal(number, 'CHILD');
    expect(child.data.revealDocument).toMatchObject({
      documentNumber: input.child.documentNumber,
      phone: null,
    });
    expect(child.body).not.toContain(input.guardian.documentNumber);
    const guardian = await reveal(number, 'FIRST_GUARDIAN', '电话核实身份');
    expect(guardian.data.revealDocument).toMatchObject({
      documentNumber: input.guardian.documentNumber,
      phone: input.guardian.phone,
    });
    const facts = await api.sql<{ facts: object }>(
      `select facts from audit_entry where action = 'DOCUMENT_REVEALED' and record_number = $1 order by id`,
      [number],
    );
    expect(facts.map((row) => row.facts)).toEqual([
      { holder: 'CHILD', purpose: '与户口簿核对' },
      { holder: 'FIRST_GUARDIAN', purpose: '电话核实身份' },
    ]);
  });

  test('is not shown for a purpose that says nothing or names somebody, and nothing is written', async () => {
    const { number, input } = await reviewable(api, mother);
    for (const purpose of [' ', `核对${input.child.name}`, '核对 11999919900315052'])
      expect((await reveal(number, 'CHILD', purpose)).data.revealDocument).toMatchObject({
        __typename: 'Refused',
        refusals: [{ field: 'purpose' }],
      });
    const rows = await api.sql(
      `select 1 from audit_entry where action = 'DOCUMENT_REVEALED' and record_number = $1`,
      [number],
    );
    expect(rows).toHaveLength(0);
  });

  test('is for officers of the district: foreign and absent alike; there may be no second guardian', async () => {
    const { number } = await register(api, mother);
    const other = await staff(api, 'DISTRICT_OFFICER', { district: '02' });
    for (const person of [other, city, registrar, mother]) {
      const foreign = await reveal(number, 'CHILD', '核对', person);
      const absent = await reveal('20260199999999', 'CHILD', '核对', person);
      expect(foreign.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect(foreign.body).toBe(absent.body);
    }
    const none = await reveal(number, 'SECOND_GUARDIAN');
    expect(none.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
