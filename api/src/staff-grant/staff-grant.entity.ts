import { STAFF_ROLES, type GrantFacts } from '@enrolment/rulebook/staff-grant.js';
import { maskName } from '@enrolment/rulebook/masking.js';
import {
  DEPARTMENTS,
  type Department,
  type ReviewItemKind,
  type StaffRole,
} from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, p } from '@mikro-orm/core';
import { v7 as uuid } from 'uuid';
import { districtOrCity } from '../district/district.entity.js';
import type { Content, Edited } from '../edition/edition.entity.js';
import { School } from '../school/school.entity.js';
import type { Viewer } from '../platform/identity.js';

export const StaffGrantSchema = defineEntity({
  name: 'StaffGrant',
  tableName: 'staff_grant',
  properties: {
    /** Ids grow with time: lists go by them. */
    id: p.uuid().primary(),
    /** What the identity provider calls the person. */
    subject: p.string().length(255),
    /** By which colleagues know the person, as an administrator has written it. */
    name: p.string().length(40),
    role: p.enum(() => [...STAFF_ROLES]).$type<StaffRole>(),
    district: districtOrCity,
    school: () =>
      p.manyToOne(School).mapToPk().fieldName('school_code').nullable().index(false).deleteRule('no action'),
    /** Of a subdistrict officer, as families write them. */
    subdistricts: p.array().default([]),
    /** Of a department reviewer, with the review items that she decides for it. */
    department: p
      .enum(() => [...DEPARTMENTS])
      .$type<Department>()
      .nullable(),
    items: p.array().$type<ReviewItemKind[]>().default([]),
    beginsAt: p.datetime(),
    /** None for what was set up with the city. */
    endsAt: p.datetime().nullable(),
    takenAt: p.datetime().nullable(),
    /** From when on nothing of it changes any more: it was taken away, or another one replaces it. */
    settledAt: p.datetime().nullable(),
    givenBy: p.string().length(255),
    /** Masked: colleagues see who it was, and no more. None for what was set up with the city. */
    givenName: p.string().length(120).nullable(),
    givenAt: p.datetime(),
    /** When whoever holds it was told of its newest change; null until then. */
    toldAt: p.datetime().nullable(),
  },
  indexes: [
    { name: 'staff_grant_subject', properties: ['subject'] },
    { name: 'staff_grant_district', properties: ['district', 'id'] },
    { name: 'staff_grant_name', properties: ['name'] },
    {
      name: 'grant_twice',
      expression:
        'create unique index grant_twice on staff_grant (subject, role, district_code, school_code) nulls not distinct where settled_at is null',
    },
  ],
  checks: [
    { name: 'staff_grant_dates', expression: 'ends_at > begins_at' },
    {
      name: 'staff_grant_place',
      expression:
        "(role <> 'MUNICIPAL_ADMIN'::text) = (district_code is not null) and (role = 'SCHOOL_REGISTRAR'::text) = (school_code is not null) and (role = 'SUBDISTRICT_OFFICER'::text) = (cardinality(subdistricts) > 0) and (role = 'DEPARTMENT_REVIEWER'::text) = (department is not null) and (role = 'DEPARTMENT_REVIEWER'::text) = (cardinality(items) > 0)",
    },
  ],
});
/** A role that somebody holds in a place for some time, and who has given it. The provider says who somebody is, this what she may. */
export class StaffGrant extends StaffGrantSchema.class {
  static give(facts: GrantFacts, by: Pick<Viewer, 'subject' | 'name'>, now: Date): StaffGrant {
    const grant = StaffGrant.of(facts, now);
    grant.givenBy = by.subject;
    grant.givenName = maskName(by.name) || null;
    return grant;
  }

  /** What is set up with the city, by whoever works at the server: it lasts until it is taken, and nobody has to be told. */
  static setUp(
    facts: Omit<GrantFacts, 'endsAt'> & { endsAt: Date | null },
    by: string,
    now: Date,
  ): StaffGrant {
    const grant = StaffGrant.of(facts, now);
    grant.givenBy = by;
    grant.givenName = null;
    grant.toldAt = now;
    return grant;
  }

  private static of(facts: Omit<GrantFacts, 'endsAt'> & { endsAt: Date | null }, now: Date): StaffGrant {
    const grant = new StaffGrant();
    grant.id = uuid();
    grant.subject = facts.account;
    grant.name = facts.name;
    grant.role = facts.role;
    grant.district = facts.district;
    grant.school = facts.school;
    grant.subdistricts = [...(facts.subdistricts ?? [])];
    grant.department = facts.department ?? null;
    grant.items = [...(facts.items ?? [])];
    grant.beginsAt = facts.beginsAt;
    grant.endsAt = facts.endsAt;
    grant.givenAt = now;
    return grant;
  }

  endAt(endsAt: Date): void {
    if (this.endsAt?.getTime() === endsAt.getTime()) return;
    this.endsAt = endsAt;
    this.toldAt = null;
  }

  /** From this moment on it holds no more. */
  take(now: Date): void {
    this.takenAt = now;
    this.settledAt = now;
    this.toldAt = null;
  }

  /** Its time is over, and another one like it begins. */
  makeWay(now: Date): void {
    this.settledAt = now;
  }

  get edited(): Edited {
    return { kind: 'STAFF_GRANT', subject: this.id, district: this.district ?? null };
  }

  get content(): Content {
    const { subject, name, role, district, school, department, beginsAt, endsAt, takenAt } = this;
    const fields = {
      account: subject,
      name,
      role,
      district,
      school,
      subdistricts: this.subdistricts.join('、'),
      department,
      items: this.items.join('、'),
      beginsAt: beginsAt.toISOString(),
      endsAt: endsAt?.toISOString(),
      takenAt: takenAt?.toISOString(),
    };
    return Object.fromEntries(
      Object.entries(fields).flatMap(([field, text]) => (text ? [[field, text] as const] : [])),
    );
  }
}
StaffGrantSchema.setClass(StaffGrant);
