import { DOCUMENT_TYPES, SEXES, type DocumentType, type Sex } from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, p, ref } from '@mikro-orm/core';
import type { DataKey, KeyRing } from '../platform/keys.js';
import { blindList } from '../platform/blind-list.js';
import { sealed, Sealed } from '../platform/sealed.js';
import { nameIndexes, personIndex } from '../record/blind-indexes.js';
import { CollectionRecord } from '../record/record.entity.js';

/** Where a child's sealed values stand. */
export const CHILD_PLACE = {
  name: 'child.name',
  document: 'child.document',
  birthDate: 'child.birth_date',
} as const;

export const ChildSchema = defineEntity({
  name: 'Child',
  tableName: 'child',
  properties: {
    record: () =>
      p
        .oneToOne(CollectionRecord)
        .owner()
        .primary()
        .unique(false)
        // The migration's key is of record and season together, which MikroORM has no words for.
        .createForeignKeyConstraint(false)
        .ref(),
    /** The record's: a document is unique within it. */
    season: p.smallint(),
    nationality: p.string().length(2),
    name: sealed(CHILD_PLACE.name).fieldName('name_sealed'),
    nameIndex: blindList().default('{}'),
    documentType: p.enum(() => [...DOCUMENT_TYPES]).$type<DocumentType>(),
    document: sealed(CHILD_PLACE.document).fieldName('document_sealed'),
    /** Index of the person whom the document names (rulebook/person.ts). */
    documentIndex: p.blob().$type<Buffer>(),
    /** False in older rows until the queue has indexed them (record/index-persons.ts). */
    personIndexed: p.boolean().default(false),
    /** By which records that may be of the same child are found; the queue fills it (likeness/find-likenesses.ts). */
    likenessIndex: blindList().default('{}'),
    sex: p.enum(() => [...SEXES]).$type<Sex>(),
    birthDate: sealed(CHILD_PLACE.birthDate).fieldName('birth_date_sealed'),
  },
  indexes: [
    { name: 'child_name', expression: 'create index child_name on child using gin (name_index)' },
    {
      name: 'child_name_waiting',
      expression: "create index child_name_waiting on child (record_id) where name_index = '{}'::bytea[]",
    },
    {
      name: 'child_likeness',
      expression: 'create index child_likeness on child using gin (likeness_index)',
    },
    {
      name: 'child_likeness_waiting',
      expression:
        "create index child_likeness_waiting on child (record_id) where likeness_index = '{}'::bytea[]",
    },
    {
      name: 'child_person_waiting',
      expression: 'create index child_person_waiting on child (record_id) where not person_indexed',
    },
  ],
  uniques: [
    // 一(二)3: withdrawing a record deletes its child's row, so every row here belongs to a live record.
    { name: 'document_already_registered', properties: ['documentIndex', 'season'] },
  ],
});

interface ChildsDocument {
  readonly nationality: string;
  readonly documentType: DocumentType;
  readonly documentNumber: string;
}

export interface NewChild extends ChildsDocument {
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: string;
}

/** 适龄儿童 of a live record. */
export class Child extends ChildSchema.class {
  constructor(record: CollectionRecord, given: NewChild, key: DataKey, keys: KeyRing) {
    super();
    this.record = ref(record);
    this.season = record.season;
    this.sex = given.sex;
    this.likenessIndex = [];
    this.rename(given.name, key, keys);
    this.changeDocument(given, key, keys);
    this.changeBirthDate(given.birthDate, key);
  }

  rename(name: string, key: DataKey, keys: KeyRing): void {
    this.nameIndex = nameIndexes(keys, name);
    this.name = Sealed.of(key, CHILD_PLACE.name, name);
  }

  /** Kind, number and issuing state together name the person. */
  changeDocument(given: ChildsDocument, key: DataKey, keys: KeyRing): void {
    this.nationality = given.nationality;
    this.documentType = given.documentType;
    this.document = Sealed.of(key, CHILD_PLACE.document, given.documentNumber);
    this.documentIndex = personIndex(keys, given);
    this.personIndexed = true;
  }

  changeBirthDate(date: string, key: DataKey): void {
    this.birthDate = Sealed.of(key, CHILD_PLACE.birthDate, date);
  }
}
ChildSchema.setClass(Child);
