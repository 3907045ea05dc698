import { expect, test } from '@jest/globals';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isUnionType,
  isIntrospectionType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
} from 'graphql';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const isGraphQLField = (
  field: GraphQLField<unknown, unknown> | GraphQLInputField,
): field is GraphQLField<unknown, unknown> => 'args' in field;

/** The contract is kept outside a user's clone: where it isn't there, there is nothing to compare with. */
const CONTRACT = join(process.cwd(), '../shared/contract/contract.graphql');
const emitted = buildSchema(readFileSync(join(process.cwd(), 'schema/schema.graphql'), 'utf8'));

/** What later phases bring: types, fields of types that are here already, and queries and mutations. */
const LATER = {
  types:
    'RecordFilter RecordOrder RecordConnection RecordEdge Dashboard StageCount DistrictCount ServiceCount ProvinceCount DayCount ApiTokenInput ApiToken'.split(
      ' ',
    ),
  fields: {
    Query: ['collectionRecords', 'dashboard'],
    Mutation: ['createApiToken', 'revokeApiToken'],
  } as Record<string, string[]>,
};

/** Names, nullability, arguments and values of everything that the contract has and this phase holds. */
function shape(schema: GraphQLSchema): Record<string, string> {
  const lines: Record<string, string> = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || LATER.types.includes(type.name)) continue;
    if (isEnumType(type))
      lines[type.name] = type
        .getValues()
        .map(({ name }) => name)
        .sort()
        .join(' ');
    if (isUnionType(type))
      lines[type.name] = type
        .getTypes()
        .map(({ name }) => name)
        .sort()
        .join(' ');
    if (isObjectType(type) || isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        if (LATER.fields[type.name]?.includes(field.name)) continue;
        const args = isGraphQLField(field)
          ? field.args
              .map((arg) => `${arg.name}: ${arg.type}`)
              .sort()
              .join(', ')
          : '';
        lines[`${type.name}.${field.name}(${args})`] = String(field.type);
      }
    }
  }
  return lines;
}

(existsSync(CONTRACT) ? test : test.skip)(
  'the emitted schema holds the contract, as far as this phase goes',
  () => {
    expect(shape(emitted)).toMatchObject(shape(buildSchema(readFileSync(CONTRACT, 'utf8'))));
  },
);

test('every type, field, argument and enum value has a description', () => {
  const bare: string[] = [];
  for (const type of Object.values(emitted.getTypeMap())) {
    if (
      isIntrospectionType(type) ||
      ['String', 'Int', 'Float', 'Boolean', 'ID', 'Query', 'Mutation'].includes(type.name)
    )
      continue;
    if (!type.description) bare.push(type.name);
  }
  for (const type of Object.values(emitted.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isEnumType(type))
      bare.push(
        ...type
          .getValues()
          .filter((value) => !value.description)
          .map(({ name }) => `${type.name}.${name}`),
      );
    if (isObjectType(type) || isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        if (!field.description) bare.push(`${type.name}.${field.name}`);
        if (isGraphQLField(field))
          bare.push(
            ...field.args
              .filter((arg) => !arg.description)
              .map((arg) => `${type.name}.${field.name}(${arg.name})`),
          );
      }
    }
  }
  expect(bare).toEqual([]);
});
