import { expect, test } from '@jest/globals';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isRequiredArgument,
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

/**
 * Names, nullability, arguments and values of everything that the contract has. An argument that may
 * be left out and that the contract does not know breaks no client of it, nor does a further value of an enumeration.
 */
function shape(schema: GraphQLSchema, contract = schema): Record<string, string> {
  const lines: Record<string, string> = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isEnumType(type))
      lines[type.name] = type
        .getValues()
        .map(({ name }) => name)
        .filter((name) => hasValue(contract, type.name, name))
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
        const args = isGraphQLField(field)
          ? field.args
              .filter((arg) => isRequiredArgument(arg) || knows(contract, type.name, field.name, arg.name))
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

function hasValue(schema: GraphQLSchema, typeName: string, value: string): boolean {
  const type = schema.getType(typeName);
  return isEnumType(type) && type.getValues().some(({ name }) => name === value);
}

function knows(schema: GraphQLSchema, typeName: string, fieldName: string, argument: string): boolean {
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  return field?.args.some(({ name }) => name === argument) ?? false;
}

(existsSync(CONTRACT) ? test : test.skip)('the emitted schema holds the whole contract', () => {
  const contract = buildSchema(readFileSync(CONTRACT, 'utf8'));
  expect(shape(emitted, contract)).toMatchObject(shape(contract));
});

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
