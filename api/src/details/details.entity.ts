import { defineEntity, p } from '@mikro-orm/core';
import { District } from '../district/district.entity.js';
import { CollectionRecord } from '../record/record.entity.js';
import {
  GROUNDS,
  GUARDIAN_ROLES,
  NEEDS,
  SERVICE_KINDS,
  type Need,
  type TreatedAsLocalGround,
} from '../vocabulary.js';

const DetailsSchema = defineEntity({
  name: 'Details',
  tableName: 'details',
  properties: {
    record: () => p.manyToOne(CollectionRecord).mapToPk().primary(),
    contentSealed: p.blob(),
    submittedSealed: p.blob().nullable(),
    savedAt: p.datetime(),
    savedBy: p.enum(() => [...GUARDIAN_ROLES]),
  },
});
/**
 * 详细信息 of a record: what was typed last and what was submitted last, each sealed as a whole with the record's key,
 * since they are read and written as a whole and never looked up by.
 */
export class Details extends DetailsSchema.class {}
DetailsSchema.setClass(Details);

const DetailRequirementSchema = defineEntity({
  name: 'DetailRequirement',
  tableName: 'detail_requirement',
  properties: {
    id: p.integer().primary().autoincrement(),
    service: p.enum(() => [...SERVICE_KINDS]),
    district: () =>
      p.manyToOne(District).mapToPk().fieldName('district_code').nullable().deleteRule('cascade'),
    ground: p
      .enum(() => [...GROUNDS])
      .$type<TreatedAsLocalGround>()
      .nullable(),
    block: p.string().length(40),
    need: p.enum(() => [...NEEDS]).$type<Need>(),
  },
});
/** Whether a block of the details form is asked: the narrowest row wins (district and ground, district, ground, all). */
export class DetailRequirement extends DetailRequirementSchema.class {}
DetailRequirementSchema.setClass(DetailRequirement);
