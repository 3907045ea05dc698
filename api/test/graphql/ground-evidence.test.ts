import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  CollectionFormDocument,
  DecideReviewItemDocument,
  DetailsFormDocument,
  RecordDetailsDocument,
  RecordDocument,
  RecordExportDocument,
  RecordReviewDocument,
  SubmissionReceiptDocument,
  SubmitDetailsDocument,
  type DetailsInput,
} from '@enrolment/schema/client';
import { extractText, getDocumentProxy } from 'unpdf';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { aDetailsInput } from '../support/details.js';
import { staff } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
let officer: Person;
beforeAll(async () => {
  api = await startApi();
  mother = await api.person('mother');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  await api.sql(
    `update phase set opens_at = $1 where district_code = '01' and kind in ('REVIEW', 'FORM_PRINTING')`,
    [new Date(api.clock.now().getTime() - 86_400_000)],
  );
});
afterAll(() => api.stop());

const GROUND = { service: 'TREATED_AS_LOCAL', ground: 'WORK_RESIDENCE_PERMIT' } as const;

async function withEvidence(fields: Partial<NonNullable<DetailsInput['groundEvidence']>> = {}) {
  const year = api.clock.now().getUTCFullYear();
  const details = await aDetailsInput(api, { version: 1, employments: [], residencePermits: [] });
  return {
    ...details,
    groundEvidence: {
      kind: 'WORK_RESIDENCE_PERMIT' as const,
      holder: 'SECOND_GUARDIAN' as const,
      number: '京工居0000123456',
      issuer: '示例区人力社保局',
      validFrom: `${year - 1}-03-01`,
      validUntil: `${year + 1}-02-28`,
      ...fields,
    },
  };
}

async function submit(number: string, input: DetailsInput) {
  const { data } = await mother.request(RecordDocument, { number });
  const { version } = data.collectionRecord!;
  const answer = await mother.request(SubmitDetailsDocument, { number, input: { ...input, version } });
  return answer.data.submitDetails;
}

test('the form asks each ground for its own papers, and the other services for none', async () => {
  const ask = async (variables: Parameters<typeof api.nobody.request<never, never>>[1]) => {
    const { data } = await api.nobody.request(DetailsFormDocument, variables as never);
    const { detailsForm } = (data as { district: { detailsForm: Form } }).district;
    return detailsForm.find(({ kind }) => kind === 'GROUND')!;
  };
  type Form = {
    kind: string;
    need: string;
    fields: { path: string; choices: { value: string }[] | null }[];
  }[];
  const kinds = async (ground: string) =>
    (await ask({ district: '01', service: 'TREATED_AS_LOCAL', ground } as never)).fields
      .find(({ path }) => path === 'groundEvidence.kind')!
      .choices!.map(({ value }) => value);
  expect(await kinds('ONE_PARENT_LOCAL')).toEqual(['LOCAL_HOUSEHOLD_REGISTER']);
  expect(await kinds('FOREIGN_NATIONAL')).toEqual([
    'FOREIGN_RESIDENCE_PERMIT',
    'FOREIGN_PERMANENT_RESIDENCE',
  ]);
  for (const service of ['NON_LOCAL_HUKOU', 'LOCAL_HUKOU']) {
    expect(await ask({ district: '01', service } as never)).toMatchObject({ need: 'NOT_ASKED' });
  }
});

test('a proof that cannot be is refused, with the rule and the field', async () => {
  const { number } = await register(api, mother, GROUND);
  const year = api.clock.now().getUTCFullYear();
  const refused = async (input: DetailsInput) => {
    const answer = await submit(number, input);
    const { refusals } = answer as {
      refusals: { rule: string; field: string | null; wayOut: string | null }[];
    };
    return refusals.map(({ rule, field }) => `${rule} ${field}`);
  };
  expect(await refused({ ...(await withEvidence()), groundEvidence: null })).toContain(
    'required groundEvidence.kind',
  );
  expect(await refused(await withEvidence({ validUntil: `${year - 1}-04-01` }))).toEqual([
    'evidenceExpired groundEvidence.validUntil',
  ]);
  expect(await refused(await withEvidence({ validFrom: `${year + 2}-01-01` }))).toEqual([
    'evidenceEndsBeforeStart groundEvidence.validUntil',
  ]);
  const alone = { secondGuardian: null, noSecondGuardianReason: '单亲' };
  expect(await refused({ ...(await withEvidence()), ...alone })).toEqual([
    'evidenceHolder groundEvidence.holder',
  ]);
  expect(await refused(await withEvidence({ kind: 'FOREIGN_RESIDENCE_PERMIT' }))).toEqual([
    'valueUnknown groundEvidence.kind',
  ]);
});

test('the proof goes the whole way: sent, reviewed, returned, corrected, printed and exported', async () => {
  const { number } = await register(api, mother, GROUND);
  const numbers = [number];
  const input = await withEvidence();
  expect(await submit(number, input)).toMatchObject({ stage: 'SUBMITTED' });
  const { collectionRecord } = (await officer.request(RecordDetailsDocument, { number })).data;
  expect(collectionRecord!.details!.groundEvidence).toEqual({
    ...input.groundEvidence,
    number: '京工居*******456',
  });
  const requestId = await api.requestOf(number);
  await api.app.inject(api.verification.answer({ requestId, outcome: 'PASSED' }, api.clock.now()));

  const decide = async (kind: string, status: string, rest = {}) => {
    const decision = { numbers, kind, status, ...rest } as never;
    const { data } = await officer.request(DecideReviewItemDocument, decision);
    expect(data.decideReviewItem.refused).toEqual([]);
  };
  await decide('GROUND', 'RETURNED', { reason: '工作居住证编号不对', remedy: '照证件再填一次' });
  const { reviewItems } = (await mother.request(RecordReviewDocument, { number })).data.collectionRecord!;
  expect(reviewItems.map(({ kind }) => kind)).toEqual(['IDENTITY_AND_HUKOU', 'GROUND', 'RESIDENCE']);
  const open = (await mother.request(RecordDetailsDocument, { number })).data.collectionRecord!
    .detailsEditing!.open;
  expect(open).toEqual(['GUARDIANS', 'GROUND', 'QUESTIONS']);
  const corrected = { ...input.groundEvidence, number: '京工居0000123457' };
  expect(await submit(number, { ...input, groundEvidence: corrected })).toMatchObject({
    stage: 'IDENTITY_VERIFIED',
  });
  for (const kind of ['GROUND', 'RESIDENCE']) await decide(kind, 'PASSED');

  const { formUrl } = (await mother.request(CollectionFormDocument, { number })).data.collectionRecord!;
  const printed = await api.app.inject({ method: 'GET', url: new URL(formUrl!).pathname });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(printed.rawPayload)), {
    mergePages: true,
  });
  const read = text.replace(/\s/g, '');
  const { number: whole, issuer, validFrom, validUntil } = corrected;
  for (const words of [
    '《北京市工作居住证》',
    '监护人（二）',
    whole,
    issuer,
    `${validFrom}至${validUntil}`,
  ]) {
    expect(read).toContain(words);
  }

  const lines = [
    ['证件或证明', '《北京市工作居住证》'],
    ['持有人', '监护人（二）'],
    ['证件号码', '京工居*******457'],
    ['签发机关', issuer],
    ['有效期自', validFrom],
    ['有效期至', validUntil],
  ];
  const told = (sections: { kind: string; lines: { label: string; value: string }[] }[]) =>
    sections.find(({ kind }) => kind === 'GROUND')?.lines.map(({ label, value }) => [label, value]);
  const { submissionReceipt } = (await mother.request(SubmissionReceiptDocument, { number })).data
    .collectionRecord!;
  expect(told(submissionReceipt!.sections)).toEqual(lines);
  const { recordExport } = (await mother.request(RecordExportDocument, { number })).data;
  expect(told(recordExport.details[0]!.sections)).toEqual(lines);
});
