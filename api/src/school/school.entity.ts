import { defineEntity, p } from '@mikro-orm/core';
import { District } from '../district/district.entity.js';

export const SchoolSchema = defineEntity({
  name: 'School',
  tableName: 'school',
  properties: {
    code: p.string().length(10).primary(),
    district: () => p.manyToOne(District).mapToPk().fieldName('district_code'),
    name: p.string().length(60),
    nameEn: p.string().length(120),
    address: p.string().length(200).nullable(),
    phone: p.string().length(40).nullable(),
  },
});
/** A primary school of a district. */
export class School extends SchoolSchema.class {}
SchoolSchema.setClass(School);
