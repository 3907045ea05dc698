import { ApiError } from './platform/errors.js';

/** The largest page, and the size of a page by default. */
export const PAGE_LIMIT = 100;
export const DEFAULT_PAGE = 50;

export function checkPageSize(first: number): number {
  if (first >= 1 && first <= PAGE_LIMIT) return first;
  throw new ApiError('BAD_USER_INPUT', { message: `first must be 1 to ${PAGE_LIMIT}.` });
}

/** A place in a list that is ordered by a number which nothing else has: rows that come or go move no page. */
export const cursorOf = (id: string): string => Buffer.from(`v1:${id}`).toString('base64url');

const NUMBER = /^\d{1,18}$/;
/** An id that grows with time. */
export const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export function placeOf(cursor: string | null, shape = NUMBER, argument = 'after'): string | null {
  if (cursor === null) return null;
  const [, id] = /^v1:(.+)$/.exec(Buffer.from(cursor.slice(0, 80), 'base64url').toString()) ?? [];
  if (id === undefined || !shape.test(id))
    throw new ApiError('BAD_USER_INPUT', { message: `${argument} is not a cursor of this list.` });
  return id;
}

/** A place in a list that is ordered by a moment, and by an id where moments are equal. */
export interface MomentPlace {
  readonly at: Date;
  readonly id: string;
}

const MOMENT = /^\d{1,14}\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
export const momentIn = ({ at, id }: MomentPlace): string => `${at.getTime()}/${id}`;

export function readMoment(after: string | null): MomentPlace | null {
  const place = placeOf(after, MOMENT);
  if (place === null) return null;
  const [at, id] = place.split('/') as [string, string];
  return { at: new Date(Number(at)), id };
}

/** A page of a list, newest first, by ids that grow with time. */
export const pageOf = (first: number | null, after: string | null, size = DEFAULT_PAGE): NewestFirst => ({
  first: checkPageSize(first ?? size),
  before: placeOf(after ?? null, ID),
});

export interface NewestFirst {
  readonly first: number;
  /** The id before which the page begins; null for the first page. */
  readonly before: string | null;
}
