import { defineEntity, p } from '@mikro-orm/core';
import { CollectionRecord } from '../record/record.entity.js';
import { DOCUMENT_TYPES, SEXES } from '../vocabulary.js';

const ChildSchema = defineEntity({
  name: 'Child',
  tableName: 'child',
  properties: {
    record: () => p.manyToOne(CollectionRecord).mapToPk().primary(),
    nationality: p.string().length(2),
    nameSealed: p.blob(),
    documentType: p.enum(() => [...DOCUMENT_TYPES]),
    documentSealed: p.blob(),
    documentIndex: p.blob(),
    sex: p.enum(() => [...SEXES]),
    birthDateSealed: p.blob(),
  },
  uniques: [
    // 一(二)3: a withdrawn record has no child's row any more, so every row here is a live one.
    { name: 'document_already_registered', properties: ['documentType', 'documentIndex'] },
  ],
});
/** 适龄儿童 of a live record. */
export class Child extends ChildSchema.class {}
ChildSchema.setClass(Child);
