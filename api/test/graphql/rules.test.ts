import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RegisterChildDocument, RulesDocument } from '@enrolment/schema/client';
import { aRegistration, startApi, type TestApi } from '../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

test('a refusal names its rule by the id that the rulebook query gives, where several rules share a code', async () => {
  const { data } = await api.nobody.request(RulesDocument);
  const mother = await api.person('mother');
  const input = await aRegistration(api, { child: { name: '测$试', sex: 'FEMALE' } });
  const answer = await mother.request(RegisterChildDocument, { input });
  if (answer.data.registerChild.__typename !== 'Refused') throw new Error('registered');
  const { refusals } = answer.data.registerChild;
  expect(refusals.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['nameFormat', 'sexMismatch']));
  for (const { rule, code, clause } of refusals) {
    expect(data.rules.find(({ id }) => id === rule)).toMatchObject({ code, clause });
  }
});
