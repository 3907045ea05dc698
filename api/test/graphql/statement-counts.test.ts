import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  DecisionNoticeDocument,
  MyRecordsDocument,
  RecordDocument,
  RecordExportDocument,
  RejectRecordsDocument,
  RequestWithdrawalCodeDocument,
  SaveDetailsDocument,
  SubmitDetailsDocument,
  CollectionFormDocument,
  WithdrawRecordDocument,
} from '@enrolment/schema/client';
import { aDetailsInput } from '../support/details.js';
import { plantCode, register, startApi, type Person, type TestApi } from '../support/api.js';
import { approved, reviewable, staff } from '../support/reviewable.js';
import { SentStatements } from '../support/statements.js';

/** What each operation may send, its transaction's frame aside: the table of docs/developer-guide/persistence.md. */
const MOST = {
  myRecords: 10,
  collectionRecord: 12,
  saveDetails: 7,
  submitDetails: 10,
  // The names of schools among them, which the trail tells: reference data that are kept, but not here.
  recordExport: 24,
  formUrl: 6,
  PDF: 7,
  decisionNoticeUrl: 3,
  decisionNotice: 7,
  withdrawalCode: 7,
  withdrawal: 6,
};

let api: TestApi;
let mother: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  mother = await api.person('mother');
  await mother.request(MyRecordsDocument);
});
afterAll(() => api.stop());

test('no operation sends more statements than it may', async () => {
  const { number } = await register(api, mother);
  const statements = new SentStatements();
  const sent: Record<string, number> = {};
  const count = async (name: string, work: () => Promise<unknown>) => {
    sent[name] = (await statements.of(work)).length;
  };
  await count('myRecords', () => mother.request(MyRecordsDocument));
  await count('collectionRecord', () => mother.request(RecordDocument, { number }));
  const input = await aDetailsInput(api, { version: 1 });
  await count('saveDetails', () => mother.request(SaveDetailsDocument, { number, input }));
  await count('submitDetails', () =>
    mother.request(SubmitDetailsDocument, { number, input: { ...input, version: 2 } }),
  );
  await count('recordExport', () => mother.request(RecordExportDocument, { number }));
  const { number: printed } = await approved(api, mother);
  await api.sql(`update phase set opens_at = $1 where kind in ('REVIEW', 'FORM_PRINTING')`, [
    new Date(api.clock.now().getTime() - 1000),
  ]);
  let url = '';
  await count('formUrl', async () => {
    url = (await mother.request(CollectionFormDocument, { number: printed })).data.collectionRecord!.formUrl!;
  });
  await count('PDF', () => api.app.inject({ method: 'GET', url: url.replace('http://localhost:4000', '') }));
  const { number: rejected } = await reviewable(api, mother);
  const officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  await officer.request(RejectRecordsDocument, { numbers: [rejected], reason: '就业材料不符' });
  await count('decisionNoticeUrl', async () => {
    const { data } = await mother.request(DecisionNoticeDocument, { number: rejected });
    url = data.collectionRecord!.rejection!.decisionNoticeUrl!;
  });
  await count('decisionNotice', () =>
    api.app.inject({ method: 'GET', url: url.replace('http://localhost:4000', '') }),
  );
  await count('withdrawalCode', () => mother.request(RequestWithdrawalCodeDocument, { number: printed }));
  const { number: leaving, input: leavingInput } = await register(api, mother);
  const code = { purpose: 'WITHDRAWAL', asker: mother.subject, number: leaving };
  const smsCode = await plantCode(api, leavingInput.guardian.phone, code);
  await count('withdrawal', async () => {
    const { data } = await mother.request(WithdrawRecordDocument, { number: leaving, smsCode });
    expect(data.withdrawRecord.__typename).toBe('Withdrawn');
  });
  statements.stop();
  for (const [name, most] of Object.entries(MOST)) {
    expect([name, Math.max(sent[name]!, most)]).toEqual([name, most]);
  }
});
