import { Field, ObjectType } from 'type-graphql';
import { cursorOf } from './paging.js';

@ObjectType('PageInfo', { description: 'The position of a page within its list.' })
export class PageInfoView {
  @Field(() => Boolean, { description: 'Whether there are more entries after endCursor.' })
  readonly hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether there are entries before startCursor.' })
  readonly hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first entry; null on an empty page.' })
  readonly startCursor: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last entry: pass it as `after` for the next page; null on an empty page.',
  })
  readonly endCursor: string | null;

  constructor(cursors: readonly string[], more: { before: boolean; after: boolean }) {
    this.hasNextPage = more.after;
    this.hasPreviousPage = more.before;
    this.startCursor = cursors[0] ?? null;
    this.endCursor = cursors.at(-1) ?? null;
  }
}

/** What a page shows of its rows, of which one more was read than it holds; `goesOn` says that others were before it. */
export function cutPage<Row>(
  rows: readonly Row[],
  { first, goesOn }: { first: number; goesOn: boolean },
  placeOf: (row: Row) => string,
): { shown: Row[]; pageInfo: PageInfoView } {
  const shown = rows.slice(0, first);
  const cursors = shown.map((row) => cursorOf(placeOf(row)));
  return { shown, pageInfo: new PageInfoView(cursors, { before: goesOn, after: rows.length > first }) };
}
