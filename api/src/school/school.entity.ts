import type { SchoolContent } from '@enrolment/rulebook/school.js';
import { defineEntity, p } from '@mikro-orm/core';
import { District } from '../district/district.entity.js';
import { Season } from '../season/season.entity.js';

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
export class School extends SchoolSchema.class {
  describe({ name, nameEn, address, phone }: SchoolContent): void {
    this.name = name;
    this.nameEn = nameEn;
    this.address = address;
    this.phone = phone;
  }
}
SchoolSchema.setClass(School);

export const SchoolPlanSchema = defineEntity({
  name: 'SchoolPlan',
  tableName: 'school_plan',
  properties: {
    season: () =>
      p.manyToOne(Season).mapToPk().fieldName('season').primary().index(false).deleteRule('cascade'),
    school: () =>
      p.manyToOne(School).mapToPk().fieldName('school_code').primary().index(false).deleteRule('cascade'),
    /** How many children it can take; null where that is not planned. */
    quota: p.smallint().nullable(),
    /** Whether it takes no more. */
    closed: p.boolean().default(false),
  },
  checks: [{ name: 'school_plan_quota', expression: 'quota >= 0' }],
});
/** 招生计划 of a school in a season. A school without one takes whomever it is assigned. */
export class SchoolPlan extends SchoolPlanSchema.class {}
SchoolPlanSchema.setClass(SchoolPlan);
