import { isCollectionNumber, normaliseCollectionNumber } from './collection-number.js';
import { isDocumentShaped, normaliseDocument } from './document.js';
import { nameParts } from './name-parts.js';
import { possibleKeys } from './person.js';
import { checkPhone, normalisePhone } from './phone.js';

/** What a search text means. */
export type RecordSearch =
  | { readonly kind: 'NUMBER'; readonly number: string }
  | { readonly kind: 'PHONE'; readonly phone: string }
  /** The person keys under which it may be kept: `personKey` of every kind that it fits. */
  | { readonly kind: 'DOCUMENT'; readonly keys: readonly string[] }
  /** Alternatives, any one of which is enough. A name is found by all the parts of one alternative. */
  | { readonly kind: 'NAME'; readonly parts: readonly (readonly string[])[] };

export type SearchKind = RecordSearch['kind'];

const LETTERS = /\p{L}/u;

/**
 * A whole collection number, phone or document number, or at least two characters of a name; null for anything else. Parts
 * of numbers find nothing: only whole ones are known by their blind indexes.
 */
export function readSearch(text: string): RecordSearch | null {
  const number = normaliseCollectionNumber(text);
  if (isCollectionNumber(number)) return { kind: 'NUMBER', number };
  if (checkPhone(text, '').length === 0) return { kind: 'PHONE', phone: normalisePhone(text) };
  const document = normaliseDocument(text);
  if (/\d/.test(document) && isDocumentShaped(document)) {
    return { kind: 'DOCUMENT', keys: possibleKeys(document) };
  }
  const [whole = '', ...parts] = nameParts(text);
  if (!LETTERS.test(whole) || [...whole].length < 2) return null;
  return { kind: 'NAME', parts: parts.length > 0 ? [[whole], parts] : [[whole]] };
}
