import type { GuardianRole } from '@enrolment/rulebook/vocabulary.js';
import { Field, ObjectType } from 'type-graphql';
import { GuardianRoleEnum } from '../vocabulary.type.js';
import type { Disclosed } from './disclosure.service.js';

@ObjectType('RevealedGuardian', { description: 'A guardian’s whole numbers.' })
class RevealedGuardianView {
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
    'Whole numbers. An officer sees them for a purpose that is recorded in the audit trail, and the guardian who registered the child sees them in a copy of what is held.',
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

@ObjectType('RevealedDocument', { description: 'The whole numbers of one person of a record.' })
export class RevealedDocumentView {
  @Field(() => String, { description: 'Whole document number.' })
  readonly documentNumber: string;

  @Field(() => String, { nullable: true, description: 'Whole phone number; null for the child.' })
  readonly phone: string | null;

  constructor({ documentNumber, phone }: { documentNumber: string; phone: string | null }) {
    this.documentNumber = documentNumber;
    this.phone = phone;
  }
}
