import { nameParts } from '@enrolment/rulebook/name-parts.js';
import { personKey, type PersonalDocument } from '@enrolment/rulebook/person.js';
import type { KeyRing } from '../platform/keys.js';

/** The blind indexes by which people are looked up. */
export const documentIndex = (keys: KeyRing, number: string): Buffer => keys.blindIndex('document', number);
/** The same for the person whom a document names, however it is written and under whatever kind: one live record each. */
export const personIndex = (
  keys: KeyRing,
  { documentType, documentNumber, nationality }: PersonalDocument,
): Buffer => keys.blindIndex('document', personKey(documentType, documentNumber, nationality));

export const phoneIndex = (keys: KeyRing, phone: string): Buffer => keys.blindIndex('phone', phone);

/** They are so short that several values share an index, so the database gives no exact counts. */
const SHORT_INDEX_BYTES = 6;

/** A name by the whole of it and by its parts: a part that is looked for is looked up in the same way. */
export const namePartIndex = (keys: KeyRing, part: string): Buffer =>
  keys.blindIndex('name', part).subarray(0, SHORT_INDEX_BYTES);

export const nameIndexes = (keys: KeyRing, name: string): Buffer[] =>
  nameParts(name).map((part) => namePartIndex(keys, part));

/** What two children share who may be one (rulebook/likeness.ts). */
export const likenessIndexes = (keys: KeyRing, texts: readonly string[]): Buffer[] =>
  texts.map((text) => keys.blindIndex('likeness', text).subarray(0, SHORT_INDEX_BYTES));
