import { defineEntity, p } from '@mikro-orm/core';
import { CollectionRecord } from '../record/record.entity.js';
import { DOCUMENT_TYPES, GUARDIAN_ROLES, RELATIONS } from '../vocabulary.js';

const GuardianSchema = defineEntity({
  name: 'Guardian',
  tableName: 'guardian',
  properties: {
    record: () => p.manyToOne(CollectionRecord).mapToPk().primary(),
    role: p.enum(() => [...GUARDIAN_ROLES]).primary(),
    nameSealed: p.blob(),
    documentType: p.enum(() => [...DOCUMENT_TYPES]),
    documentSealed: p.blob(),
    documentIndex: p.blob(),
    phoneSealed: p.blob(),
    phoneIndex: p.blob(),
    phoneSlot: p.smallint().nullable(),
    relation: p.enum(() => [...RELATIONS]).nullable(),
  },
  uniques: [{ name: 'phone_slot_taken', properties: ['phoneIndex', 'phoneSlot'] }],
  checks: [
    // 一(二)5: at most three collection numbers per phone; only the first guardian's phone counts.
    { name: 'phone_limit_reached', expression: '(phone_slot >= 1) and (phone_slot <= 3)' },
    {
      name: 'first_guardian_has_slot',
      expression: `((role)::text = 'FIRST'::text) = (phone_slot is not null)`,
    },
  ],
});
/** 监护人(一) or 监护人(二) of a live record. */
export class Guardian extends GuardianSchema.class {}
GuardianSchema.setClass(Guardian);
