import {
  ACCESS,
  ACTIONS,
  actionOf,
  PERSONAL_OPERATIONS,
  PUBLIC_OPERATIONS,
} from '@enrolment/rulebook/access.js';
import { makeCollectionNumber } from '@enrolment/rulebook/collection-number.js';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { createSchema } from '../../src/schema.js';
import { hold } from '../../src/record/hold.js';
import { register, startApi, type Person, type TestApi } from '../support/api.js';

const ABSENT = makeCollectionNumber(2026, '01', 9_999_999);

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await createSchema();
});

describe('every query and mutation', () => {
  test('is named in the access table, or said to be everybody’s, once; the table names nothing else', () => {
    const named: string[] = [
      ...ACTIONS.flatMap((action) => ACCESS[action].operations),
      ...PUBLIC_OPERATIONS,
      ...PERSONAL_OPERATIONS,
    ];
    const offered = [schema.getQueryType()!, schema.getMutationType()!].flatMap((type) =>
      Object.keys(type.getFields()),
    );
    expect(named.toSorted()).toEqual(offered.toSorted());
  });

  test('asks at the resolver by the action that the table names, or for no more than a sign-in', () => {
    const { queries, mutations } = getMetadataStorage();
    for (const { schemaName, roles } of [...queries, ...mutations]) {
      const action = actionOf(schemaName);
      const personal = PERSONAL_OPERATIONS.some((name) => name === schemaName) ? [] : undefined;
      expect([schemaName, roles]).toEqual([schemaName, action ? [action] : personal]);
    }
  });
});

/** The error of a call, or the refusal of its one record. */
async function refusalOf(api: TestApi, person: Person, query: string): Promise<string | undefined> {
  const answer = await api.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: person.token ? { authorization: `Bearer ${person.token}` } : {},
    payload: { query },
  });
  const { errors, data } = answer.json<{
    errors?: { extensions: { code: string } }[];
    data?: { done: { refused: { refusal: { code: string } }[] } };
  }>();
  return errors?.[0]!.extensions.code ?? data?.done.refused[0]!.refusal.code;
}

test('a decision is refused record by record to every office, and at once to whoever holds none', async () => {
  const api = await startApi({ worker: false });
  const guardian = await api.person('guardian');
  const other = await api.person('other', { roles: [{ role: 'DISTRICT_ADMIN', district: '02' }] });
  const registrar = await api.person('registrar', {
    roles: [{ role: 'SCHOOL_REGISTRAR', district: '01', school: '0101' }],
  });
  const { number } = await register(api, await api.person('mother'));
  const decisions = [
    'decideIdentityCheck(status: PASSED, numbers: ["#"])',
    'decideReviewItem(kind: RESIDENCE, status: PASSED, numbers: ["#"])',
    'decideReviewItem(kind: IDENTITY_AND_HUKOU, status: PASSED, numbers: ["#"])',
    'rejectRecords(reason: "不符", numbers: ["#"])',
    'approveAdmissions(outcome: ADMITTED, numbers: ["#"])',
  ];
  for (const decision of decisions) {
    for (const one of [number, ABSENT]) {
      const call = `mutation { done: ${decision.replace('#', one)} { refused { refusal { code } } } }`;
      const asked = [api.nobody, guardian, other, registrar].map((person) => refusalOf(api, person, call));
      expect([decision, ...(await Promise.all(asked))]).toEqual([
        decision,
        'UNAUTHENTICATED',
        'FORBIDDEN',
        'NOT_ALLOWED',
        'NOT_ALLOWED',
      ]);
    }
  }
  await api.stop();
});

test('an office of another district waits for no lock of a record here', async () => {
  const api = await startApi({ worker: false });
  const other = await api.person('other', { roles: [{ role: 'DISTRICT_OFFICER', district: '02' }] });
  const { number } = await register(api, await api.person('mother'));
  await api.orm.em.fork().transactional(async (tx) => {
    await hold(tx, number);
    const call = `mutation { done: rejectRecords(reason: "不符", numbers: ["${number}"]) { refused { refusal { code } } } }`;
    expect(await refusalOf(api, other, call)).toBe('NOT_ALLOWED');
  });
  await api.stop();
});

test('what is a city’s is refused to whoever holds no office of the city, and to nobody signed in', async () => {
  const api = await startApi({ worker: false });
  const officer = await api.person('officer', { roles: [{ role: 'DISTRICT_ADMIN', district: '01' }] });
  const calls = [
    'query { retentionDue { kind } }',
    'query { seasonOverviews { records } }',
    'mutation { openSeason(year: 2026) { __typename } }',
    'mutation { closeSeason(year: 2026) { __typename } }',
    'mutation { archiveSeason(year: 2026) { __typename } }',
    'mutation { planSeason(year: 2027, bornFrom: "2020-09-01", bornTo: "2021-08-31") { __typename } }',
    'mutation { setUpCity(files: []) { applied } }',
  ];
  for (const call of calls) {
    expect([call, await refusalOf(api, officer, call), await refusalOf(api, api.nobody, call)]).toEqual([
      call,
      'FORBIDDEN',
      'UNAUTHENTICATED',
    ]);
  }
  await api.stop();
});
