import {
  DOCUMENT_TYPES,
  GUARDIAN_ROLES,
  RELATIONS,
  type DocumentType,
  type GuardianRole,
  type Relation,
} from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, p, ref } from '@mikro-orm/core';
import type { DataKey, KeyRing } from '../platform/keys.js';
import { blindList } from '../platform/blind-list.js';
import { sealed, Sealed } from '../platform/sealed.js';
import { documentIndex, nameIndexes, phoneIndex } from '../record/blind-indexes.js';
import { CollectionRecord } from '../record/record.entity.js';

export const GuardianSchema = defineEntity({
  name: 'Guardian',
  tableName: 'guardian',
  properties: {
    // The migration's key is of record and season together, which MikroORM has no words for.
    record: () => p.manyToOne(CollectionRecord).createForeignKeyConstraint(false).ref().primary(),
    /** The record's: a phone has three places in each. */
    season: p.smallint(),
    role: p
      .enum(() => [...GUARDIAN_ROLES])
      .$type<GuardianRole>()
      .primary(),
    // Where they stand depends on the role: `guardianPlace` knows.
    name: sealed().fieldName('name_sealed'),
    nameIndex: blindList().default('{}'),
    documentType: p.enum(() => [...DOCUMENT_TYPES]).$type<DocumentType>(),
    document: sealed().fieldName('document_sealed'),
    documentIndex: p.blob().$type<Buffer>().index('guardian_document'),
    phone: sealed().fieldName('phone_sealed'),
    phoneIndex: p.blob().$type<Buffer>(),
    phoneSlot: p.smallint().nullable(),
    /** Whether a code that came to it was part of the registration. */
    phoneConfirmed: p.boolean().default(false),
    relation: p
      .enum(() => [...RELATIONS])
      .$type<Relation>()
      .nullable(),
  },
  indexes: [
    { name: 'guardian_name', expression: 'create index guardian_name on guardian using gin (name_index)' },
    {
      name: 'guardian_name_waiting',
      expression:
        "create index guardian_name_waiting on guardian (record_id) where name_index = '{}'::bytea[]",
    },
  ],
  uniques: [{ name: 'phone_slot_taken', properties: ['phoneIndex', 'season', 'phoneSlot'] }],
  checks: [
    // 一(二)5: at most three collection numbers per phone; only the first guardian's phone counts.
    { name: 'phone_limit_reached', expression: '(phone_slot >= 1) and (phone_slot <= 3)' },
    {
      name: 'first_guardian_has_slot',
      expression: `((role)::text = 'FIRST'::text) = (phone_slot is not null)`,
    },
  ],
});

interface NewGuardian {
  readonly role: GuardianRole;
  readonly name: string;
  readonly documentType: DocumentType;
  readonly documentNumber: string;
  readonly phone: string;
  /** Which of the three places on the phone: 监护人(一) alone has one (一(二)5). */
  readonly phoneSlot: number | null;
  /** Whether a code came to it: without it, none did. */
  readonly phoneConfirmed?: boolean;
  readonly relation: Relation | null;
}

type SealedProperty = 'name' | 'document' | 'phone';

/** 监护人(一) or 监护人(二) of a live record. */
export class Guardian extends GuardianSchema.class {
  constructor(record: CollectionRecord, given: NewGuardian, key: DataKey, keys: KeyRing) {
    super();
    this.record = ref(record);
    this.season = record.season;
    this.role = given.role;
    this.relation = given.relation;
    this.rename(given.name, key, keys);
    this.changeDocument(given, key, keys);
    this.changePhone(given.phone, given.phoneSlot, key, keys);
    this.phoneConfirmed = given.phoneConfirmed ?? false;
  }

  rename(name: string, key: DataKey, keys: KeyRing): void {
    this.nameIndex = nameIndexes(keys, name);
    this.name = this.seal('name', name, key);
  }

  changeDocument(
    { documentType, documentNumber }: Pick<NewGuardian, 'documentType' | 'documentNumber'>,
    key: DataKey,
    keys: KeyRing,
  ): void {
    this.documentType = documentType;
    this.document = this.seal('document', documentNumber, key);
    this.documentIndex = documentIndex(keys, documentNumber);
  }

  /** To one that no code has come to yet. */
  changePhone(phone: string, slot: number | null, key: DataKey, keys: KeyRing): void {
    this.phone = this.seal('phone', phone, key);
    this.phoneIndex = phoneIndex(keys, phone);
    this.phoneSlot = slot;
    this.phoneConfirmed = false;
  }

  private seal(property: SealedProperty, text: string, key: DataKey): Sealed {
    return Sealed.of(key, guardianPlace(this.role, property), text);
  }
}

/** The columns of a guardian for a statement that bypasses the unit of work. */
export function guardianColumns(
  given: Omit<NewGuardian, 'phoneSlot' | 'phoneConfirmed'>,
  key: DataKey,
  keys: KeyRing,
) {
  const { role, name, documentType, documentNumber, phone, relation } = given;
  return {
    name: key.seal(guardianPlace(role, 'name'), name),
    nameIndex: nameIndexes(keys, name),
    documentType,
    document: key.seal(guardianPlace(role, 'document'), documentNumber),
    documentIndex: documentIndex(keys, documentNumber),
    phone: key.seal(guardianPlace(role, 'phone'), phone),
    phoneIndex: phoneIndex(keys, phone),
    relation,
  };
}

/** Where a guardian's sealed value stands. */
export const guardianPlace = (role: GuardianRole, property: SealedProperty): string =>
  `guardian.${role}.${property}`;
GuardianSchema.setClass(Guardian);
