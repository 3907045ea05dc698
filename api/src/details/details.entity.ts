import {
  GROUNDS,
  GUARDIAN_ROLES,
  NEEDS,
  SERVICE_KINDS,
  type DetailBlock,
  type Need,
  type TreatedAsLocalGround,
  type GuardianRole,
  type ServiceKind,
} from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, p } from '@mikro-orm/core';
import { sealed } from '../platform/sealed.js';
import { District } from '../district/district.entity.js';
import { CollectionRecord } from '../record/record.entity.js';
import { Season } from '../season/season.entity.js';

export const DetailsSchema = defineEntity({
  name: 'Details',
  tableName: 'details',
  properties: {
    record: () => p.oneToOne(CollectionRecord).owner().primary().unique(false).ref(),
    content: sealed('details.content').fieldName('content_sealed'),
    submitted: sealed('details.submitted').fieldName('submitted_sealed').nullable(),
    savedAt: p.datetime(),
    savedBy: p.enum(() => [...GUARDIAN_ROLES]).$type<GuardianRole>(),
  },
});
/**
 * 详细信息 of a record: what was typed last and what was submitted last, each sealed as a whole with the record's key,
 * since they are read and written as a whole and never looked up by.
 */
export class Details extends DetailsSchema.class {}
DetailsSchema.setClass(Details);

export const DetailRequirementSchema = defineEntity({
  name: 'DetailRequirement',
  tableName: 'detail_requirement',
  properties: {
    id: p.integer().primary().autoincrement(),
    season: () => p.manyToOne(Season).mapToPk().fieldName('season').deleteRule('no action'),
    service: p.enum(() => [...SERVICE_KINDS]).$type<ServiceKind>(),
    district: () =>
      p.manyToOne(District).mapToPk().fieldName('district_code').nullable().deleteRule('cascade'),
    ground: p
      .enum(() => [...GROUNDS])
      .$type<TreatedAsLocalGround>()
      .nullable(),
    block: p.string().length(40).$type<DetailBlock>(),
    need: p.enum(() => [...NEEDS]).$type<Need>(),
  },
});
/** Whether a block of the details form is asked in a season: the narrowest row wins (district and ground, district, ground, all). */
export class DetailRequirement extends DetailRequirementSchema.class {}
DetailRequirementSchema.setClass(DetailRequirement);
