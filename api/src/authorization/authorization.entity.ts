import { defineEntity, p } from '@mikro-orm/core';
import { CollectionRecord } from '../record/record.entity.js';
import { DOCUMENT_TYPES } from '../vocabulary.js';

const AuthorizationSchema = defineEntity({
  name: 'Authorization',
  tableName: 'record_authorization',
  properties: {
    id: p.uuid().primary(),
    record: () => p.manyToOne(CollectionRecord).mapToPk().index('record_authorization_record'),
    documentType: p.enum(() => [...DOCUMENT_TYPES]),
    documentIndex: p.blob(),
    phoneIndex: p.blob(),
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
export class Authorization extends AuthorizationSchema.class {}
AuthorizationSchema.setClass(Authorization);
