import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  isUnionType,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** What the arguments of a call are about; whatever else is required is made up. */
export interface Subjects {
  readonly number: string;
  readonly district: string;
  readonly school: string;
  readonly season: number;
  readonly subdistrict: string;
  /** The id of what an operation is about, by the operation’s name. */
  idFor(operation: string): string;
  readonly now: Date;
}

/** Filled in although they could be left out: they say whose it is, or that nothing is to be done. */
const TOLD = ['number', 'numbers', 'district', 'school', 'season', 'dryRun', 'first'];

/** Any operation of the schema, with every argument that it needs, asking for all that can be asked without one. */
export class Asking {
  private readonly schema: GraphQLSchema;
  private readonly subjects: Subjects;

  constructor(schema: GraphQLSchema, subjects: Subjects) {
    this.schema = schema;
    this.subjects = subjects;
  }

  query(name: string): string {
    return `query { ${this.call(this.schema.getQueryType()!, name, 1)} }`;
  }

  mutation(name: string): string {
    return `mutation { ${this.call(this.schema.getMutationType()!, name, 1)} }`;
  }

  /** One field of a record, with all that is in it. */
  fieldOfRecord(field: string): string {
    const record = this.schema.getType('CollectionRecord') as GraphQLObjectType;
    return `query { collectionRecord(number: "${this.subjects.number}") { ${this.call(record, field, 3)} } }`;
  }

  private call(on: GraphQLObjectType, name: string, depth: number): string {
    const { args, type } = on.getFields()[name]!;
    const given = args
      .filter((arg) => (isNonNullType(arg.type) ? arg.defaultValue === undefined : TOLD.includes(arg.name)))
      .map((arg) => `${arg.name}: ${this.literal(arg.type, arg.name, name)}`);
    return `${name}${given.length > 0 ? `(${given.join(', ')})` : ''}${this.selection(getNamedType(type), depth)}`;
  }

  /** Everything of a type that takes no argument; of what is nested, as deep as is said. */
  private selection(type: GraphQLNamedType, depth: number): string {
    if (isScalarType(type) || isEnumType(type)) return '';
    if (isUnionType(type)) {
      const refused = type.getTypes().some((member) => member.name === 'Refused');
      return ` { __typename${refused ? ' ... on Refused { refusals { code rule } }' : ''} }`;
    }
    return ` ${this.fields(type as GraphQLObjectType, depth)}`;
  }

  private fields(type: GraphQLObjectType, depth: number): string {
    const chosen = Object.values(type.getFields())
      .filter(({ args }) => !args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined))
      .flatMap(({ name, type: of }) => {
        const named = getNamedType(of);
        const plain = isScalarType(named) || isEnumType(named);
        if (!plain && depth === 0) return [];
        return [`${name}${this.selection(named, depth - 1)}`];
      });
    return `{ __typename ${chosen.join(' ')} }`;
  }

  private literal(type: GraphQLInputType, name: string, operation: string): string {
    if (isNonNullType(type)) return this.literal(type.ofType, name, operation);
    if (isListType(type)) return `[${this.literal(type.ofType, name, operation)}]`;
    if (isEnumType(type)) {
      const values = type.getValues().map((value) => value.name);
      return type.name === 'ReviewItemKind' ? 'RESIDENCE' : values[0]!;
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields())
        .filter(
          (field) =>
            (isNonNullType(field.type) && field.defaultValue === undefined) || TOLD.includes(field.name),
        )
        .map((field) => `${field.name}: ${this.literal(field.type, field.name, operation)}`);
      return `{ ${fields.join(', ')} }`;
    }
    return this.scalar(type.name, name, operation);
  }

  private scalar(type: string, name: string, operation: string): string {
    const { number, district, school, season, subdistrict, now } = this.subjects;
    if (type === 'Boolean') return name === 'dryRun' ? 'true' : 'false';
    if (type === 'Int') return String(['season', 'year'].includes(name) ? season : 1);
    if (type === 'Float') return '1';
    if (type === 'DateTime') return `"${now.toISOString()}"`;
    if (type === 'Date') return `"${now.toISOString().slice(0, 10)}"`;
    if (type === 'CollectionNumber' || /^numbers?$/.test(name)) return `"${number}"`;
    if (name === 'district' || operation === 'district') return `"${district}"`;
    if (name === 'school') return `"${school}"`;
    if (name === 'subdistricts') return `"${subdistrict}"`;
    if (type === 'ID') return `"${this.subjects.idFor(operation)}"`;
    return '"测试"';
  }
}
