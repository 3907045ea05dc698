import { Field, ObjectType } from 'type-graphql';
import type { GuardianRole } from '../vocabulary.js';
import { GuardianRoleEnum } from '../vocabulary.type.js';
import type { Disclosed } from './disclosure.service.js';

@ObjectType('RevealedGuardian', { description: 'A guardian’s whole numbers.' })
export class RevealedGuardianView {
  @Field(() => GuardianRoleEnum, { description: '监护人(一) or 监护人(二).' })
  readonly role: GuardianRole;

  @Field(() => String, { description: 'Whole document number.' })
  readonly documentNumber: string;

  @Field(() => String, { description: 'Whole phone number.' })
  readonly phone: string;

  constructor({ role, documentNumber, phone }: Disclosed['guardians'][number]) {
    this.role = role;
    this.documentNumber = documentNumber;
    this.phone = phone;
  }
}

@ObjectType('RevealedDocuments', {
  description:
    'Whole numbers: shown to an officer for a purpose that stands in the audit trail, and to who registered the child in a copy of what is held.',
})
export class RevealedDocumentsView {
  @Field(() => String, { description: 'The child’s whole document number.' })
  readonly childDocumentNumber: string;

  @Field(() => [RevealedGuardianView], { description: 'The guardians, the first one first.' })
  readonly guardians: RevealedGuardianView[];

  constructor({ childDocumentNumber, guardians }: Disclosed) {
    this.childDocumentNumber = childDocumentNumber;
    this.guardians = guardians.map((guardian) => new RevealedGuardianView(guardian));
  }
}
