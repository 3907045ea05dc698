import type { Details } from './details.js';
import { checkDocument, isDocumentType } from '../document.js';
import { checkName } from '../name.js';
import { checkPhone } from '../phone.js';
import { RELATIONS, type DocumentType, type Relation } from '../../vocabulary.js';

export interface SecondGuardian {
  readonly name: string;
  readonly documentType: DocumentType;
  readonly documentNumber: string;
  readonly phone: string;
  readonly relation: Relation | null;
}

/**
 * The second guardian once name, document and phone are such that somebody can be known by them; null before. From then
 * on the record has a second guardian, who can be authorised, whether the details are a draft or submitted, until the
 * details name another one or nobody.
 */
export function secondGuardianOf(
  { secondGuardian }: Pick<Details, 'secondGuardian'>,
  others: readonly string[],
): SecondGuardian | null {
  if (!secondGuardian) return null;
  const { name, documentType, documentNumber, phone, relation } = secondGuardian;
  if (name === null || documentType === null || documentNumber === null || phone === null) return null;
  if (!isDocumentType(documentType) || others.includes(documentNumber)) return null;
  const refusals = [
    ...checkName(name, ''),
    ...checkDocument(documentType, documentNumber, ''),
    ...checkPhone(phone, ''),
  ];
  return refusals.length > 0
    ? null
    : {
        ...{ name, documentType, documentNumber, phone },
        relation: RELATIONS.find((known) => known === relation) ?? null,
      };
}
