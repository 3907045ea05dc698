import { NATIONALITIES } from './countries.js';
import { isBuiltLikeResidentId, normaliseDocument } from './document.js';
import { DOCUMENT_TYPES } from './vocabulary.js';

/** A document that identifies somebody: its kind, its number, and the state that issued it, if known. */
export interface PersonalDocument {
  readonly documentType: string;
  readonly documentNumber: string;
  /** ISO 3166-1 alpha-2; null where it is not asked, as for a guardian. */
  readonly nationality: string | null;
}

/**
 * Whom a number names, as text that is the same for the same person. Uniqueness is judged by it.
 *
 * - A number built like a resident ID (GB 11643) is one person's for life, whatever kind of document it was typed under.
 * - Of a travel permit, the letter and eight digits (Hong Kong, Macao) or the eight digits (Taiwan) last for life; the
 *   digits after them count the renewals.
 * - A passport number is unique within the state that issued it (ICAO 9303).
 *
 * The key of everything but these is the number itself, so that an index over plain numbers stays true.
 */
export function personKey(type: string, raw: string, nationality: string | null): string {
  const number = normaliseDocument(raw);
  if (isBuiltLikeResidentId(number)) return number;
  const lifelong = LIFELONG.get(type)?.exec(number);
  if (lifelong) return lifelong[0];
  return type === 'PASSPORT' && nationality !== null ? `${nationality}:${number}` : number;
}

/** All the keys under which a number can be kept while its kind and the state that issued it are not known. */
export function possibleKeys(raw: string): string[] {
  const unknown = DOCUMENT_TYPES.map((type) => personKey(type, raw, null));
  const passports = [...NATIONALITIES].map((nationality) => personKey('PASSPORT', raw, nationality));
  return [...new Set([...unknown, ...passports])];
}

const LIFELONG: ReadonlyMap<string, RegExp> = new Map([
  ['HK_MACAO_PERMIT', /^[HM]\d{8}/],
  ['TAIWAN_PERMIT', /^\d{8}/],
]);

/** Two passports with the same number are taken for one while either's state is not known. */
export function isSamePerson(one: PersonalDocument, other: PersonalDocument): boolean {
  if (normaliseDocument(one.documentNumber) === '' || normaliseDocument(other.documentNumber) === '')
    return false;
  const key = keyBeside(one, other);
  if (key !== keyBeside(other, one)) return false;
  return isBuiltLikeResidentId(key) || one.documentType === other.documentType;
}

const keyBeside = (
  { documentType, documentNumber, nationality }: PersonalDocument,
  other: PersonalDocument,
) => personKey(documentType, documentNumber, other.nationality === null ? null : nationality);
