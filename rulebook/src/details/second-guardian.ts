import type { Details } from './details.js';
import { checkDocument, isDocumentType } from '../document.js';
import { checkGuardianOfAge } from '../holder.js';
import { checkName } from '../name.js';
import { isSamePerson, personKey } from '../person.js';
import { checkPhone } from '../phone.js';
import { refuse, type Refusal } from '../refusal.js';
import { RELATIONS, type DocumentType, type Relation } from '../vocabulary.js';

export interface SecondGuardian {
  readonly name: string;
  readonly documentType: DocumentType;
  readonly documentNumber: string;
  readonly phone: string;
  readonly relation: Relation | null;
}

/** The people whom the second guardian must not be. */
export interface OtherPeople {
  readonly child: { readonly documentNumber: string };
  readonly firstGuardian: { readonly documentType: string; readonly documentNumber: string };
}

/** For when their numbers are not at hand: then nobody is taken for either of them. */
const NOBODY: OtherPeople = {
  child: { documentNumber: '' },
  firstGuardian: { documentType: '', documentNumber: '' },
};

/**
 * The second guardian, once name, document and phone are enough to identify somebody; null before. From then
 * on the record has a second guardian, who can be authorised, whether the details are a draft or submitted, until the
 * details name another one or nobody.
 */
export function secondGuardianOf(
  { secondGuardian }: Pick<Details, 'secondGuardian'>,
  now: Date,
  others: OtherPeople = NOBODY,
): SecondGuardian | null {
  if (!secondGuardian) return null;
  const { name, documentType, documentNumber, phone, relation } = secondGuardian;
  if (name === null || documentType === null || documentNumber === null || phone === null) return null;
  if (!isDocumentType(documentType)) return null;
  const refusals = [
    ...checkName(name, ''),
    ...checkSecondDocument(documentType, documentNumber, others, now, ''),
    ...checkPhone(phone, ''),
  ];
  return refusals.length > 0
    ? null
    : {
        name,
        documentType,
        documentNumber,
        phone,
        relation: RELATIONS.find((known) => known === relation) ?? null,
      };
}

/** The second guardian must be of age, and neither the first guardian nor the child. */
export function checkSecondDocument(
  documentType: string,
  number: string,
  { child, firstGuardian }: OtherPeople,
  now: Date,
  field: string,
): Refusal[] {
  // An unknown kind of document has a refusal of its own, beside the number's.
  const misshapen = checkDocument(documentType, number, field).filter((refusal) => refusal.field === field);
  if (misshapen.length > 0) return misshapen;
  if (personKey(documentType, number, null) === personKey(documentType, child.documentNumber, null)) {
    return [refuse('guardianIsChild', { field })];
  }
  const second = { documentType, documentNumber: number, nationality: null };
  if (isSamePerson(second, { ...firstGuardian, nationality: null })) {
    return [refuse('guardiansTheSame', { field })];
  }
  return checkGuardianOfAge(documentType, number, now, field);
}
