import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import {
  ApproveAdmissionsDocument,
  AuditTrailDocument,
  CollectionFormDocument,
  DecideReviewItemDocument,
  FormVerificationDocument,
  GrantAuthorizationDocument,
  PreregisterDocument,
  PublishResultsDocument,
  RecordDocument,
  RecordFileDocument,
  RecordResultDocument,
  RecordReviewDocument,
  SaveDetailsDocument,
  SubmitDetailsDocument,
} from '@enrolment/schema/client';
import { printedCodes } from '../support/printed-codes.js';
import { register, startApi, type TestApi } from '../support/api.js';
import { aDetailsInput } from '../support/details.js';
import { staff } from '../support/reviewable.js';
import { aSecondGuardian, signIn } from '../support/second-guardian.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const DAY_MS = 86_400_000;
const PLACE = { district: '01', service: 'NON_LOCAL_HUKOU' } as const;

/** The district has come to everything that this way needs; nothing else is put in place by hand. */
const openCalendar = () =>
  api.sql(
    `update phase set opens_at = $1 where district_code = '01' and kind in ('REVIEW', 'FORM_PRINTING', 'SCHOOL_PREREGISTRATION', 'RESULT')`,
    [new Date(api.clock.now().getTime() - DAY_MS)],
  );

test('mother, father, district and school go the whole way, from the registration to the result', async () => {
  await openCalendar();
  const mother = await api.person('mother');
  const second = aSecondGuardian();
  const father = await signIn(api, second);
  const officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  const { number, input: registration } = await register(api, mother);
  const numbers = [number];
  const stage = async () => (await mother.request(RecordDocument, { number })).data.collectionRecord!.stage;

  // She begins, and lets him go on.
  const details = await aDetailsInput(api, {
    version: 1,
    secondGuardian: {
      name: second.name,
      documentType: 'RESIDENT_ID',
      documentNumber: second.documentNumber,
      phone: second.phone,
      relation: 'FATHER',
    },
  });
  const { residence, ...drafted } = details;
  await mother.request(SaveDetailsDocument, { number, input: drafted });
  expect(await stage()).toBe('DETAILS_DRAFTED');
  expect((await father.request(RecordDocument, { number })).data.collectionRecord).toBeNull();
  await mother.request(GrantAuthorizationDocument, { number });
  const submit = async (input: typeof details) => {
    const { data } = await father.request(RecordDocument, { number });
    const { version } = data.collectionRecord!;
    const answer = await father.request(SubmitDetailsDocument, { number, input: { ...input, version } });
    return answer.data.submitDetails;
  };
  expect(await submit(drafted as typeof details)).toMatchObject({ __typename: 'Refused' });
  expect(await submit(details)).toMatchObject({ __typename: 'CollectionRecord', stage: 'SUBMITTED' });

  const requestId = await api.requestOf(number);
  await api.app.inject(api.verification.answer({ requestId, outcome: 'PASSED' }, api.clock.now()));
  expect(await stage()).toBe('IDENTITY_VERIFIED');

  const decide = async (kind: string, status: string, rest = {}) => {
    const decision = { numbers, kind, status, ...rest } as never;
    const { data } = await officer.request(DecideReviewItemDocument, decision);
    expect(data.decideReviewItem.refused).toEqual([]);
  };
  await decide('EMPLOYMENT', 'PASSED');
  await decide('RESIDENCE', 'RETURNED', { reason: '备案编号少一位', remedy: '照备案证明再填一次' });
  const { reviewItems } = (await father.request(RecordReviewDocument, { number })).data.collectionRecord!;
  expect(reviewItems.find(({ kind }) => kind === 'RESIDENCE')).toMatchObject({
    status: 'RETURNED',
    reason: '备案编号少一位',
    remedy: '照备案证明再填一次',
  });
  await submit({ ...details, residence: { ...residence!, certificateNumber: '备案2026-00001239' } });
  expect(await stage()).toBe('IDENTITY_VERIFIED');
  expect(
    (await mother.request(CollectionFormDocument, { number })).data.collectionRecord!.formUrl,
  ).toBeNull();
  for (const kind of ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE']) await decide(kind, 'PASSED');
  expect(await stage()).toBe('APPROVED');

  const { formUrl } = (await father.request(CollectionFormDocument, { number })).data.collectionRecord!;
  const printed = await api.app.inject({ method: 'GET', url: new URL(formUrl!).pathname });
  const form = await getDocumentProxy(new Uint8Array(printed.rawPayload));
  const { text } = await extractText(form, { mergePages: true });
  const read = text.replace(/\s/g, '');
  for (const words of [registration.child.name, second.name, second.documentNumber, '备案2026-00001239']) {
    expect(read).toContain(words);
  }
  const [barcode, qrCode] = await printedCodes(await form.getPage(1));
  expect(barcode).toEqual({ format: 'Code128', text: number });
  const code = /\/verify\/([\w-]{38})$/.exec(qrCode!.text)![1]!;
  const verify = async () =>
    (await api.nobody.request(FormVerificationDocument, { code })).data.formVerification;
  expect(await verify()).toMatchObject({ status: 'VALID', number });

  const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
  await registrar.request(PreregisterDocument, { numbers, school: '0101' });
  await officer.request(ApproveAdmissionsDocument, { numbers, outcome: 'ADMITTED', note: '8 月 25 日报到' });
  const resultOf = async (person: typeof mother) =>
    (await person.request(RecordResultDocument, { number })).data.collectionRecord!.admissionResult;
  expect([await resultOf(mother), await resultOf(father)]).toEqual([null, null]);
  await (await staff(api, 'DISTRICT_ADMIN', { district: '01' })).request(PublishResultsDocument, PLACE);
  for (const person of [mother, father]) {
    expect(await resultOf(person)).toMatchObject({
      outcome: 'ADMITTED',
      note: '8 月 25 日报到',
      school: { code: '0101' },
    });
  }
  expect(await verify()).toMatchObject({ status: 'VALID' });

  const { history } = (await mother.request(RecordFileDocument, { number })).data.collectionRecord!;
  const steps = history.map(({ kind }) => kind).filter((kind) => kind !== 'ITEM_PASSED');
  expect(steps).toEqual([
    'REGISTERED',
    'DETAILS_DRAFTED',
    'AUTHORIZATION_GRANTED',
    'DETAILS_SUBMITTED',
    'IDENTITY_VERIFIED',
    'RETURNED',
    'DETAILS_SUBMITTED',
    'IDENTITY_VERIFIED',
    'APPROVED',
    'PREREGISTERED',
    'ADMITTED',
    'RESULT_PUBLISHED',
  ]);
  for (const words of [
    '注册成功',
    '您已授权',
    '需要补充更正',
    '已全部通过',
    '已完成学校预登记',
    '已经公布',
  ]) {
    expect(await api.smsTo(registration.guardian.phone, 1, words)).toHaveLength(1);
  }
  await api.smsTo(second.phone, 1, '您已被授权');
  const { auditTrail } = (await mother.request(AuditTrailDocument, { number })).data;
  expect(JSON.stringify(auditTrail)).not.toContain('officer');
});
