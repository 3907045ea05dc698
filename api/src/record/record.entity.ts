import { LANGUAGES, type Language } from '@enrolment/rulebook/refusal.js';
import { allows, TRANSITIONS, type StageAction } from '@enrolment/rulebook/stages.js';
import {
  type EventKind,
  GROUNDS,
  SERVICE_KINDS,
  STAGES,
  type CheckStatus,
  type ServiceKind,
  type Stage,
  type TreatedAsLocalGround,
  type ViewerRelation,
  type EventActor,
} from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, p, ref } from '@mikro-orm/core';
import { Admission } from '../admission/admission.entity.js';
import { Authorization } from '../authorization/authorization.entity.js';
import { Child } from '../child/child.entity.js';
import { District } from '../district/district.entity.js';
import { Guardian } from '../guardian/guardian.entity.js';
import { IdentityCheck } from '../identity-check/identity-check.entity.js';
import type { Viewer } from '../platform/identity.js';
import type { DataKey, KeyRing } from '../platform/keys.js';
import { Rejection, ReviewItem } from '../review/review.entity.js';

export const CollectionRecordSchema = defineEntity({
  name: 'CollectionRecord',
  tableName: 'collection_record',
  properties: {
    id: p.uuid().primary(),
    number: p.string().length(14).unique('collection_number_unique'),
    season: p.smallint(),
    service: p.enum(() => [...SERVICE_KINDS]).$type<ServiceKind>(),
    ground: p
      .enum(() => [...GROUNDS])
      .$type<TreatedAsLocalGround>()
      .nullable(),
    district: () => p.manyToOne(District).mapToPk().fieldName('district_code').index(false),
    hukouProvince: p.string().length(6).nullable(),
    hukouDistrict: p.string().length(2).nullable(),
    residenceDistrict: p.string().length(2).nullable(),
    /** 街道 of the home as submitted last: plain, so that offices can choose and count by it (decision 0021). */
    residenceSubdistrict: p.text().nullable(),
    stage: p.enum(() => [...STAGES]).$type<Stage>(),
    stageSince: p.datetime().defaultRaw('now()'),
    version: p.integer().default(1),
    /** Grows with everything that is done to it: a decision names the revision that was seen. */
    revision: p.integer().default(1),
    noticeVersion: p.string().length(20),
    privacyPolicyVersion: p.string().length(20),
    registeredBy: p.string().length(255).nullable(),
    attemptKey: p.uuid().nullable(),
    attemptHash: p.blob().$type<Buffer>().nullable(),
    keyId: p.string().length(40).nullable(),
    wrappedKey: p.blob().$type<Buffer>().nullable(),
    registeredAt: p.datetime(),
    submittedAt: p.datetime().nullable(),
    withdrawnAt: p.datetime().nullable(),
    /** Its result is published: a trigger of admissions keeps it, for the lists of those who may not know before. */
    resultTold: p.boolean().default(false),
    /** When it, its details or its review changed last. */
    updatedAt: p.datetime().defaultRaw('now()'),
    language: p
      .enum(() => [...LANGUAGES])
      .$type<Language>()
      .nullable(),
    // The three facts that decide what its family may know of it (record/visibility.ts), in SQL text, as MikroORM takes
    // columns that are read from another table.
    identityStatus: p
      .string()
      .$type<CheckStatus>()
      .formula((_, table) => `(select status from identity_check i where i.record_id = ${table}.id)`)
      .nullable(),
    publishedAt: p
      .datetime()
      .formula((_, table) => `(select published_at from admission a where a.record_id = ${table}.id)`)
      .nullable(),
    reviewOpensAt: p
      .datetime()
      .formula(
        (_, table) => `(select opens_at from phase p where p.season = ${table}.season
          and p.district_code = ${table}.district_code and p.service = ${table}.service and p.kind = 'REVIEW')`,
      )
      .nullable(),
    /** The reader's relation to it, which is set when it is read for somebody (record.service.ts) and never stored. */
    viewerRelation: p.string().$type<ViewerRelation>().persist(false).nullable(),
    child: () => p.oneToOne(Child).mappedBy('record').ref().nullable(),
    guardians: () => p.oneToMany(Guardian).mappedBy('record').orderBy({ role: 'asc' }),
    authorizations: () => p.oneToMany(Authorization).mappedBy('record'),
    identityCheck: () => p.oneToOne(IdentityCheck).mappedBy('record').ref().nullable(),
    reviewItems: () => p.oneToMany(ReviewItem).mappedBy('record').orderBy({ position: 'asc' }),
    rejection: () => p.oneToOne(Rejection).mappedBy('record').ref().nullable(),
    admission: () => p.oneToOne(Admission).mappedBy('record').ref().nullable(),
  },
  indexes: [
    // Lists of the offices (record-list/): by each order, of a district and of the city; the queue; what few records have.
    {
      name: 'collection_record_registered',
      expression:
        'create index collection_record_registered on collection_record (season, district_code, registered_at, id) where withdrawn_at is null',
    },
    {
      name: 'collection_record_registered_city',
      expression:
        'create index collection_record_registered_city on collection_record (season, registered_at, id) where withdrawn_at is null',
    },
    {
      name: 'collection_record_submitted',
      expression: `create index collection_record_submitted on collection_record (season, district_code, coalesce(submitted_at, 'infinity'::timestamptz), id) where withdrawn_at is null`,
    },
    {
      name: 'collection_record_submitted_city',
      expression: `create index collection_record_submitted_city on collection_record (season, coalesce(submitted_at, 'infinity'::timestamptz), id) where withdrawn_at is null`,
    },
    {
      name: 'collection_record_waited',
      expression: `create index collection_record_waited on collection_record (season, district_code, (case when stage in ('PREREGISTERED', 'ADMITTED') then 'infinity'::timestamptz else stage_since end), id) where withdrawn_at is null`,
    },
    {
      name: 'collection_record_waited_city',
      expression: `create index collection_record_waited_city on collection_record (season, (case when stage in ('PREREGISTERED', 'ADMITTED') then 'infinity'::timestamptz else stage_since end), id) where withdrawn_at is null`,
    },
    {
      name: 'collection_record_waiting',
      expression: `create index collection_record_waiting on collection_record (season, (case when stage in ('PREREGISTERED', 'ADMITTED') then 'infinity'::timestamptz else stage_since end), id) where withdrawn_at is null and stage in ('SUBMITTED', 'IDENTITY_VERIFIED', 'APPEALED')`,
    },
    {
      name: 'collection_record_undecided',
      expression: `create index collection_record_undecided on collection_record (season, submitted_at, district_code) where withdrawn_at is null and stage in ('SUBMITTED', 'IDENTITY_VERIFIED', 'APPEALED')`,
    },
    {
      name: 'collection_record_undecided_registered',
      expression: `create index collection_record_undecided_registered on collection_record (season, registered_at, id) where withdrawn_at is null and stage in ('SUBMITTED', 'IDENTITY_VERIFIED', 'APPEALED')`,
    },
    {
      name: 'collection_record_listed',
      expression: `create index collection_record_listed on collection_record (season, (case when stage = 'ADMITTED' and not result_told then 'PREREGISTERED' else stage end), registered_at, id) where withdrawn_at is null`,
    },
    {
      name: 'collection_record_by_province',
      expression:
        'create index collection_record_by_province on collection_record (season, hukou_province) where withdrawn_at is null',
    },
    {
      name: 'collection_record_by_subdistrict',
      expression:
        'create index collection_record_by_subdistrict on collection_record (season, residence_subdistrict) where residence_subdistrict is not null',
    },
    {
      name: 'collection_record_by_ground',
      expression:
        'create index collection_record_by_ground on collection_record (season, ground) where withdrawn_at is null and ground is not null',
    },
    {
      name: 'collection_record_by_change',
      expression:
        'create index collection_record_by_change on collection_record (season, updated_at) where withdrawn_at is null',
    },
    // Reminders, in pages.
    {
      name: 'collection_record_by_turn',
      expression:
        'create index collection_record_by_turn on collection_record (season, district_code, service, stage, id) where withdrawn_at is null',
    },
    {
      name: 'collection_record_registered_by',
      expression:
        'create index collection_record_registered_by on collection_record (registered_by, registered_at) where registered_by is not null',
    },
  ],
  uniques: [
    { name: 'attempt_reused', properties: ['attemptKey'] },
    // Child and guardians refer to both: their season is their record's.
    { name: 'record_of_season', properties: ['id', 'season'] },
  ],
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
      expression: `(((stage)::text = 'WITHDRAWN'::text) = (withdrawn_at is not null)) and ((withdrawn_at is null) or ((registered_by is null) and (wrapped_key is null) and (attempt_hash is null) and (residence_district is null) and (residence_subdistrict is null) and (hukou_district is null) and (hukou_province is null) and (language is null)))`,
    },
  ],
});
/** What a record no longer holds once it is withdrawn or its time is over: `withdrawn_holds_nothing`. */
export const TOMBSTONE = {
  registeredBy: null,
  hukouProvince: null,
  hukouDistrict: null,
  residenceDistrict: null,
  residenceSubdistrict: null,
  attemptHash: null,
  language: null,
  keyId: null,
  wrappedKey: null,
} as const satisfies { readonly [Property in keyof CollectionRecord]?: null };

/**
 * 采集记录: a child's way through one season. Who the child and the guardians are is sealed in their own rows with the
 * record's own key; when the record is withdrawn those rows and the key go, and this row stays as a tombstone.
 */
export class CollectionRecord extends CollectionRecordSchema.class {
  /** The officer who acts on it for the family, at the desk; set when it is held for her and never stored. */
  declare assistant?: NonNullable<Viewer['atDesk']>;

  static register(given: NewRecord): { record: CollectionRecord; key: DataKey } {
    const { key, keyId, wrappedKey } = given.keys.create(given.id);
    const record = new CollectionRecord();
    record.id = given.id;
    record.number = given.number;
    record.season = given.season;
    record.service = given.service;
    record.ground = given.ground;
    record.district = given.district;
    record.settle(given.residence);
    record.stage = 'REGISTERED';
    record.stageSince = given.at;
    record.noticeVersion = given.consent.noticeVersion;
    record.privacyPolicyVersion = given.consent.privacyPolicyVersion;
    record.registeredBy = given.registeredBy;
    record.attemptKey = given.attempt.key;
    record.attemptHash = given.attempt.hash;
    record.keyId = keyId;
    record.wrappedKey = wrappedKey;
    record.registeredAt = given.at;
    record.resultTold = false;
    record.language = given.language;
    record.viewerRelation = 'REGISTRANT';
    return { record, key };
  }

  /** 户籍所在地 and 居住地. */
  private settle({ hukouProvince, hukouDistrict, residenceDistrict }: Residence): void {
    this.hukouProvince = hukouProvince;
    this.hukouDistrict = hukouDistrict;
    this.residenceDistrict = residenceDistrict;
  }

  /** An office has corrected the registration: whoever has it open must read it again. */
  correct(residence: Residence): void {
    this.settle(residence);
    this.version = (this.version ?? 1) + 1;
  }

  /** The data key of this record; it is gone with a withdrawal. */
  keyFrom(keys: KeyRing): DataKey {
    return keys.keyOf(this);
  }

  /** After its step WITHDRAW: a tombstone, which says nothing about anybody. */
  erase(now: Date): void {
    this.withdrawnAt = now;
    this.version = (this.version ?? 1) + 1;
    Object.assign(this, TOMBSTONE);
  }

  /** Takes a step, for whoever holds the record: sets the stage and returns the event that tells of it. */
  take(action: StageAction, by: EventBy): RecordEvent {
    if (!allows(action, this.stage)) throw new Error(`no ${action} from ${this.stage}`);
    const from = this.stage;
    const { to, event } = TRANSITIONS[action];
    this.stage = to;
    this.stageSince = by.at;
    this.touch(by.at);
    return new RecordEvent(this, event, from, by);
  }

  /** Counts a change, so that a decision about the earlier state is refused. */
  touch(now: Date): void {
    this.revision = (this.revision ?? 1) + 1;
    this.updatedAt = now;
  }

  /** What happened without a change of stage: a grant, a decided item, a correction. */
  note(kind: EventKind, by: EventBy): RecordEvent {
    this.touch(by.at);
    return new RecordEvent(this, kind, kind === 'REGISTERED' ? null : this.stage, by);
  }
}

/** The actor as the history names them. */
interface EventBy {
  /** Guardians by which of the two they are, staff by their office: never a person. */
  readonly actor: EventActor;
  readonly at: Date;
  /** A word of the vocabulary, such as the kind of a review item: it outlives a withdrawal, so nothing about anybody. */
  readonly note?: string;
}

export interface Residence {
  readonly hukouProvince: string | null;
  readonly hukouDistrict: string | null;
  readonly residenceDistrict: string;
}

export interface NewRecord {
  readonly keys: KeyRing;
  readonly id: string;
  readonly number: string;
  readonly season: number;
  readonly service: ServiceKind;
  readonly ground: TreatedAsLocalGround | null;
  readonly district: string;
  readonly residence: Residence;
  readonly consent: { readonly noticeVersion: string; readonly privacyPolicyVersion: string };
  readonly registeredBy: string;
  readonly attempt: { readonly key: string; readonly hash: Buffer };
  readonly at: Date;
  readonly language: Language;
}
CollectionRecordSchema.setClass(CollectionRecord);

export const RecordEventSchema = defineEntity({
  name: 'RecordEvent',
  tableName: 'record_event',
  properties: {
    id: p.bigint('string').primary().autoincrement(),
    record: () => p.manyToOne(CollectionRecord).ref().index('record_event_record'),
    kind: p.string().length(40).$type<EventKind>(),
    at: p.datetime(),
    actor: p.string().length(40).$type<EventActor>(),
    fromStage: p
      .enum(() => [...STAGES])
      .$type<Stage>()
      .nullable(),
    toStage: p.enum(() => [...STAGES]).$type<Stage>(),
    note: p.string().length(60).nullable(),
  },
});
/** What happened to a record, oldest first. Append-only by grant, and without personal data: it outlives a withdrawal. */
export class RecordEvent extends RecordEventSchema.class {
  constructor(record: CollectionRecord, kind: EventKind, from: Stage | null, { actor, at, note }: EventBy) {
    super();
    this.record = ref(record);
    this.kind = kind;
    this.at = at;
    this.actor = actor;
    this.fromStage = from;
    this.toStage = record.stage;
    this.note = note ?? null;
  }
}
RecordEventSchema.setClass(RecordEvent);
