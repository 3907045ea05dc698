import { isCollectionNumber, normaliseCollectionNumber } from './collection-number.js';
import { toHalfWidth } from './text.js';

/** What a family has in hand at a school's desk: the number of its record, or the code of a printed form. */
export type Brought =
  { readonly kind: 'NUMBER'; readonly number: string } | { readonly kind: 'CODE'; readonly code: string };

/** Longer than any address of a form. */
export const BROUGHT_LENGTH = 300;

/**
 * Reads what was typed or scanned: the number as people group it, the address in the form's QR code, or its last part. Null
 * if it is none of these, a number with a wrong check digit included.
 */
export function readBrought(text: string): Brought | null {
  if (text.length > BROUGHT_LENGTH) return null;
  const number = normaliseCollectionNumber(text).replace(/-/g, '');
  if (isCollectionNumber(number)) return { kind: 'NUMBER', number };
  const code = /^(?:https?:\/\/\S+\/verify\/)?([\w-]{38})\/?$/.exec(toHalfWidth(text).trim())?.[1];
  return code === undefined ? null : { kind: 'CODE', code };
}
