import {
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLSchema,
} from 'graphql';

/** An argument or field that may be left out breaks no client that does not know it. */
const HARMLESS: readonly string[] = [
  DangerousChangeType.OPTIONAL_ARG_ADDED,
  DangerousChangeType.OPTIONAL_INPUT_FIELD_ADDED,
];

export interface SchemaChanges {
  /** Breaking and dangerous changes that are not declared. */
  readonly undeclared: readonly string[];
  /** Declared changes that were not made; their lines could let other changes through unseen. */
  readonly vain: readonly string[];
  readonly declared: readonly string[];
}

/** Lists the changes that may break clients of the released schema, one a line: `FIELD_REMOVED: Query.x was removed.` */
export function findChanges(
  released: GraphQLSchema,
  now: GraphQLSchema,
  declared: readonly string[],
): SchemaChanges {
  const found = [...findBreakingChanges(released, now), ...findDangerousChanges(released, now)]
    .filter(({ type }) => !HARMLESS.includes(type))
    .map(({ type, description }) => `${type}: ${description}`);
  return {
    undeclared: found.filter((line) => !declared.includes(line)).sort(),
    vain: declared.filter((line) => !found.includes(line)),
    declared: declared.filter((line) => found.includes(line)),
  };
}

/** Reads the lines of schema/declared-changes.txt, where `#` begins a remark. */
export const readDeclared = (text: string): string[] =>
  text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));

const DATED = /\b20\d\d-\d\d-\d\d\b/;

/** Lists whatever is deprecated without the day from which it may be removed. */
export function undatedDeprecations(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__')) return [];
    const parts = isEnumType(type)
      ? type.getValues()
      : isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
        ? Object.values(type.getFields()).flatMap((field) => [field, ...('args' in field ? field.args : [])])
        : [];
    return parts
      .filter(({ deprecationReason: reason }) => typeof reason === 'string' && !DATED.test(reason))
      .map(({ name }) => `${type.name}.${name}`);
  });
}
