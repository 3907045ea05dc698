// Its other build brings a second graphql of its own.
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity/cjs';
import {
  getNamedType,
  isIntrospectionType,
  isLeafType,
  isListType,
  getNullableType,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { PAGE_LIMIT } from '../../paging.js';
import { BOUNDED_LISTS, COSTS, MOST_DAYS, OWN_STATEMENT, SHARED_STATEMENT } from './figures.js';

/** What a page holds when neither `first` nor `last` says so. */
const DEFAULT_PAGE = 50;

const BOUNDED = new Map(
  BOUNDED_LISTS.flatMap((lists) => lists.fields.map((field) => [field, lists] as const)),
);

export interface Asked {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * The most that an operation can cost, by its document and variables alone. An object costs 1, a plain field nothing, and
 * what is asked of a list counts for every entry that the list can have.
 */
export function costOf(schema: GraphQLSchema, { document, operationName, variables }: Asked): number {
  return getComplexity({
    schema,
    query: document,
    variables,
    ...(operationName === null ? {} : { operationName }),
    estimators: [estimate],
  });
}

const estimate: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  if (isIntrospectionType(type)) return 0;
  if (field.name.startsWith('__')) return field.name === '__typename' ? 0 : COSTS.introspection;
  const place = `${type.name}.${field.name}`;
  const own = ownCost(place) + listed(args);
  if (isLeafType(getNamedType(field.type))) return own;
  if (isListType(getNullableType(field.type))) return own + entriesOf(place, args) * (1 + childComplexity);
  return own + 1 + pageSize(args) * childComplexity;
};

const isRoot = (place: string): boolean => place.startsWith('Query.') || place.startsWith('Mutation.');

function ownCost(place: string): number {
  if (isRoot(place) || OWN_STATEMENT.has(place)) return COSTS.statement;
  return SHARED_STATEMENT.has(place) ? COSTS.sharedStatement : 0;
}

type Arguments = Readonly<Record<string, unknown>>;

/** How many entries are sent in lists, such as the numbers of a batch. */
const listed = (args: Arguments): number =>
  Object.values(args).reduce<number>((sum, value) => sum + (Array.isArray(value) ? value.length : 0), 0);

/** A page's edges or nodes are counted where the page is asked for. */
function entriesOf(place: string, { days }: Arguments): number {
  const bounded = BOUNDED.get(place);
  if (!bounded) return isOfPage(place) ? 1 : PAGE_LIMIT;
  const { entries, aDay } = bounded;
  return aDay ? entries * between(1, Number(days ?? MOST_DAYS), MOST_DAYS) : entries;
}

export const isOfPage = (place: string): boolean => /^\w+Connection\.(edges|nodes)$/.test(place);

function pageSize({ first, last, numbers }: Arguments): number {
  // Of more than a page holds, a job does the work, and no entries are answered.
  if (Array.isArray(numbers)) return between(1, numbers.length, PAGE_LIMIT);
  if (first === undefined && last === undefined) return 1;
  // An impossible size of a page is refused by the list itself, and lowers nothing here.
  return between(1, Number(last ?? first ?? DEFAULT_PAGE), PAGE_LIMIT);
}

const between = (least: number, value: number, most: number): number =>
  Math.min(most, Math.max(least, value));
