import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  DetailsFormDocument,
  DecideReviewItemDocument,
  RecordDetailsDocument,
  RecordDocument,
  SaveDetailsDocument,
  SubmissionReceiptDocument,
  SubmitDetailsDocument,
  type DetailsInput,
} from '@enrolment/schema/client';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { dumpDatabase } from '../support/database.js';
import { aDetailsInput } from '../support/details.js';
import { aGuardianDocument } from '../support/people.js';
import { staff } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
let officer: Person;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  mother = await api.person('mother');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
});
afterAll(() => api.stop());

const save = async (number: string, input: DetailsInput, person = mother) =>
  person.request(SaveDetailsDocument, { number, input });
const submit = async (number: string, input: DetailsInput, person = mother) =>
  person.request(SubmitDetailsDocument, { number, input });
const see = async (number: string, person = mother) =>
  (await person.request(RecordDetailsDocument, { number })).data.collectionRecord!;
const refusalsOf = (result: { __typename?: string }) =>
  (result as { refusals?: { code: string; field: string | null }[] }).refusals ?? [];

describe('a draft', () => {
  test('keeps what was typed, half and wrong as it is, and every save is the next version', async () => {
    const { number } = await register(api, mother);
    const first = await save(number, { version: 1, residence: { kind: 'RENTED', address: '示例路' } });
    expect(first.data.saveDetails).toMatchObject({ stage: 'DETAILS_DRAFTED', version: 2 });
    const employments = [{ guardian: 'FIRST', kind: 'EMPLOYED', employerCreditCode: 'abc' } as const];
    const second = await save(number, { version: 2, ethnicity: '01', employments });
    expect(second.data.saveDetails).toMatchObject({ version: 3 });
    const record = await see(number);
    expect(record.detailsDraft).toMatchObject({ ethnicity: '01' });
    expect(record.details).toMatchObject({ draft: true });
  });

  test('names the second guardian, masked, once he can be known', async () => {
    const { number } = await register(api, mother);
    const input = await aDetailsInput(api, { version: 1 });
    await save(number, input);
    const { name, documentNumber } = input.secondGuardian!;
    const { details, detailsDraft } = await see(number);
    expect(details!.secondGuardian).toMatchObject({ name, relation: 'FATHER' });
    expect(details!.secondGuardian!.documentNumber).toMatch(/^1199\*{10}\d{3}[\dX]$/);
    expect(detailsDraft!.secondGuardian).toMatchObject({ documentNumber });
  });

  test('saved on an old version is refused, and nothing is overwritten', async () => {
    const { number } = await register(api, mother);
    await save(number, { version: 1, ethnicity: '01' });
    const stale = await save(number, { version: 1, ethnicity: '56' });
    expect(refusalsOf(stale.data.saveDetails)).toMatchObject([{ code: 'STALE_VERSION', field: 'version' }]);
    expect((await see(number)).detailsDraft).toMatchObject({ ethnicity: '01' });
  });

  test('is nobody else’s to see or save; absent and not yours are the same answer', async () => {
    const { number } = await register(api, mother);
    await save(number, { version: 1, ethnicity: '01' });
    const stranger = await api.person('stranger');
    const here = await save(number, { version: 2 }, stranger);
    const nowhere = await save('20260199999999', { version: 2 }, stranger);
    expect(here.errors![0]!.extensions.code).toBe('FORBIDDEN');
    expect(here.body).toBe(nowhere.body);
    expect(await see(number, officer)).toMatchObject({ details: null, detailsDraft: null });
  });

  test('with an answer that this district does not ask for, or a hidden mark, is refused', async () => {
    const { number } = await register(api, mother);
    const strange = await save(number, { version: 1, answers: [{ key: 'nobody-asks', value: 'x' }] });
    expect(refusalsOf(strange.data.saveDetails)).toHaveLength(1);
    const hidden = await save(number, { version: 1, household: { address: '示例路\ufffd1 号' } });
    expect(refusalsOf(hidden.data.saveDetails)).toHaveLength(1);
    expect((await see(number)).version).toBe(1);
  });

  test('can be saved until the last second of the window, and not one second after', async () => {
    const { number } = await register(api, mother);
    const [window] = await api.sql<{ closes_at: Date }>(
      `select closes_at from phase where district_code = '01' and service = 'NON_LOCAL_HUKOU' and kind = 'DETAILS'`,
    );
    const before = api.clock.now();
    api.clock.set(new Date(window!.closes_at.getTime() - 1_000));
    mother = await api.person('mother');
    expect((await save(number, { version: 1 })).data.saveDetails).toMatchObject({ version: 2 });
    api.clock.set(window!.closes_at);
    mother = await api.person('mother');
    const late = await save(number, { version: 2 });
    expect(refusalsOf(late.data.saveDetails)).toMatchObject([{ code: 'OUTSIDE_WINDOW' }]);
    api.clock.set(before);
  });
});

describe('before it is sent', () => {
  test('what is open and what is missing is told by the very rules of the submission', async () => {
    const { number } = await register(api, mother);
    const all = [
      'CHILD',
      'HOUSEHOLD',
      'RESIDENCE',
      'GUARDIANS',
      'GROUND',
      'EMPLOYMENT',
      'RESIDENCE_PERMIT',
      'SUPPORT',
      'QUESTIONS',
    ];
    const blank = (await see(number)).detailsEditing!;
    expect(blank.open).toEqual(all);
    const refused = refusalsOf((await submit(number, { version: 1 })).data.submitDetails);
    expect(blank.missing).toEqual(refused);
    const input = await aDetailsInput(api, { version: 1 });
    await save(number, input);
    expect((await see(number)).detailsEditing).toMatchObject({ open: all, missing: [] });
    await submit(number, { ...input, version: 2 });
    expect((await see(number)).detailsEditing).toBeNull();
    expect((await see(number, officer)).detailsEditing).toBeNull();
  });
});

describe('a submission', () => {
  test('lists everything that is missing at once and changes nothing', async () => {
    const { number } = await register(api, mother);
    const { data } = await submit(number, { version: 1 });
    const fields = refusalsOf(data.submitDetails).map(({ field }) => field);
    expect(fields.length).toBeGreaterThan(5);
    expect(fields).toEqual(expect.arrayContaining(['ethnicity']));
    expect(await see(number)).toMatchObject({ stage: 'REGISTERED', version: 1 });
  });

  test('goes to the check with its event and items, and gives a receipt', async () => {
    const { number } = await register(api, mother);
    const { data } = await submit(number, await aDetailsInput(api, { version: 1 }));
    expect(data.submitDetails).toMatchObject({
      __typename: 'CollectionRecord',
      stage: 'SUBMITTED',
      version: 2,
    });
    const receipt = await mother.request(SubmissionReceiptDocument, { number });
    expect(receipt.data.collectionRecord!.submissionReceipt).toMatchObject({ number, version: 2 });
    const record = (await mother.request(RecordDocument, { number })).data.collectionRecord!;
    expect(record.history.map(({ kind }) => kind)).toEqual(['REGISTERED', 'DETAILS_SUBMITTED']);
    expect(record.actions.find(({ kind }) => kind === 'EDIT_DETAILS')).toMatchObject({ allowed: false });
    const again = await submit(number, await aDetailsInput(api, { version: 2 }));
    expect(refusalsOf(again.data.submitDetails)).toMatchObject([{ code: 'STAGE_CONFLICT' }]);
  });

  test('the district’s own questions are read in either language, and their answers stay the same', async () => {
    const questionsIn = async (language: string) => {
      const asked = { district: '02', service: 'NON_LOCAL_HUKOU' } as const;
      const { data } = await mother.request(DetailsFormDocument, asked, { 'accept-language': language });
      return data.district!.questions.find(({ key }) => key === 'ORIGINALS')!;
    };
    const [zh, en] = [await questionsIn('zh-CN'), await questionsIn('en')];
    expect(zh).toMatchObject({ label: '原件怎样核验', help: '由居住地街道安排。' });
    expect(en).toMatchObject({ label: 'How shall the originals be checked' });
    expect(en.choices).toEqual(zh.choices);
    expect(en.options!.map(({ value }) => value)).toEqual(zh.choices);
    expect(zh.options!.map(({ label }) => label)).toEqual(zh.choices);
    for (const text of [en.label, en.help, ...en.options!.map(({ label }) => label)]) {
      expect(text).not.toMatch(/\p{Script=Han}/u);
    }

    const { number } = await register(api, mother, { district: '02', child: { residenceDistrict: '02' } });
    const answers = [
      { key: 'INSURED_SINCE', value: '2021-03-01' },
      { key: 'ORIGINALS', value: en.options![0]!.value },
    ];
    const { data } = await submit(number, await aDetailsInput(api, { version: 1, answers }));
    expect(data.submitDetails).toMatchObject({ stage: 'SUBMITTED' });
    const sentIn = async (language: string) => {
      const headers = { 'accept-language': language };
      const receipt = await mother.request(SubmissionReceiptDocument, { number }, headers);
      const sections = receipt.data.collectionRecord!.submissionReceipt!.sections;
      const lines = sections.find(({ kind }) => kind === 'QUESTIONS')!.lines;
      return lines.find(({ path }) => path === 'answers.ORIGINALS');
    };
    expect(await sentIn('zh-CN')).toMatchObject({ label: '原件怎样核验', value: '到街道窗口' });
    expect(await sentIn('en')).toMatchObject({
      label: 'How shall the originals be checked',
      value: 'At the desk of the subdistrict',
    });
  });

  test.each<[string, (input: DetailsInput) => void, string]>([
    [
      'a lease that ends before it starts',
      (input) => void Object.assign(input.residence!, { leaseFrom: '2026-09-01', leaseTo: '2026-03-01' }),
      'residence.leaseTo',
    ],
    [
      'a wrong check character in the credit code',
      (input) => void Object.assign(input.employments![0]!, { employerCreditCode: '91119999MA00000001' }),
      'employments.FIRST.employerCreditCode',
    ],
    [
      'a residence permit that is over',
      (input) => void Object.assign(input.residencePermits![0]!, { validUntil: '2020-01-01' }),
      'residencePermits.FIRST.validUntil',
    ],
    [
      'an ethnic group that does not exist',
      (input) => void Object.assign(input, { ethnicity: '77' }),
      'ethnicity',
    ],
  ])('%s is refused beside its field', async (_name, spoil, field) => {
    const { number } = await register(api, mother);
    const input = await aDetailsInput(api, { version: 1 });
    spoil(input);
    const { data } = await submit(number, input);
    expect(refusalsOf(data.submitDetails).map((refusal) => refusal.field)).toEqual([field]);
    expect((await see(number)).version).toBe(1);
  });

  test('unusual relations are taken once the family has confirmed them', async () => {
    const { number } = await register(api, mother);
    const details = await aDetailsInput(api, { version: 1 });
    details.secondGuardian!.relation = 'MOTHER';
    const saved = await mother.request(SaveDetailsDocument, { number, input: details });
    expect(saved.data.saveDetails).toMatchObject({ version: 2 });
    const { detailsEditing } = await see(number);
    expect(detailsEditing).toMatchObject({ missing: [], firstGuardianSex: 'FEMALE' });
    const unusual = [
      { rule: 'relationNotOfSex', code: 'CONFIRMATION_NEEDED', field: 'secondGuardian.relation' },
      { rule: 'relationTwice', code: 'CONFIRMATION_NEEDED', field: 'secondGuardian.relation' },
    ];
    expect(detailsEditing!.toConfirm).toMatchObject(unusual);
    const input = { ...details, version: 2 };
    const { data } = await submit(number, input);
    expect(refusalsOf(data.submitDetails)).toMatchObject(unusual);
    const confirmed = await submit(number, { ...input, relationsConfirmed: true });
    expect(confirmed.data.submitDetails).toMatchObject({ stage: 'SUBMITTED' });
  });

  test('two guardians with the same document, or a guardian who is the child, are refused', async () => {
    const documentNumber = aGuardianDocument();
    const { number, input } = await register(api, mother, { guardian: { documentNumber } });
    for (const taken of [documentNumber, input.child.documentNumber]) {
      const details = await aDetailsInput(api, { version: 1 });
      details.secondGuardian!.documentNumber = taken;
      const { data } = await submit(number, details);
      expect(refusalsOf(data.submitDetails).map(({ field }) => field)).toEqual([
        'secondGuardian.documentNumber',
      ]);
    }
  });

  test('after a return only what was returned may differ, and only that goes back to review', async () => {
    const { number } = await register(api, mother);
    const input = await aDetailsInput(api, { version: 1 });
    await submit(number, input);
    const requestId = await api.requestOf(number);
    await api.app.inject(api.verification.answer({ requestId, outcome: 'PASSED' }, api.clock.now()));
    await officer.request(DecideReviewItemDocument, {
      numbers: [number],
      kind: 'EMPLOYMENT',
      status: 'PASSED',
    });
    await officer.request(DecideReviewItemDocument, {
      numbers: [number],
      kind: 'RESIDENCE',
      status: 'RETURNED',
      reason: '地址不符',
    });
    expect((await see(number)).detailsEditing).toMatchObject({ open: ['RESIDENCE'], missing: [] });
    const other = { ...input, version: 2, ethnicity: '02' };
    expect(refusalsOf((await submit(number, other)).data.submitDetails)).toMatchObject([
      { code: 'NOT_ALLOWED', field: 'ethnicity' },
    ]);
    const mended = { ...input, version: 2, residence: { ...input.residence, address: '示例路 9 号 2 层' } };
    expect((await submit(number, mended)).data.submitDetails).toMatchObject({ stage: 'IDENTITY_VERIFIED' });
    const items = await api.sql<{ kind: string; status: string }>(
      `select kind, status from review_item i join collection_record r on r.id = i.record_id where r.number = $1 and kind in ('RESIDENCE', 'EMPLOYMENT') order by kind`,
      [number],
    );
    expect(items).toEqual([
      { kind: 'EMPLOYMENT', status: 'PASSED' },
      { kind: 'RESIDENCE', status: 'PENDING' },
    ]);
  });

  test('leaves nothing of what was typed readable in the database or the logs', async () => {
    const { number } = await register(api, mother);
    const input = await aDetailsInput(api, { version: 1 });
    await submit(number, input);
    const dump = `${await dumpDatabase(api.database.url)}\n${api.lines.join('\n')}`;
    const { secondGuardian, residence, residencePermits, household } = input;
    for (const text of [
      secondGuardian!.name,
      secondGuardian!.documentNumber,
      secondGuardian!.phone,
      residence!.address!,
      residence!.certificateNumber!,
      residencePermits![0]!.number!,
      household!.address!,
    ]) {
      expect(dump).not.toContain(text);
    }
  });
});

test('of 50 saves at once on one version exactly one is kept, and the others are told', async () => {
  const { number } = await register(api, mother);
  for (let version = 1; version <= 2; version += 1) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => save(number, { version, noSecondGuardianReason: `理由 ${n}` })),
    );
    const kept = answers.filter(({ data }) => data.saveDetails.__typename === 'CollectionRecord');
    expect(kept).toHaveLength(1);
    const told = answers.flatMap(({ data }) => refusalsOf(data.saveDetails).map(({ code }) => code));
    expect(told).toEqual(Array.from({ length: 49 }, () => 'STALE_VERSION'));
  }
  expect((await see(number)).version).toBe(3);
});
