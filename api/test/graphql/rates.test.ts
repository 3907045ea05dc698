import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  RegisterChildDocument,
  RequestCaptchaDocument,
  RevealDocumentsDocument,
  SaveDetailsDocument,
  SubmitDetailsDocument,
  TryBulkDocument,
} from '@enrolment/schema/client';
import { aRegistration, startApi, type Person, type TestApi } from '../support/api.js';
import { RATES } from '../../src/platform/rates/rates.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ worker: false, rates: RATES });
});
afterAll(() => api.stop());

const NUMBER = '20260199999999';

const submits = (person: Person) =>
  person.request(SubmitDetailsDocument, { number: NUMBER, input: { version: 1 } });

/** So many are answered one way or another; the next one is RATE_LIMITED. */
async function limited(most: number, ask: () => ReturnType<Person['request']>) {
  const codes = [];
  for (let n = 0; n <= most; n += 1) {
    const { errors } = (await ask()) as { errors?: { extensions: { code: string } }[] };
    codes.push(errors?.[0]?.extensions.code ?? 'ANSWERED');
  }
  return [codes.slice(0, most).includes('RATE_LIMITED'), codes[most]];
}

test('registrations, robot checks, saves, reveals and dry runs have rates for an account', async () => {
  const input = await aRegistration(api);
  const person = await api.person('in a hurry');
  const officer = await api.person('officer', { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] });
  expect(
    await limited(RATES.REGISTER.account, () => person.request(RegisterChildDocument, { input })),
  ).toEqual([false, 'RATE_LIMITED']);
  expect(await limited(RATES.ROBOT_CHECK.account, () => person.request(RequestCaptchaDocument))).toEqual([
    false,
    'RATE_LIMITED',
  ]);
  expect(
    await limited(RATES.SAVE.account, () =>
      person.request(SaveDetailsDocument, { number: NUMBER, input: { version: 1 } }),
    ),
  ).toEqual([false, 'RATE_LIMITED']);
  // A submission counts as a save, and each of the two is limited by both.
  expect(await limited(0, () => submits(person))).toEqual([false, 'RATE_LIMITED']);
  const another = await api.person('in a hurry to submit');
  expect(await limited(RATES.SAVE.account, () => submits(another))).toEqual([false, 'RATE_LIMITED']);
  expect(
    await limited(RATES.REVEAL.account, () =>
      officer.request(RevealDocumentsDocument, { number: NUMBER, purpose: '核对材料原件' }),
    ),
  ).toEqual([false, 'RATE_LIMITED']);
  expect(
    await limited(RATES.DRY_RUN.account, () =>
      officer.request(TryBulkDocument, { kind: 'CLAIM_RECORDS', numbers: [NUMBER] }),
    ),
  ).toEqual([false, 'RATE_LIMITED']);
});
