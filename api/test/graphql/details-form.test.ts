import { FORBIDDEN_TO_ASK } from '@enrolment/rulebook/forbidden-to-ask.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import {
  ChecklistDocument,
  DetailsFormDocument,
  type ChecklistQueryVariables,
} from '@enrolment/schema/client';
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
  const { GROUND, SUPPORT, ...others } = await needs('NON_LOCAL_HUKOU');
  expect([GROUND, SUPPORT]).toEqual(['NOT_ASKED', 'OPTIONAL']);
  expect(Object.values(others)).toEqual(Array.from({ length: 6 }, () => 'REQUIRED'));
  expect(await needs('LOCAL_HUKOU')).toMatchObject({ HOUSEHOLD: 'REQUIRED', EMPLOYMENT: 'NOT_ASKED' });
  expect(await needs('TREATED_AS_LOCAL', 'POSTDOCTORAL')).toMatchObject({ CHILD: 'REQUIRED' });
  expect(await needs('TREATED_AS_LOCAL', 'FOREIGN_NATIONAL')).toMatchObject({
    CHILD: 'NOT_ASKED',
    HOUSEHOLD: 'NOT_ASKED',
    RESIDENCE: 'REQUIRED',
  });
});

test('what is reviewed and the papers for it follow service, district and ground, in either language', async () => {
  type Asked = Parameters<typeof ask>[0];
  async function ask(variables: ChecklistQueryVariables, language = 'zh-CN') {
    const { data } = await api.nobody.request(ChecklistDocument, variables, { 'accept-language': language });
    return data.district!;
  }
  const papers = async (variables: Asked, kind: string, language?: string) =>
    (await ask(variables, language)).reviewRequirements.find((item) => item.kind === kind)?.papers;
  const nonLocal = { district: '01', service: 'NON_LOCAL_HUKOU' } as const;
  expect((await ask(nonLocal)).reviewRequirements.map(({ kind }) => kind)).toEqual([
    'IDENTITY_AND_HUKOU',
    'HOUSEHOLD_REGISTER',
    'RESIDENCE_PERMIT',
    'RESIDENCE',
    'EMPLOYMENT',
  ]);
  expect(await papers(nonLocal, 'RESIDENCE')).not.toContainEqual(expect.stringContaining('完税'));
  expect(await papers({ ...nonLocal, district: '04' }, 'RESIDENCE')).toContainEqual(
    expect.stringContaining('完税'),
  );
  const treated = { district: '01', service: 'TREATED_AS_LOCAL' } as const;
  expect(await papers({ ...treated, ground: 'POSTDOCTORAL' }, 'GROUND')).toEqual(['博士后在站证明']);
  expect(await papers({ ...treated, ground: 'FOREIGN_NATIONAL' }, 'GROUND', 'en')).toEqual([
    'The child’s passport and residence permit',
  ]);
  expect(await ask(nonLocal, 'en')).toMatchObject({
    deskAddress: 'Desk for primary-school enrolment, 20 Shili Avenue, Dongcheng',
    deskHours: expect.stringMatching(/^Monday to Friday/),
  });

  // A district of its own mind: what a submission is reviewed by and what the list says are the same rows.
  await api.sql(
    `insert into review_requirement (season, service, district_code, kind, label, label_en, position)
     values ((select year from season), 'LOCAL_HUKOU', '05', 'RESIDENCE', '住所', 'Home', 0)`,
  );
  const labels = async (district: string) =>
    (await ask({ district, service: 'LOCAL_HUKOU' })).reviewRequirements.map(({ label }) => label);
  expect(await labels('05')).toEqual(['住所']);
  expect(await labels('06')).toHaveLength(3);
});

test('no district asks what the ministry forbids to ask, and no input has a place for it', async () => {
  const questions = await api.sql('select * from district_question');
  const papers = await api.sql('select * from review_paper');
  for (const asked of [questions, papers]) {
    expect(asked.length).toBeGreaterThan(0);
    for (const one of asked) expect(JSON.stringify(one)).not.toMatch(FORBIDDEN_TO_ASK);
  }
  const schema = readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8');
  const inputs = schema.match(/^input \w+ \{[^}]*\}/gm)!;
  expect(inputs.length).toBeGreaterThanOrEqual(15);
  for (const input of inputs) expect(input).not.toMatch(FORBIDDEN_TO_ASK);
});
