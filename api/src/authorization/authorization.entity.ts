import { DOCUMENT_TYPES, type DocumentType } from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, p, ref } from '@mikro-orm/core';
import { v7 as uuid } from 'uuid';
import { CollectionRecord } from '../record/record.entity.js';

export const AuthorizationSchema = defineEntity({
  name: 'Authorization',
  tableName: 'record_authorization',
  properties: {
    id: p.uuid().primary(),
    record: () => p.manyToOne(CollectionRecord).ref().index('record_authorization_record'),
    documentType: p.enum(() => [...DOCUMENT_TYPES]).$type<DocumentType>(),
    documentIndex: p.blob().$type<Buffer>(),
    phoneIndex: p.blob().$type<Buffer>(),
    grantedAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'one_live_authorization', properties: ['record'], where: 'revoked_at is null' }],
  indexes: [
    {
      name: 'record_authorization_person',
      expression:
        'create index record_authorization_person on record_authorization (document_index, phone_index) where revoked_at is null',
    },
  ],
});
/** 授权: the legal guardian of the details may handle the record; matched by document and phone at every request. */
export class Authorization extends AuthorizationSchema.class {
  constructor(record: CollectionRecord, named: NamedPerson, at: Date) {
    super();
    this.id = uuid();
    this.record = ref(record);
    this.documentType = named.documentType;
    this.documentIndex = named.documentIndex;
    this.phoneIndex = named.phoneIndex;
    this.grantedAt = at;
  }

  /** Whether it authorises this person. */
  names({ documentType, documentIndex, phoneIndex }: NamedPerson): boolean {
    return (
      this.documentType === documentType &&
      this.documentIndex.equals(documentIndex) &&
      this.phoneIndex.equals(phoneIndex)
    );
  }

  revoke(at: Date): void {
    this.revokedAt = at;
  }
}

/** As whom a grant names somebody. */
export interface NamedPerson {
  readonly documentType: DocumentType;
  readonly documentIndex: Buffer;
  readonly phoneIndex: Buffer;
}
AuthorizationSchema.setClass(Authorization);
