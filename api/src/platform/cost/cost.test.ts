import 'reflect-metadata';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.js';
import { readFileSync } from 'node:fs';
import {
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { createSchema } from '../../schema.js';
import { costOf, isOfPage } from './cost.js';
import { BOUNDED_LISTS, OWN_STATEMENT, SHARED_STATEMENT } from './figures.js';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await createSchema();
});

const cost = (text: string, variables = {}, operationName: string | null = null) =>
  costOf(schema, { document: parse(text), operationName, variables });

describe('a list', () => {
  const fields = () =>
    Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) && !isIntrospectionType(type)
        ? Object.values(type.getFields()).map((field) => ({ place: `${type.name}.${field.name}`, field }))
        : [],
    );
  const bounded = BOUNDED_LISTS.flatMap((lists) => lists.fields);

  test('is a page, or ends for a reason that is written down', () => {
    const lists = fields().filter(({ field }) => isListType(getNullableType(field.type)));
    const others = lists.map(({ place }) => place).filter((place) => !isOfPage(place));
    expect(bounded.toSorted()).toEqual(others.toSorted());
    for (const { because, entries, most, fields } of BOUNDED_LISTS) {
      expect(because).toMatch(/\w/);
      expect(entries).toBeGreaterThan(0);
      expect({ fields, entries: entries <= (most ?? Infinity) }).toEqual({ fields, entries: true });
    }
    // A copy of everything is whole.
    const endless = BOUNDED_LISTS.flatMap(({ most, fields }) => (most === null ? fields : []));
    expect(endless).toEqual(['RecordExport.grants', 'RecordExport.trail']);
  });

  test('that is a page says how long, wherever it is asked for, and has a length when it is not told', () => {
    const pages = fields().filter(({ field }) => getNamedType(field.type).name.endsWith('Connection'));
    expect(pages.length).toBeGreaterThan(5);
    for (const { place, field } of pages) {
      const first = field.args.find(({ name }) => name === 'first');
      expect({ place, type: String(first?.type), default: typeof first?.defaultValue }).toEqual({
        place,
        type: 'Int',
        default: 'number',
      });
    }
  });

  test('and a statement are known by fields that there are', () => {
    const places = new Set(fields().map(({ place }) => place));
    const named = [...bounded, ...OWN_STATEMENT, ...SHARED_STATEMENT];
    expect(named.filter((place) => !places.has(place))).toEqual([]);
    expect(new Set(named.filter((place) => OWN_STATEMENT.has(place) && SHARED_STATEMENT.has(place)))).toEqual(
      new Set(),
    );
  });
});

describe('the cost', () => {
  test('of a page is that of its entries', () => {
    const page = (first: string) => cost(`{ jobs${first} { nodes { id } } }`);
    expect([page('(first: 1)'), page('(first: 10)'), page('(first: 100)')]).toEqual([12, 21, 111]);
    expect(page('')).toBe(page('(first: 50)'));
    expect(page('(first: null)')).toBe(page('(first: 50)'));
  });

  test('of a size that no page has is neither lower than the smallest nor higher than the largest', () => {
    const page = (first: number) => cost(`{ jobs(first: ${first}) { nodes { id } } }`);
    expect([page(0), page(-5), page(1_000_000)]).toEqual([page(1), page(1), page(100)]);
  });

  test('of a page from the end goes by last, of a batch by its numbers', () => {
    expect(cost('{ collectionRecords(last: 100) { edges { cursor } } }')).toBe(111);
    const batch = (n: number) =>
      cost(
        'mutation($n: [CollectionNumber!]!) { rejectRecords(numbers: $n, reason: "x") { refused { number } } }',
        { n: Array.from({ length: n }, (_, i) => String(20260100000000 + i)) },
      );
    expect([batch(1), batch(100)]).toEqual([13, 211]);
    // What a job does is not answered, but the numbers are counted all the same.
    expect(batch(5_000)).toBe(5_111);
  });

  test('multiplies along pages within pages', () => {
    const nested = (rows: number) =>
      cost(`{ jobs(first: 100) { nodes { rows(first: ${rows}) { nodes { number } } } } }`);
    expect([nested(87), nested(88)]).toEqual([9_911, 10_011]);
    expect(nested(100)).toBeGreaterThan(OFFICE_RULES.costLimit.limit);
  });

  test('is the same through variables, their defaults, fragments and another name', () => {
    const plain = cost('{ jobs(first: 77) { nodes { rows(first: 9) { nodes { number } } } } }');
    const same = [
      cost(
        'query($a: Int, $b: Int = 9) { jobs(first: $a) { nodes { rows(first: $b) { nodes { number } } } } }',
        {
          a: 77,
        },
      ),
      cost(
        '{ ...A } fragment A on Query { jobs(first: 77) { nodes { ...B } } } fragment B on Job { rows(first: 9) { nodes { number } } }',
      ),
      cost(
        '{ ... on Query { ... { jobs(first: 77) { nodes { ... on Job { rows(first: 9) { nodes { number } } } } } } } }',
      ),
      cost('{ cheap: jobs(first: 77) { nodes { few: rows(first: 9) { nodes { number } } } } }'),
    ];
    expect(same).toEqual(same.map(() => plain));
  });

  test('of a fragment counts wherever it is spread, under every alias', () => {
    const one = cost('{ jobs(first: 50) { nodes { id } } }');
    const spread = 'fragment P on Query { jobs(first: 50) { nodes { id } } }';
    expect(cost(`{ ...P ...P ...P } ${spread}`)).toBe(3 * one);
    expect(cost('{ a: jobs { nodes { id } } b: jobs { nodes { id } } }')).toBe(2 * one);
  });

  test('of either of two objects is that of the dearer one', () => {
    const refused = cost('mutation { openSeason(year: 2026) { ... on Refused { refusals { message } } } }');
    const both = cost(
      'mutation { openSeason(year: 2026) { ... on Season { year } ... on Refused { refusals { message } } } }',
    );
    expect(both).toBe(refused);
  });

  test('leaves out what is not asked for', () => {
    const text = 'query($all: Boolean!) { now jobs(first: 100) @include(if: $all) { nodes { id } } }';
    expect([cost(text, { all: false }), cost(text, { all: true })]).toEqual([10, 121]);
  });

  test('is that of the operation that is carried out', () => {
    const text = 'query A { now } query B { jobs(first: 100) { nodes { id } } }';
    expect([cost(text, {}, 'A'), cost(text, {}, 'B')]).toEqual([10, 111]);
  });

  test('of the schema is one sum, however it is asked for', () => {
    expect(cost(getIntrospectionQuery({ inputValueDeprecation: true }))).toBe(1_000);
    expect(cost('{ __type(name: "Query") { fields { name } } }')).toBe(1_000);
    expect(cost('{ __typename }')).toBe(0);
  });
});

const registered = JSON.parse(
  readFileSync(new URL('../../../../schema/client/persisted-documents.json', import.meta.url), 'utf8'),
) as Record<string, string>;

/** The most that a variable can ask for: the largest page, the most days, a full batch. */
function most(type: GraphQLInputType, name: string): unknown {
  if (isNonNullType(type)) return most(type.ofType, name);
  if (isListType(type)) {
    return Array.from({ length: name === 'numbers' ? 100 : 1 }, () => most(type.ofType, ''));
  }
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(required.map((field) => [field.name, most(field.type, field.name)]));
  }
  const values: Record<string, unknown> = {
    Int: name === 'days' ? 3_660 : 100,
    Boolean: true,
    Date: '2020-01-31',
    DateTime: '2026-06-01T00:00:00Z',
    CollectionNumber: '20260100000017',
  };
  return values[getNamedType(type).name] ?? 'x';
}

test.each(
  Object.values(registered).map((text) => [
    /(\w+)/.exec(text.slice(text.search(/(query|mutation) /) + 6))![1]!,
    text,
  ]),
)('the site’s operation %s stays below the limit, with the most that it can ask for', (_name, text) => {
  const document = parse(text);
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === 'OperationDefinition',
  )!;
  const variables = Object.fromEntries(
    (operation.variableDefinitions ?? []).map(({ variable, type }) => [
      variable.name.value,
      most(typeFromAST(schema, type as never) as GraphQLInputType, variable.name.value),
    ]),
  );
  const found = costOf(schema, { document, operationName: operation.name!.value, variables });
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThanOrEqual(OFFICE_RULES.costLimit.limit);
});
