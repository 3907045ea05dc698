import { maskName } from '@enrolment/rulebook/masking.js';
import { OWN_DATA_KINDS } from '@enrolment/rulebook/own-data.js';
import { defineEntity, p } from '@mikro-orm/core';
import type { Actor } from '../actor.js';
import { districtOrCity } from '../district/district.entity.js';

/** What administrators edit. */
export const EDITED_KINDS = [
  'CALENDAR',
  'RETURN_TEXT',
  'STAFF_GRANT',
  'JOINT_REVIEW',
  'HOLIDAYS',
  'DESK',
  ...OWN_DATA_KINDS,
  'SCHOOL',
  'SEASON',
] as const;
export type EditedKind = (typeof EDITED_KINDS)[number];

/** What was set, field by field; what is absent is empty. */
export type Content = Readonly<Record<string, string>>;

/** What has editions: a calendar, a text. */
export interface Edited {
  readonly kind: EditedKind;
  /** What it is known by among its kind. */
  readonly subject: string;
  /** Null for what is the city's. */
  readonly district: string | null;
}

export const EditionSchema = defineEntity({
  name: 'Edition',
  tableName: 'edition',
  properties: {
    id: p.bigint('string').primary().autoincrement(),
    kind: p.string().length(20).$type<EditedKind>(),
    subject: p.string().length(80),
    /** From 1 on; what was set up has none. */
    number: p.integer(),
    district: districtOrCity,
    at: p.datetime(),
    by: p.string().length(255),
    /** Masked: colleagues see who it was, and no more. */
    name: p.string().length(120),
    before: p.json().$type<Content>(),
    after: p.json().$type<Content>(),
  },
  uniques: [{ name: 'edited_meanwhile', properties: ['kind', 'subject', 'number'] }],
});
/** A version that an administrator has set: what it was before, and what it is since. Never changed, only followed. */
export class Edition extends EditionSchema.class {
  constructor(
    { kind, subject, district }: Edited,
    number: number,
    { before, after }: { before: Content; after: Content },
    { viewer, now }: { readonly viewer: Pick<Actor['viewer'], 'subject' | 'name'>; readonly now: Date },
  ) {
    super();
    this.kind = kind;
    this.subject = subject;
    this.district = district;
    this.number = number;
    this.at = now;
    this.by = viewer.subject;
    this.name = maskName(viewer.name);
    this.before = before;
    this.after = after;
  }
}
EditionSchema.setClass(Edition);
