import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  PreregisterDocument,
  RecordDocument,
  RecordListDocument,
  type RecordListQueryVariables,
} from '@enrolment/schema/client';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { listed, numbersOf } from '../support/record-list.js';
import { approved, reviewable, staff, withdraw } from '../support/reviewable.js';
import { SentStatements } from '../support/statements.js';

let api: TestApi;
let mother: Person;
let officer: Person;
let city: Person;
/** Of the officer's district, the first registered first. */
const numbers: string[] = [];
let elsewhere: string;
beforeAll(async () => {
  api = await startApi({ worker: false });
  mother = await api.person('mother');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  city = await staff(api, 'MUNICIPAL_ADMIN');
  for (let n = 0; n < 5; n += 1) numbers.push(await another());
  elsewhere = (await register(api, mother, { district: '02', child: { residenceDistrict: '02' } })).number;
});
afterAll(() => api.stop());

const OLDEST_FIRST = { orderBy: 'REGISTERED_AT_ASC' } as const;

async function another(): Promise<string> {
  api.clock.advance(60);
  return (await register(api, mother)).number;
}

const errorOf = async (person: Person, variables: RecordListQueryVariables = {}) =>
  (await person.request(RecordListDocument, variables)).errors?.[0];
const codeOf = async (person: Person, variables?: RecordListQueryVariables) =>
  (await errorOf(person, variables))?.extensions.code;

describe('who lists what', () => {
  test('an office lists the records of its own district, the last registered first', async () => {
    expect((await listed(officer)).numbers).toEqual([...numbers].reverse());
    expect((await listed(officer, { filter: { district: '02' } })).numbers).toEqual([]);
    expect((await listed(city)).numbers).toEqual([elsewhere, ...numbers.toReversed()]);
    expect((await listed(city, { filter: { district: '02' } })).numbers).toEqual([elsewhere]);
  });

  test('whoever holds offices in two districts lists both', async () => {
    const roles = ['01', '02'].map((district) => ({ role: 'DISTRICT_OFFICER', district }));
    const both = await api.person('officer of two', { roles });
    expect(await numbersOf(both)).toEqual([...numbers, elsewhere].sort());
  });

  test('a family and whoever is not signed in list nothing', async () => {
    expect([await codeOf(mother), await codeOf(api.nobody)]).toEqual(['FORBIDDEN', 'UNAUTHENTICATED']);
  });

  test('what an officer has registered as a mother is not on the lists of her office', async () => {
    const roles = [{ role: 'DISTRICT_OFFICER', district: '01' }];
    expect(await numbersOf(await api.person('mother', { roles }))).toEqual([]);
  });
});

describe('pages', () => {
  test('go forward and back over the same records', async () => {
    const one = await listed(officer, { ...OLDEST_FIRST, first: 2 });
    const two = await listed(officer, { ...OLDEST_FIRST, first: 2, after: one.pageInfo.endCursor });
    const three = await listed(officer, { ...OLDEST_FIRST, first: 2, after: two.pageInfo.endCursor });
    const pages = [one, two, three].map((page) => page.numbers);
    expect(pages).toEqual([numbers.slice(0, 2), numbers.slice(2, 4), numbers.slice(4)]);
    expect(three.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const back = await listed(officer, { ...OLDEST_FIRST, last: 2, before: three.pageInfo.startCursor });
    expect(back.numbers).toEqual(two.numbers);
    expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    const end = await listed(officer, { ...OLDEST_FIRST, last: 2 });
    expect(end.numbers).toEqual(numbers.slice(3));
    expect(end.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  test('go on at their place when records come and go in between', async () => {
    const one = await listed(officer, { ...OLDEST_FIRST, first: 2 });
    await withdraw(api, mother, numbers.splice(1, 1)[0]!);
    numbers.push(await another());
    const two = await listed(officer, { ...OLDEST_FIRST, first: 2, after: one.pageInfo.endCursor });
    expect(two.numbers).toEqual(numbers.slice(1, 3));
    const back = await listed(officer, { ...OLDEST_FIRST, last: 2, before: two.pageInfo.startCursor });
    expect(back.numbers).toEqual(numbers.slice(0, 1));
    expect(back.pageInfo.hasPreviousPage).toBe(false);
  });

  test('of records of the same moment leave none out and show none twice', async () => {
    await api.sql(
      `update collection_record set registered_at = '2026-05-01 08:00:00.123456+08' where district_code = '01'`,
    );
    const seen: string[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page = await listed(officer, { ...OLDEST_FIRST, first: 1, after: after ?? null });
      seen.push(...page.numbers);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor! : null;
    }
    expect(seen).toHaveLength(numbers.length);
    expect([...seen].sort()).toEqual([...numbers].sort());
  });

  test('by submission end with what was never submitted, and the queue begins with what waits longest', async () => {
    api.clock.advance(60);
    const { number: late } = await reviewable(api, mother);
    const { number: early } = await reviewable(api, mother);
    const submit = (number: string, at: string) =>
      api.sql('update collection_record set submitted_at = $2, stage_since = $2 where number = $1', [
        number,
        at,
      ]);
    await submit(late, '2026-05-03T00:00:00Z');
    await submit(early, '2026-05-02T00:00:00Z');
    numbers.push(late, early);
    const bySubmission = await listed(officer, { orderBy: 'SUBMITTED_AT_ASC', first: 3 });
    expect(bySubmission.numbers.slice(0, 2)).toEqual([early, late]);
    const rest = await listed(officer, {
      orderBy: 'SUBMITTED_AT_ASC',
      after: bySubmission.pageInfo.endCursor,
    });
    expect([...bySubmission.numbers, ...rest.numbers].sort()).toEqual([...numbers].sort());
    const queue = await listed(officer, {
      orderBy: 'STAGE_SINCE_ASC',
      filter: { stages: ['SUBMITTED', 'IDENTITY_VERIFIED'] },
    });
    expect(queue.numbers).toEqual([early, late]);
    expect(queue.edges.map(({ node }) => node.stageSince)).toEqual([
      '2026-05-02T00:00:00.000Z',
      '2026-05-03T00:00:00.000Z',
    ]);
  });

  test('hold at most 100 records, and are asked for in one direction', async () => {
    for (const first of [0, -1, 101, 10_000]) expect(await codeOf(officer, { first })).toBe('BAD_USER_INPUT');
    expect(await codeOf(officer, { last: 101 })).toBe('BAD_USER_INPUT');
    const { endCursor } = (await listed(officer)).pageInfo;
    expect(await codeOf(officer, { last: 2, after: endCursor })).toBe('BAD_USER_INPUT');
    expect(await codeOf(officer, { first: 2, before: endCursor })).toBe('BAD_USER_INPUT');
  });

  test('are no way to ten thousand records at once', async () => {
    const page = 'collectionRecords(first: 100) { edges { node { number } } }';
    const asked = Array.from({ length: 100 }, (_, n) => `p${n}: ${page}`).join(' ');
    const { status, errors } = await api.raw(`{ ${asked} }`, undefined, {
      authorization: `Bearer ${officer.token}`,
    });
    expect([status, errors?.[0]?.message]).toEqual([400, expect.stringMatching(/too many/)]);
  });
});

describe('a cursor', () => {
  const refused = async (variables: RecordListQueryVariables) => {
    const error = await errorOf(officer, variables);
    expect(error?.extensions.code).toBe('BAD_USER_INPUT');
    expect(error?.message).toMatch(/not a cursor of this list/);
  };

  test('of another filter, another order or made up is refused in clear words', async () => {
    const { pageInfo } = await listed(officer, { ...OLDEST_FIRST, first: 1 });
    const after = pageInfo.endCursor!;
    await refused({ after });
    await refused({ ...OLDEST_FIRST, after, filter: { service: 'NON_LOCAL_HUKOU' } });
    const bytes = Buffer.from(after, 'base64url');
    bytes[bytes.length - 1]! ^= 1;
    await refused({ ...OLDEST_FIRST, after: bytes.toString('base64url') });
    for (const made of [
      '',
      'x',
      "' or true --",
      'A'.repeat(4_000),
      Buffer.from('v1:1').toString('base64url'),
    ]) {
      await refused({ ...OLDEST_FIRST, after: made });
    }
    const before = { ...OLDEST_FIRST, last: 1, before: 'x' };
    expect((await errorOf(officer, before))?.message).toMatch(/^before is not/);
  });

  test('goes on with the same filter in another sequence and way of writing', async () => {
    const filter = { service: 'NON_LOCAL_HUKOU', hukouProvince: '130000' } as const;
    const { pageInfo } = await listed(officer, { filter, first: 1 });
    const same = {
      hukouProvince: ' 130000 ',
      subdistrict: '',
      service: 'NON_LOCAL_HUKOU',
      stages: [],
    } as const;
    expect(
      (await listed(officer, { filter: { ...same, stages: [] }, after: pageInfo.endCursor })).numbers,
    ).toHaveLength(numbers.length - 1);
  });
});

describe('what a list costs', () => {
  test('50 records cost as many statements as one, and are counted only when that is asked', async () => {
    const statements = new SentStatements();
    const sent = async (first: number, total: boolean) =>
      statements.of(() => listed(officer, { first, total, filter: { service: 'NON_LOCAL_HUKOU' } }));
    await sent(1, true);
    const [one, many, counted] = [await sent(1, false), await sent(50, false), await sent(50, true)];
    statements.stop();
    expect(many.map((text) => text.slice(0, 60))).toEqual(one.map((text) => text.slice(0, 60)));
    const counts = (texts: string[]) => texts.filter((text) => /count\(\*\)::int/.test(text)).length;
    expect([counts(many), counts(counted)]).toEqual([0, 1]);
  });

  test('the total is that of the whole list, whatever the page', async () => {
    const { totalCount, numbers: page } = await listed(officer, { first: 2, total: true });
    expect([totalCount, page.length]).toEqual([numbers.length, 2]);
  });
});

test('a school lists the approved children of its district and those that it has preregistered', async () => {
  const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
  const made: string[] = [];
  for (const school of [null, '0101', '0102']) {
    const { number } = await approved(api, mother);
    made.push(number);
    if (school === null) continue;
    const its = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school });
    await its.request(PreregisterDocument, { numbers: [number], school });
  }
  expect(await numbersOf(registrar)).toEqual(made.slice(0, 2).sort());
  // A single read shows the same ones.
  for (const [place, number] of made.entries()) {
    const { data } = await registrar.request(RecordDocument, { number });
    expect(data.collectionRecord !== null).toBe(place < 2);
  }
  expect(await numbersOf(officer, { school: '0102' })).toEqual(made.slice(2));
});
