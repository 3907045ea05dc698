import type { Action } from '@enrolment/rulebook/access.js';
import { readSearch } from '@enrolment/rulebook/record-search.js';
import { Arg, Authorized, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { DEFAULT_PAGE, PAGE_LIMIT } from '../paging.js';
import { ApiError } from '../platform/errors.js';
import { viewOf } from '../record/record.answer.js';
import type { RecordFilters } from './filters.js';
import type { RecordOrder } from './orders.js';
import { RecordFilter, RecordOrderEnum } from './record-list.inputs.js';
import { RecordConnectionView, RecordEdgeView } from './record-list.type.js';

const AT_MOST = `at most ${PAGE_LIMIT}`;

@Resolver()
export class RecordListResolver {
  @Authorized<Action>('LIST_RECORDS')
  @Query(() => RecordConnectionView, {
    description:
      'For district staff, municipal administrators and school registrars: the records that their offices may read, filtered and searched. Pages go forward with `first` and `after`, backward with `last` and `before`; a cursor belongs to one filter and one order. Each page is audited as one look, and shown to the families whose records were on it.',
  })
  async collectionRecords(
    @Arg('filter', () => RecordFilter, { nullable: true, description: 'Which records; all when left out.' })
    filter: RecordFilter | null,
    @Arg('orderBy', () => RecordOrderEnum, {
      nullable: true,
      description: 'In which order; REGISTERED_AT_DESC when left out.',
    })
    orderBy: RecordOrder | null,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: DEFAULT_PAGE,
      description: `How many records from the beginning or after \`after\`, ${AT_MOST}.`,
    })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the page before.' })
    after: string | null,
    @Arg('last', () => Int, {
      nullable: true,
      description: `How many records from the end or before \`before\`, ${AT_MOST}; in place of \`first\`.`,
    })
    last: number | null,
    @Arg('before', () => String, { nullable: true, description: 'The startCursor of the page after.' })
    before: string | null,
    @Ctx() context: Context,
  ): Promise<RecordConnectionView> {
    const { em, services } = context;
    const filters = filtersOf(filter ?? {}, (await context.seasons.present()).year);
    const asked = { first: first ?? null, after: after ?? null, last: last ?? null, before: before ?? null };
    const order = orderBy ?? 'REGISTERED_AT_DESC';
    const { rows, more } = await services.recordLists.page(em, actorOf(context), filters, order, asked);
    const edges = rows.map(({ cursor, record }) => new RecordEdgeView(cursor, viewOf(record, context)));
    return new RecordConnectionView(edges, more, filters);
  }
}

@Resolver(() => RecordConnectionView)
export class RecordTotalResolver {
  @FieldResolver(() => Int, {
    description: 'How many records the whole list has now. They are counted only when this is asked for.',
  })
  totalCount(@Root() { filters }: RecordConnectionView, @Ctx() context: Context): Promise<number> {
    return context.services.recordLists.count(context.em, actorOf(context), filters);
  }
}

/** What is left out, null or empty does not restrict. */
export function filtersOf(
  { season, search, reviewItem, ...rest }: RecordFilter,
  present: number,
): RecordFilters {
  const given = Object.fromEntries(
    Object.entries(rest)
      .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : (value as unknown)] as const)
      .filter(([, value]) => value != null && value !== '' && !(Array.isArray(value) && value.length === 0)),
  ) as Omit<RecordFilters, 'season' | 'search' | 'reviewItem'>;
  const text = search?.trim() ?? '';
  return {
    ...given,
    season: season ?? present,
    ...(reviewItem ? { reviewItem: { kind: reviewItem.kind, status: reviewItem.status ?? null } } : {}),
    ...(text === '' ? {} : { search: searchOf(text) }),
  };
}

function searchOf(text: string) {
  const search = text.length > 200 ? null : readSearch(text);
  if (search) return search;
  throw new ApiError('BAD_USER_INPUT', {
    message:
      'search is a whole collection number, document number or phone, or at least two characters of a name.',
  });
}
