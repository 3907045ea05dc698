import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  CollectionFormDocument,
  DecideReviewItemDocument,
  DetailsFormDocument,
  OfficeRecordDocument,
  RecordDetailsDocument,
  RecordDocument,
  RecordExportDocument,
  RecordListDocument,
  SubmitDetailsDocument,
  type SupportInput,
} from '@enrolment/schema/client';
import { extractText, getDocumentProxy } from 'unpdf';
import { aSystem } from '../support/api-tokens.js';
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

const SAID = {
  specialEducation: 'ORDINARY_CLASS',
  supportNeeded: '座位靠前，课上使用听力辅具',
  language: '手语',
  siblingSchool: '示例第七小学',
  twinNumber: '20260100001233',
} satisfies SupportInput;
/** What gives it away wherever it stands. */
const TELLING = /ORDINARY_CLASS|随班就读|听力辅具|手语|示例第七小学|2026 ?01 ?0000123 ?3/;

async function submit(number: string, support: SupportInput | null) {
  const { version } = (await mother.request(RecordDocument, { number })).data.collectionRecord!;
  const input = { ...(await aDetailsInput(api, { version })), support };
  return (await mother.request(SubmitDetailsDocument, { number, input })).data.submitDetails;
}

async function submitted(support: SupportInput | null): Promise<string> {
  const { number } = await register(api, mother);
  expect(await submit(number, support)).toMatchObject({ stage: 'SUBMITTED' });
  return number;
}

async function approved(support: SupportInput | null): Promise<string> {
  const number = await submitted(support);
  const requestId = await api.requestOf(number);
  await api.app.inject(api.verification.answer({ requestId, outcome: 'PASSED' }, api.clock.now()));
  for (const kind of ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT'] as const) {
    const passed = { numbers: [number], kind, status: 'PASSED' as const };
    const { data } = await officer.request(DecideReviewItemDocument, passed);
    expect(data.decideReviewItem.refused).toEqual([]);
  }
  return number;
}

async function printed(number: string): Promise<string> {
  const { formUrl } = (await mother.request(CollectionFormDocument, { number })).data.collectionRecord!;
  const file = await api.app.inject({ method: 'GET', url: new URL(formUrl!).pathname });
  const document = await getDocumentProxy(new Uint8Array(file.rawPayload));
  return (await extractText(document, { mergePages: true })).text.replace(/\s/g, '');
}

test('every service asks for it as something to leave out, and each field says why', async () => {
  for (const service of ['NON_LOCAL_HUKOU', 'TREATED_AS_LOCAL', 'LOCAL_HUKOU'] as const) {
    const ground = service === 'TREATED_AS_LOCAL' ? ('POSTDOCTORAL' as const) : null;
    const { data } = await api.nobody.request(DetailsFormDocument, { district: '01', service, ground });
    const block = data.district!.detailsForm.find(({ kind }) => kind === 'SUPPORT')!;
    expect(block.need).toBe('OPTIONAL');
    expect(block.fields.map(({ path, required }) => [path, required])).toEqual(
      Object.keys(SAID).map((name) => [`support.${name}`, false]),
    );
    for (const { why } of block.fields) expect(why).not.toBe('');
  }
});

test('a part of it is enough, nothing of it is needed, and a mistyped number of a twin is refused', async () => {
  await submitted(null);
  await submitted({ language: '手语' });
  const { number } = await register(api, mother);
  expect(await submit(number, { twinNumber: '20260100001234' })).toMatchObject({
    refusals: [{ field: 'support.twinNumber', rule: 'collectionNumberCheck' }],
  });
});

test('the family and the officers of its district read it, and nobody else does, a school and a system among them', async () => {
  const number = await approved(SAID);
  const own = (await mother.request(RecordDetailsDocument, { number })).data.collectionRecord!;
  expect(own.details!.support).toEqual(SAID);
  const admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  for (const person of [officer, admin]) {
    const { details } = (await person.request(RecordDetailsDocument, { number })).data.collectionRecord!;
    expect(details!.support).toEqual(SAID);
    const page = await person.request(OfficeRecordDocument, { number });
    expect(JSON.stringify(page.data)).toMatch(TELLING);
  }
  const system = await aSystem(api, admin, { scopes: ['LISTS', 'DECISIONS'] });
  const others = [
    await staff(api, 'MUNICIPAL_ADMIN'),
    await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' }),
    system,
  ];
  for (const person of others) {
    const { details } = (await person.request(RecordDetailsDocument, { number })).data.collectionRecord!;
    // The rest of the details is there, and nothing tells whether something was said.
    expect(details).toMatchObject({ ethnicity: '01', support: null });
    const pages = [
      await person.request(OfficeRecordDocument, { number }),
      await person.request(RecordListDocument, { filter: { district: '01' } }),
    ];
    expect(JSON.stringify(pages)).not.toMatch(TELLING);
  }
  const elsewhere = await staff(api, 'DISTRICT_OFFICER', { district: '02' });
  const { collectionRecord } = (await elsewhere.request(RecordDetailsDocument, { number })).data;
  expect(collectionRecord).toBeNull();
});

test('it stands on the printed form and in the family’s own copy; a form without it has no room for it', async () => {
  const number = await approved(SAID);
  const form = await printed(number);
  for (const words of ['特别需要', '普通学校随班就读', SAID.supportNeeded, SAID.language, SAID.siblingSchool])
    expect(form).toContain(words);
  const { recordExport } = (await mother.request(RecordExportDocument, { number })).data;
  const lines = recordExport.details[0]!.sections.find(({ kind }) => kind === 'SUPPORT')!.lines;
  expect(lines.map(({ value }) => value)).toEqual(['普通学校随班就读', ...Object.values(SAID).slice(1)]);
  expect(await printed(await approved(null))).not.toContain('特别需要');
});

test('nothing of it can be read in the database', async () => {
  const number = await submitted(SAID);
  const kept = await api.sql<{ content: Buffer }>(
    'select d::text as content from details d join collection_record r on r.id = d.record_id where r.number = $1',
    [number],
  );
  expect(kept).toHaveLength(1);
  expect(String(kept[0]!.content)).not.toMatch(TELLING);
});
