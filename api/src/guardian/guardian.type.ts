import { Field, ObjectType } from 'type-graphql';
import { maskDocument, maskPhone } from '../platform/masking.js';
import type { DataKey } from '../platform/keys.js';
import type { GuardianRow } from '../record/record.loaders.js';
import type { DocumentType, GuardianRole, Relation } from '../vocabulary.js';
import { DocumentTypeEnum, GuardianRoleEnum, RelationEnum } from '../vocabulary.type.js';

@ObjectType('Guardian', { description: '监护人 of a child.' })
export class GuardianView {
  constructor(
    private readonly row: GuardianRow,
    private readonly key: DataKey,
  ) {}

  private open(column: string, sealed: Buffer): string {
    return this.key.open(`guardian.${this.row.role}.${column}`, sealed);
  }

  @Field(() => GuardianRoleEnum, { description: '监护人(一) or 监护人(二).' })
  get role(): GuardianRole {
    return this.row.role;
  }

  @Field(() => String, { description: 'Name as on the document.' })
  get name(): string {
    return this.open('name', this.row.name_sealed);
  }

  @Field(() => DocumentTypeEnum, { description: 'Kind of document.' })
  get documentType(): DocumentType {
    return this.row.document_type;
  }

  @Field(() => String, { description: 'Masked for everyone, such as 1199**********0018.' })
  get documentNumber(): string {
    return maskDocument(this.open('document', this.row.document_sealed));
  }

  @Field(() => String, { description: 'Masked, such as 199****0001.' })
  get phone(): string {
    return maskPhone(this.open('phone', this.row.phone_sealed));
  }

  @Field(() => RelationEnum, {
    nullable: true,
    description: 'What the guardian is to the child, once the details say so.',
  })
  get relation(): Relation | null {
    return this.row.relation;
  }
}
