import { Field, ObjectType } from 'type-graphql';
import { maskDocument, maskPhone } from '../platform/masking.js';
import type { DataKey } from '../platform/keys.js';
import type { GuardianRow } from '../record/record.loaders.js';
import type { DocumentType, GuardianRole, Relation } from '../vocabulary.js';
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

  /** From a row and its record's key. */
  static of(row: GuardianRow, key: DataKey): GuardianView {
    const open = (column: string, sealed: Buffer) => key.open(`guardian.${row.role}.${column}`, sealed);
    return new GuardianView({
      role: row.role,
      name: open('name', row.name_sealed),
      documentType: row.document_type,
      documentNumber: open('document', row.document_sealed),
      phone: open('phone', row.phone_sealed),
      relation: row.relation,
    });
  }

  @Field(() => GuardianRoleEnum, { description: '监护人(一) or 监护人(二).' })
  get role(): GuardianRole {
    return this.guardian.role;
  }

  @Field(() => String, { description: 'Name as on the document.' })
  get name(): string {
    return this.guardian.name;
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
    description: 'What the guardian is to the child, once the details say so.',
  })
  get relation(): Relation | null {
    return this.guardian.relation;
  }
}
