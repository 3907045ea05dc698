import { maskDocument, maskName, maskPhone } from '@enrolment/rulebook/masking.js';
import type { DocumentType, GuardianRole, Relation } from '@enrolment/rulebook/vocabulary.js';
import { Field, ObjectType } from 'type-graphql';
import { DocumentTypeEnum, GuardianRoleEnum, RelationEnum } from '../vocabulary.type.js';

interface Guardian {
  readonly role: GuardianRole;
  readonly name: string;
  readonly documentType: DocumentType;
  readonly documentNumber: string;
  readonly phone: string;
  readonly relation: Relation | null;
}

@ObjectType('Guardian', { description: '监护人 of a child.' })
export class GuardianView {
  constructor(private readonly guardian: Guardian) {}

  @Field(() => GuardianRoleEnum, { description: '监护人(一) or 监护人(二).' })
  get role(): GuardianRole {
    return this.guardian.role;
  }

  @Field(() => String, { description: 'Name as on the document.' })
  get name(): string {
    return this.guardian.name;
  }

  @Field(() => String, {
    description: 'The name masked, such as 测*甲: for lists and screens that others see.',
  })
  get maskedName(): string {
    return maskName(this.guardian.name);
  }

  @Field(() => DocumentTypeEnum, { description: 'Kind of document.' })
  get documentType(): DocumentType {
    return this.guardian.documentType;
  }

  @Field(() => String, { description: 'Masked for everyone, such as 1199**********0018.' })
  get documentNumber(): string {
    return maskDocument(this.guardian.documentNumber);
  }

  @Field(() => String, { description: 'Masked, such as 199****0001.' })
  get phone(): string {
    return maskPhone(this.guardian.phone);
  }

  @Field(() => RelationEnum, {
    nullable: true,
    description: 'The guardian’s relation to the child; null until the details give it.',
  })
  get relation(): Relation | null {
    return this.guardian.relation;
  }
}
