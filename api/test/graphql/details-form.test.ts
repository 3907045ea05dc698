import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { DetailsFormDocument } from '@enrolment/schema/client';
import { FORBIDDEN_TO_ASK } from '../../src/rulebook/forbidden-to-ask.js';
import { startApi, type TestApi } from '../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ worker: false });
});
afterAll(() => api.stop());

async function needs(
  service: 'NON_LOCAL_HUKOU' | 'TREATED_AS_LOCAL' | 'LOCAL_HUKOU',
  ground: 'FOREIGN_NATIONAL' | 'POSTDOCTORAL' | null = null,
) {
  const { data } = await api.nobody.request(DetailsFormDocument, { district: '01', service, ground });
  return Object.fromEntries(data.district!.detailsForm.map(({ kind, need }) => [kind, need]));
}

test('the form asks by service and ground: the narrowest row decides', async () => {
  expect(Object.values(await needs('NON_LOCAL_HUKOU'))).toEqual(Array.from({ length: 6 }, () => 'REQUIRED'));
  expect(await needs('LOCAL_HUKOU')).toMatchObject({ HOUSEHOLD: 'REQUIRED', EMPLOYMENT: 'NOT_ASKED' });
  expect(await needs('TREATED_AS_LOCAL', 'POSTDOCTORAL')).toMatchObject({ CHILD: 'REQUIRED' });
  expect(await needs('TREATED_AS_LOCAL', 'FOREIGN_NATIONAL')).toMatchObject({
    CHILD: 'NOT_ASKED',
    HOUSEHOLD: 'NOT_ASKED',
    RESIDENCE: 'REQUIRED',
  });
});

test('no district asks what the ministry forbids to ask, and no input has a place for it', async () => {
  const questions = await api.sql<{
    key: string;
    label: string;
    help: string | null;
    choices: string[] | null;
  }>('select key, label, help, choices from district_question');
  expect(questions.length).toBeGreaterThan(0);
  for (const question of questions) expect(JSON.stringify(question)).not.toMatch(FORBIDDEN_TO_ASK);
  const schema = readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8');
  const inputs = [
    ...schema.matchAll(
      /^input (?:Details|Household|Residence|Employment|SecondGuardian|DistrictAnswer|Child)\w* \{[^}]*\}/gm,
    ),
  ];
  expect(inputs.length).toBeGreaterThanOrEqual(8);
  for (const [input] of inputs) expect(input).not.toMatch(FORBIDDEN_TO_ASK);
});
