import { Field, ObjectType } from 'type-graphql';
import { ApiError } from './platform/errors.js';

/** As many as one page holds. */
export const PAGE_LIMIT = 100;

@ObjectType('PageInfo', { description: 'Where a page of a list stands in it.' })
export class PageInfoView {
  @Field(() => Boolean, { description: 'Whether more follow after endCursor.' })
  readonly hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether something stands before startCursor.' })
  readonly hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first; null on an empty page.' })
  readonly startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last: `after` for the next page.' })
  readonly endCursor: string | null;

  constructor(cursors: readonly string[], more: { before: boolean; after: boolean }) {
    this.hasNextPage = more.after;
    this.hasPreviousPage = more.before;
    this.startCursor = cursors[0] ?? null;
    this.endCursor = cursors.at(-1) ?? null;
  }
}

export function checkPageSize(first: number): number {
  if (first >= 1 && first <= PAGE_LIMIT) return first;
  throw new ApiError('BAD_USER_INPUT', { message: `first must be 1 to ${PAGE_LIMIT}.` });
}

/** A place in a list that is ordered by a number which nothing else has: rows that come or go move no page. */
export const cursorOf = (id: string): string => Buffer.from(`v1:${id}`).toString('base64url');

export function placeOf(cursor: string | null): string | null {
  if (cursor === null) return null;
  const [, id] = /^v1:(\d{1,18})$/.exec(Buffer.from(cursor.slice(0, 80), 'base64url').toString()) ?? [];
  if (id === undefined)
    throw new ApiError('BAD_USER_INPUT', { message: 'after is not a cursor of this list.' });
  return id;
}
