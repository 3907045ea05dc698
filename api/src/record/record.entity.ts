import { defineEntity, p } from '@mikro-orm/core';
import { District } from '../district/district.entity.js';
import { LANGUAGES } from '../rulebook/refusal.js';
import { GROUNDS, SERVICE_KINDS, STAGES } from '../vocabulary.js';

const CollectionRecordSchema = defineEntity({
  name: 'CollectionRecord',
  tableName: 'collection_record',
  properties: {
    id: p.uuid().primary(),
    number: p.string().length(14).unique('collection_number_unique'),
    season: p.smallint(),
    service: p.enum(() => [...SERVICE_KINDS]),
    ground: p.enum(() => [...GROUNDS]).nullable(),
    district: () => p.manyToOne(District).mapToPk().fieldName('district_code').index(false),
    hukouProvince: p.string().length(6).nullable(),
    hukouDistrict: p.string().length(2).nullable(),
    residenceDistrict: p.string().length(2).nullable(),
    stage: p.enum(() => [...STAGES]),
    version: p.integer().default(1),
    noticeVersion: p.string().length(20),
    privacyPolicyVersion: p.string().length(20),
    registeredBy: p.string().length(255).nullable(),
    attemptKey: p.uuid().nullable(),
    attemptHash: p.blob().nullable(),
    keyId: p.string().length(40).nullable(),
    wrappedKey: p.blob().nullable(),
    registeredAt: p.datetime(),
    submittedAt: p.datetime().nullable(),
    withdrawnAt: p.datetime().nullable(),
    language: p.enum(() => [...LANGUAGES]).nullable(),
  },
  indexes: [
    {
      name: 'collection_record_registered_by',
      expression:
        'create index collection_record_registered_by on collection_record (registered_by, registered_at) where registered_by is not null',
    },
  ],
  uniques: [{ name: 'attempt_reused', properties: ['attemptKey'] }],
  checks: [
    { name: 'collection_number_shape', expression: `(number)::text ~ '^[0-9]{14}$'::text` },
    // 一(二)2: one of the two is the chosen district. A tombstone keeps neither.
    {
      name: 'district_mismatch',
      expression:
        '(withdrawn_at is not null) or ((district_code)::text = (residence_district)::text) or ((district_code)::text = (hukou_district)::text)',
    },
    {
      name: 'withdrawn_holds_nothing',
      expression: `(((stage)::text = 'WITHDRAWN'::text) = (withdrawn_at is not null)) and ((withdrawn_at is null) or ((registered_by is null) and (wrapped_key is null) and (attempt_hash is null) and (residence_district is null) and (hukou_district is null) and (hukou_province is null) and (language is null)))`,
    },
  ],
});
/**
 * 采集记录: a child's way through one season. Who the child and the guardians are is sealed in their own rows with the
 * record's own key; when the record is withdrawn those rows and the key go, and this row stays as a tombstone.
 */
export class CollectionRecord extends CollectionRecordSchema.class {}
CollectionRecordSchema.setClass(CollectionRecord);

const RecordEventSchema = defineEntity({
  name: 'RecordEvent',
  tableName: 'record_event',
  properties: {
    id: p.bigint('string').primary().autoincrement(),
    record: () => p.manyToOne(CollectionRecord).mapToPk().index('record_event_record'),
    kind: p.string().length(40),
    at: p.datetime(),
    actor: p.string().length(40),
    fromStage: p.enum(() => [...STAGES]).nullable(),
    toStage: p.enum(() => [...STAGES]),
    note: p.string().length(60).nullable(),
  },
});
/** What happened to a record, oldest first. Append-only by grant, and without personal data: it outlives a withdrawal. */
export class RecordEvent extends RecordEventSchema.class {}
RecordEventSchema.setClass(RecordEvent);
