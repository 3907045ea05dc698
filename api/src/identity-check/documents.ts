import type { DocumentType, GuardianRole } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { DataKey, KeyRing } from '../platform/keys.js';
import { peopleOf } from '../record/people.js';
import type { CollectionRecord } from '../record/record.entity.js';
import type { VerificationRequest } from './verification-gateway.js';

/** The request about a record. */
export type Questions = Omit<VerificationRequest, 'requestId'>;

interface Person {
  readonly documentType: DocumentType;
  readonly name: string;
  readonly documentNumber: string;
}

/** Everything that is verified: the documents of the child and both guardians, and the hukou. */
export const questionsAbout = (
  child: Person & { readonly birthDate: string },
  guardians: readonly (Person & { readonly role: GuardianRole })[],
  { hukouProvince, hukouDistrict }: Pick<CollectionRecord, 'hukouProvince' | 'hukouDistrict'>,
): Questions => ({
  documents: [
    {
      holder: 'CHILD',
      type: child.documentType,
      name: child.name,
      number: child.documentNumber,
      birthDate: child.birthDate,
    },
    ...guardians.map(({ role, documentType, name, documentNumber }) => ({
      holder: role,
      type: documentType,
      name,
      number: documentNumber,
      birthDate: null,
    })),
  ],
  hukou: { province: hukouProvince ?? null, district: hukouDistrict ?? null },
});

/** All of it as one keyed value: equal as long as nothing of it has changed. */
export const fingerprintOf = (keys: KeyRing, questions: Questions): Buffer =>
  keys.blindIndex('identity-check', JSON.stringify(questions));

/** Opens all that is verified of a live record. */
export async function openDocuments(
  em: EntityManager,
  record: CollectionRecord,
  key: DataKey,
): Promise<Questions> {
  const { child, guardians } = await peopleOf(em, record.id, key);
  return questionsAbout(child, guardians, record);
}
