import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  getIntrospectionQuery,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { RecordListDocument } from '@enrolment/schema/client';
import { asRole } from '../../src/database/orm.js';
import { OWN_STATEMENT, SHARED_STATEMENT } from '../../src/platform/cost/figures.js';
import { createSchema } from '../../src/schema.js';
import { aSystem } from '../support/api-tokens.js';
import { startApi, type Person, type TestApi } from '../support/api.js';
import { reviewable, staff } from '../support/reviewable.js';
import { SentStatements } from '../support/statements.js';

let api: TestApi;
let officer: Person;
let administrator: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  administrator = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
});
afterAll(() => api.stop());

interface Told {
  readonly requested: number;
  readonly limit: number;
  readonly perMinute?: { readonly limit: number; readonly remaining: number; readonly resetSeconds: number };
}

interface Answered {
  readonly data?: unknown;
  readonly errors?: { message: string; extensions: { code: string; reason?: string; cost?: object } }[];
  readonly extensions?: { cost?: Told };
}

async function ask(person: Person, query: string, variables = {}, headers: Record<string, string> = {}) {
  const answer = await api.raw(query, variables, {
    ...(person.token ? { authorization: `Bearer ${person.token}` } : {}),
    ...headers,
  });
  const { data, errors, extensions } = JSON.parse(answer.body) as Answered;
  return { status: answer.status, headers: answer.headers, data, errors, cost: extensions?.cost };
}

/** 100 jobs with so many rows each: 11 + 100 × (12 + rows). */
const rows = (first: number) =>
  `{ jobs(first: 100) { nodes { rows(first: ${first}) { nodes { number } } } } }`;
const [BELOW, ABOVE] = [rows(87), rows(88)];

describe('a query of one’s own', () => {
  test('is told what it costs, and is answered just below the limit', async () => {
    const small = await ask(officer, '{ now }');
    expect(small.cost).toEqual({ requested: 10, limit: 10_000 });
    const below = await ask(officer, BELOW);
    expect([below.status, below.errors, below.data]).toEqual([200, undefined, { jobs: { nodes: [] } }]);
    expect(below.cost).toEqual({ requested: 9_911, limit: 10_000 });
  });

  test('just above it is refused before anything is carried out, in the reader’s language', async () => {
    const statements = new SentStatements();
    let english: Awaited<ReturnType<typeof ask>>;
    const sent = await statements.of(async () => {
      english = await ask(officer, ABOVE, {}, { 'accept-language': 'en' });
    });
    statements.stop();
    expect(sent).toEqual([]);
    const { status, data, errors, cost } = english!;
    expect([status, data, cost]).toEqual([400, undefined, { requested: 10_011, limit: 10_000 }]);
    expect(errors).toMatchObject([
      {
        message:
          'This query costs 10011 points, and one request may cost 10000. Please ask for smaller pages (first) or for fewer lists within lists, in several requests.',
        extensions: {
          code: 'BAD_USER_INPUT',
          reason: 'costLimit',
          cost: { requested: 10_011, limit: 10_000 },
        },
      },
    ]);
    const chinese = await ask(officer, ABOVE, {}, { 'accept-language': 'zh-CN' });
    expect(chinese.errors?.[0]?.message).toBe(
      '这次查询要用 10011 点，每次最多 10000 点。请把每页条数（first）改小，或少选几层列表，分几次查询。',
    );
    // Also for clients that take 200 for what is ill-formed.
    expect((await ask(officer, ABOVE, {}, { accept: 'application/json' })).status).toBe(400);
  });

  test('asks for no more than 10,000 entries by pages within pages, whatever it calls them', async () => {
    const lists = 'nodes { rows(first: 100) { nodes { number } } }';
    const spread = 'fragment Rows on Job { rows(first: 100) { nodes { number } } }';
    const asked = [
      rows(100),
      `{ a: jobs(first: 50) { ${lists} } b: jobs(first: 50) { ${lists} } }`,
      `{ jobs(first: 100) { nodes { ...Rows } } } ${spread}`,
      `{ ... on Query { ... { jobs(first: 100) { ... { ${lists} } } } } }`,
      `query { jobs(first: 100) @include(if: true) { ${lists} } }`,
    ];
    for (const query of asked) {
      const { errors, status } = await ask(officer, query);
      expect([query, status, errors?.[0]?.extensions.reason]).toEqual([query, 400, 'costLimit']);
    }
  });

  test('costs what its variables make of it', async () => {
    const query = `query($first: Int = 88) { jobs(first: 100) { nodes { rows(first: $first) { nodes { number } } } } }`;
    expect((await ask(officer, query, { first: 87 })).cost?.requested).toBe(9_911);
    expect((await ask(officer, query, { first: 88 })).status).toBe(400);
    expect((await ask(officer, query)).cost?.requested).toBe(10_011);
    // 50 when it is null.
    expect((await ask(officer, query, { first: null })).cost?.requested).toBe(6_211);
  });

  test('with variables that are none is refused for these, and costs nothing', async () => {
    const query = 'query($first: Int) { jobs(first: $first) { nodes { id } } }';
    for (const first of ['many', {}, 1.5, 2 ** 40]) {
      const { status, errors, cost } = await ask(officer, query, { first });
      expect([status, errors?.[0]?.extensions.code, cost]).toEqual([400, 'BAD_USER_INPUT', undefined]);
      expect(errors?.[0]?.extensions.reason).toBeUndefined();
    }
    const missing = 'query($n: CollectionNumber!) { collectionRecord(number: $n) { number } }';
    expect((await ask(officer, missing)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const { errors } = await ask(officer, query, { first: 101 });
    expect(errors?.[0]?.message).toBe('first must be 1 to 100.');
  });

  test('may ask for the whole schema', async () => {
    const { status, cost } = await ask(officer, getIntrospectionQuery({ inputValueDeprecation: true }));
    expect([status, cost?.requested]).toEqual([200, 1_000]);
  });

  test('is held to it whoever asks, also where the sandbox answers everybody', async () => {
    expect((await ask(api.nobody, ABOVE)).errors?.[0]?.extensions.reason).toBe('costLimit');
    expect((await ask(api.nobody, '{ now }')).cost).toEqual({ requested: 10, limit: 10_000 });
  });
});

test('a document of the site, named by its id, is not weighed for a person', async () => {
  const answer = await officer.request(RecordListDocument, { first: 100 });
  expect([answer.status, answer.errors]).toEqual([200, undefined]);
  expect(JSON.parse(answer.body)).not.toHaveProperty('extensions');
});

describe('a system', () => {
  const LISTED = `query($first: Int) {
    collectionRecords(first: $first) {
      edges { node { number history { at } messages { sentAt } reviewItems { kind } steps { kind } } }
    }
  }`;

  /** A window of its own. */
  const nextMinute = () =>
    api.clock.set(new Date(Math.ceil((api.clock.now().getTime() + 1) / 60_000) * 60_000 + 18_000));

  test('has a budget for each minute, told in its headers and in each answer', async () => {
    const system = await aSystem(api, administrator, { scopes: ['LISTS'] });
    const other = await aSystem(api, administrator, { scopes: ['LISTS'] });
    nextMinute();
    const first = await ask(system, LISTED, { first: 100 });
    const weight = first.cost!.requested;
    expect(weight).toBeGreaterThan(5_000);
    expect(first.cost).toEqual({
      requested: weight,
      limit: 10_000,
      perMinute: { limit: 100_000, remaining: 100_000 - weight, resetSeconds: 42 },
    });
    expect(first.headers).toMatchObject({
      'ratelimit-policy': '"requests";q=600;w=60, "cost";q=100000;w=60',
      ratelimit: `"requests";r=599;t=42, "cost";r=${100_000 - weight};t=42`,
    });
    const affordable = Math.floor(100_000 / weight);
    for (let sent = 1; sent < affordable; sent += 1) {
      expect((await ask(system, LISTED, { first: 100 })).status).toBe(200);
    }
    const left = 100_000 - affordable * weight;
    const refused = await ask(system, LISTED, { first: 100 }, { 'accept-language': 'en' });
    expect([refused.status, refused.headers['retry-after'], refused.data]).toEqual([429, '42', undefined]);
    expect(refused.errors).toMatchObject([
      {
        message: `The queries of one minute may cost 100000 points. This one costs ${weight}, and ${left} are left. Please try again in 42 seconds.`,
        extensions: {
          code: 'RATE_LIMITED',
          reason: 'costBudget',
          retryAfterSeconds: 42,
          cost: { requested: weight, limit: 100_000 },
        },
      },
    ]);
    // What is refused takes nothing; what is small enough still goes, and another system has its own.
    expect(refused.cost?.perMinute?.remaining).toBe(left);
    expect((await ask(system, '{ now }')).cost?.perMinute?.remaining).toBe(left - 10);
    expect((await ask(other, LISTED, { first: 100 })).status).toBe(200);
    api.clock.advance(42);
    expect((await ask(system, LISTED, { first: 100 })).cost?.perMinute?.remaining).toBe(100_000 - weight);
  });

  test('pays for documents of the site as well, and for nothing that is refused as too dear', async () => {
    const system = await aSystem(api, administrator, { scopes: ['LISTS'] });
    nextMinute();
    const named = await system.request(RecordListDocument, { first: 100 });
    const { cost } = (JSON.parse(named.body) as Answered).extensions!;
    expect(cost!.perMinute!.remaining).toBe(100_000 - cost!.requested);
    const dear = await ask(system, ABOVE);
    expect([dear.status, dear.errors?.[0]?.extensions.reason]).toEqual([400, 'costLimit']);
    expect((await ask(system, '{ now }')).cost?.perMinute?.remaining).toBe(100_000 - cost!.requested - 10);
  });
});

describe('a field that sends statements', () => {
  /** Plain fields of a type, or of what it holds; those that must be told something are left out. */
  const select = (type: GraphQLOutputType): string => {
    const named = getNamedType(type);
    if (isLeafType(named)) return '';
    if (!isObjectType(named)) return '{ __typename }';
    const fields = Object.values(named.getFields()).filter((field) => !field.args.some(isRequiredArgument));
    // What sends a statement of its own is asked for by itself.
    const plain = fields.filter(
      (field) => isLeafType(getNamedType(field.type)) && !OWN_STATEMENT.has(`${named.name}.${field.name}`),
    );
    return `{ __typename ${plain.map(({ name }) => name).join(' ')} }`;
  };

  const VALUES: Readonly<Record<string, string>> = { days: '3', service: 'NON_LOCAL_HUKOU' };
  const argumentsOf = (field: GraphQLField<unknown, unknown>) => {
    const required = field.args.filter(isRequiredArgument).map(({ name }) => `${name}: ${VALUES[name]}`);
    return required.length === 0 ? '' : `(${required.join(', ')})`;
  };

  test('is one that the cost knows', async () => {
    const schema = await createSchema();
    // What it has in memory costs no statement, as in a process that serves.
    await api.reference.listen(asRole(api.database.servingUrl, 'enrolment_app'));
    const mother = await api.person('mother-of-costs');
    const { number } = await reviewable(api, mother);
    const city = await staff(api, 'MUNICIPAL_ADMIN');
    const asked: [type: string, person: Person, around: (selection: string) => string][] = [
      ['CollectionRecord', mother, (of) => `{ collectionRecord(number: "${number}") { ${of} } }`],
      ['CollectionRecord', officer, (of) => `{ collectionRecord(number: "${number}") { ${of} } }`],
      ['Dashboard', city, (of) => `{ dashboard { ${of} } }`],
      ['DistrictCount', city, (of) => `{ dashboard { byDistrict { ${of} } } }`],
      ['District', api.nobody, (of) => `{ district(code: "01") { ${of} } }`],
      ['District', officer, (of) => `{ district(code: "01") { ${of} } }`],
      ['Season', api.nobody, (of) => `{ season { ${of} } }`],
      ['Viewer', officer, (of) => `{ viewer { ${of} } }`],
    ];
    const statements = new SentStatements();
    const unknown: string[] = [];
    for (const [name, person, around] of asked) {
      const count = async (selection: string) => {
        const sent = await statements.of(async () => {
          const { errors } = await ask(person, around(selection));
          expect([name, selection, errors]).toEqual([name, selection, undefined]);
        });
        // How the process asks whether it still hears of changes.
        return sent.filter((text) => text !== 'select 1').length;
      };
      await count('__typename');
      const without = await count('__typename');
      for (const field of Object.values((schema.getType(name) as GraphQLObjectType).getFields())) {
        const place = `${name}.${field.name}`;
        const selection = `${field.name}${argumentsOf(field)} ${select(field.type)}`;
        // What is kept from then on is read once.
        await count(selection);
        const sent = await count(selection);
        if (sent > without && !OWN_STATEMENT.has(place) && !SHARED_STATEMENT.has(place)) unknown.push(place);
      }
    }
    statements.stop();
    expect(unknown).toEqual([]);
  });
});
